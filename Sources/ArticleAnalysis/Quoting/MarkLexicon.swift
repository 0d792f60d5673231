import ArticleModel

/// A quotation mark at one place, with what its form and the spaces round it say of its part.
struct QuotationMark {
  enum Family { case double, single, angle, corner }

  var token: Int
  var family: Family
  /// Whether it may open, may close; both where only its place among the others can tell.
  var mayOpen: Bool
  var mayClose: Bool
  /// The low mark of „…“, whose partner has the form of an opening mark.
  var isLow = false
  /// Closes by its form, but may be the apostrophe of a plural ("the ministers’ plan").
  var mayBeApostrophe = false
  /// Opens behind a sentence's end and a space, as a newspaper reopens a quotation at each sentence.
  var mayReopen = false
  /// Opens at the paragraph's start or behind a colon, comma or sentence's end, as speech does.
  var mayBeginSpeech = false
}

/// The quotation marks among an article's words.
struct MarkLexicon {
  private enum Form: UInt8 {
    case straightDouble, leftDouble, rightDouble, lowDouble, backquotes, straightSingle, leftSingle,
      rightSingle, lowSingle, leftAngle, rightAngle, leftCorner, rightCorner
  }

  private let forms: [UInt32: Form]
  private let words: WordTable

  init(of words: WordTable) {
    var forms: [UInt32: Form] = [:]
    for (word, form) in Self.spellings {
      if let id = words.find(word) { forms[id.index] = form }
    }
    self.forms = forms
    self.words = words
  }

  private static let spellings: [(String, Form)] = [
    ("\"", .straightDouble), ("''", .straightDouble), ("\u{FF02}", .straightDouble),
    ("\u{201C}", .leftDouble), ("\u{201F}", .leftDouble), ("\u{201D}", .rightDouble),
    ("\u{201E}", .lowDouble), ("``", .backquotes), ("'", .straightSingle), ("`", .leftSingle),
    ("\u{2018}", .leftSingle), ("\u{201B}", .leftSingle), ("\u{2019}", .rightSingle),
    ("\u{201A}", .lowSingle), ("\u{AB}", .leftAngle), ("\u{2039}", .leftAngle),
    ("\u{BB}", .rightAngle), ("\u{203A}", .rightAngle), ("\u{300C}", .leftCorner),
    ("\u{300E}", .leftCorner), ("\u{300D}", .rightCorner), ("\u{300F}", .rightCorner),
  ]

  func marks(in tokens: [Token], from begin: Int, to end: Int) -> [QuotationMark] {
    guard !forms.isEmpty else { return [] }
    var marks: [QuotationMark] = []
    for index in begin..<end {
      guard let form = forms[tokens[index].word.index] else { continue }
      let touchesPrevious = index > begin && tokens[index - 1].end == tokens[index].start
      let touchesNext = index + 1 < end && tokens[index].end == tokens[index + 1].start
      let opensAfter = index > begin && isOpening(tokens[index - 1])
      let gapBefore = !touchesPrevious || opensAfter
      let gapAfter = !touchesNext || isEnding(tokens[index + 1])
      var mark = mark(
        form, index, gapBefore: gapBefore, gapAfter: gapAfter, in: tokens, begin, end)
      let isOpening = mark.mayOpen && !touchesPrevious && touchesNext
      if index > begin, isOpening, mark.family == .double, !mark.isLow {
        mark.mayReopen = endsSentence(tokens[index - 1])
      }
      mark.mayBeginSpeech =
        index == begin || mark.mayReopen || isOpening && isComma(tokens[index - 1])
      marks.append(mark)
    }
    return marks
  }

  // MARK: - Implementation

  private func mark(
    _ form: Form, _ index: Int, gapBefore: Bool, gapAfter: Bool, in tokens: [Token], _ begin: Int,
    _ end: Int
  ) -> QuotationMark {
    var mark = QuotationMark(token: index, family: .double, mayOpen: false, mayClose: false)
    switch form {
    case .straightDouble:
      mark.mayOpen = gapBefore || !gapAfter
      mark.mayClose = gapAfter || !gapBefore
    case .leftDouble:
      mark.mayOpen = true
      mark.mayClose = !gapBefore && gapAfter
    case .rightDouble:
      mark.mayClose = true
      mark.mayOpen = gapBefore && !gapAfter
    case .lowDouble:
      mark.mayOpen = true
      mark.isLow = true
    case .backquotes: mark.mayOpen = true
    case .straightSingle:
      mark.family = .single
      mark.mayOpen = gapBefore && !gapAfter && !isElided(tokens, index + 1, end)
      mark.mayClose = gapAfter && !gapBefore
      mark.mayBeApostrophe = index > begin && endsInS(tokens[index - 1]) && index + 1 < end
    case .leftSingle:
      mark.family = .single
      mark.mayOpen = true
      mark.mayClose = !gapBefore && gapAfter
    case .rightSingle:
      mark.family = .single
      mark.mayClose = !gapBefore
      mark.mayBeApostrophe = index > begin && endsInS(tokens[index - 1]) && index + 1 < end
    case .lowSingle:
      mark.family = .single
      mark.mayOpen = true
      mark.isLow = true
    case .leftAngle, .rightAngle:
      mark.family = .angle
      let isLeft = form == .leftAngle
      mark.mayOpen = isLeft || (gapBefore && !gapAfter)
      mark.mayClose = !isLeft || (!gapBefore && gapAfter)
    case .leftCorner, .rightCorner:
      mark.family = .corner
      mark.mayOpen = form == .leftCorner
      mark.mayClose = form == .rightCorner
    }
    return mark
  }

  private func isOpening(_ token: Token) -> Bool {
    guard let byte = words.utf8(token.word).first else { return false }
    if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "-") {
      return true
    }
    // Dashes and opening marks of the general punctuation block, a non-breaking space's neighbour.
    let word = Array(words.utf8(token.word))
    guard word.count == 3, word[0] == 0xE2, word[1] == 0x80 else {
      return byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") && word.count <= 2
    }
    return [0x93, 0x94, 0x98, 0x9C, 0x9E].contains(word[2])
  }

  /// A mark that may follow a closing quotation mark without a space.
  private func isEnding(_ token: Token) -> Bool {
    guard let byte = words.utf8(token.word).first else { return false }
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "-"):
      return true
    case 0xE2: return words.utf8(token.word).count == 3
    default: return false
    }
  }

  /// Whether a token ends a sentence or a half of one (";"), or is the single mark behind that (".’").
  private func endsSentence(_ token: Token) -> Bool {
    let word = words.utf8(token.word)
    switch word.last {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "'"),
      UInt8(ascii: ";"):
      return true
    // … and ’
    case 0xA6, 0x99: return word.count == 3 && word.first == 0xE2
    default: return false
    }
  }

  private func isComma(_ token: Token) -> Bool {
    let word = words.utf8(token.word)
    return word.count == 1
      && (word.first == UInt8(ascii: ",") || word.first == UInt8(ascii: ":"))
  }

  private func endsInS(_ token: Token) -> Bool {
    guard let last = words.utf8(token.word).last else { return false }
    return last.asciiLowercased == UInt8(ascii: "s")
  }

  /// 'em, 'til, 'cause: an apostrophe for lost letters.
  private func isElided(_ tokens: [Token], _ index: Int, _ end: Int) -> Bool {
    guard index < end else { return false }
    switch words[tokens[index].lower] {
    case "em", "til", "cause", "tis", "twas", "n", "bout", "round": return true
    default: return false
    }
  }
}
