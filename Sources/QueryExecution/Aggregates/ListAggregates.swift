import Columns
import QueryPlanning

extension AggregateFunction {
  static let makeList = list(
    "make_list", ["makelist"], prefix: "list", isSet: false, keepsNulls: false,
    "An array of the values, in the order of the rows; nulls are left out.",
    Example("range x from 1 to 3 step 1 | summarize make_list(x)", "[1,2,3]"))
  static let makeListWithNulls = list(
    "make_list_with_nulls", prefix: "list", isSet: false, keepsNulls: true,
    "An array of the values, nulls too, in the order of the rows.",
    Example("range x from 1 to 3 step 1 | summarize make_list_with_nulls(x)", "[1,2,3]"))
  static let makeSet = list(
    "make_set", ["makeset"], prefix: "set", isSet: true, keepsNulls: false,
    "An array of the different values, or elements of arrays, as they first appear.",
    Example("range x from 1 to 9 step 1 | summarize make_set(x % 3)", "[1,2,0]"))
  static let makeListIf = conditionalList(
    "make_list_if", prefix: "list", isSet: false,
    "An array of the values in rows for which the condition is true.",
    Example("range x from 1 to 3 step 1 | summarize make_list_if(x, x > 1)", "[2,3]"))
  static let makeSetIf = conditionalList(
    "make_set_if", prefix: "set", isSet: true,
    "An array of the different values in rows for which the condition is true.",
    Example("range x from 1 to 9 step 1 | summarize make_set_if(x % 3, x > 3)", "[1,2,0]"))

  private static func list(
    _ name: String, _ aliases: [String] = [], prefix: String, isSet: Bool, keepsNulls: Bool,
    _ summary: String, _ example: Example
  ) -> AggregateFunction {
    AggregateFunction(
      AggregateSignature(
        name: name, aliases: aliases,
        overloads: [
          FunctionOverload(
            [Parameter("x", .any), Parameter("size", .exactly(.long), isConstant: true)],
            optional: 1, result: .exactly(.dynamic))
        ],
        naming: .prefixed(prefix), summary: summary, example: example)
    ) { call in
      ListAccumulator(
        call.types.first ?? .dynamic, isSet: isSet, keepsNulls: keepsNulls, size: call.size(1))
    }
  }

  private static func conditionalList(
    _ name: String, prefix: String, isSet: Bool, _ summary: String, _ example: Example
  ) -> AggregateFunction {
    AggregateFunction(
      AggregateSignature(
        name: name,
        overloads: [
          FunctionOverload(
            [
              Parameter("x", .any), Parameter("condition", .exactly(.bool)),
              Parameter("size", .exactly(.long), isConstant: true),
            ], optional: 1, result: .exactly(.dynamic))
        ],
        naming: .prefixed(prefix), summary: summary, example: example)
    ) { call in
      ConditionalAccumulator(
        ListAccumulator(
          call.types.first ?? .dynamic, isSet: isSet, keepsNulls: false, size: call.size(2)),
        condition: 1)
    }
  }
}

/// Collects values to arrays.
final class ListAccumulator: AggregateAccumulator {
  private let keepsNulls: Bool
  private let size: Int
  private var distinct: DistinctValues?
  private var values: ColumnBuilder
  /// The group of each value held.
  private var groups: [Int32] = []
  private var counts: [Int] = []

  init(_ type: ScalarType, isSet: Bool, keepsNulls: Bool, size: Int?) {
    values = ColumnBuilder(type)
    distinct = isSet ? DistinctValues() : nil
    self.keepsNulls = keepsNulls
    self.size = max(0, size ?? .max)
  }

  var byteCount: Int {
    values.byteCount + groups.count * 4 + counts.count * 8 + (distinct?.byteCount ?? 0)
  }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _: EvaluationContext) {
    counts.grow(to: rows.groupCount, with: 0)
    let (column, rows) = members(arguments[0].flattened(), rows)
    let candidates =
      distinct?.newRows(column, rows)
      ?? (0..<rows.count).map { Int32(truncatingIfNeeded: $0) }
    var taken: [Int32] = []
    taken.reserveCapacity(candidates.count)
    for row in candidates {
      let group = rows.groups[Int(row)]
      guard counts[Int(group)] < size, keepsNulls || !column.isNull(Int(row)) else { continue }
      counts[Int(group)] += 1
      groups.append(group)
      taken.append(row)
    }
    values.append(column.gathered(taken))
  }

  func finish(groupCount: Int, _: EvaluationContext) -> [ColumnVector] {
    var arrays = [[DynamicValue]](repeating: [], count: groupCount)
    let column = values.finish()
    for (row, group) in groups.enumerated() {
      arrays[Int(group)].append(DynamicValue(column.value(at: row)))
    }
    return [.dynamics(arrays.map { .array($0) })]
  }

  // MARK: - Implementation

  /// Of a set the elements of arrays one by one; a list takes arrays as they are.
  private func members(
    _ column: ColumnVector, _ rows: GroupedRows
  ) -> (ColumnVector, GroupedRows) {
    guard distinct != nil, case .dynamic(let values) = column.storage else { return (column, rows) }
    var elements: [DynamicValue] = []
    var groups: [Int32] = []
    for row in 0..<rows.count {
      if case .array(let array) = values[row] {
        elements += array
        groups.append(contentsOf: repeatElement(rows.groups[row], count: array.count))
      } else {
        elements.append(values[row])
        groups.append(rows.groups[row])
      }
    }
    return (.dynamics(elements), GroupedRows(groups: groups, groupCount: rows.groupCount))
  }
}
