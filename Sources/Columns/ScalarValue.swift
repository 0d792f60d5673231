/// One value of a query: a literal, a parameter, a cell that is shown.
///
/// Never used row by row inside the engine, which works on ``ColumnVector``s.
package enum ScalarValue: Hashable, Sendable {
  case null(ScalarType)
  case bool(Bool)
  case int(Int32)
  case long(Int64)
  case real(Double)
  case decimal(DecimalValue)
  case string(String)
  /// 100 ns steps since 0001-01-01 UTC.
  case datetime(Int64)
  /// 100 ns steps.
  case timespan(Int64)
  case dynamic(DynamicValue)
  /// The 128 bits, most significant first.
  case guid(high: UInt64, low: UInt64)

  package var type: ScalarType {
    switch self {
    case .null(let type): return type
    case .bool: return .bool
    case .int: return .int
    case .long: return .long
    case .real: return .real
    case .decimal: return .decimal
    case .string: return .string
    case .datetime: return .datetime
    case .timespan: return .timespan
    case .dynamic: return .dynamic
    case .guid: return .guid
    }
  }

  package var isNull: Bool {
    if case .null = self { return true }
    return false
  }
}
