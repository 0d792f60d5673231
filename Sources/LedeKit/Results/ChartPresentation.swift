import Columns
import QueryPlanning

/// How a result wants to be shown: what a `render` at the end of its query says.
///
/// ``QueryResult/presentation`` has it; ``QueryResult/chartText(width:isASCII:)`` and
/// ``QueryResult/chartSVG(width:height:)`` draw it.
public struct ChartPresentation: Hashable, Sendable {
  /// What is drawn, by the names of `render`.
  public enum Kind: String, CaseIterable, Sendable {
    case table, card, barchart, columnchart, linechart, timechart, areachart, stackedareachart
    case scatterchart, piechart
    /// A strip a row, with a stroke at each place of a text where something stands; `render` has no
    /// word for it.
    case dispersion
  }

  /// How several series share a place.
  public enum Stacking: String, Sendable {
    /// Side by side, or one over the other.
    case unstacked
    /// On top of each other.
    case stacked
    /// On top of each other, as shares of their sum.
    case stacked100
  }

  /// The ends of an axis, where they are fixed; moments count in 100 ns steps since 0001-01-01.
  public struct Bounds: Hashable, Sendable {
    /// The lower end.
    public var lower: Double?
    /// The upper end.
    public var upper: Double?

    /// Open at both ends unless given.
    public init(lower: Double? = nil, upper: Double? = nil) {
      self.lower = lower
      self.upper = upper
    }
  }

  /// What is drawn.
  public var kind: Kind
  /// The words over the chart.
  public var title: String?
  /// The words at the x axis; nil for the name of its column.
  public var xTitle: String?
  /// The words at the y axis; nil for the name of its column, where there is one.
  public var yTitle: String?
  /// The column of the x axis; nil for the first that fits.
  public var xColumn: String?
  /// The columns of values; empty for all other columns of numbers.
  public var yColumns: [String] = []
  /// The columns whose values tell series apart; empty for the first other column of texts.
  public var series: [String] = []
  /// How series share a place.
  public var stacking = Stacking.unstacked
  /// The ends of the x axis.
  public var xBounds = Bounds()
  /// The ends of the y axis.
  public var yBounds = Bounds()
  /// Whether the x axis counts powers of ten.
  public var hasLogarithmicX = false
  /// Whether the y axis counts powers of ten.
  public var hasLogarithmicY = false
  /// Whether a legend is drawn, where there are several series.
  public var showsLegend = true
  /// Whether each value is the sum of those before it.
  public var accumulates = false

  /// A chart of that kind, all else as the result suggests.
  public init(kind: Kind) { self.kind = kind }

  init(_ presentation: Presentation) {
    kind = Kind(rawValue: presentation.chart) ?? .table
    title = presentation["title"]
    xTitle = presentation["xtitle"]
    yTitle = presentation["ytitle"]
    xColumn = presentation["xcolumn"]
    yColumns = presentation.values("ycolumns")
    series = presentation.values("series")
    stacking = presentation["kind"].flatMap { Stacking(rawValue: $0) } ?? .unstacked
    if kind == .stackedareachart, stacking == .unstacked { stacking = .stacked }
    xBounds = Bounds(
      lower: Self.bound(presentation["xmin"]), upper: Self.bound(presentation["xmax"]))
    yBounds = Bounds(
      lower: Self.bound(presentation["ymin"]), upper: Self.bound(presentation["ymax"]))
    hasLogarithmicX = presentation["xaxis"] == "log"
    hasLogarithmicY = presentation["yaxis"] == "log"
    showsLegend = presentation["legend"] != "hidden"
    accumulates = presentation["accumulate"] == "true"
  }

  // MARK: - Implementation

  /// A bound as it is written: a number, a moment, a timespan.
  private static func bound(_ text: String?) -> Double? {
    guard let text else { return nil }
    if let number = RealText.parse(text) { return number.isFinite ? number : nil }
    let inner = text.firstIndex(of: "(").map { open in
      String(text[text.index(after: open)...].prefix { $0 != ")" })
    }
    let words = inner ?? text
    if let moment = DatetimeText.parse(words) { return Double(moment) }
    return TimespanText.parse(words).map { Double($0) }
  }
}
