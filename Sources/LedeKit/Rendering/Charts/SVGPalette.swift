/// Colours, strokes and signs that tell series apart in a picture.
///
/// The colours are those of Okabe and Ito ("Color Universal Design", 2008), told apart by people of
/// all kinds of colour vision, but for the yellow, which is lost on white. Signs and dashes differ
/// too, for print in black and white.
enum SVGPalette {
  static let ink = "#222222"
  static let faint = "#595959"
  static let grid = "#e3e3e3"
  static let axis = "#8a8a8a"

  static func color(_ series: Int) -> String { colors[series % colors.count] }

  /// The pattern of dashes; nil for a line drawn through.
  static func dashes(_ series: Int) -> String? {
    let dashes = dashes[series % self.dashes.count]
    return dashes.isEmpty ? nil : dashes
  }

  /// The path of a sign around a place: disc, triangle, square or diamond.
  static func marker(_ series: Int, x: Double, y: Double, size: Double) -> String {
    let n = SVGText.number
    let r = size / 2
    switch series % 4 {
    case 0:
      return "M\(n(x - r)) \(n(y))a\(n(r)) \(n(r)) 0 1 0 \(n(2 * r)) 0"
        + "a\(n(r)) \(n(r)) 0 1 0 \(n(-2 * r)) 0Z"
    case 1: return "M\(n(x)) \(n(y - r))L\(n(x + r)) \(n(y + r))L\(n(x - r)) \(n(y + r))Z"
    case 2: return "M\(n(x - r)) \(n(y - r))h\(n(2 * r))v\(n(2 * r))h\(n(-2 * r))Z"
    default:
      return "M\(n(x)) \(n(y - r))L\(n(x + r)) \(n(y))L\(n(x)) \(n(y + r))L\(n(x - r)) \(n(y))Z"
    }
  }

  private static let colors = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#6b4c9a", "#444444",
  ]
  private static let dashes = ["", "7 3", "2 3", "9 3 2 3", "12 4", "4 2", "1 3", "6 2 1 2 1 2"]
}
