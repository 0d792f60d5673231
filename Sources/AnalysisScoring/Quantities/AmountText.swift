import Columns

/// Amounts and units as gold writes them, compared for what they mean.
enum AmountText {
  /// Whether two values are the same number, to one part in a million, or else the same text.
  ///
  /// Percent signs and the commas of thousands do not count; no value equals none.
  static func areEqual(_ a: String?, _ b: String?) -> Bool {
    guard let a = a.map(bare), let b = b.map(bare) else { return false }
    if let x = number(a), let y = number(b) {
      return abs(x - y) <= 1e-6 * max(1, abs(x), abs(y))
    }
    return a.lowercased() == b.lowercased()
  }

  /// Whether two units have the same name, case and blanks apart.
  static func nameSameUnit(_ a: String?, _ b: String?) -> Bool { name(a) == name(b) }

  // MARK: - Implementation

  private static func number(_ text: String) -> Double? {
    RealText.parse(text.replacing(",", with: ""))
  }

  private static func bare(_ text: String) -> String {
    var text = text.trimmingWhitespace()
    while text.hasSuffix("%") { text.removeLast() }
    return text.trimmingWhitespace()
  }

  private static func name(_ unit: String?) -> String {
    (unit ?? "").lowercased().filter { !$0.isWhitespace }
  }
}

extension String {
  fileprivate func trimmingWhitespace() -> String {
    let start = drop { $0.isWhitespace }
    return String(start.prefix(start.count - start.reversed().prefix { $0.isWhitespace }.count))
  }
}
