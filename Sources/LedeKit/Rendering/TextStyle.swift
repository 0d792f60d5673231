/// The few looks that text has in a terminal with colour.
package enum TextStyle: Sendable {
  case bold, dim, red, yellow, cyan

  /// The text in this look, or as it is.
  package func apply(to text: String, if hasColor: Bool) -> String {
    hasColor ? sequence + text + Self.end : text
  }

  package var sequence: String {
    switch self {
    case .bold: return "\u{1B}[1m"
    case .dim: return "\u{1B}[2m"
    case .red: return "\u{1B}[31m"
    case .yellow: return "\u{1B}[33m"
    case .cyan: return "\u{1B}[36m"
    }
  }

  package static let end = "\u{1B}[0m"
}
