import ArticleModel
import Calendar

/// An expression of time among the pieces of a sentence.
struct TimeMatch {
  /// Indices of the first piece and of the one after the last.
  var start: Int
  var end: Int
  var value: TimeValue
  /// The rule's name, as it stands in `how`.
  var rule: String

  /// The share of the rule's values that are right, on 1,822 expressions of TempEval-3.
  var confidence: Double { Self.shares[rule] ?? 0.8 }

  private static let shares: [String: Double] = [
    "time.ago": 0.58, "time.century": 0.65, "time.clock": 0.45, "time.date": 0.97,
    "time.day": 0.92, "time.decade": 0.6, "time.duration": 0.75, "time.fiscal": 0.75,
    "time.holiday": 0.8, "time.month": 0.93, "time.period": 0.69, "time.quarter": 0.86,
    "time.rate": 0.4, "time.season": 0.85, "time.set": 0.67, "time.vague": 0.65,
    "time.weekday": 0.87, "time.weekend": 0.5, "time.year": 0.85,
  ]
}

/// Goes over the pieces of one sentence and reads the expressions of time in them, from left to
/// right, the longest at each place.
struct TimeScanner {
  let utf8: [UInt8]
  let pieces: [LexicalPiece]
  /// What each piece says of time.
  let words: [TimeWord?]
  let numerals: NumeralReader
  let sentence: Int
  var context: TimeContext
  /// The last expression of the sentence.
  private(set) var previous: TimeMatch?
  private let tense: ClauseTense
  private let isHeadline: Bool

  init(
    utf8: [UInt8], pieces: [LexicalPiece], context: TimeContext, sentence: Int, tense: ClauseTense
  ) {
    self.utf8 = utf8
    self.pieces = pieces
    self.context = context
    self.sentence = sentence
    self.tense = tense
    words = pieces.map { TimeLexicon.words[$0] }
    isHeadline = Self.isHeadline(pieces, words)
    numerals = NumeralReader(utf8: utf8, pieces: pieces)
  }

  mutating func scan(_ report: (TimeMatch) -> Void) {
    var index = 0
    while index < pieces.count {
      if let match = match(at: index), match.end > index {
        if !isTitle(match) {
          remember(match)
          previous = match
          report(match)
        }
        index = match.end
      } else {
        index += 1
      }
    }
  }

  /// The longest expression that begins at a piece.
  func match(at index: Int) -> TimeMatch? {
    guard
      words[index] != nil || pieces[index].kind == .digits || isApostrophe(index)
        || NumeralLexicon.words[pieces[index]] != nil
    else { return nil }
    var best: TimeMatch?
    func consider(_ match: TimeMatch?) {
      if let match, match.end > (best?.end ?? index) { best = match }
    }
    // The more particular come first: of equally long ones the first is taken.
    consider(clock(index))
    consider(numericDate(index))
    consider(weekday(index))
    consider(monthDate(index))
    consider(dayOfMonth(index))
    consider(dayBehindDate(index))
    consider(quarter(index))
    consider(fiscalYear(index))
    consider(year(index))
    consider(decadeOrCentury(index))
    consider(seasonOrHoliday(index))
    consider(relativeDay(index))
    consider(weekOfDay(index))
    consider(deicticPeriod(index))
    consider(agoOrLater(index))
    consider(set(index))
    consider(duration(index))
    consider(vague(index))
    return best
  }

  // MARK: - Looking at pieces

  func word(_ index: Int) -> TimeWord? {
    index >= 0 && index < words.count ? words[index] : nil
  }

  func isApostrophe(_ index: Int) -> Bool { index < pieces.count && pieces[index].isApostrophe }

  func isMark(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    index >= 0 && index < pieces.count && pieces[index].isMark(scalar)
  }

  /// Past the point of an abbreviation.
  func afterPoint(_ index: Int) -> Int {
    isMark(index, ".") && !pieces[index].isSpaced ? index + 1 : index
  }

  /// Past a hyphen without spaces around it.
  func afterHyphen(_ index: Int) -> Int {
    guard index + 1 < pieces.count, pieces[index].isDash, !pieces[index].isSpaced,
      !pieces[index + 1].isSpaced
    else { return index }
    return index + 1
  }

  /// Past a comma.
  func afterComma(_ index: Int) -> Int { isMark(index, ",") ? index + 1 : index }

  /// Past `'s` or a lone apostrophe.
  func afterPossessive(_ index: Int) -> Int? {
    guard isApostrophe(index), !pieces[index].isSpaced else { return nil }
    if index + 1 < pieces.count, !pieces[index + 1].isSpaced, pieces[index + 1].length == 1,
      utf8[pieces[index + 1].start] | 0x20 == 0x73
    {
      return index + 2
    }
    return index + 1
  }

