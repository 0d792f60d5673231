import Columns
import QueryPlanning

/// Runs a plan over the members of each row; then the columns of the row, beside those of the plan.
///
/// The plan is made ready anew for each row, which keeps what its operators hold apart.
final class ApplyOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let members: ExpandedMembers
  private let body: LogicalPlan
  private let builder: OperatorBuilder
  private let run: RunState
  private let outer: [Int]
  private var context: EvaluationContext
  private var batch: Batch?
  private var values: [ColumnVector] = []
  private var row = 0
  private var pending: (any PhysicalOperator)?

  /// `outer` are the columns of the row that the plan sees behind its members.
  init(
    _ input: any PhysicalOperator, _ members: ExpandedMembers, body: LogicalPlan, outer: [Int],
    builder: OperatorBuilder, context: EvaluationContext, run: RunState
  ) {
    self.input = input
    self.members = members
    self.body = body
    self.outer = outer
    self.builder = builder
    self.context = context
    self.run = run
  }

  func next() throws -> Batch? {
    while true {
      if let running = pending, let batch {
        guard let made = try running.next()?.compacted() else {
          pending = nil
          row += 1
          continue
        }
        let rows = [Int32](repeating: Int32(truncatingIfNeeded: row), count: made.count)
        return Batch(
          columns: batch.columns.map { $0.gathered(rows) } + made.columns, count: made.count,
          lineage: batch.lineage.gathered(rows))
      }
      if batch == nil || row >= (batch?.count ?? 0) {
        guard let more = try input.next()?.compacted() else { return nil }
        batch = more
        row = 0
        try run.step(more.count)
        context.selection = nil
        values = try members.evaluate(more, &context)
        continue
      }
      if let batch { pending = try start(row, of: batch) }
    }
  }

  // MARK: - Implementation

  private func start(_ row: Int, of batch: Batch) throws -> any PhysicalOperator {
    var made = MembersOfRows(members)
    let count = members.add(row: row, of: values, to: &made)
    let rows = [Int32](repeating: Int32(truncatingIfNeeded: row), count: count)
    let columns =
      made.columns(context, count: count) + outer.map { batch.columns[$0].gathered(rows) }
    try run.step(count)
    return try builder.applying(KeptRows(columns: columns, count: count, lineage: .none))
      .build(body)
  }
}

/// The members of the row that an ``ApplyOperator`` is at.
final class AppliedRowsOperator: PhysicalOperator {
  private var rows: KeptRows
  private let run: RunState

  init(_ rows: KeptRows, run: RunState) {
    self.rows = rows
    self.run = run
  }

  func next() throws -> Batch? { try rows.nextBatch(run) }
}
