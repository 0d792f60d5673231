import Columns
import QueryPlanning
import RegularExpressions

/// `matches regex`: a search with RE2.
enum MatchesRegex {
  static let function = ScalarFunction(
    "matches regex", .taking(.text("text"), .pattern("pattern"), giving: .bool),
    summary: "Whether the regular expression (RE2) matches somewhere in the text.",
    example: ("print \"route 66\" matches regex \"[0-9]+\"", "true")
  ) { context, arguments, count in
    let cancellation = context.cancellation
    let fixed = try arguments[1].constantPattern()
    return try context.mapTextToBool(arguments, count) { text, row in
      try cancellation.check()
      let expression = try fixed ?? arguments[1].withUTF8(row) { try .compiled($0) }
      return expression.matches(text)
    }
  }
}

extension ColumnVector {
  /// The regular expression that a constant argument is; nil where it may change from row to row.
  func constantPattern() throws -> RegularExpression? {
    guard isConstant, count > 0 else { return nil }
    return try withUTF8(0) { try .compiled($0) }
  }
}
