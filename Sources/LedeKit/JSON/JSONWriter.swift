/// Writes JSON (RFC 8259) as UTF-8 bytes, on one line, in the order of the calls.
///
/// Commas and colons come by themselves: call ``key(_:)`` before each member of an object.
/// U+0085, U+2028 and U+2029 are escaped, so that a line of output is a line to every reader.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  package mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
    open(UInt8(ascii: "{"))
    try members(&self)
    close(UInt8(ascii: "}"))
  }

  package mutating func array(_ elements: (inout JSONWriter) throws -> Void) rethrows {
    open(UInt8(ascii: "["))
    try elements(&self)
    close(UInt8(ascii: "]"))
  }

  package mutating func key(_ key: String) {
    separate()
    quote(key.utf8)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ value: String) { string(utf8: value.utf8) }

  /// A string from its UTF-8, which must be valid.
  package mutating func string(utf8 value: some Sequence<UInt8>) {
    separate()
    quote(value)
    needsComma = true
  }

  /// A string, or null for nil.
  package mutating func optional(_ value: String?) {
    if let value { string(value) } else { null() }
  }

  package mutating func number(_ value: some BinaryInteger) { raw(String(value)) }
  package mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }
  package mutating func null() { raw("null") }

  /// A finite number; what is not finite becomes the string `NaN`, `Infinity` or `-Infinity`.
  package mutating func number(_ value: Double) {
    if value.isNaN {
      string("NaN")
    } else if value.isInfinite {
      string(value < 0 ? "-Infinity" : "Infinity")
    } else {
      raw(value.description)
    }
  }

  /// Text that is JSON already.
  package mutating func raw(_ json: String) {
    separate()
    bytes.append(contentsOf: json.utf8)
    needsComma = true
  }

  /// Ends a line of JSON Lines.
  package mutating func newLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  // MARK: - Implementation

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func quote(_ value: some Sequence<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    // The two bytes before, to see the three scalars that other tools take for line ends.
    var before: (UInt8, UInt8) = (0, 0)
    for byte in value {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(Self.hexDigits[Int(byte >> 4)])
        bytes.append(Self.hexDigits[Int(byte & 15)])
      case 0x85 where before.1 == 0xC2:
        bytes.removeLast()
        bytes.append(contentsOf: "\\u0085".utf8)
      case 0xA8 where before == (0xE2, 0x80), 0xA9 where before == (0xE2, 0x80):
        bytes.removeLast(2)
        bytes.append(contentsOf: (byte == 0xA8 ? "\\u2028" : "\\u2029").utf8)
      default:
        bytes.append(byte)
      }
      before = (before.1, byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)
}
