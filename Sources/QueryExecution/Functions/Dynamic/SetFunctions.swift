import Columns
import QueryPlanning

/// Arrays as sets: `set_has_element`, `set_union`, `set_intersect`, `set_difference`,
/// `jaccard_index`.
///
/// Elements come once, in order of first appearance.
enum SetFunctions {
  static let functions: [ScalarFunction] = [
    ScalarFunction(
      "set_has_element", .taking(.dynamic("set"), .any("value"), giving: .bool),
      summary: "Whether the value is among the array's elements.",
      example: ("print set_has_element(dynamic([1, 2, 3]), 2)", "true")
    ) { context, arguments, count in
      let sets = arguments[0].dynamicRows
      return context.boolRows(count, of: arguments) { row in
        guard let members = sets[row].flatMap(ArrayFunctions.members) else { return nil }
        let wanted = DynamicOrder.key(DynamicValue(arguments[1].value(at: row)))
        return members.contains { DynamicOrder.key($0) == wanted }
      }
    },
    combine(
      "set_union", "The elements that are in any of the arrays.", "[1,2,3]"
    ) { sets in sets.flatMap { $0 } },
    combine(
      "set_intersect", "The elements that are in all of the arrays.", "[2]"
    ) { sets in
      let others = sets.dropFirst().map { Set($0.map(DynamicOrder.key)) }
      return (sets.first ?? []).filter { element in
        others.allSatisfy { $0.contains(DynamicOrder.key(element)) }
      }
    },
    combine(
      "set_difference", "The elements of the first array that are in no other.", "[1]"
    ) { sets in
      let others = Set(sets.dropFirst().joined().map(DynamicOrder.key))
      return (sets.first ?? []).filter { !others.contains(DynamicOrder.key($0)) }
    },
    ScalarFunction(
      "jaccard_index", .taking(.dynamic("first"), .dynamic("second"), giving: .real),
      summary: "The share of the elements of both arrays that are in each of them.",
      example: ("print jaccard_index(dynamic([1, 2]), dynamic([2, 3, 4]))", "0.25")
    ) { context, arguments, count in
      let sets = arguments.map(\.dynamicRows)
      return context.rows(count, of: arguments, as: .real) { row -> Double? in
        let parts = sets.compactMap { $0[row].flatMap(ArrayFunctions.members) }
        guard parts.count == 2 else { return nil }
        let (a, b) = (Set(parts[0].map(DynamicOrder.key)), Set(parts[1].map(DynamicOrder.key)))
        return Double(a.intersection(b).count) / Double(a.union(b).count)
      }
    },
  ]

  // MARK: - Implementation

  private static func combine(
    _ name: String, _ summary: String, _ answer: String,
    _ body: @escaping @Sendable ([[DynamicValue]]) -> [DynamicValue]
  ) -> ScalarFunction {
    ScalarFunction(
      name, .taking(.dynamic("first"), .dynamic("other"), isVariadic: true, giving: .dynamic),
      summary: summary, example: ("print \(name)(dynamic([1, 2]), dynamic([2, 3]))", answer)
    ) { context, arguments, count in
      let sets = arguments.map(\.dynamicRows)
      return context.dynamicRows(count, of: arguments) { row in
        let parts = sets.compactMap { $0[row].flatMap(ArrayFunctions.members) }
        guard parts.count == sets.count else { return .null }
        var seen: Set<DynamicValue> = []
        return .array(body(parts).filter { seen.insert(DynamicOrder.key($0)).inserted })
      }
    }
  }
}
