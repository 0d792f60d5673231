/// The parts of one place of a chart, one after the other: from where to where each goes.
///
/// Values that are not stacked all begin at zero; stacked ones where those before them end, above
/// zero and below it; shares are parts of one.
struct ChartStack {
  struct Part {
    var series: Int
    var value: Double
    var from: Double
    var to: Double
  }

  private(set) var parts: [Part] = []

  init(_ values: [Double], in chart: Chart) {
    let isShare = chart.isStacked && chart.stacking == .stacked100
    let size = isShare ? values.reduce(0) { $0 + ($1.isFinite ? abs($1) : 0) } : 1
    var above = 0.0
    var below = 0.0
    for (series, value) in values.enumerated() where value.isFinite {
      let part = isShare ? (size > 0 ? abs(value) / size : 0) : value
      guard chart.isStacked else {
        parts.append(Part(series: series, value: value, from: 0, to: part))
        continue
      }
      let from = part < 0 ? below : above
      parts.append(Part(series: series, value: value, from: from, to: from + part))
      if part < 0 { below += part } else { above += part }
    }
  }
}
