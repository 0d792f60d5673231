/// What is drawn: series of points over two axes, without a word on how.
///
/// Made of a result by ``ChartReader``; drawn by ``TextChart`` and ``SVGChart``.
package struct Chart: Sendable {
  package enum Form: Hashable, Sendable {
    /// From left to right, one line a category.
    case bars
    /// From the bottom up.
    case columns
    case lines, areas, points
    /// Bars with their share of the whole.
    case shares
    /// Values alone, each with its name.
    case cards
    /// Places from the beginning of a text to its end.
    case strips
  }

  /// One value; `y` is not a number where there is none, which leaves a gap.
  package struct Point: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  package struct Series: Sendable {
    package var name: String
    /// By ascending `x`, but in a chart of points.
    package var points: [Point]

    package init(name: String, points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  package struct Card: Hashable, Sendable {
    package var name: String
    package var value: String
  }

  /// Where in its text something stands.
  package struct Strip: Hashable, Sendable {
    package var label: String
    /// Places from 0, the beginning, to 1, the end; others are not drawn.
    package var positions: [Double]

    package init(label: String, positions: [Double]) {
      self.label = label
      self.positions = positions
    }
  }

  package var form: Form
  package var stacking = ChartPresentation.Stacking.unstacked
  package var title: String?
  package var xTitle = ""
  package var yTitle = ""
  package var xQuantity = ChartQuantity.category
  package var yQuantity = ChartQuantity.number
  /// Names of the places that `x` counts, where it counts places.
  package var categories: [String] = []
  package var series: [Series] = []
  package var cards: [Card] = []
  package var strips: [Strip] = []
  package var xBounds = ChartPresentation.Bounds()
  package var yBounds = ChartPresentation.Bounds()
  package var hasLogarithmicX = false
  package var hasLogarithmicY = false
  package var showsLegend = true
  /// Whether all values are whole numbers.
  package var isWhole = false
  /// Places that are not even in the chart, for there are too many.
  package var hiddenPlaces = 0
  /// What is not drawn, and why, in sentences.
  package var notes: [String] = []

  package init(form: Form) { self.form = form }

  /// A dispersion plot of the strips.
  package init(strips: [Strip], title: String? = nil) {
    form = .strips
    self.strips = strips
    self.title = title
  }

  /// Whether there is nothing to draw.
  package var isEmpty: Bool {
    switch form {
    case .cards: return cards.isEmpty
    case .strips: return strips.isEmpty
    case .bars, .columns, .lines, .areas, .points, .shares:
      return !series.contains { $0.points.contains { $0.y.isFinite } }
    }
  }

  /// Whether series are told apart in a legend.
  package var hasLegend: Bool { showsLegend && series.count > 1 }

  /// Whether values are stacked on each other.
  package var isStacked: Bool {
    switch form {
    case .bars, .columns, .areas: return stacking != .unstacked && series.count > 1
    case .lines, .points, .shares, .cards, .strips: return false
    }
  }

  /// Series drawn at most: more cannot be told apart.
  package static let seriesLimit = 8

  /// The chart of the first places alone.
  package func prefix(_ count: Int) -> Chart {
    guard count < categories.count else { return self }
    var result = self
    result.categories = Array(categories.prefix(count))
    for index in result.series.indices {
      result.series[index].points.removeAll { $0.x >= Double(count) }
    }
    return result
  }

  /// The values of a series by category; not a number where it has none.
  package func values(of series: Series) -> [Double] {
    var values = [Double](repeating: .nan, count: categories.count)
    for point in series.points {
      let place = Int(nearest: point.x, in: -1...Int(Int32.max))
      if values.indices.contains(place) { values[place] = point.y }
    }
    return values
  }
}
