/// A line between two places of a picture, both axes from 0 to 1.
struct ChartSegment {
  var start: (x: Double, y: Double)
  var end: (x: Double, y: Double)

  /// The part inside the picture; nil where there is none (Liang and Barsky, 1984).
  var clipped: ChartSegment? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    guard dx.isFinite, dy.isFinite else { return nil }
    var enter = 0.0
    var leave = 1.0
    for (p, q) in [(-dx, start.x), (dx, 1 - start.x), (-dy, start.y), (dy, 1 - start.y)] {
      if p == 0 {
        if q < 0 { return nil }
      } else if p < 0 {
        enter = max(enter, q / p)
      } else {
        leave = min(leave, q / p)
      }
    }
    guard enter <= leave else { return nil }
    return ChartSegment(
      start: (start.x + enter * dx, start.y + enter * dy),
      end: (start.x + leave * dx, start.y + leave * dy))
  }

  /// Whether a place lies inside the picture.
  static func isInside(_ x: Double, _ y: Double) -> Bool {
    x >= -1e-9 && x <= 1 + 1e-9 && y >= -1e-9 && y <= 1 + 1e-9
  }
}
