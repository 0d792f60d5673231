package import Columns

/// Rows of column vectors as renderers read them.
package struct ColumnTable: ResultTable {
  package let columns: [ResultColumn]
  package let vectors: [ColumnVector]
  package let rowCount: Int
  package let presentation: ChartPresentation?

  package init(
    columns: [ResultColumn], vectors: [ColumnVector], rowCount: Int,
    presentation: ChartPresentation? = nil
  ) {
    self.columns = columns
    self.vectors = vectors
    self.rowCount = rowCount
    self.presentation = presentation
  }

  package func appendText(row: Int, column: Int, to text: inout [UInt8]) -> Bool {
    let vector = vectors[column]
    guard !vector.isNull(row) else { return false }
    let index = vector.index(row)
    switch vector.storage {
    case .bool(let values): text.append(contentsOf: (values[index] != 0 ? "true" : "false").utf8)
    case .int(let values): IntegerText.append(Int64(values[index]), to: &text)
    case .long(let values):
      switch vector.type {
      case .datetime: DatetimeText.append(values[index], to: &text)
      case .timespan: TimespanText.append(values[index], to: &text)
      case .bool, .int, .long, .real, .decimal, .string, .dynamic, .guid, .unknown:
        IntegerText.append(values[index], to: &text)
      }
    case .real(let values): RealText.append(values[index], to: &text)
    case .decimal(let values): DecimalText.append(values[index], to: &text)
    case .string: vector.withUTF8(row) { text.append(contentsOf: $0) }
    case .dynamic(let values): DynamicText.append(values[index], to: &text)
    case .guid(let values):
      let bits = values[index]
      GuidText.append(
        high: UInt64(truncatingIfNeeded: bits >> 64), low: UInt64(truncatingIfNeeded: bits),
        to: &text)
    }
    return true
  }

  package func appendJSON(row: Int, column: Int, to json: inout [UInt8]) {
    let vector = vectors[column]
    if case .dynamic(let values) = vector.storage, !vector.isNull(row) {
      var text: [UInt8] = []
      DynamicText.appendJSON(values[vector.index(row)], to: &text)
      JSONText.appendOnOneLine(text, to: &json)
    } else {
      appendJSONOfText(row: row, column: column, to: &json)
    }
  }
}
