import ArticleModel

extension TimeScanner {
  /// `three days`, `two-year`, `almost a week`, `the first nine months`, `several years`, `weeks`.
  func duration(_ start: Int) -> TimeMatch? {
    var index = afterHedge(start)
    let isHedged = index > start
    index = afterThe(index)
    if index > start, let (_, after) = ordinal(index), !isHedged {
      index = after
      // "the first hours"
      if case .unit(let unit, isPlural: true)? = word(index), unit != .quarter {
        return TimeMatch(
          start: start, end: index + 1, value: .duration(unit, "X"), rule: "time.duration")
      }
    }
    func found(_ value: TimeValue, _ end: Int) -> TimeMatch {
      TimeMatch(start: start, end: end, value: value, rule: "time.duration")
    }
    if let (amount, after) = amount(index) {
      var unitAt = afterHyphen(after)
      if case .more? = word(unitAt) { unitAt += 1 }
      guard case .unit(let unit, let isPlural)? = word(unitAt) else { return nil }
      // "a second man", "one minute, one second": only numbers make seconds.
      if unit == .second, case .a? = word(index) { return nil }
      if unit == .quarter, case .a? = word(index) { return nil }
      let end = unitAt + 1
      // "the 1988 quarter" is no length; "a five year low" is.
      if !isPlural, amount.utf8.count > 3, !pieces[unitAt - 1].isDash { return nil }
      if isAge(end) { return nil }
      // "a year" at the price of something is a rate.
      if case .a? = word(index), !isHedged, isRate(start, unit) {
        return TimeMatch(start: start, end: end, value: .each(unit), rule: "time.rate")
      }
      return found(.duration(unit, amount), end)
    }
    guard case .unit(let unit, isPlural: true)? = word(index) else { return nil }
    // "the weeks ahead"
    if index > start, case .ahead? = word(index + 1) {
      return found(.duration(unit, "X"), index + 2)
    }
    guard index == start, isAfterDurationWord(start) else { return nil }
    return found(.duration(unit, "X"), index + 1)
  }

  /// `daily`, `every day`, `each July`, `twice a year`, `every two weeks`, `per month`.
  func set(_ start: Int) -> TimeMatch? {
    func found(_ value: TimeValue, _ end: Int) -> TimeMatch {
      TimeMatch(start: start, end: end, value: value, rule: "time.set")
    }
    switch word(start) {
    case .frequency(let unit): return found(.each(unit), start + 1)
    case .every:
      let next = start + 1
      switch word(next) {
      case .unit(let unit, isPlural: false): return found(.each(unit), next + 1)
      case .weekday(let day, _): return found(TimeValue(.set, "XXXX-WXX-\(day)"), next + 1)
      case .month(let month, _):
        return found(TimeValue(.set, "XXXX-" + TimeValue.digits(month, 2)), next + 1)
      case .dayPart(let part, _):
        return found(TimeValue(.set, "XXXX-XX-XXT\(part.rawValue)"), next + 1)
      case .season(let season): return found(TimeValue(.set, "XXXX-\(season.rawValue)"), next + 1)
      default:
        guard let (amount, after) = amount(next),
          case .unit(let unit, isPlural: true)? = word(after)
        else { return nil }
        return found(.each(unit, amount), after + 1)
      }
    default: return nil
    }
  }

  // MARK: - Amounts

  /// A number before a unit, as the digits of a duration; X where it is not said.
  func amount(_ index: Int) -> (amount: String, end: Int)? {
    switch word(index) {
    case .few: return ("X", index + 1)
    case .couple:
      if case .of? = word(index + 1) { return ("2", index + 2) }
      return nil
    case .a:
      switch word(index + 1) {
      case .few: return ("X", index + 2)
      case .couple:
        if case .of? = word(index + 2) { return ("2", index + 3) }
        return ("2", index + 2)
      case .unit(.quarter, _): return nil
      case .unit: return ("1", index + 1)
      default: break
      }
    case .half:
      if case .a? = word(index + 1), case .unit? = word(index + 2) { return ("0.5", index + 2) }
    default: break
    }
    // "two quarters" are no half.
    if case .unit(.quarter, isPlural: true)? = word(index + 1), isDeictic(index - 1) {
      if let digits = integer(index) { return (String(digits), index + 1) }
      if case .unit(let count)? = numerals.word(at: index) { return (String(count), index + 1) }
    }
    guard let numeral = numerals.numeral(at: index) else { return nil }
    switch numeral.form {
    case .cardinal:
      return (numeral.value.description, afterHyphen(afterSecondAmount(numeral.end)))
    case .vague:
      if case .of? = word(numeral.end) { return ("X", numeral.end + 1) }
      return nil
    case .ordinal: return nil
    }
  }

  /// `past`, `next`: what stands before a number of times, not of parts.
  private func isDeictic(_ index: Int) -> Bool {
    switch word(index) {
    case .last, .past, .previous, .next, .coming, .recent: return true
    default: return false
    }
  }

  /// Past `to three` in `two to three weeks`, whose first number counts.
  private func afterSecondAmount(_ index: Int) -> Int {
    switch word(index) {
    case .to, .or: break
    default:
      guard index < pieces.count, pieces[index].isDash, index + 1 < pieces.count,
        pieces[index + 1].kind == .digits
      else { return index }
    }
    guard let second = numerals.numeral(at: index + 1), second.form == .cardinal,
      case .unit(_, isPlural: true)? = word(afterHyphen(second.end))
    else { return index }
    return second.end
  }

  /// Past `almost`, `nearly`, `more than`, `at least`, `up to`.
  func afterHedge(_ index: Int) -> Int {
    switch word(index) {
    case .hedge: return index + 1
    case .more, .less:
      if case .than? = word(index + 1) { return index + 2 }
    case .at:
      switch word(index + 1) {
      case .least, .most: return index + 2
      default: break
      }
    case .up:
      if case .to? = word(index + 1) { return index + 2 }
    default: break
    }
    return index
  }

  // MARK: - Implementation

  /// `five years old`, `five-year-old`, `years of age`: ages, which are quantities.
  private func isAge(_ end: Int) -> Bool {
    if case .old? = word(afterHyphen(end)) { return true }
    if case .of? = word(end), end + 1 < pieces.count, pieces[end + 1].key == Self.age {
      return true
    }
    return false
  }

  private static let age = WordHash.of("age".utf8)

  /// Whether "a year" stands behind an amount: `$3 million a year`, `twice a year`.
  private func isRate(_ start: Int, _ unit: TimeUnit) -> Bool {
    guard start > 0 else { return false }
    let before = pieces[start - 1]
    if case .times? = word(start - 1) { return true }
    if RateWord.words[before] != nil || before.isMark("%") { return true }
    if NumeralLexicon.abbreviatedScales[before] != nil, !before.isSpaced { return true }
    guard start >= 2 else { return false }
    switch NumeralLexicon.words[before] {
    case .scale, .hundred: return true
    default: break
    }
    return before.kind == .digits || UnitLexicon.begins(before)
  }

  /// "for weeks", "in recent years", "after months".
  private func isAfterDurationWord(_ index: Int) -> Bool {
    index > 0 && DurationWord.words[pieces[index - 1]] != nil
  }
}

/// Words after which a bare plural is a length of time.
private enum DurationWord {
  static let words = WordLexicon<Bool>([
    (
      "for in within after over take takes took taken last lasts lasted through despite amid follow "
        + "follows followed following spend spends spent",
      true
    )
  ])
}

/// Words after which "a year" is a rate.
private enum RateWord {
  static let words = WordLexicon<Bool>([("twice once thrice percent times", true)])
}
