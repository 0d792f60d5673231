import Columns
import QueryPlanning

/// Literal rows (`print`, `datatable`).
final class RowsOperator: PhysicalOperator {
  private let columns: [ColumnVector]
  private let rowCount: Int
  private let run: RunState
  private var position = 0

  init(
    _ rows: [[BoundExpression]], columns: [PlanColumn], compiler: ExpressionCompiler,
    context: EvaluationContext, run: RunState
  ) throws {
    var context = context
    var values = columns.map { _ in [ScalarValue]() }
    for row in rows {
      for (index, cell) in row.enumerated() where index < values.count {
        let value = try compiler.compile(cell, &context).evaluate([], count: 1, &context)
        values[index].append(Conversion.convert(value.value(at: 0), to: columns[index].type))
      }
    }
    self.columns = zip(columns, values).map { ColumnVector(values: $1, type: $0.type) }
    rowCount = rows.count
    self.run = run
  }

  func next() throws -> Batch? {
    guard position < rowCount else { return nil }
    let range = position..<min(rowCount, position + run.options.batchSize)
    position = range.upperBound
    try run.step(range.count)
    return Batch(columns: columns.map { $0[range] }, count: range.count, lineage: .none)
  }
}
