import Columns

/// Reads what stands in `dynamic(…)`: JSON, and beyond it single quotes and nested literals
/// (`dynamic(…)`, `datetime(…)`, `timespan(…)`), as KQL takes them.
struct DynamicLiteral {
  private static let depthLimit = 200

  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0

  /// The value, or nil where the text is none.
  static func parse(_ text: String) -> DynamicValue? {
    // Plain JSON, by far the most usual, has a faster reader.
    if let value = JSONParser.parse(text) { return value }
    var reader = DynamicLiteral(bytes: Array(text.utf8))
    guard let value = reader.parseValue() else { return nil }
    reader.skipSpaces()
    return reader.offset == reader.bytes.count ? value : nil
  }

  // MARK: - Implementation

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var current: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private mutating func skipSpaces() {
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpaces()
    guard current == byte else { return false }
    offset += 1
    return true
  }

  /// `value ::= array | bag | string | number | literal | "true" | "false" | "null"`.
  private mutating func parseValue() -> DynamicValue? {
    guard depth < Self.depthLimit else { return nil }
    depth += 1
    defer { depth -= 1 }
    skipSpaces()
    if current == UInt8(ascii: "[") { return parseArray() }
    if current == UInt8(ascii: "{") { return parseBag() }
    if isStraightQuote(current) { return parseString().map { .string($0) } }
    if isWordStart(current) { return parseWord() }
    return parseNumber()
  }

  private mutating func parseArray() -> DynamicValue? {
    offset += 1
    var elements: [DynamicValue] = []
    if take(UInt8(ascii: "]")) { return .array([]) }
    repeat {
      guard let element = parseValue() else { return nil }
      elements.append(element)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? .array(elements) : nil
  }

  private mutating func parseBag() -> DynamicValue? {
    offset += 1
    var bag = BagBuilder()
    if take(UInt8(ascii: "}")) { return .bag([]) }
    repeat {
      skipSpaces()
      guard isStraightQuote(current), let key = parseString(), take(UInt8(ascii: ":")),
        let value = parseValue()
      else { return nil }
      bag.set(key, value)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? .bag(bag.properties) : nil
  }

  private mutating func parseString() -> String? {
    let start = offset
    let quote = current
    offset += 1
    while offset < bytes.count, bytes[offset] != quote {
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard offset < bytes.count else { return nil }
    offset += 1
    return StringLiteral.decode(bytes[start..<offset], isUnterminated: false)
  }

  private mutating func parseNumber() -> DynamicValue? {
    let start = offset
    while offset < bytes.count, isDigit(current) || "+-.eE".utf8.contains(current) { offset += 1 }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if let value = IntegerText.parse(text) { return .long(value) }
    return RealText.parse(text).map { .real($0) }
  }

  private mutating func parseWord() -> DynamicValue? {
    let start = offset
    while isWordByte(current) { offset += 1 }
    let keyword = Keyword.lookup(bytes[start..<offset])
    switch String(decoding: bytes[start..<offset], as: UTF8.self) {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "dynamic":
      guard take(UInt8(ascii: "(")), let value = parseValue(), take(UInt8(ascii: ")")) else {
        return nil
      }
      return value
    default: break
    }
    guard let type = keyword?.literalType, take(UInt8(ascii: "(")) else { return nil }
    let open = offset
    while offset < bytes.count, current != UInt8(ascii: ")") { offset += 1 }
    let content = LiteralText.unquoted(String(decoding: bytes[open..<offset], as: UTF8.self))
    guard take(UInt8(ascii: ")")) else { return nil }
    if content == "null" { return .null }
    return LiteralText.value(of: type, content).flatMap { dynamic($0) }
  }

  /// What a nested literal is in a dynamic value; types that JSON lacks are text.
  private func dynamic(_ value: ScalarValue) -> DynamicValue? {
    switch value {
    case .null: return .null
    case .bool(let value): return .bool(value)
    case .int(let value): return .long(Int64(value))
    case .long(let value): return .long(value)
    case .real(let value): return .real(value)
    case .decimal(let value): return .string(DecimalText.string(value))
    case .string(let value): return .string(value)
    case .datetime(let value): return .datetime(value)
    case .timespan(let value): return .timespan(value)
    case .dynamic(let value): return value
    case .guid(let high, let low): return .string(GuidText.string(high: high, low: low))
    }
  }
}
