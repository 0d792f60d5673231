import Columns
import QueryPlanning

/// One of several values: `coalesce`, `max_of`, `min_of`; and `around`.
enum Choosing {
  static let functions: [ScalarFunction] = [
    ScalarFunction(
      "coalesce", .takingAlike(.common("value"), isVariadic: true),
      summary: "The first value that is neither null nor \"\".",
      example: ("print coalesce(\"\", \"Ruiz\", \"Okafor\")", "Ruiz")
    ) { context, arguments, count in
      choose(context, arguments, count) { row in
        arguments.firstIndex { !NullTests.isEmpty($0, row) } ?? arguments.count - 1
      }
    },
    extreme("max_of", "The largest of the values, nulls not counted.", "3", wantsLarger: true),
    extreme("min_of", "The smallest of the values, nulls not counted.", "1", wantsLarger: false),
  ]

  // MARK: - Implementation

  private static func choose(
    _ context: EvaluationContext, _ arguments: [ColumnVector], _ count: Int,
    _ body: (Int) -> Int
  ) -> ColumnVector {
    guard count > 0 else { return arguments[0] }
    if arguments.allSatisfy(\.isConstant) { return arguments[body(0)] }
    let choice = (0..<count).map { row in
      context.isSelected(row) ? Int32(truncatingIfNeeded: body(row)) : 0
    }
    return .merging(arguments, by: choice)
  }

  private static func extreme(
    _ name: String, _ summary: String, _ answer: String, wantsLarger: Bool
  ) -> ScalarFunction {
    ScalarFunction(
      name, .takingAlike(.common("value"), isVariadic: true), summary: summary,
      example: ("print \(name)(2, 3, 1)", answer)
    ) { context, arguments, count in
      choose(context, arguments, count) { row in
        var best = 0
        for index in arguments.indices.dropFirst() where !arguments[index].isNull(row) {
          if arguments[best].isNull(row)
            || isLess(
              arguments[wantsLarger ? best : index], arguments[wantsLarger ? index : best], row)
          {
            best = index
          }
        }
        return best
      }
    }
  }

  /// Whether the row's value of one vector is below that of another of the same type.
  private static func isLess(_ a: ColumnVector, _ b: ColumnVector, _ row: Int) -> Bool {
    let (i, j) = (a.index(row), b.index(row))
    switch (a.storage, b.storage) {
    case (.bool(let x), .bool(let y)): return x[i] < y[j]
    case (.int(let x), .int(let y)): return x[i] < y[j]
    case (.long(let x), .long(let y)): return x[i] < y[j]
    case (.real(let x), .real(let y)): return x[i] < y[j]
    case (.decimal(let x), .decimal(let y)): return x[i] < y[j]
    case (.guid(let x), .guid(let y)): return x[i] < y[j]
    case (.string, .string):
      return a.withUTF8(row) { x in b.withUTF8(row) { y in x.lexicographicallyPrecedes(y) } }
    case (.dynamic(let x), .dynamic(let y)): return DynamicOrder.isLess(x[i], y[j])
    case (.bool, _), (.int, _), (.long, _), (.real, _), (.decimal, _), (.guid, _), (.string, _),
      (.dynamic, _):
      return false
    }
  }
}
