/// Bars from left to right, a line each, with their labels and values.
extension TextChart {
  func bars(_ notes: inout [String]) -> TextCanvas {
    var labels = Array(chart.categories.prefix(barLimit))
    var values = chart.series.map { Array(chart.values(of: $0).prefix(barLimit)) }
    let hidden = chart.categories.count - labels.count + chart.hiddenPlaces
    var shares: [Double] = []
    if chart.form == .shares {
      values = Array(values.prefix(1))
      shares = addShares(&labels, &values, &notes)
    } else if hidden > 0 {
      notes.append(more(hidden, hint: options.rowLimit > 0 ? " (.rows 0 for all)" : ""))
    }
    if chart.isStacked, chart.form == .bars { return stackedBars(labels, values) }
    var texts = values.map { $0.map { _ in "" } }
    let (decimals, unit) = valueForm(values.flatMap { $0 })
    for series in values.indices {
      for place in values[series].indices {
        texts[series][place] = valueText(values[series][place], decimals: decimals, unit: unit)
      }
    }
    if let numbers = texts.first, !shares.isEmpty {
      // Numbers end, and shares end, in a column of their own.
      let shares = ChartNumberText.shares(shares)
      texts[0] = zip(aligned(numbers), aligned(shares)).map { "\($0)  \($1)" }
    }
    // A series without a value takes no row where others have one.
    let bars = labels.indices.map { place in values.indices.filter { values[$0][place].isFinite } }
    var layout = BarLayout(
      self, labels: labels, values: values.flatMap { $0 }, texts: texts.flatMap { $0 },
      sizes: bars.map { values.count > 1 ? $0.count : 1 })
    for place in labels.indices {
      layout.label(place)
      for (row, series) in bars[place].enumerated() {
        layout.bar(place, row: row, series: series, values[series][place], texts[series][place])
      }
    }
    layout.finish()
    return layout.canvas
  }

  /// The texts with blanks before them, so that all end in one column.
  private func aligned(_ texts: [String]) -> [String] {
    let room = texts.map { DisplayWidth.of($0) }.max() ?? 0
    return texts.map { String(repeating: " ", count: room - DisplayWidth.of($0)) + $0 }
  }

  /// Cuts the places to those drawn, with one for all others; the share of each in the whole.
  ///
  /// Empty where there are values below zero: shares then mean nothing.
  private func addShares(
    _ labels: inout [String], _ values: inout [[Double]], _ notes: inout [String]
  ) -> [Double] {
    guard let first = chart.series.first, !values.isEmpty else { return [] }
    let all = chart.values(of: first)
    let rest = all.dropFirst(labels.count).filter(\.isFinite)
    if !rest.isEmpty {
      labels.append("(\(counted(rest.count, "other")))")
      values[0].append(rest.reduce(0, +))
    }
    if chart.series.count > 1 {
      let names = chart.series.dropFirst().map { "'\($0.name)'" }.joined(separator: ", ")
      notes.append("Shares of '\(first.name)' alone; not drawn: \(names).")
    }
    let total = all.filter(\.isFinite).reduce(0, +)
    guard total > 0, chart.hiddenPlaces == 0, !all.contains(where: { $0 < 0 }) else {
      notes.append(
        chart.hiddenPlaces > 0
          ? "No shares, for not all rows are drawn."
          : "No shares, for there are values below zero or none above it.")
      return []
    }
    return values[0].map { $0 / total }
  }

  /// One bar a place, the series one after the other, with their sum.
  private func stackedBars(_ labels: [String], _ values: [[Double]]) -> TextCanvas {
    let stacks = labels.indices.map { place in
      ChartStack(values.map { $0[place] }, in: chart).parts
    }
    // The sum of parts on both sides of zero is not where the bar ends, and that of shares is all.
    let hasSums =
      chart.stacking != .stacked100 && !values.contains { $0.contains { $0 < 0 } }
    let sums = stacks.map { hasSums ? $0.last?.to ?? .nan : .nan }
    let (decimals, unit) = valueForm(sums)
    let texts = sums.map { valueText($0, decimals: decimals, unit: unit) }
    var layout = BarLayout(
      self, labels: labels, values: stacks.flatMap { $0.map(\.to) }, texts: texts,
      sizes: stacks.map { _ in 1 })
    for place in labels.indices {
      layout.label(place)
      layout.stack(place, stacks[place], texts[place])
    }
    layout.finish()
    return layout.canvas
  }
}
