import Columns
import QueryPlanning

/// `near` and `apart`: how close words stand, counted in words.
enum Closeness {
  static let functions: [ScalarFunction] = [
    ScalarFunction(
      "near",
      .taking(
        .text("text"), .text("first"), .text("second"), .long("distance"), .bool("ordered"),
        optional: 1, giving: .bool),
      summary: "Whether two words or phrases stand within so many words of each other.",
      example: (
        "print near(\"The pier was closed to all ferries\", \"pier\", \"ferr*\", 5)", "true"
      ),
      kernel: { context, arguments, count in
        try evaluate(&context, arguments, count) { places, others, distance, isOrdered in
          isClose(places, others, distance, isOrdered)
        }
      }),
    ScalarFunction(
      "apart",
      .taking(
        .text("text"), .text("first"), .text("second"), .long("distance"), .bool("ordered"),
        optional: 1, giving: .bool),
      summary: "Whether a word stands anywhere with no other within so many words of it.",
      example: ("print apart(\"The pier was closed\", \"pier\", \"ferry\", 5)", "true"),
      kernel: { context, arguments, count in
        try evaluate(&context, arguments, count) { places, others, distance, isOrdered in
          places.contains { !isClose([$0], others, distance, isOrdered) }
        }
      }),
  ]

  // MARK: - Implementation

  private static func evaluate(
    _ context: inout EvaluationContext, _ arguments: [ColumnVector], _ count: Int,
    _ test: ([Range<Int>], [Range<Int>], Int, Bool) -> Bool
  ) throws -> ColumnVector {
    let distances = arguments[3].longRows
    let orders = arguments.count > 4 ? arguments[4].boolRows : nil
    var fixed: (TermPhrase, TermPhrase)?
    if arguments[1].isConstant, arguments[2].isConstant, count > 0 {
      fixed = (
        arguments[1].withUTF8(0) { TermPhrase($0) }, arguments[2].withUTF8(0) { TermPhrase($0) }
      )
    }
    let cancellation = context.cancellation
    var steps = 0
    return try context.mapTextToBool(arguments, count) { text, row in
      steps += 1
      if steps % 64 == 0 { try cancellation.check() }
      let (first, second) =
        fixed
        ?? (
          arguments[1].withUTF8(row) { TermPhrase($0) },
          arguments[2].withUTF8(row) { TermPhrase($0) }
        )
      guard let distance = distances[row] else { return false }
      let terms = Terms(text)
      let places = first.places(in: terms)
      guard !places.isEmpty else { return false }
      let isOrdered = orders?[row] == 1
      return test(
        places, second.places(in: terms), Int(clamping: max(0, distance)), isOrdered)
    }
  }

  /// Whether a place of either list stands within the distance of one of the other.
  ///
  /// Both are ascending; words next to each other are one apart.
  private static func isClose(
    _ first: [Range<Int>], _ second: [Range<Int>], _ distance: Int, _ isOrdered: Bool
  ) -> Bool {
    var low = 0
    for place in first {
      // What ends too far before this place does so before all later ones.
      while low < second.count, second[low].upperBound + distance < place.lowerBound + 1 {
        low += 1
      }
      var index = low
      while index < second.count, second[index].lowerBound < place.upperBound + distance {
        let other = second[index]
        if other.lowerBound >= place.upperBound { return true }
        if !isOrdered, other.upperBound <= place.lowerBound { return true }
        index += 1
      }
    }
    return false
  }
}
