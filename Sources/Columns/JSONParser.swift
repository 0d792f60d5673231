/// Reads one JSON text (RFC 8259, strictly) as a dynamic value.
///
/// Of repeated keys the last value counts, at the place of the first. Whole numbers that fit 64 bits
/// are longs, other numbers reals. Half a surrogate pair becomes U+FFFD.
package struct JSONParser {
  /// Deeper texts are refused, since values are walked by recursion.
  package static let depthLimit = 256

  private var cursor: ByteCursor
  private var depth = 0

  /// The value, or nil where the bytes are not JSON.
  /// - Complexity: O(*n*).
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> DynamicValue? {
    var parser = JSONParser(cursor: ByteCursor(bytes))
    parser.skipSpaces()
    guard let value = parser.parseValue() else { return nil }
    parser.skipSpaces()
    return parser.cursor.isAtEnd ? value : nil
  }

  package static func parse(_ text: String) -> DynamicValue? { text.withUTF8Bytes { parse($0) } }

  /// Where bytes that are not JSON stop being so: the offset of the first that cannot stand there.
  package static func errorOffset(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var parser = JSONParser(cursor: ByteCursor(bytes))
    parser.skipSpaces()
    if parser.parseValue() != nil { parser.skipSpaces() }
    return parser.cursor.position
  }

  private init(cursor: ByteCursor) { self.cursor = cursor }

  // MARK: - Implementation

  private mutating func skipSpaces() {
    while true {
      switch cursor.next {
      case 0x20, 0x09, 0x0a, 0x0d: cursor.advance()
      default: return
      }
    }
  }

  private mutating func parseValue() -> DynamicValue? {
    switch cursor.next {
    case UInt8(ascii: "{"): return parseNested { $0.parseBag() }
    case UInt8(ascii: "["): return parseNested { $0.parseArray() }
    case UInt8(ascii: "\""): return parseString().map { .string($0) }
    case UInt8(ascii: "t"): return parseWord("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return parseWord("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return parseWord("null") ? .null : nil
    default: return parseNumber()
    }
  }

  private mutating func parseNested(
    _ parse: (inout JSONParser) -> DynamicValue?
  ) -> DynamicValue? {
    guard depth < Self.depthLimit else { return nil }
    depth += 1
    cursor.advance()
    skipSpaces()
    let value = parse(&self)
    depth -= 1
    return value
  }

  private mutating func parseWord(_ word: StaticString) -> Bool {
    for index in 0..<word.utf8CodeUnitCount {
      guard cursor.take(word.utf8Start[index]) else { return false }
    }
    return true
  }

  private mutating func parseArray() -> DynamicValue? {
    var elements: [DynamicValue] = []
    if cursor.take(UInt8(ascii: "]")) { return .array(elements) }
    while true {
      guard let element = parseValue() else { return nil }
      elements.append(element)
      skipSpaces()
      if cursor.take(UInt8(ascii: "]")) { return .array(elements) }
      guard cursor.take(UInt8(ascii: ",")) else { return nil }
      skipSpaces()
    }
  }

  private mutating func parseBag() -> DynamicValue? {
    var bag = BagBuilder()
    if cursor.take(UInt8(ascii: "}")) { return .bag([]) }
    while true {
      guard cursor.next == UInt8(ascii: "\""), let key = parseString() else { return nil }
      skipSpaces()
      guard cursor.take(UInt8(ascii: ":")) else { return nil }
      skipSpaces()
      guard let value = parseValue() else { return nil }
      bag.set(key, value)
      skipSpaces()
      if cursor.take(UInt8(ascii: "}")) { return .bag(bag.properties) }
      guard cursor.take(UInt8(ascii: ",")) else { return nil }
      skipSpaces()
    }
  }

  private mutating func parseNumber() -> DynamicValue? {
    let start = cursor.position
    _ = cursor.take(UInt8(ascii: "-"))
    if !cursor.take(UInt8(ascii: "0")) {
      guard takeDigits() else { return nil }
    }
    var isWhole = true
    if cursor.take(UInt8(ascii: ".")) {
      isWhole = false
      guard takeDigits() else { return nil }
    }
    if cursor.next | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      cursor.advance()
      if cursor.next == UInt8(ascii: "-") || cursor.next == UInt8(ascii: "+") { cursor.advance() }
      guard takeDigits() else { return nil }
    }
    let text = UnsafeBufferPointer(rebasing: cursor.bytes[start..<cursor.position])
    if isWhole, let value = IntegerText.parse(text) { return .long(value) }
    return RealText.parse(text).map { .real($0) }
  }

  private mutating func takeDigits() -> Bool {
    guard cursor.next.isASCIIDigit else { return false }
    while cursor.next.isASCIIDigit { cursor.advance() }
    return true
  }

  /// A string, its opening quotation mark next.
  private mutating func parseString() -> String? {
    cursor.advance()
    let start = cursor.position
    while cursor.next != UInt8(ascii: "\""), cursor.next != UInt8(ascii: "\\") {
      guard cursor.next >= 0x20 else { return nil }
      cursor.advance()
    }
    let plain = cursor.bytes[start..<cursor.position]
    if cursor.take(UInt8(ascii: "\"")) { return String(decoding: plain, as: UTF8.self) }
    return parseEscapedString(after: [UInt8](plain))
  }

  private mutating func parseEscapedString(after start: [UInt8]) -> String? {
    var bytes = start
    while true {
      let byte = cursor.next
      guard byte >= 0x20 else { return nil }
      cursor.advance()
      if byte == UInt8(ascii: "\"") { return String(decoding: bytes, as: UTF8.self) }
      if byte != UInt8(ascii: "\\") {
        bytes.append(byte)
      } else {
        guard let scalar = parseEscape() else { return nil }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  private mutating func parseEscape() -> Unicode.Scalar? {
    let byte = cursor.next
    cursor.advance()
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return parseUnicodeEscape()
    default: return nil
    }
  }

  /// The four digits after `\u`, and the second half of a pair where one is needed.
  private mutating func parseUnicodeEscape() -> Unicode.Scalar? {
    guard let first = takeFourHexadecimalDigits() else { return nil }
    guard first >= 0xd800, first < 0xdc00 else { return Unicode.Scalar(first) ?? "\u{fffd}" }
    let position = cursor.position
    if cursor.take(UInt8(ascii: "\\")), cursor.take(UInt8(ascii: "u")),
      let second = takeFourHexadecimalDigits(), second >= 0xdc00, second < 0xe000
    {
      return Unicode.Scalar(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00))
    }
    cursor.move(to: position)
    return "\u{fffd}"
  }

  private mutating func takeFourHexadecimalDigits() -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = cursor.next
      let letter = byte | 0x20
      if byte.isASCIIDigit {
        value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
      } else if letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "f") {
        value = value << 4 | UInt32(letter - UInt8(ascii: "a") + 10)
      } else {
        return nil
      }
      cursor.advance()
    }
    return value
  }
}

/// Collects the properties of a bag: of repeated keys the last value, at the place of the first.
package struct BagBuilder {
  package private(set) var properties: [DynamicValue.Property] = []
  /// Where each key stands; made once looking through the list would cost more.
  private var positions: [String: Int] = [:]

  package init() {}

  package func position(of key: String) -> Int? {
    positions.isEmpty ? properties.firstIndex { $0.key == key } : positions[key]
  }

  package mutating func set(_ key: String, _ value: DynamicValue) {
    if let position = position(of: key) {
      properties[position].value = value
      return
    }
    properties.append(DynamicValue.Property(key: key, value: value))
    if !positions.isEmpty {
      positions[key] = properties.count - 1
    } else if properties.count == 16 {
      for (position, property) in properties.enumerated() { positions[property.key] = position }
    }
  }
}
