import ArticleModel

/// Reads one token after the other from a stretch of text.
struct TokenScanner {
  private let reader: ScalarReader
  private var offset = 0
  private var begin = 0
  private var end = 0
  /// Pieces of a word that has been parted, still to be handed out.
  private var pending: TextRange?

  init(_ reader: ScalarReader) { self.reader = reader }

  mutating func start(at start: Int, end: Int) {
    offset = start
    begin = start
    self.end = end
    pending = nil
  }

  mutating func next() -> TextRange? {
    if let range = pending {
      pending = nil
      return range
    }
    while offset < end {
      let (value, length) = reader.scalar(at: offset)
      switch CharacterClass(value) {
      case .space: offset += length
      case .ideograph: return take(length)
      case .letter, .digit: return scanWord()
      case .punctuation, .symbol: return scanMark(value, length)
      }
    }
    return nil
  }

  // MARK: - Implementation

  private mutating func take(_ length: Int) -> TextRange {
    let range = TextRange(offset, min(offset + length, end))
    offset = range.end
    return range
  }

  private func isWordCharacter(at offset: Int) -> Bool {
    guard offset < end else { return false }
    switch reader.characterClass(at: offset) {
    case .letter, .digit: return true
    case .space, .punctuation, .symbol, .ideograph: return false
    }
  }

  private func isLetter(at offset: Int) -> Bool {
    offset < end && reader.characterClass(at: offset) == .letter
  }

  // MARK: Marks

