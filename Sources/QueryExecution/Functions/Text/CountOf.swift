import Columns
import QueryPlanning

/// `countof`: how often a text or a pattern occurs in another text.
enum CountOf {
  static let function = ScalarFunction(
    "countof",
    .taking(.text("text"), .text("search"), .text("kind"), optional: 1, giving: .long),
    summary: "How often a text occurs in another; with \"regex\" how often a pattern does.",
    example: ("print countof(\"the cat sat on the mat\", \"at\")", "3")
  ) { context, arguments, count in
    let cancellation = context.cancellation
    let isRegex = try kind(arguments, count)
    let fixed = isRegex ? try arguments[1].constantPattern() : nil
    return try context.mapTextToLong(arguments, count) { text, row in
      var total: Int64 = 0
      if isRegex {
        let expression = try fixed ?? arguments[1].withUTF8(row) { try .compiled($0) }
        try expression.forEachMatch(in: text, cancellation: cancellation) { _ in
          total += 1
          return true
        }
        return total
      }
      return arguments[1].withUTF8(row) { search in
        guard !search.isEmpty else { return 0 }
        _ = ByteSearch(Array(search)).containsHit(in: text) { _ in
          total += 1
          return false
        }
        return total
      }
    }
  }

  // MARK: - Implementation

  private static func kind(_ arguments: [ColumnVector], _ count: Int) throws -> Bool {
    guard arguments.count > 2, count > 0 else { return false }
    let kind = arguments[2].withUTF8(0) { String(decoding: $0, as: UTF8.self) }
    switch kind {
    case "regex": return true
    case "normal": return false
    default:
      throw ExecutionError.badArgument(
        function: "countof", reason: "the kind is \"normal\" or \"regex\", not \"\(kind)\"")
    }
  }
}
