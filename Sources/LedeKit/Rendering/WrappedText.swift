/// A text broken into lines at blanks, for a terminal of some width.
package struct WrappedText: Sendable {
  package private(set) var lines: [String] = []

  /// Escape sequences (`ESC [ … m`) take no room; a word wider than the line stands alone.
  package init(_ text: [UInt8], width: Int) {
    let room = max(10, width)
    var line: [UInt8] = []
    var lineWidth = 0
    for word in text.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 })
    {
      let wordWidth = Self.width(of: word)
      if !line.isEmpty, lineWidth + 1 + wordWidth > room {
        lines.append(String(decoding: line, as: UTF8.self))
        line.removeAll()
        lineWidth = 0
      }
      if !line.isEmpty {
        line.append(0x20)
        lineWidth += 1
      }
      line += word
      lineWidth += wordWidth
    }
    if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
  }

  // MARK: - Implementation

  /// Columns of a terminal that a word takes.
  private static func width(of word: ArraySlice<UInt8>) -> Int {
    var visible: [UInt8] = []
    var isEscape = false
    for byte in word {
      if byte == 0x1B {
        isEscape = true
      } else if isEscape {
        isEscape = byte != UInt8(ascii: "m")
      } else {
        visible.append(byte)
      }
    }
    return CellText(visible).width
  }
}
