/// The text forms of dynamic values.
package enum DynamicText {
  /// What `parse_json` gives: the JSON value, the text itself where it is not JSON, null for `""`.
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> DynamicValue {
    if bytes.isEmpty { return .null }
    return JSONParser.parse(bytes) ?? .string(String(decoding: bytes, as: UTF8.self))
  }

  package static func parse(_ text: String) -> DynamicValue { text.withUTF8Bytes { parse($0) } }

  /// Appends what `tostring` gives: a string as it is, null as nothing, others as compact JSON.
  package static func append(_ value: DynamicValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: break
    case .string(let text): bytes.append(contentsOf: text.utf8)
    case .datetime(let ticks): DatetimeText.append(ticks, to: &bytes)
    case .timespan(let ticks): TimespanText.append(ticks, to: &bytes)
    case .real(let number): RealText.append(number, to: &bytes)
    case .bool, .long, .array, .bag: appendJSON(value, to: &bytes)
    }
  }

  package static func string(_ value: DynamicValue) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends compact JSON.
  ///
  /// Times, NaN and infinities are strings.
  package static func appendJSON(_ value: DynamicValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .long(let number): IntegerText.append(number, to: &bytes)
    case .real(let number):
      quoted(if: !number.isFinite, &bytes) { RealText.append(number, to: &$0) }
    case .string(let text): appendJSONString(text, to: &bytes)
    case .datetime(let ticks): quoted(if: true, &bytes) { DatetimeText.append(ticks, to: &$0) }
    case .timespan(let ticks): quoted(if: true, &bytes) { TimespanText.append(ticks, to: &$0) }
    case .array(let elements): appendArray(elements, to: &bytes)
    case .bag(let properties): appendBag(properties, to: &bytes)
    }
  }

  /// Appends the text in quotation marks, with what JSON wants escaped.
  package static func appendJSONString(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8Bytes { appendEscaped($0, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  // MARK: - Implementation

  private static func quoted(
    if isQuoted: Bool, _ bytes: inout [UInt8], _ body: (inout [UInt8]) -> Void
  ) {
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    body(&bytes)
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
  }

  private static func appendArray(_ elements: [DynamicValue], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      appendJSON(element, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private static func appendBag(
    _ properties: [DynamicValue.Property], to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "{"))
    for (index, property) in properties.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      appendJSONString(property.key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      appendJSON(property.value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private static func appendEscaped(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0a: bytes.append(contentsOf: "\\n".utf8)
      case 0x0d: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0x08: bytes.append(contentsOf: "\\b".utf8)
      case 0x0c: bytes.append(contentsOf: "\\f".utf8)
      case 0..<0x20:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(UInt8(ascii: "0") + byte >> 4)
        let low = byte & 15
        bytes.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
      default: bytes.append(byte)
      }
    }
  }
}
