/// Dots finer than the cells of a terminal: two by four in one cell (braille), or a cell each.
struct DotCanvas {
  let columns: Int
  let rows: Int
  private let isFine: Bool
  /// The dots of each cell, a bit each, from the upper left.
  private var dots: [UInt8]
  /// The series whose dot came first.
  private var owners: [Int]

  init(columns: Int, rows: Int, isASCII: Bool) {
    self.columns = columns
    self.rows = rows
    isFine = !isASCII
    dots = [UInt8](repeating: 0, count: columns * rows)
    owners = [Int](repeating: 0, count: columns * rows)
  }

  var width: Int { isFine ? columns * 2 : columns }
  var height: Int { isFine ? rows * 4 : rows }

  /// The dot of a place from 0 to 1: a tick's value lies on the upper edge of its row.
  func dot(_ x: Double, _ y: Double) -> (x: Int, y: Int) {
    (
      Int(nearest: x * Double(width - 1), in: 0...max(0, width - 1)),
      Int(nearest: y * Double(height) - 1, in: 0...max(0, height - 1))
    )
  }

  /// The cell of a dot: its column, and its row from the bottom.
  func cell(_ dot: (x: Int, y: Int)) -> (column: Int, up: Int) {
    isFine ? (dot.x / 2, dot.y / 4) : (dot.x, dot.y)
  }

  mutating func set(_ dot: (x: Int, y: Int), series: Int) {
    guard dot.x >= 0, dot.x < width, dot.y >= 0, dot.y < height else { return }
    let (column, up) = cell(dot)
    let index = up * columns + column
    if dots[index] == 0 { owners[index] = series }
    guard isFine else {
      dots[index] = 1
      return
    }
    // The bits of U+2800: the left column is 0, 1, 2, 6, the right one 3, 4, 5, 7.
    let bits: [UInt8] = dot.x % 2 == 0 ? [0x40, 0x04, 0x02, 0x01] : [0x80, 0x20, 0x10, 0x08]
    dots[index] |= bits[dot.y % 4]
  }

  /// A straight line of dots (Bresenham).
  mutating func line(_ from: (x: Int, y: Int), _ to: (x: Int, y: Int), series: Int) {
    var (x, y) = from
    let (dx, dy) = (abs(to.x - x), -abs(to.y - y))
    let (stepX, stepY) = (x < to.x ? 1 : -1, y < to.y ? 1 : -1)
    var error = dx + dy
    while true {
      set((x, y), series: series)
      if x == to.x, y == to.y { return }
      let doubled = 2 * error
      if doubled >= dy {
        error += dy
        x += stepX
      }
      if doubled <= dx {
        error += dx
        y += stepY
      }
    }
  }

  /// Puts the dots into the picture, over the line of zero and blank cells.
  func draw(on plot: inout TextPlot) {
    for up in 0..<rows {
      for column in 0..<columns {
        let index = up * columns + column
        guard dots[index] != 0 else { continue }
        let glyph =
          isFine ? String(Character(Unicode.Scalar(0x2800 + UInt32(dots[index])) ?? " ")) : "."
        plot.canvas.set(
          glyph, row: plot.row(up: up), column: plot.left + column, look: .series(owners[index]))
      }
    }
  }
}
