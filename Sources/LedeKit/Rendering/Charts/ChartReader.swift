import Columns

/// Makes a chart of the rows of a result as they come.
///
/// Holds no rows but the numbers to draw: two million points, ten thousand categories and a thousand
/// series at most. What is beyond that is counted and told.
package struct ChartReader: Sendable {
  private let columns: [ResultColumn]
  private let presentation: ChartPresentation
  private var roles: ChartColumns?
  private var series = ChartSeriesStore()
  private var places = ChartPlaces()
  private var cards: [Chart.Card] = []
  private var strips = ChartStripReader()
  private var rowCount = 0
  private var isWhole = true

  package init(_ columns: [ResultColumn], presentation: ChartPresentation) {
    self.columns = columns
    self.presentation = presentation
  }

  /// Takes in rows; false where no column can be drawn, and then none of them was.
  package mutating func append(_ rows: any ResultTable) -> Bool {
    guard rows.rowCount > 0 else { return true }
    if presentation.kind == .card {
      readCards(rows)
      return true
    }
    if presentation.kind == .dispersion { return strips.append(rows, presentation) }
    let roles = roles ?? columnRoles(rows)
    self.roles = roles
    guard !roles.values.isEmpty else { return false }
    for row in 0..<rows.rowCount {
      if roles.isExpanded {
        readArrays(of: rows, row: row, roles)
      } else {
        read(rows, row: row, roles)
      }
      rowCount += 1
    }
    return true
  }

  /// The chart of all rows taken in.
  package func chart() -> Chart {
    var chart = Chart(form: form)
    chart.title = presentation.title
    chart.cards = cards
    chart.strips = strips.strips
    if strips.leftOut > 0 {
      chart.notes.append("\(counted(strips.leftOut, "more place")) left out.")
    }
    chart.stacking = presentation.stacking
    chart.xBounds = presentation.xBounds
    chart.yBounds = presentation.yBounds
    chart.hasLogarithmicX = presentation.hasLogarithmicX
    chart.hasLogarithmicY = presentation.hasLogarithmicY
    chart.showsLegend = presentation.showsLegend
    chart.isWhole = isWhole
    chart.xTitle = presentation.xTitle ?? ""
    chart.yTitle = presentation.yTitle ?? ""
    guard let roles else { return chart }
    chart.notes += roles.notes
    if presentation.xTitle == nil { chart.xTitle = roles.x.map { columns[$0].name } ?? "row" }
    if presentation.yTitle == nil, roles.values.count == 1 {
      chart.yTitle = roles.values.first.map { columns[$0].name } ?? ""
    }
    chart.xQuantity = xQuantity(roles)
    chart.yQuantity =
      roles.values.first.map { roles.natures[$0] } == .timespan ? .timespan : .number
    series.fill(
      &chart, names: roles.values.map { columns[$0].name }, places: places,
      keepsKeys: roles.namesSeries || roles.isExpanded, accumulates: presentation.accumulates)
    return chart
  }

  // MARK: - Implementation

  private var form: Chart.Form {
    switch presentation.kind {
    case .barchart, .table: return .bars
    case .columnchart: return .columns
    case .linechart, .timechart: return .lines
    case .areachart, .stackedareachart: return .areas
    case .scatterchart: return .points
    case .piechart: return .shares
    case .card: return .cards
    case .dispersion: return .strips
    }
  }

  private func xQuantity(_ roles: ChartColumns) -> ChartQuantity {
    switch form {
    case .bars, .columns, .shares, .cards, .strips: return .category
    case .lines, .areas, .points:
      guard let x = roles.x else { return .number }
      switch roles.natures[x] {
      case .number, .numbers: return .number
      case .timespan: return .timespan
      case .time, .times: return .time
      case .text, .texts, .other: return .category
      }
    }
  }

  private func columnRoles(_ rows: any ResultTable) -> ChartColumns {
    let natures = columns.indices.map { column -> ChartColumns.Nature in
      switch columns[column].typeName {
      case "int", "long", "real", "decimal": return .number
      case "timespan": return .timespan
      case "datetime": return .time
      case "dynamic":
        for row in 0..<min(rows.rowCount, 100) {
          let value = ChartCell.value(rows, row: row, column: column)
          if let nature = ChartCell.nature(value) { return nature }
        }
        return .other
      default: return .text
      }
    }
    return ChartColumns(columns, natures: natures, presentation: presentation)
  }

  private mutating func read(_ rows: any ResultTable, row: Int, _ roles: ChartColumns) {
    let key = key(rows, row: row, roles)
    let x: Double
    if xQuantity(roles) == .category {
      guard let place = roles.x else {
        places.append(.long(Int64(rowCount + 1)))
        add(rows, row: row, roles, key: key, x: Double(places.count - 1))
        return
      }
      let value = ChartCell.value(rows, row: row, column: place)
      // Without series each row has a place of its own, be its name another row's too.
      let index = roles.series.isEmpty ? places.append(value) : places.index(of: value)
      guard let index else { return }
      x = Double(index)
    } else {
      x =
        roles.x.map { ChartCell.number(ChartCell.value(rows, row: row, column: $0)) }
        ?? Double(rowCount + 1)
      guard x.isFinite else { return places.countMissing() }
    }
    add(rows, row: row, roles, key: key, x: x)
  }

  private mutating func add(
    _ rows: any ResultTable, row: Int, _ roles: ChartColumns, key: String, x: Double
  ) {
    for (index, column) in roles.values.enumerated() {
      let y = ChartCell.number(ChartCell.value(rows, row: row, column: column))
      isWhole = isWhole && (!y.isFinite || y == y.rounded())
      series.add(Chart.Point(x: x, y: y), key: key, value: index)
    }
  }

  private mutating func readArrays(of rows: any ResultTable, row: Int, _ roles: ChartColumns) {
    let key = key(rows, row: row, roles)
    let quantity = xQuantity(roles)
    let xs = roles.x.flatMap {
      ChartCell.members(ChartCell.value(rows, row: row, column: $0))
    }
    for (index, column) in roles.values.enumerated() {
      let value = ChartCell.value(rows, row: row, column: column)
      for (position, member) in (ChartCell.members(value) ?? []).enumerated() {
        let y = ChartCell.number(member)
        isWhole = isWhole && (!y.isFinite || y == y.rounded())
        var x = Double(position)
        if let xs, xs.indices.contains(position) {
          if quantity == .category {
            guard let place = places.index(of: Self.scalar(xs[position])) else { continue }
            x = Double(place)
          } else {
            x = ChartCell.number(xs[position])
            guard x.isFinite else { continue }
          }
        } else if quantity == .category {
          guard let place = places.index(of: .long(Int64(position + 1))) else { continue }
          x = Double(place)
        }
        series.add(Chart.Point(x: x, y: y), key: key, value: index)
      }
    }
  }

  private static func scalar(_ value: DynamicValue) -> ScalarValue {
    switch value {
    case .string(let text): return DatetimeText.parse(text).map { .datetime($0) } ?? .string(text)
    case .datetime(let moment): return .datetime(moment)
    case .long(let number): return .long(number)
    case .real(let number): return .real(number)
    case .null, .bool, .timespan, .array, .bag: return .dynamic(value)
    }
  }

  private func key(_ rows: any ResultTable, row: Int, _ roles: ChartColumns) -> String {
    var text: [UInt8] = []
    for (index, column) in roles.series.enumerated() {
      if index > 0 { text += Array(", ".utf8) }
      let start = text.count
      _ = rows.appendText(row: row, column: column, to: &text)
      if text.count == start { text += Array("(blank)".utf8) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The cells of the first row.
  private mutating func readCards(_ rows: any ResultTable) {
    defer { rowCount += rows.rowCount }
    guard rowCount == 0 else { return }
    for (index, column) in columns.enumerated().prefix(24) {
      let value = ChartCell.value(rows, row: 0, column: index)
      var text: [UInt8] = []
      if case .long(let number) = value {
        text = Array(grouped(Int(number)).utf8)
      } else if case .int(let number) = value {
        text = Array(grouped(Int(number)).utf8)
      } else if case .datetime = value {
        text = Array(ChartPlaces.labels([value]).joined().utf8)
      } else if case .real(let number) = value, number.isFinite {
        text = Array(ChartNumberText.text(number).utf8)
      } else {
        _ = rows.appendText(row: 0, column: index, to: &text)
      }
      if text.isEmpty { text = Array("(blank)".utf8) }
      cards.append(Chart.Card(name: column.name, value: String(decoding: text, as: UTF8.self)))
    }
  }
}
