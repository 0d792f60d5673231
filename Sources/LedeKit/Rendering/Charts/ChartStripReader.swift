import Columns

/// Makes the strips of a dispersion plot of rows as they come.
///
/// The first column of texts names the strips; the first of arrays or numbers holds places from 0, the
/// beginning of a text, to 1, its end. Rows of one name are one strip.
struct ChartStripReader: Sendable {
  private(set) var strips: [Chart.Strip] = []
  /// Places and names left out: there are too many.
  private(set) var leftOut = 0
  private var indices: [String: Int] = [:]
  private var positionCount = 0
  private static let positionLimit = 2_000_000
  private static let stripLimit = 10_000

  /// Takes in rows; false where there is no column of places.
  mutating func append(_ rows: any ResultTable, _ presentation: ChartPresentation) -> Bool {
    let columns = rows.columns
    func column(_ name: String?) -> Int? { columns.firstIndex { $0.name == name } }
    let places =
      column(presentation.yColumns.first)
      ?? columns.firstIndex { $0.typeName == "dynamic" } ?? columns.firstIndex(where: \.isNumeric)
    guard let places else { return false }
    let label =
      column(presentation.xColumn)
      ?? columns.indices.first { $0 != places && columns[$0].typeName == "string" }
    for row in 0..<rows.rowCount {
      var text: [UInt8] = []
      if let label { _ = rows.appendText(row: row, column: label, to: &text) }
      let name = text.isEmpty ? "(blank)" : String(decoding: text, as: UTF8.self)
      let value = ChartCell.value(rows, row: row, column: places)
      let found =
        ChartCell.members(value).map { $0.map { ChartCell.number($0) } } ?? [
          ChartCell.number(value)
        ]
      add(found.filter(\.isFinite), to: name)
    }
    return true
  }

  private mutating func add(_ positions: [Double], to name: String) {
    let index: Int
    if let known = indices[name] {
      index = known
    } else {
      guard strips.count < Self.stripLimit else {
        leftOut += 1
        return
      }
      index = strips.count
      indices[name] = index
      strips.append(Chart.Strip(label: name, positions: []))
    }
    let room = max(0, Self.positionLimit - positionCount)
    strips[index].positions += positions.prefix(room)
    positionCount += min(room, positions.count)
    leftOut += max(0, positions.count - room)
  }
}
