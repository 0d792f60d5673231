import ArticleModel

/// A line of plain text as it stands between line breaks, measured in Unicode scalars.
struct PhysicalLine {
  enum Start { case uppercase, lowercase, other }

  /// Without white space at either end; empty for a blank line.
  let range: TextRange
  let indentation: Int
  /// From the margin to the last character that is no space.
  let columns: Int
  let firstWord: Int
  /// The form of the first letter or digit.
  let start: Start
  /// Closing quotation marks and brackets not counted.
  let endsSentence: Bool
  /// Has capital letters and no small ones.
  let isAllCapitals: Bool
  let isItem: Bool

  var isBlank: Bool { range.isEmpty }

  /// Reads the line at `offset`, and moves there the beginning of the next.
  init(_ reader: ScalarReader, from offset: inout Int) {
    let begin = offset
    var scan = Scan()
    reading: while offset < reader.bytes.count {
      let (value, length) = reader.scalar(at: offset)
      let place = offset
      offset += length
      switch value {
      case 0x0D:
        if reader.byte(offset) == 0x0A { offset += 1 }
        break reading
      case 0x0A, 0x0C, 0x85, 0x2028, 0x2029: break reading
      default: scan.take(value, from: place, to: offset)
      }
    }
    range = scan.first < 0 ? TextRange(begin, begin) : TextRange(scan.first, scan.last)
    indentation = scan.indentation
    columns = scan.columns
    firstWord = scan.firstWord
    start = scan.start ?? .other
    endsSentence = Self.endsSentence(range, reader)
    isAllCapitals = scan.capitals >= 2 && !scan.hasSmall
    isItem = Self.isItem(range, reader)
  }

  /// Whether a line begins with a bullet, a dash or a number, as an entry of a list does.
  static func isItem(_ range: TextRange, _ reader: ScalarReader) -> Bool {
    var cursor = range.start
    while cursor < range.end, cursor < range.start + 3, reader.byte(cursor).isASCIIDigit {
      cursor += 1
    }
    if cursor > range.start {
      let mark = reader.byte(cursor)
      return (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"))
        && reader.byte(cursor + 1).isASCIISpace
    }
    let (value, length) = reader.scalar(at: cursor)
    switch value {
    // A hyphen, an asterisk, bullets.
    case 0x2D, 0x2A, 0x2022, 0x2023, 0x25AA, 0x25CF, 0xB7:
      return reader.byte(cursor + length).isASCIISpace
    default: return false
    }
  }

  // MARK: - Implementation

  private struct Scan {
    var first = -1
    var last = 0
    var indentation = 0
    var columns = 0
    var firstWord = 0
    var start: Start?
    var capitals = 0
    var hasSmall = false
    private var column = 0
    private var inFirstWord = true

    mutating func take(_ value: UInt32, from place: Int, to end: Int) {
      column += value == 0x09 ? 8 : 1
      if CharacterClass(value) == .space {
        if first >= 0 { inFirstWord = false }
        return
      }
      if first < 0 {
        first = place
        indentation = column - 1
      }
      last = end
      columns = column
      if inFirstWord { firstWord += 1 }
      note(value)
    }

    private mutating func note(_ value: UInt32) {
      let isUpper: Bool
      let isLower: Bool
      if value < 0x80 {
        let byte = UInt8(value)
        isUpper = byte.isASCIIUppercase
        isLower = byte.isASCIILowercase
        if start == nil, byte.isASCIIDigit { start = .other }
      } else if hasSmall, start != nil {
        return
      } else if let scalar = Unicode.Scalar(value) {
        isUpper = scalar.properties.isUppercase
        isLower = scalar.properties.isLowercase
        if start == nil, !isUpper, !isLower, scalar.properties.isAlphabetic { start = .other }
      } else {
        return
      }
      if isUpper { capitals += 1 }
      if isLower { hasSmall = true }
      if start == nil, isUpper || isLower { start = isUpper ? .uppercase : .lowercase }
    }
  }

  private static func endsSentence(_ range: TextRange, _ reader: ScalarReader) -> Bool {
    var end = range.end
    while end > range.start {
      switch reader.byte(end - 1) {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"): end -= 1
      // ” and ’
      case 0x9D where reader.byte(end - 2) == 0x80, 0x99 where reader.byte(end - 2) == 0x80:
        end -= 3
      // …
      case 0xA6: return reader.byte(end - 2) == 0x80
      // 。 ！ ？
      case 0x82: return reader.byte(end - 2) == 0x80 && reader.byte(end - 3) == 0xE3
      case 0x81, 0x9F: return reader.byte(end - 2) == 0xBC && reader.byte(end - 3) == 0xEF
      default: return false
      }
    }
    return false
  }
}
