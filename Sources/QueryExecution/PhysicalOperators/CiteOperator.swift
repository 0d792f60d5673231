import Columns
import QueryPlanning

/// Adds a column that says where each row's words stand.
final class CiteOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let style: CitationStyle
  private let run: RunState

  init(_ input: any PhysicalOperator, style: CitationStyle, run: RunState) {
    self.input = input
    self.style = style
    self.run = run
  }

  func next() throws -> Batch? {
    guard let batch = try input.next()?.compacted() else { return nil }
    var builder = StringColumnBuilder(capacity: batch.count)
    for row in 0..<batch.count {
      if row % 64 == 0 { try run.step(0) }
      let sources = batch.lineage.sources(of: row)
      builder.append(run.tables.provenance?.citation(of: sources, style: style) ?? "")
    }
    return batch.replacingColumns(batch.columns + [builder.finish()])
  }
}

/// Widens each row's span to the sentence, paragraph or article that it stands in.
///
/// The row rests on that from then on. A row that stands in none is dropped.
final class WidenOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let unit: SpanUnit
  private let run: RunState

  init(_ input: any PhysicalOperator, unit: SpanUnit, run: RunState) {
    self.input = input
    self.unit = unit
    self.run = run
  }

  func next() throws -> Batch? {
    guard let batch = try input.next()?.compacted() else { return nil }
    try run.step(batch.count)
    guard let source = run.tables.provenance, let columns = source.columns(of: unit) else {
      return Batch(
        columns: batch.columns.map { $0[0..<0] } + Self.empty, count: 0, lineage: .none)
    }
    var kept: [Int32] = []
    var rows: [Int32] = []
    for row in 0..<batch.count {
      guard let first = batch.lineage.sources(of: row).rows.first,
        let container = source.container(of: first, unit: unit)
      else { continue }
      kept.append(Int32(truncatingIfNeeded: row))
      rows.append(Int32(truncatingIfNeeded: container.row))
    }
    let table = columns.table
    let text = try run.tables.column(columns.text, of: table).gathered(rows)
    var made = [text]
    if let start = columns.start, let end = columns.end {
      made.append(try run.tables.column(start, of: table).gathered(rows))
      made.append(try run.tables.column(end, of: table).gathered(rows))
    } else {
      made.append(.longs([Int64](repeating: 0, count: rows.count)))
      made.append(
        .longs(rows.indices.map { row in text.withUTF8(row) { Int64(UTF8Scalars.count($0)) } }))
    }
    return Batch(
      columns: batch.columns.map { $0.gathered(kept) } + made, count: kept.count,
      lineage: .rows(table, ColumnSlice(rows)))
  }

  private static let empty: [ColumnVector] = [
    ColumnVector(values: [], type: .string), ColumnVector(values: [], type: .long),
    ColumnVector(values: [], type: .long),
  ]
}
