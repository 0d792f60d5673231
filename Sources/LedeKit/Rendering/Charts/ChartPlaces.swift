import Columns

/// The places of an axis without a measure, in the order in which they come: names, moments, numbers.
struct ChartPlaces: Sendable {
  private(set) var values: [ScalarValue] = []
  /// Rows that found no place: over the limit, or without a moment or number.
  private(set) var leftOut = 0
  private(set) var missing = 0
  private var indices: [ScalarValue: Int] = [:]
  private static let limit = 10_000

  var count: Int { values.count }

  /// A place for one row alone; nil where there are too many.
  @discardableResult
  mutating func append(_ value: ScalarValue) -> Int? {
    guard values.count < Self.limit else {
      leftOut += 1
      return nil
    }
    values.append(value)
    return values.count - 1
  }

  /// The place of a value, a new one where it has none; nil where there are too many.
  mutating func index(of value: ScalarValue) -> Int? {
    if let index = indices[value] { return index }
    let index = append(value)
    indices[value] = index
    return index
  }

  mutating func countMissing() { missing += 1 }

  /// Whether they have an order of their own, as moments and numbers do.
  var areOrdered: Bool {
    !values.isEmpty
      && values.allSatisfy {
        switch $0 {
        case .datetime, .timespan, .int, .long, .real: return true
        case .null, .bool, .decimal, .string, .dynamic, .guid: return false
        }
      }
  }

  /// The words for values: days where all are midnights, numbers with their thousands.
  static func labels(_ values: [ScalarValue]) -> [String] {
    let areDays = values.allSatisfy {
      if case .datetime(let moment) = $0 { return moment % Ticks.perDay == 0 }
      return true
    }
    return values.map { value in
      switch value {
      case .null: return "(blank)"
      case .string(let text): return text.isEmpty ? "(blank)" : text
      case .bool(let value): return value ? "true" : "false"
      case .int(let number): return grouped(Int(number))
      case .long(let number): return grouped(Int(number))
      case .real(let number): return ChartNumberText.text(number)
      case .decimal(let number): return DecimalText.string(number)
      case .datetime(let moment):
        let text = DatetimeText.string(moment)
        if areDays { return String(text.prefix(10)) }
        return text.prefix(10) + " "
          + text.dropFirst(11).prefix(moment % Ticks.perMinute == 0 ? 5 : 8)
      case .timespan(let length): return TimespanText.string(length)
      case .dynamic(let value): return DynamicText.string(value)
      case .guid(let high, let low): return GuidText.string(high: high, low: low)
      }
    }
  }
}
