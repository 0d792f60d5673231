/// The signs that charts in a terminal are drawn with: blocks and lines, or ASCII alone.
struct ChartGlyphs {
  let isASCII: Bool

  /// Signs of points, one a series, told apart without colour.
  func marker(_ series: Int) -> String {
    let markers = isASCII ? Self.asciiMarkers : Self.markers
    return markers[series % markers.count]
  }

  /// Signs that fill bars and areas, one a series.
  func fill(_ series: Int) -> String {
    let fills = isASCII ? Self.asciiFills : Self.fills
    return fills[series % fills.count]
  }

  /// A cell filled from the left by so many eighths, 1 to 7.
  func left(eighths: Int) -> String { Self.leftEighths[min(max(eighths, 1), 7) - 1] }

  /// A cell filled from the bottom by so many eighths, 1 to 7.
  func lower(eighths: Int) -> String { Self.lowerEighths[min(max(eighths, 1), 7) - 1] }

  var horizontal: String { isASCII ? "-" : "─" }
  var vertical: String { isASCII ? "|" : "│" }
  var corner: String { isASCII ? "+" : "└" }
  var cross: String { isASCII ? "+" : "┼" }
  var tickAtLeft: String { isASCII ? "+" : "┤" }
  var tickBelow: String { isASCII ? "+" : "┬" }
  var zeroLine: String { isASCII ? "-" : "╌" }
  var rightHalf: String { "▐" }
  var upperHalf: String { "▀" }
  var ellipsis: String { isASCII ? "..." : "…" }
  /// The corners of a box, clockwise from the upper left.
  var box: [String] { isASCII ? ["+", "+", "+", "+"] : ["╭", "╮", "╯", "╰"] }

  /// A text in at most so many columns, made visible, with its cut marked.
  func fitted(_ text: String, to room: Int) -> CellText {
    let cell = CellText(Array(text.utf8), limit: max(room, 0) + 1)
    guard isASCII, cell.width > room, room >= 3 else { return cell.fitted(to: room) }
    let cut = String(decoding: cell.fitted(to: room - 2).bytes, as: UTF8.self)
    return CellText(String(cut.dropLast()) + "...")
  }

  // MARK: - Implementation

  private static let markers = ["●", "▲", "■", "◆", "○", "△", "□", "◇"]
  private static let asciiMarkers = ["*", "o", "+", "x", "#", "@", "%", "&"]
  private static let fills = ["█", "░", "▓", "▚", "▒", "━", "▪", "╱"]
  private static let asciiFills = ["#", "-", "=", "o", "+", "x", "%", "."]
  private static let leftEighths = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let lowerEighths = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"]
}