  /// The value of a piece that is digits alone, up to four of them.
  func integer(_ index: Int) -> Int? {
    guard index >= 0, index < pieces.count, pieces[index].kind == .digits,
      pieces[index].length <= 4
    else { return nil }
    var value = 0
    for byte in utf8[pieces[index].start..<pieces[index].end] {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte &- 0x30)
    }
    return value
  }

  // MARK: - Titles

  /// Whether words that a sentence writes small have capitals here: "on the Today programme", "CBS's
  /// 60 Minutes".
  private func isTitle(_ match: TimeMatch) -> Bool {
    guard !isHeadline else { return false }
    for index in match.start..<match.end where pieces[index].isCapitalized {
      switch words[index] {
      case .unit where index > match.start && Self.titleRules.contains(match.rule): return true
      case .today, .tonight, .tomorrow, .yesterday, .now, .soon, .noon, .midnight:
        if !mayBeginSentence(index) || isQuotedAlone(match) { return true }
      default: break
      }
    }
    return false
  }

  /// Other expressions have units with capitals of their own: Labor Day, Third Quarter 2016.
  private static let titleRules: Set = ["time.period", "time.duration", "time.ago"]

  private func mayBeginSentence(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    return pieces[index - 1].kind == .mark && !pieces[index - 1].isMark(",")
      && !pieces[index - 1].isMark("&")
  }

  private func isQuotedAlone(_ match: TimeMatch) -> Bool {
    guard match.start > 0, match.end < pieces.count, pieces[match.start - 1].kind == .mark,
      !pieces[match.start].isSpaced
    else { return false }
    let after = pieces[match.end]
    return !after.isSpaced
      && (after.isMark("\"") || after.isMark("\u{201D}") || after.isApostrophe)
  }

  /// Whether most words that say nothing of time have capitals.
  private static func isHeadline(_ pieces: [LexicalPiece], _ words: [TimeWord?]) -> Bool {
    var (all, capitalized) = (0, 0)
    for (piece, word) in zip(pieces, words)
    where piece.kind == .word && piece.length > 3 && word == nil {
      all += 1
      if piece.isCapitalized { capitalized += 1 }
    }
    return capitalized * 10 > all * 6
  }

  // MARK: - Looking ahead

  /// Whether the clause in which a piece stands speaks of what is to come.
  ///
  /// The verb decides, where there is a tree; else the words before. The present tense looks ahead
  /// with `ofDay`: "leaves on Friday".
  func isFuture(at index: Int, ofDay: Bool = false) -> Bool {
    if index > 0 {
      switch pieces[index - 1].key {
      case Self.since: return false
      // "was put off until Monday"; "Until Monday, they had not …".
      case Self.until, Self.till: if index > 1 { return true }
      default: break
      }
    }
    let direction = clauseDirection(at: index)
    // "by Friday": a deadline, unless it was met.
    if index > 1, direction != .back, pieces[index - 1].key == Self.by { return true }
    switch direction {
    case .ahead: return true
    case .back: return false
    case .present: return ofDay || isFuture(before: index)
    case nil: return isFuture(before: index)
    }
  }

  /// Where the clause of a piece looks, by its verb.
  func clauseDirection(at index: Int) -> ClauseTense.Direction? {
    tense.direction(at: pieces[index].start, sentence: sentence)
  }

  /// Whether the words before a piece speak of what is to come.
  func isFuture(before index: Int) -> Bool {
    var position = index - 1
    let first = max(0, index - 14)
    while position >= first {
      let piece = pieces[position]
      if piece.isMark(";") || piece.isMark("\u{201D}") { return false }
      switch TenseCue.words[piece] {
      case .future: return true
      case .past: return false
      case nil:
        // "said it would open on Monday" looks ahead, "would have opened" does not.
        if piece.key == Self.would {
          return position + 1 < pieces.count && pieces[position + 1].key != Self.have
        }
        if isPastForm(position) { return false }
      }
      position -= 1
    }
    return false
  }

  /// The year that a month or holiday without one lies in because its sentence has named it: "in 2019 …
  /// by Christmas".
  var yearOfSentence: Int? {
    guard let year = context.year, year.sentence == sentence else { return nil }
    return year.number
  }

  /// Whether a word is a past such as "closed", not "be closed".
  private func isPastForm(_ index: Int) -> Bool {
    let piece = pieces[index]
    guard piece.kind == .word, piece.length >= 5, utf8[piece.end - 1] == UInt8(ascii: "d"),
      utf8[piece.end - 2] == UInt8(ascii: "e")
    else { return false }
    return index == 0 || pieces[index - 1].key != Self.be
  }

  private static let be = WordHash.of("be".utf8)
  private static let have = WordHash.of("have".utf8)
  private static let by = WordHash.of("by".utf8)
  private static let until = WordHash.of("until".utf8)
  private static let till = WordHash.of("till".utf8)
  private static let since = WordHash.of("since".utf8)
  private static let would = WordHash.of("would".utf8)

  private mutating func remember(_ match: TimeMatch) {
    guard let from = match.value.from else { return }
    context.mentioned = from
    if match.rule == "time.year", from.month == 1, match.value.to?.year == from.year {
      context.year = (from.year, sentence)
    }
    if from == match.value.to, match.rule != "time.clock" {
      context.day = (from, match.value.isNight, sentence)
    }
    // What is compared with ("a year earlier") is not what the text goes on to speak of.
    if match.rule == "time.quarter" {
      context.quarter = (from.year * 4 + (from.month - 1) / 3, sentence)
    }
  }
}

/// Words that tell whether a sentence looks back or ahead.
enum TenseCue {
  case past, future

  static let words = WordLexicon<TenseCue>([
    (
      "will ll shall scheduled expected expects expect due plans plan planned until payable "
        + "upcoming set intends hopes next begins begin till takes effective "
        + "matures maturing deadline tentatively must wants hope hoped hoping aims aimed aiming intended",
      .future
    ),
    ("said was were had did has been told reported announced came began fell rose ended", .past),
  ])
}
