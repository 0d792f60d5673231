import Columns
import QueryPlanning

/// Makes a row of each member of dynamic values, those of several values side by side.
///
/// Null stands for one row without a value, an empty array for none. Gives what a batch of the input
/// makes in batches of about the usual size.
final class ExpandOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let members: ExpandedMembers
  private let run: RunState
  private var context: EvaluationContext
  private var work: (batch: Batch, values: [ColumnVector], row: Int)?

  init(
    _ input: any PhysicalOperator, _ members: ExpandedMembers, context: EvaluationContext,
    run: RunState
  ) {
    self.input = input
    self.members = members
    self.context = context
    self.run = run
  }

  func next() throws -> Batch? {
    if work == nil {
      guard let batch = try input.next()?.compacted() else { return nil }
      try run.step(batch.count)
      context.selection = nil
      work = (batch, try members.evaluate(batch, &context), 0)
    }
    guard let (batch, values, first) = work else { return nil }
    var rows: [Int32] = []
    var made = MembersOfRows(members)
    var row = first
    while row < batch.count, rows.count < run.options.batchSize {
      let count = members.add(row: row, of: values, to: &made)
      rows.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: row), count: count))
      row += 1
    }
    work = row < batch.count ? (batch, values, row) : nil
    try run.step(rows.count)
    return Batch(
      columns: batch.columns.map { $0.gathered(rows) } + made.columns(context, count: rows.count),
      count: rows.count, lineage: batch.lineage.gathered(rows))
  }
}

/// How members are taken out of the values of a row.
struct ExpandedMembers {
  let values: [Expression]
  let types: [ScalarType]
  let hasIndex: Bool
  let givesPairs: Bool
  let limit: Int

  func evaluate(_ batch: Batch, _ context: inout EvaluationContext) throws -> [ColumnVector] {
    try values.map { try $0.evaluate(batch.columns, count: batch.count, &context).flattened() }
  }

  /// Adds the members of a row; gives their number.
  func add(row: Int, of values: [ColumnVector], to made: inout MembersOfRows) -> Int {
    let lists = values.map { column -> [DynamicValue]? in
      column.isNull(row) ? nil : list(column.dynamics[row])
    }
    let longest = lists.map { $0?.count ?? 1 }.max() ?? 0
    let count = min(longest, limit)
    for (index, list) in lists.enumerated() {
      for position in 0..<count {
        let isThere = list.map { position < $0.count } ?? false
        made.members[index].append(isThere ? list?[position] ?? .null : .null)
      }
    }
    if hasIndex { made.indices += (0..<count).map(Int64.init) }
    return count
  }

  private func list(_ value: DynamicValue) -> [DynamicValue]? {
    switch value {
    case .array(let members): return members
    case .bag(let properties):
      return properties.map { property in
        givesPairs
          ? .array([.string(property.key), property.value])
          : .bag([property])
      }
    case .null: return nil
    case .bool, .long, .real, .string, .datetime, .timespan: return [value]
    }
  }
}

/// Members as they are collected, a list for each value.
struct MembersOfRows {
  fileprivate var members: [[DynamicValue]]
  fileprivate var indices: [Int64] = []
  private let types: [ScalarType]
  private let hasIndex: Bool

  init(_ expanded: ExpandedMembers) {
    members = expanded.types.map { _ in [] }
    types = expanded.types
    hasIndex = expanded.hasIndex
  }

  /// The number of the member, where it is asked for, then a column for each value.
  func columns(_ context: EvaluationContext, count: Int) -> [ColumnVector] {
    let columns = zip(members, types).map { values, type -> ColumnVector in
      let dynamic = ColumnVector.dynamics(values)
      return type == .dynamic || type == .unknown
        ? dynamic : Conversion(target: type).apply(dynamic, count: count, context)
    }
    return hasIndex ? [.longs(indices)] + columns : columns
  }
}