  private mutating func scanMark(_ value: UInt32, _ length: Int) -> TextRange {
    let byte = reader.byte(offset)
    let next = reader.byte(offset + 1)
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "="):
      let run = runLength(of: byte)
      if byte == UInt8(ascii: "-"), run == 1, next.isASCIIDigit, startsAfterGap() {
        offset += 1
        return TextRange(offset - 1, scanWord().end)
      }
      if byte == UInt8(ascii: "."), run == 1, next.isASCIIDigit, startsAfterGap() {
        return TextRange(offset, scanWord(from: offset + 1).end)
      }
      return take(run)
    case UInt8(ascii: "'"), UInt8(ascii: "`"):
      // ''' at the end of a quotation within a quotation: the single mark closes first.
      if next == byte {
        return take(runLength(of: byte, atMost: 4) == 3 && !startsAfterGap() ? 1 : 2)
      }
    case UInt8(ascii: "@"), UInt8(ascii: "#"):
      if startsAfterGap(), isWordCharacter(at: offset + 1) {
        let start = offset
        return TextRange(start, scanWord(from: offset + 1).end)
      }
    default: break
    }
    // '90s, ’90s
    let apostrophe = reader.apostropheLength(at: offset)
    if apostrophe > 0, reader.byte(offset + apostrophe).isASCIIDigit,
      reader.byte(offset + apostrophe + 1).isASCIIDigit,
      reader.byte(offset + apostrophe + 2) == UInt8(ascii: "s"),
      !isWordCharacter(at: offset + apostrophe + 3)
    {
      return take(apostrophe + 3)
    }
    return take(length)
  }

  /// How often `byte` stands here, at most `limit` times: a run that is taken apart piece by piece
  /// must not be counted to its end at every piece.
  private func runLength(of byte: UInt8, atMost limit: Int = .max) -> Int {
    var run = 1
    while run < limit, offset + run < end, reader.byte(offset + run) == byte { run += 1 }
    return run
  }

  /// Whether white space, an opening bracket or the paragraph's beginning precedes the place.
  private func startsAfterGap() -> Bool {
    guard offset > begin else { return true }
    let previous = reader.byte(offset - 1)
    return previous.isASCIISpace || previous == UInt8(ascii: "(") || previous == UInt8(ascii: "[")
      || previous == UInt8(ascii: "$") || (previous == 0xA0 && reader.byte(offset - 2) == 0xC2)
  }

  // MARK: Words

  private mutating func scanWord() -> TextRange { scanWord(from: offset) }

  private mutating func scanWord(from start: Int) -> TextRange {
    if let address = webAddress(at: start) {
      offset = address
      return TextRange(start, address)
    }
    var cursor = start
    /// Whether a period stands between single letters, as in U.S or a.m.
    var isDotted = false
    while cursor < end {
      let (value, length) = reader.scalar(at: cursor)
      switch CharacterClass(value) {
      case .letter, .digit: cursor += length
      case .space, .ideograph:
        return finish(TextRange(start, cursor), isDotted: isDotted)
      case .punctuation, .symbol:
        let joint = jointLength(at: cursor, start: start)
        guard joint > 0 else { return finish(TextRange(start, cursor), isDotted: isDotted) }
        if reader.byte(cursor) == UInt8(ascii: ".") { isDotted = true }
        cursor += joint
      }
    }
    return finish(TextRange(start, cursor), isDotted: isDotted)
  }

  /// The length of a mark that holds a word together at `cursor`, 0 where the word ends.
  private func jointLength(at cursor: Int, start: Int) -> Int {
    let byte = reader.byte(cursor)
    let previous = reader.byte(cursor - 1)
    let next = reader.byte(cursor + 1)
    let apostrophe = reader.apostropheLength(at: cursor)
    if apostrophe > 0 { return isLetter(at: cursor + apostrophe) ? apostrophe : 0 }
    guard cursor + 1 < end else { return 0 }
    switch byte {
    case UInt8(ascii: "-"):
      return isWordCharacter(at: cursor + 1) ? 1 : 0
    case 0xE2:  // U+2010 and U+2011, hyphens
      let isHyphen =
        next == 0x80 && (reader.byte(cursor + 2) == 0x90 || reader.byte(cursor + 2) == 0x91)
      return isHyphen && isWordCharacter(at: cursor + 3) ? 3 : 0
    case UInt8(ascii: "."):
      if previous.isASCIIDigit { return next.isASCIIDigit ? 1 : 0 }
      guard isWordCharacter(at: cursor + 1) else { return 0 }
      // "ground.The": a lost space, not one word.
      let isLostSpace =
        next.isASCIIUppercase && cursor - start >= 2 && previous.isASCIILowercase
      return isLostSpace ? 0 : 1
    case UInt8(ascii: ","), UInt8(ascii: ":"):
      return previous.isASCIIDigit && next.isASCIIDigit ? 1 : 0
    case UInt8(ascii: "/"):
      return previous.isASCIIDigit && next.isASCIIDigit ? 1 : 0
    case UInt8(ascii: "&"):
      return previous.isASCIIUppercase && next.isASCIIUppercase ? 1 : 0
    case UInt8(ascii: "@"):
      return isWordCharacter(at: cursor + 1) ? 1 : 0
    case UInt8(ascii: "$"):
      // US$5, A$5
      return previous.isASCIIUppercase && cursor - start <= 3 && next.isASCIIDigit ? 1 : 0
    default: return 0
    }
  }

  /// Takes a period that belongs to the word, and parts clitics from it.
  private mutating func finish(_ word: TextRange, isDotted: Bool) -> TextRange {
    var word = word
    if reader.byte(word.start).isASCIIUppercase, let sign = currencySignEnd(in: word) {
      offset = sign
      return TextRange(word.start, sign)
    }
    if word.end < end, reader.byte(word.end) == UInt8(ascii: "."),
      reader.byte(word.end + 1) != UInt8(ascii: "."), keepsPeriod(word, isDotted: isDotted)
    {
      word.end += 1
    }
    offset = word.end
    let clitic = cliticStart(in: word)
    if clitic > word.start, clitic < word.end {
      pending = TextRange(clitic, word.end)
      word.end = clitic
    }
    return word
  }

  /// The end of "US$" in "US$5".
  private func currencySignEnd(in word: TextRange) -> Int? {
    for offset in word.start..<min(word.start + 4, word.end)
    where reader.byte(offset) == UInt8(ascii: "$") {
      return offset + 1
    }
    return nil
  }

  private func keepsPeriod(_ word: TextRange, isDotted: Bool) -> Bool {
    if word.count == 1 {
      let letter = reader.byte(word.start)
      return letter.isASCIIUppercase && letter != UInt8(ascii: "I")
    }
    if isDotted {
      // U.S, a.m, Ph.D: single letters, or a short last part.
      return reader.byte(word.end - 2) == UInt8(ascii: ".")
        && reader.byte(word.end - 1).isASCIILetter
    }
    guard word.count <= 6, reader.byte(word.end - 1).isASCIILetter else { return false }
    let lower = reader.bytes[word.start..<word.end].map(\.asciiLowercased)
    return Abbreviations.isAbbreviation(
      String(decoding: lower, as: UTF8.self),
      capitalized: reader.byte(word.start).isASCIIUppercase)
  }

  /// Where the clitic at the end of a word begins; the word's end where it has none.
  private func cliticStart(in word: TextRange) -> Int {
    if word.count == 6, matches("cannot", at: word.start) { return word.start + 3 }
    // At most three letters after the apostrophe.
    for letters in 1...2 {
      let last = word.end - letters
      for mark in [1, 3] where reader.apostropheLength(at: last - mark) == mark {
        let start = last - mark
        guard start > word.start else { continue }
        if letters == 1 {
          switch reader.byte(last).asciiLowercased {
          case UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "m"): return start
          case UInt8(ascii: "t"):
            let isNot = reader.byte(start - 1).asciiLowercased == UInt8(ascii: "n")
            if isNot, start - 1 > word.start { return start - 1 }
          default: break
          }
        } else if matches("re", at: last) || matches("ve", at: last) || matches("ll", at: last) {
          return start
        }
      }
    }
    return word.end
  }

  private func matches(_ text: StaticString, at offset: Int) -> Bool {
    text.withUTF8Buffer { expected in
      guard offset >= 0, offset + expected.count <= reader.bytes.count else { return false }
      for index in 0..<expected.count
      where reader.byte(offset + index).asciiLowercased != expected[index] {
        return false
      }
      return true
    }
  }

  /// The end of a web address that begins at `start`, its closing punctuation not counted.
  private func webAddress(at start: Int) -> Int? {
    guard
      matches("http://", at: start) || matches("https://", at: start) || matches("www.", at: start)
    else { return nil }
    var cursor = start
    while cursor < end, reader.byte(cursor) > 0x20, reader.byte(cursor) < 0x7F,
      reader.byte(cursor) != UInt8(ascii: "\""), reader.byte(cursor) != UInt8(ascii: "<")
    {
      cursor += 1
    }
    while cursor > start + 4 {
      switch reader.byte(cursor - 1) {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"),
        UInt8(ascii: "'"):
        cursor -= 1
      default: return cursor
      }
    }
    return cursor
  }
}
