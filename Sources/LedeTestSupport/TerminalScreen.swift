import LedeKit

/// What a terminal shows, from the bytes written to it.
///
/// Enough of a VT100 for what the prompt and its editor write. Colours are read over.
package struct TerminalScreen: Sendable {
  package private(set) var rows: Int
  package private(set) var columns: Int
  /// Row and column of the cursor, both from 0.
  package private(set) var cursor: (row: Int, column: Int) = (0, 0)
  /// Rows that left the screen at its top, oldest first.
  package private(set) var scrolled: [String] = []
  package private(set) var hasBracketedPaste = false
  package private(set) var bellCount = 0

  private var cells: [[Cell]]
  /// The last column was written: the next character goes to the next row.
  private var isWrapPending = false
  private var joinsNext = false
  private var state = State.text
  private var parameters: [UInt8] = []
  private var savedCursor: (row: Int, column: Int) = (0, 0)
  /// The start of a character whose other bytes have not come yet.
  private var partial: [UInt8] = []

  /// What stands in one column; the second column of a wide character is empty.
  private struct Cell: Sendable {
    var text = " "
  }

  private enum State: Sendable {
    case text, escape, sequence, operatingSystem, operatingSystemEscape, characterSet
  }

  package init(rows: Int = 24, columns: Int = 80) {
    self.rows = max(1, rows)
    self.columns = max(1, columns)
    cells = Array(repeating: Array(repeating: Cell(), count: max(1, columns)), count: max(1, rows))
  }

  /// The rows as texts, without blanks at their ends.
  package var lines: [String] { cells.map(Self.text) }

  /// All that is on the screen, without empty rows at the end.
  package var text: String {
    var lines = lines
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// The screen with what scrolled off it.
  package var wholeText: String { (scrolled + [text]).joined(separator: "\n") }

  /// The row of the cursor.
  package var currentLine: String { Self.text(cells[cursor.row]) }

  /// Changes the size as xterm does: rows are cut or filled, nothing is wrapped anew.
  package mutating func resize(rows newRows: Int, columns newColumns: Int) {
    while cells.count > max(1, newRows), cursor.row >= newRows {
      scrolled.append(Self.text(cells.removeFirst()))
      cursor.row -= 1
    }
    rows = max(1, newRows)
    columns = max(1, newColumns)
    cells = Array(cells.prefix(rows)).map { row in
      Array(row.prefix(columns))
        + Array(repeating: Cell(), count: max(0, columns - row.count))
    }
    while cells.count < rows { cells.append(blankRow) }
    cursor = (min(cursor.row, rows - 1), min(cursor.column, columns - 1))
    isWrapPending = false
  }

  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    let input = partial + Array(bytes)
    partial = []
    input.withUnsafeBufferPointer { input in
      var index = 0
      while index < input.count {
        let scalar = UTF8Scalar.decode(input, at: index)
        if !scalar.isValid, index + scalar.length == input.count, input[index] >= 0xC2,
          input.count - index < 4
        {
          partial = Array(input[index...])
          return
        }
        index += scalar.length
        take(scalar.value)
      }
    }
  }

  // MARK: - Implementation

  private var blankRow: [Cell] { Array(repeating: Cell(), count: columns) }

  private static func text(_ row: [Cell]) -> String {
    var text = row.map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  private mutating func take(_ scalar: UInt32) {
    switch state {
    case .text: takeText(scalar)
    case .escape: takeEscape(scalar)
    case .sequence:
      if scalar >= 0x40, scalar <= 0x7E {
        state = .text
        perform(UInt8(scalar))
      } else {
        parameters.append(UInt8(truncatingIfNeeded: scalar))
      }
    case .operatingSystem:
      if scalar == 7 { state = .text } else if scalar == 0x1B { state = .operatingSystemEscape }
    case .operatingSystemEscape, .characterSet: state = .text
    }
  }

  private mutating func takeText(_ scalar: UInt32) {
    switch scalar {
    case 0x1B: state = .escape
    case 0x0D:
      cursor.column = 0
      isWrapPending = false
    case 0x0A...0x0C: lineFeed()
    case 0x08:
      cursor.column = max(0, cursor.column - 1)
      isWrapPending = false
    case 0x09: cursor.column = min(columns - 1, (cursor.column / 8 + 1) * 8)
    case 0x07: bellCount += 1
    case 0..<0x20, 0x7F: break
    default: put(scalar)
    }
  }

  private mutating func takeEscape(_ scalar: UInt32) {
    state = .text
    switch scalar {
    case 0x5B:
      state = .sequence
      parameters = []
    case 0x5D: state = .operatingSystem
    case 0x28, 0x29: state = .characterSet
    case 0x37: savedCursor = cursor
    case 0x38: cursor = savedCursor
    case 0x4D:  // reverse index
      if cursor.row > 0 {
        cursor.row -= 1
      } else {
        cells.removeLast()
        cells.insert(blankRow, at: 0)
      }
    case 0x63: self = TerminalScreen(rows: rows, columns: columns)
    default: break
    }
  }

  private mutating func put(_ scalar: UInt32) {
    let text = String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}"))
    let width = DisplayWidth.ofScalar(scalar)
    if width == 0 || joinsNext {
      // Marks and joined characters belong to the cell before.
      var column = isWrapPending ? cursor.column : max(0, cursor.column - 1)
      if cells[cursor.row][column].text.isEmpty { column = max(0, column - 1) }
      cells[cursor.row][column].text += text
      joinsNext = scalar == 0x200D
      return
    }
    if isWrapPending || cursor.column + width > columns {
      cursor.column = 0
      lineFeed()
      isWrapPending = false
    }
    cells[cursor.row][cursor.column].text = text
    if width == 2, cursor.column + 1 < columns { cells[cursor.row][cursor.column + 1].text = "" }
    cursor.column += width
    if cursor.column >= columns {
      cursor.column = columns - 1
      isWrapPending = true
    }
  }

  private mutating func lineFeed() {
    if cursor.row + 1 < rows {
      cursor.row += 1
    } else {
      scrolled.append(Self.text(cells.removeFirst()))
      cells.append(blankRow)
    }
  }

  private mutating func perform(_ final: UInt8) {
    let isPrivate = parameters.first == UInt8(ascii: "?")
    let numbers = String(decoding: parameters.filter { $0 < 0x3C }, as: UTF8.self)
      .split(separator: ";", omittingEmptySubsequences: false).map { min(Int($0) ?? 0, 10_000) }
    func number(_ index: Int, otherwise: Int) -> Int {
      index < numbers.count && numbers[index] > 0 ? numbers[index] : otherwise
    }
    let count = number(0, otherwise: 1)
    switch final {
    case UInt8(ascii: "A"): move(row: cursor.row - count)
    case UInt8(ascii: "B"): move(row: cursor.row + count)
    case UInt8(ascii: "C"): move(column: cursor.column + count)
    case UInt8(ascii: "D"): move(column: cursor.column - count)
    case UInt8(ascii: "G"): move(column: count - 1)
    case UInt8(ascii: "d"): move(row: count - 1)
    case UInt8(ascii: "H"), UInt8(ascii: "f"):
      move(row: count - 1, column: number(1, otherwise: 1) - 1)
    case UInt8(ascii: "J"): eraseScreen(number(0, otherwise: 0))
    case UInt8(ascii: "K"): eraseLine(number(0, otherwise: 0))
    case UInt8(ascii: "L"):
      for _ in 0..<min(count, rows - cursor.row) {
        cells.removeLast()
        cells.insert(blankRow, at: cursor.row)
      }
    case UInt8(ascii: "M"):
      for _ in 0..<min(count, rows - cursor.row) {
        cells.remove(at: cursor.row)
        cells.append(blankRow)
      }
    case UInt8(ascii: "P"):
      let removed = min(count, columns - cursor.column)
      cells[cursor.row].removeSubrange(cursor.column..<cursor.column + removed)
      cells[cursor.row] += Array(repeating: Cell(), count: removed)
    case UInt8(ascii: "@"):
      let added = min(count, columns - cursor.column)
      cells[cursor.row].insert(
        contentsOf: Array(repeating: Cell(), count: added), at: cursor.column)
      cells[cursor.row].removeLast(added)
    case UInt8(ascii: "X"):
      for column in cursor.column..<min(columns, cursor.column + count) {
        cells[cursor.row][column] = Cell()
      }
    case UInt8(ascii: "h"), UInt8(ascii: "l"):
      if isPrivate, numbers.first == 2004 { hasBracketedPaste = final == UInt8(ascii: "h") }
    default: break
    }
  }

  private mutating func move(row: Int? = nil, column: Int? = nil) {
    if let row { cursor.row = min(max(0, row), rows - 1) }
    if let column { cursor.column = min(max(0, column), columns - 1) }
    isWrapPending = false
  }

  private mutating func eraseLine(_ part: Int) {
    let range: Range<Int>
    switch part {
    case 0: range = cursor.column..<columns
    case 1: range = 0..<cursor.column + 1
    default: range = 0..<columns
    }
    for column in range { cells[cursor.row][column] = Cell() }
  }

  private mutating func eraseScreen(_ part: Int) {
    switch part {
    case 0:
      eraseLine(0)
      for row in cursor.row + 1..<max(rows, cursor.row + 1) { cells[row] = blankRow }
    case 1:
      eraseLine(1)
      for row in 0..<cursor.row { cells[row] = blankRow }
    default:
      for row in 0..<rows { cells[row] = blankRow }
    }
  }
}
