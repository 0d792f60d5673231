import ArticleModel

/// Votes and scores: two numbers that are one amount.
extension QuantityScanner {
  /// `voted 7-2`, `a 5-to-4 ruling`, `by a vote of 5 to 4`, `by 6 votes to 3`, `won 3-1`.
  ///
  /// Its value is both numbers in their order ("7-2"), its ends the smaller and the larger. Where the
  /// first is the larger a hyphen alone shows it; else a word such as "vote" or "won" must stand near.
  func tally(at start: Int) -> (quantity: Quantity, end: Int)? {
    guard let first = count(at: start), !isPartOfCode(start) else { return nil }
    var next = first.end
    var unit: String?
    var counted: TextRange?
    if next < pieces.count, Self.votes[pieces[next]] != nil {
      unit = "votes"
      counted = text(next, next + 1)
      next += 1
    }
    var isJoined = false
    if case .to? = word(next) {
      next += 1
    } else if counted == nil, next < pieces.count, pieces[next].isDash, !pieces[next].isSpaced {
      isJoined = true
      next += 1
      // `5-to-4`
      if case .to? = word(next), afterHyphen(next + 1) > next + 1 { next += 2 }
    } else {
      return nil
    }
    guard let second = count(at: next), !continues(second.end) else { return nil }
    let isFalling = isJoined && first.value >= second.value
    guard counted != nil || isFalling || isContest(start, second.end) else { return nil }
    var quantity = Quantity(
      range: text(start, second.end), sentence: sentence, kind: .number,
      value: "\(first.value)-\(second.value)",
      evidence: Evidence("quantity.tally", confidence: 0.85))
    quantity.low = String(min(first.value, second.value))
    quantity.high = String(max(first.value, second.value))
    quantity.unit = unit
    quantity.counted = counted
    return (quantity, second.end)
  }

  // MARK: - Implementation

  private static let votes = WordLexicon<Bool>([("vote votes", true)])

  /// Words of votes and matches, before or behind the numbers.
  private static let contests = WordLexicon<Bool>([
    (
      "vote votes voted voting won win wins winning beat beats beaten defeated defeat defeats lost loss "
        + "lose losing led lead leads leading trailed trail tied tie drew draw prevailed ruled ruling "
        + "decision victory majority score rejected approved passed split",
      true
    )
  ])

  /// How far such a word may stand before.
  private static let reach = 5

  private func count(at index: Int) -> (value: Int, end: Int)? {
    guard index < pieces.count, !isTaken[index], let numeral = numerals.numeral(at: index),
      numeral.form == .cardinal, numeral.end == index + 1, let value = numeral.value.integer,
      (0...999).contains(value), !numeral.hasDigits || pieces[index].length <= 3
    else { return nil }
    return (value, index + 1)
  }

  /// Whether the number is one of a code: `F16-2`, `Boeing 747-400`, `1-800-2`.
  private func isPartOfCode(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = pieces[index - 1]
    if !pieces[index].isSpaced {
      return before.kind != .mark || before.isDash || before.isMark("/") || before.isMark(".")
        || CurrencyLexicon.sign(before) != nil
    }
    return before.kind == .word && before.isCapitalized && Self.contests[before] == nil && index > 1
  }

  /// Whether something is joined to the second number: a third one, a unit, a percent sign.
  private func continues(_ index: Int) -> Bool {
    guard index < pieces.count else { return false }
    if afterHyphen(index) > index { return pieces[index + 1].kind == .digits }
    if pieces[index].isMark("%") || pieces[index].isMark("/") { return true }
    return !pieces[index].isSpaced && pieces[index].kind != .mark
  }

  private func isContest(_ start: Int, _ end: Int) -> Bool {
    if end < pieces.count, Self.contests[pieces[end]] != nil { return true }
    var index = start - 1
    while index >= max(0, start - Self.reach) {
      if pieces[index].kind == .digits || pieces[index].isMark(";") { return false }
      if Self.contests[pieces[index]] != nil { return true }
      index -= 1
    }
    return false
  }
}
