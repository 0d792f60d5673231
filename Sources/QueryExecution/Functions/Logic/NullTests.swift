import Columns
import QueryPlanning

/// `isnull`, `isnotnull`, `isempty`, `isnotempty`.
enum NullTests {
  static let functions: [ScalarFunction] = [
    declare(
      "isnull", [], "Whether there is no value; a text always is one.",
      ("print isnull(int(null))", "true"), wanted: true, isMissing: isNull),
    declare(
      "isnotnull", ["notnull"], "Whether there is a value.", ("print isnotnull(\"\")", "true"),
      wanted: false, isMissing: isNull),
    declare(
      "isempty", [], "Whether the value is \"\" or null.", ("print isempty(\"\")", "true"),
      wanted: true, isMissing: isEmpty),
    declare(
      "isnotempty", ["notempty"], "Whether the value is neither \"\" nor null.",
      ("print isnotempty(\"\")", "false"), wanted: false, isMissing: isEmpty),
  ]

  /// Null, or the empty string, also inside a dynamic value.
  static func isEmpty(_ column: ColumnVector, _ row: Int) -> Bool {
    switch column.storage {
    case .string: return column.withUTF8(row) { $0.isEmpty }
    case .dynamic(let values):
      switch values[column.index(row)] {
      case .null: return true
      case .string(let text): return text.isEmpty
      case .bool, .long, .real, .datetime, .timespan, .array, .bag: return false
      }
    case .bool, .int, .long, .real, .decimal, .guid: return column.isNull(row)
    }
  }

  // MARK: - Implementation

  private static func isNull(_ column: ColumnVector, _ row: Int) -> Bool { column.isNull(row) }

  private static func declare(
    _ name: String, _ aliases: [String], _ summary: String,
    _ example: (query: String, answer: String), wanted: Bool,
    isMissing: @escaping @Sendable (ColumnVector, Int) -> Bool
  ) -> ScalarFunction {
    ScalarFunction(
      name, aliases: aliases, .taking(.any("value"), giving: .bool), summary: summary,
      example: example
    ) { context, arguments, count in
      context.boolRows(count, of: arguments) { isMissing(arguments[0], $0) == wanted }
    }
  }
}
