import Columns
import QueryPlanning
import RegularExpressions

/// `trim`, `trim_start` and `trim_end`: without what a pattern matches at the ends.
enum Trim {
  static let functions: [ScalarFunction] = [
    declare(
      "trim", start: true, end: true, "The text without matches of the pattern at both ends.",
      ("print trim(\"-\", \"--road--\")", "road")),
    declare(
      "trim_start", start: true, end: false,
      "The text without matches of the pattern at its start.",
      ("print trim_start(\"-\", \"--road--\")", "road--")),
    declare(
      "trim_end", start: false, end: true, "The text without matches of the pattern at its end.",
      ("print trim_end(\"-\", \"--road--\")", "--road")),
  ]

  // MARK: - Implementation

  private static func declare(
    _ name: String, start: Bool, end: Bool, _ summary: String,
    _ example: (query: String, answer: String)
  ) -> ScalarFunction {
    ScalarFunction(
      name, .taking(.pattern("pattern"), .text("text"), giving: .string), summary: summary,
      example: example
    ) { context, arguments, count in
      let fixed = try arguments[0].constantText.map { try Ends($0) }
      return try context.mapText([arguments[1], arguments[0]], count) { text, row, bytes in
        let ends = try fixed ?? Ends(arguments[0].withUTF8(row) { Array($0) })
        var rest = 0..<text.count
        if start, let match = ends.first.firstMatch(in: text)?[0] {
          rest = match.upperBound..<text.count
        }
        if end, !rest.isEmpty {
          // On what is left, so that both ends never take the same characters.
          let left = UnsafeBufferPointer(rebasing: text[rest])
          if let match = ends.last.firstMatch(in: left)?[0] {
            rest = rest.lowerBound..<rest.lowerBound + match.lowerBound
          }
        }
        bytes.append(contentsOf: text[rest])
      }
    }
  }

  /// The pattern, any number of times, at the start and at the end of a text.
  private struct Ends {
    let first: RegularExpression
    let last: RegularExpression

    init(_ pattern: [UInt8]) throws {
      // Errors are about the pattern as written.
      _ = try pattern.withUnsafeBufferPointer { try RegularExpression.compiled($0) }
      let repeated = Array("(?:".utf8) + pattern + Array(")+".utf8)
      first = try (Array("\\A".utf8) + repeated).withUnsafeBufferPointer { try .compiled($0) }
      last = try (repeated + Array("\\z".utf8)).withUnsafeBufferPointer { try .compiled($0) }
    }
  }
}
