/// SVG elements written one after the other.
///
/// Numbers have at most two digits after the point, texts are escaped, and what XML cannot hold is
/// replaced, so that the same chart gives the same, well-formed bytes.
struct SVGText {
  private(set) var bytes: [UInt8] = []
  private var open: [String] = []

  /// Begins an element; ``end()`` ends it.
  mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    start(name, attributes)
    bytes += Array(">\n".utf8)
    open.append(name)
  }

  mutating func end() {
    guard let name = open.popLast() else { return }
    indent()
    bytes += Array("</\(name)>\n".utf8)
  }

  /// An element without content, or with a text alone.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String? = nil
  ) {
    start(name, attributes)
    if let text {
      bytes += Array(">".utf8)
      append(text)
      bytes += Array("</\(name)>\n".utf8)
    } else {
      bytes += Array("/>\n".utf8)
    }
  }

  /// A shape that tells its value to whoever points at it.
  mutating func shape(
    _ name: String, _ attributes: KeyValuePairs<String, String>, tip: String
  ) {
    start(name, attributes)
    bytes += Array("><title>".utf8)
    append(tip)
    bytes += Array("</title></\(name)>\n".utf8)
  }

  /// A length in pixels: `12`, `0.5`, `-3.25`.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let hundredths = Int(nearest: value * 100, in: -100_000_000...100_000_000)
    let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0
      ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  // MARK: - Implementation

  private mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    indent()
    bytes += Array("<\(name)".utf8)
    for (name, value) in attributes {
      bytes += Array(" \(name)=\"".utf8)
      append(value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func indent() {
    bytes += [UInt8](repeating: 0x20, count: open.count * 2)
  }

  private mutating func append(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": bytes += Array("&lt;".utf8)
      case ">": bytes += Array("&gt;".utf8)
      case "&": bytes += Array("&amp;".utf8)
      case "\"": bytes += Array("&quot;".utf8)
      case "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": bytes.append(0x20)
      // XML 1.0 has no place for other control characters and the last two of the plane; marks that
      // turn the direction of text would turn that of the page.
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        bytes += Array("\u{FFFD}".utf8)
      default: bytes += Array(String(Character(scalar)).utf8)
      }
    }
  }
}
