import Columns
import QueryPlanning

/// `similarity`: how much of two texts is the same.
enum Similarity {
  static let function = ScalarFunction(
    "similarity", .taking(.text("first"), .text("second"), giving: .real),
    summary: "From 0 to 1: how few characters must change to make one text the other, in any case.",
    example: ("print similarity(\"Okafor\", \"Okefor\") > 0.8", "true")
  ) { context, arguments, count in
    let cancellation = context.cancellation
    return try context.rows(count, of: arguments, as: .real) { row -> Double? in
      let (a, b) = (folded(arguments[0], row), folded(arguments[1], row))
      let longest = max(a.count, b.count)
      guard longest > 0 else { return 1 }
      let edits = try editCount(a, b) { try cancellation.check() }
      return 1 - Double(edits) / Double(longest)
    }
  }

  // MARK: - Implementation

  private static func folded(_ column: ColumnVector, _ row: Int) -> [UInt32] {
    column.withUTF8(row) { text in
      var codes: [UInt32] = []
      codes.reserveCapacity(text.count)
      var index = 0
      while index < text.count {
        let (scalar, length) = UTF8Scalars.decode(text, at: index)
        codes.append(CaseFolding.fold(scalar))
        index += length
      }
      return codes
    }
  }

  /// Insertions, deletions and replacements of one character [Levenshtein 1966].
  /// - Complexity: O(*n*·*m*); `pause` is called for each character of `a`.
  private static func editCount(
    _ a: [UInt32], _ b: [UInt32], pause: () throws -> Void
  ) rethrows -> Int {
    var costs = Array(0...b.count)
    for (line, code) in a.enumerated() {
      try pause()
      var diagonal = line
      costs[0] = line + 1
      for column in b.indices {
        let above = costs[column + 1]
        let changed = diagonal + (b[column] == code ? 0 : 1)
        costs[column + 1] = min(changed, above + 1, costs[column] + 1)
        diagonal = above
      }
    }
    return costs[b.count]
  }
}
