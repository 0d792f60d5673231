import Columns

/// Which column of a result is drawn as what, by the rules of KQL.
///
/// The x axis is the column that `xcolumn` names, else the first moment in a timechart, the first
/// moment or number in charts of lines, areas and points, and the first text, moment or number in all
/// others. All other columns of numbers are values, the first other column of texts tells series
/// apart. Arrays, as `make-series` gives them, are taken for the values that they hold.
package struct ChartColumns: Sendable {
  /// What a column holds, as far as a chart can use it.
  package enum Nature: Hashable, Sendable {
    case number, timespan, time, text
    case numbers, times, texts
    case other

    var isArray: Bool { self == .numbers || self == .times || self == .texts }
    var isText: Bool { self == .text }
  }

  /// The column of the x axis; nil counts rows.
  package private(set) var x: Int?
  package private(set) var values: [Int] = []
  package private(set) var series: [Int] = []
  /// Whether the series were asked for.
  package private(set) var namesSeries = false
  /// Whether a row holds arrays of points.
  package private(set) var isExpanded = false
  package private(set) var notes: [String] = []
  package let natures: [Nature]

  package init(
    _ columns: [ResultColumn], natures: [Nature], presentation: ChartPresentation
  ) {
    self.natures = natures
    func column(_ name: String) -> Int? {
      if let index = columns.firstIndex(where: { $0.name == name }) { return index }
      notes.append("There is no column '\(name)' to draw.")
      return nil
    }
    let namedX = presentation.xColumn.flatMap(column)
    let namedValues = presentation.yColumns.compactMap(column)
    series = presentation.series.compactMap(column)
    namesSeries = !series.isEmpty
    let taken = Set(namedValues + series)
    isExpanded = natures.contains(.numbers) && !natures.contains(.number)
    let free = columns.indices.filter { !taken.contains($0) }
    x = namedX ?? place(among: free, presentation.kind, hasValues: !namedValues.isEmpty)
    values = namedValues.filter { isValue($0) }
    if values.isEmpty { values = free.filter { $0 != x && isValue($0) } }
    // Numbers and lengths of time have no axis in common.
    if let first = values.first, !isExpanded {
      let others = values.filter { natures[$0] != natures[first] }
      if !others.isEmpty {
        let names = others.map { "'\(columns[$0].name)'" }.joined(separator: ", ")
        notes.append("Not drawn, for want of an axis in common: \(names).")
        values.removeAll { natures[$0] != natures[first] }
      }
    }
    guard !namesSeries, presentation.kind != .piechart else { return }
    let texts = free.filter { $0 != x && natures[$0].isText }
    series = isExpanded ? texts : Array(texts.prefix(1))
  }

  // MARK: - Implementation

  private func isValue(_ column: Int) -> Bool {
    let nature = natures[column]
    return isExpanded ? nature == .numbers : nature == .number || nature == .timespan
  }

  /// The column of the x axis, where none is named.
  private func place(
    among free: [Int], _ kind: ChartPresentation.Kind, hasValues: Bool
  ) -> Int? {
    func first(_ wanted: [Nature]) -> Int? { free.first { wanted.contains(natures[$0]) } }
    let numberCount = free.count { natures[$0] == .number || natures[$0] == .timespan }
    if isExpanded {
      let arrays = free.filter { natures[$0].isArray }
      return first([.times]) ?? first([.texts]) ?? (arrays.count > 1 ? arrays.first : nil)
    }
    let spare: [Nature] = numberCount > 1 || hasValues ? [.number, .timespan] : []
    switch kind {
    case .timechart, .linechart, .areachart, .stackedareachart:
      if let moment = first([.time]) { return moment }
      if let head = first([.text, .number, .timespan]), !natures[head].isText, !spare.isEmpty {
        return head
      }
      return first([.text]) ?? first(spare)
    case .scatterchart:
      return first(spare + [.time]) ?? first([.text])
    case .barchart, .columnchart, .piechart, .card, .table, .dispersion:
      return first([.text, .time] + spare)
    }
  }
}
