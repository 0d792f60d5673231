package import Columns

/// One value of a result or a parameter.
public enum Value: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int32)
  case long(Int64)
  case real(Double)
  /// Digits with sign and point, exact.
  case decimal(String)
  case string(String)
  /// 100 ns steps since 0001-01-01T00:00 UTC.
  case datetime(ticks: Int64)
  /// 100 ns steps.
  case timespan(ticks: Int64)
  /// JSON.
  case dynamic(String)
  /// As `01234567-89ab-cdef-0123-456789abcdef`.
  case guid(String)

  /// The text, where it is a string.
  public var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The number, where it is an integer.
  public var integer: Int64? {
    switch self {
    case .int(let number): return Int64(number)
    case .long(let number): return number
    case .null, .bool, .real, .decimal, .string, .datetime, .timespan, .dynamic, .guid: return nil
    }
  }

  /// The number, where it is an integer or a real.
  public var number: Double? {
    if case .real(let number) = self { return number }
    return integer.map(Double.init)
  }

  /// The truth value, where it is one.
  public var bool: Bool? {
    if case .bool(let value) = self { return value }
    return nil
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A long.
  public init(integerLiteral value: Int64) { self = .long(value) }
  /// A real.
  public init(floatLiteral value: Double) { self = .real(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Null.
  public init(nilLiteral: ()) { self = .null }
}

/// The type of a column or parameter.
public enum ValueType: String, CaseIterable, Sendable {
  case bool, int, long, real, decimal, string, datetime, timespan, dynamic, guid

  package init(_ type: ScalarType) {
    switch type {
    case .bool: self = .bool
    case .int: self = .int
    case .long: self = .long
    case .real: self = .real
    case .decimal: self = .decimal
    case .string: self = .string
    case .datetime: self = .datetime
    case .timespan: self = .timespan
    case .dynamic, .unknown: self = .dynamic
    case .guid: self = .guid
    }
  }

  /// Whether values line up at the right edge in tables.
  public var isNumeric: Bool {
    switch self {
    case .int, .long, .real, .decimal: return true
    case .bool, .string, .datetime, .timespan, .dynamic, .guid: return false
    }
  }
}
