import CLibedit

/// Where a text puts the cursor of a terminal, counted as libedit draws it.
struct ScreenPosition: Equatable {
  var row = 0
  var column = 0

  /// The position after `text`, drawn from column `start` on a terminal of `columns`.
  static func after(_ text: some Sequence<UInt32>, start: Int, columns: Int) -> ScreenPosition {
    let columns = max(1, columns)
    var position = ScreenPosition(row: start / columns, column: start % columns)
    for scalar in text {
      switch scalar {
      case 0x0A:
        position.row += 1
        position.column = 0
        continue
      case 0x09:
        position.column = (position.column / 8 + 1) * 8
      case 0..<0x20, 0x7F:
        position.column += 2  // ^X
      default:
        let width = Int(max(0, CLibeditWidth(wchar_t(bitPattern: scalar))))
        if position.column + width > columns {
          position.row += 1
          position.column = 0
        }
        position.column += width
      }
      if position.column >= columns {
        position.row += 1
        position.column = 0
      }
    }
    return position
  }
}
