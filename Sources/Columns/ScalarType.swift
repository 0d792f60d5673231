/// The types of values in queries, by their KQL names.
package enum ScalarType: UInt8, CaseIterable, Sendable {
  case bool, int, long, real, decimal, string, datetime, timespan, dynamic, guid
  /// The type of an expression that could not be bound; it fits everything, so that one mistake
  /// gives one message. Never met after binding.
  case unknown

  /// The name in queries and results.
  package var name: String {
    switch self {
    case .bool: return "bool"
    case .int: return "int"
    case .long: return "long"
    case .real: return "real"
    case .decimal: return "decimal"
    case .string: return "string"
    case .datetime: return "datetime"
    case .timespan: return "timespan"
    case .dynamic: return "dynamic"
    case .guid: return "guid"
    case .unknown: return "unknown"
    }
  }

  /// The type of that name, aliases (`double`, `boolean`, `date`, `time`) included.
  package init?(name: String) {
    switch name {
    case "bool", "boolean": self = .bool
    case "int": self = .int
    case "long": self = .long
    case "real", "double": self = .real
    case "decimal": self = .decimal
    case "string": self = .string
    case "datetime", "date": self = .datetime
    case "timespan", "time": self = .timespan
    case "dynamic": self = .dynamic
    case "guid": self = .guid
    default: return nil
    }
  }

  package var isNumeric: Bool {
    switch self {
    case .int, .long, .real, .decimal: return true
    case .bool, .string, .datetime, .timespan, .dynamic, .guid, .unknown: return false
    }
  }

  package var isInteger: Bool { self == .int || self == .long }
}
