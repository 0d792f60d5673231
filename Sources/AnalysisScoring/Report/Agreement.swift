import Columns

/// How much of what was found is right, and how much of what is there was found.
struct Agreement: Equatable {
  /// The share of what was found that is right.
  var precision: Double
  /// The share of the gold that was found.
  var recall: Double

  init(precision: Double, recall: Double) {
    self.precision = precision
    self.recall = recall
  }

  /// Shares of counts; nothing found is a precision of 0, no gold a recall of 0.
  init(right: Int, found: Int, gold: Int) {
    precision = Self.share(right, of: found)
    recall = Self.share(right, of: gold)
  }

  /// The harmonic mean of both; 0 where both are.
  var f1: Double {
    let sum = precision + recall
    return sum > 0 ? 2 * precision * recall / sum : 0
  }

  /// A part of a whole; 0 where there is no whole.
  static func share(_ part: Int, of whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : 0
  }

  /// The three figures as percentages.
  func cells(decimals: Int) -> [String] {
    [precision, recall, f1].map { PercentText.string($0, decimals: decimals) }
  }

  /// An object of the three: `{"p":…,"r":…,"f1":…}`.
  var json: DynamicValue {
    .bag([.init("p", precision), .init("r", recall), .init("f1", f1)])
  }
}

extension DynamicValue.Property {
  init(_ key: String, _ value: Double) { self.init(key: key, value: .real(value)) }
  init(_ key: String, _ value: Int) { self.init(key: key, value: .long(Int64(value))) }
  init(_ key: String, _ value: String) { self.init(key: key, value: .string(value)) }
  init(_ key: String, _ value: DynamicValue) { self.init(key: key, value: value) }
}
