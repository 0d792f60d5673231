import Columns

/// Cells of a result as charts read them.
enum ChartCell {
  /// The value of a cell; tables of texts are read by their types.
  static func value(_ table: any ResultTable, row: Int, column: Int) -> ScalarValue {
    if let table = table as? ColumnTable { return table.vectors[column].value(at: row) }
    var bytes: [UInt8] = []
    guard table.appendText(row: row, column: column, to: &bytes) else { return .null(.string) }
    let text = String(decoding: bytes, as: UTF8.self)
    let column = table.columns[column]
    if column.isNumeric { return RealText.parse(text).map { .real($0) } ?? .null(.real) }
    switch column.typeName {
    case "datetime": return DatetimeText.parse(text).map { .datetime($0) } ?? .null(.datetime)
    case "timespan": return TimespanText.parse(text).map { .timespan($0) } ?? .null(.timespan)
    case "dynamic": return JSONParser.parse(text).map { .dynamic($0) } ?? .null(.dynamic)
    default: return .string(text)
    }
  }

  /// The value as a number on an axis; not a number for null and all that is none.
  static func number(_ value: ScalarValue) -> Double {
    switch value {
    case .bool(let value): return value ? 1 : 0
    case .int(let value): return Double(value)
    case .long(let value), .datetime(let value), .timespan(let value): return Double(value)
    case .real(let value): return bounded(value)
    case .decimal(let value): return bounded(RealText.parse(DecimalText.string(value)) ?? .nan)
    case .dynamic(let value): return number(value)
    case .null, .string, .guid: return .nan
    }
  }

  static func number(_ value: DynamicValue) -> Double {
    switch value {
    case .long(let value), .datetime(let value), .timespan(let value): return Double(value)
    case .real(let value): return bounded(value)
    case .bool(let value): return value ? 1 : 0
    // Moments in JSON are texts.
    case .string(let text): return DatetimeText.parse(text).map { Double($0) } ?? .nan
    case .null, .array, .bag: return .nan
    }
  }

  /// The members of an array; nil for what is none.
  static func members(_ value: ScalarValue) -> [DynamicValue]? {
    if case .dynamic(.array(let members)) = value { return members }
    return nil
  }

  /// What a dynamic column holds, by some of its values; nil where they tell nothing.
  static func nature(_ value: ScalarValue) -> ChartColumns.Nature? {
    guard case .dynamic(let value) = value else { return nil }
    switch value {
    case .null: return nil
    case .long, .real: return .number
    case .timespan: return .timespan
    case .datetime: return .time
    case .string(let text): return DatetimeText.parse(text) == nil ? .text : .time
    case .bool: return .text
    case .bag: return .other
    case .array(let members):
      for member in members.prefix(100) {
        switch member {
        case .null: continue
        case .long, .real, .timespan: return .numbers
        case .datetime: return .times
        case .string(let text): return DatetimeText.parse(text) == nil ? .texts : .times
        case .bool, .array, .bag: return .other
        }
      }
      return nil
    }
  }

  /// Infinities have no place; beyond 1e300 differences of two values would be infinite.
  private static func bounded(_ value: Double) -> Double {
    value.isFinite ? min(max(value, -1e300), 1e300) : .nan
  }
}
