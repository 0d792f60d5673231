import Columns
import QueryPlanning

/// Columns made of the rows before or behind, in the order in which the rows come.
///
/// Where a call looks ahead, all rows are taken in first; otherwise they go through batch by batch.
final class WindowOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let inputTypes: [ScalarType]
  private let calls: [(call: WindowCall, arguments: [Expression])]
  private let looksAhead: Bool
  private let run: RunState
  private var context: EvaluationContext
  private var states: [WindowState]
  private var output: KeptRows?

  init(
    _ input: any PhysicalOperator, columns: [PlanColumn],
    calls: [(call: WindowCall, arguments: [Expression])], context: EvaluationContext, run: RunState
  ) {
    self.input = input
    inputTypes = columns.map(\.type)
    self.calls = calls
    self.context = context
    self.run = run
    states = calls.map { WindowState($0.call.function, type: $0.call.type) }
    looksAhead = calls.contains { call in
      guard call.call.function == .previous || call.call.function == .next else { return false }
      return shift(of: call) < 0
    }
  }

  func next() throws -> Batch? {
    guard looksAhead else {
      guard let batch = try input.next()?.compacted() else { return nil }
      try run.step(batch.count)
      return batch.replacingColumns(
        try extended(batch.columns, count: batch.count, batch.lineage))
    }
    if output == nil {
      var collected = RowCollector(types: inputTypes, keepsLineage: run.options.keepsLineage)
      var held = 0
      while let batch = try input.next()?.compacted() {
        try run.step(batch.count)
        collected.append(columns: batch.columns, count: batch.count, lineage: batch.lineage)
        try run.hold(collected.byteCount - held)
        held = collected.byteCount
      }
      let rows = collected.finish()
      output = KeptRows(
        columns: try extended(rows.columns, count: rows.count, rows.lineage), count: rows.count,
        lineage: rows.lineage)
    }
    return try output?.nextBatch(run)
  }

  // MARK: - Implementation

  private func extended(
    _ columns: [ColumnVector], count: Int, _ lineage: Lineage
  ) throws -> [ColumnVector] {
    context.selection = nil
    var columns = columns
    for (index, call) in calls.enumerated() {
      let arguments = try call.arguments.map {
        try $0.evaluate(columns, count: count, &context).flattened()
      }
      if let match = call.call.match {
        columns.append(try PatternTest.truths(match, lineage, count: count, context, run))
      } else if call.call.function == .previous || call.call.function == .next {
        columns.append(
          states[index].shifted(arguments, by: shift(of: call), count: count))
      } else {
        columns.append(try states[index].run(arguments, count: count, context))
      }
    }
    return columns
  }
}

/// How many rows back a call looks; below 0 ahead.
private func shift(of call: (call: WindowCall, arguments: [Expression])) -> Int {
  var offset = 1
  if call.arguments.count > 1, let constant = call.arguments[1].constant,
    case .long(let value) = constant.value(at: 0)
  {
    offset = Int(clamping: max(-1 << 40, min(1 << 40, value)))
  }
  return call.call.function == .next ? -offset : offset
}
