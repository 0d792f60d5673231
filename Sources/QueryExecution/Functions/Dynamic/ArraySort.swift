import Columns
import QueryPlanning

/// `array_sort_asc` and `array_sort_desc`.
enum ArraySort {
  static let functions: [ScalarFunction] = [
    sort("array_sort_asc", "from the smallest to the largest", "[1,2,3]", isAscending: true),
    sort("array_sort_desc", "from the largest to the smallest", "[3,2,1]", isAscending: false),
  ]

  // MARK: - Implementation

  private static func sort(
    _ name: String, _ order: String, _ answer: String, isAscending: Bool
  ) -> ScalarFunction {
    ScalarFunction(
      FunctionSignature(
        name: name,
        overloads: [
          .taking(.dynamic("array"), .bool("nulls_last"), optional: 1, giving: .dynamic),
          .taking(.dynamic("array"), .any("other"), isVariadic: true, giving: .dynamic),
        ],
        summary: "The elements \(order), numbers before texts; other arrays follow the first.",
        example: Example("print \(name)(dynamic([2, 3, 1]))", answer)),
      kernels: [one(isAscending), several(isAscending)])
  }

  private static func one(_ isAscending: Bool) -> ScalarFunction.Kernel {
    { context, arguments, count in
      let arrays = arguments[0].dynamicRows
      let nullsLast = arguments.count > 1 ? arguments[1].boolRows : nil
      return context.dynamicRows(count, of: arguments) { row in
        guard let array = arrays[row].flatMap(ArrayFunctions.members) else { return .null }
        let order = places(array, isAscending, nullsLast: nullsLast.map { $0[row] != 0 } ?? true)
        return .array(order.map { array[$0] })
      }
    }
  }

  /// An array of all arrays, each in the order of the first; null for one of another length.
  ///
  /// A truth value at the end says whether nulls come last.
  private static func several(_ isAscending: Bool) -> ScalarFunction.Kernel {
    { context, arguments, count in
      let hasOption = arguments.last?.type == .bool
      let nullsLast = hasOption ? arguments.last?.boolRows : nil
      let parts = hasOption ? arguments.dropLast() : arguments[...]
      let arrays = arguments[0].dynamicRows
      return context.dynamicRows(count, of: arguments) { row in
        guard let first = arrays[row].flatMap(ArrayFunctions.members) else { return .null }
        let order = places(first, isAscending, nullsLast: nullsLast.map { $0[row] != 0 } ?? true)
        return .array(
          parts.map { part in
            let value = DynamicValue(part.value(at: row))
            guard case .array(let members) = value, members.count == first.count else {
              return .null
            }
            return .array(order.map { members[$0] })
          })
      }
    }
  }

  /// The order of the elements: each kind in its own, the kinds as always.
  ///
  /// Stable.
  private static func places(
    _ array: [DynamicValue], _ isAscending: Bool, nullsLast: Bool
  ) -> [Int] {
    let nulls = array.indices.filter { array[$0] == .null }
    let others = array.indices.filter { array[$0] != .null }
    let kinds = array.map(DynamicKind.init)
    let sorted = others.sorted { first, second in
      if kinds[first] != kinds[second] { return kinds[first] < kinds[second] }
      let (x, y) = isAscending ? (first, second) : (second, first)
      if DynamicOrder.isLess(array[x], array[y]) { return true }
      if DynamicOrder.isLess(array[y], array[x]) { return false }
      return first < second
    }
    return nullsLast ? sorted + nulls : nulls + sorted
  }
}

/// The kinds of values that sorting keeps apart, in their order.
private enum DynamicKind: Int, Comparable {
  case quantity, text, other

  init(_ value: DynamicValue) {
    switch value {
    case .long, .real, .datetime, .timespan: self = .quantity
    case .string: self = .text
    case .null, .bool, .array, .bag: self = .other
    }
  }

  static func < (a: DynamicKind, b: DynamicKind) -> Bool { a.rawValue < b.rawValue }
}
