import ArticleModel
import Calendar

extension TimeScanner {
  /// `Friday`, `last Friday`, `Friday, March 3`, `Wednesday evening`, `Thursdays`.
  ///
  /// Whether it is to come is told by the clause at `clause`, which is its own unless given.
  func weekday(_ start: Int, clauseAt clause: Int? = nil) -> TimeMatch? {
    var index = start
    var direction: Int?
    switch word(index) {
    case .last, .past: direction = -1
    case .next: direction = 1
    case .this, .coming: direction = 0
    case .previous, .following: break
    case .early, .late, .earlier, .later: break
    default: index -= 1
    }
    index += 1
    if case .this? = word(start), case .coming? = word(index) { index += 1 }
    if case .early? = word(index) { index += 1 } else if case .late? = word(index) { index += 1 }
    guard case .weekday(let day, let isPlural)? = word(index), pieces[index].isCapitalized else {
      return nil
    }
    // `Sun` and `Sat` are more often other words; the short names need their point.
    var end = index + 1
    if pieces[index].length <= 5 {
      guard isMark(end, "."), !pieces[end].isSpaced else { return nil }
      end += 1
    }
    if isPlural {
      return TimeMatch(
        start: start, end: end, value: TimeValue(.set, "XXXX-WXX-\(day)"), rule: "time.set")
    }
    if let date = monthDate(afterComma(end)) ?? dayOfMonth(afterComma(end)),
      date.value.from == date.value.to,
      date.value.kind == .date
    {
      return TimeMatch(start: start, end: date.end, value: date.value, rule: "time.date")
    }
    if let value = besideMentioned(start, day) {
      return TimeMatch(start: start, end: end, value: value, rule: "time.weekday")
    }
    let isFuture: Bool
    if let direction {
      isFuture = direction >= 0
    } else {
      // "Friday's vote" has mostly been.
      isFuture = afterPossessive(end) == nil && self.isFuture(at: clause ?? start, ofDay: true)
    }
    var value = context.weekday(day, isFuture: isFuture)
    if let published = context.published, let direction {
      let same = published.daysSinceMonday == day - 1
      if same, direction < 0 { value = .day(published.adding(days: -7)) }
      if same, direction > 0 { value = .day(published.adding(days: 7)) }
    }
    return withDayPart(
      TimeMatch(start: start, end: end, value: value, rule: "time.weekday"))
  }

  /// `the previous Friday`, `the following Monday`: seen from the day that the text named last.
  private func besideMentioned(_ index: Int, _ weekday: Int) -> TimeValue? {
    let isAfter: Bool
    switch word(index) {
    case .previous: isAfter = false
    case .following: isAfter = true
    default: return nil
    }
    guard let day = context.day?.date ?? context.published else { return .unresolved }
    let ahead = (weekday - 1 - day.daysSinceMonday + 7) % 7
    if isAfter { return .day(day.adding(days: ahead == 0 ? 7 : ahead)) }
    return .day(day.adding(days: ahead - 7))
  }

  /// Adds `morning`, `night` and the like behind a day.
  func withDayPart(_ match: TimeMatch) -> TimeMatch {
    guard case .dayPart(let part, let isPlural)? = word(match.end) else { return match }
    var match = match
    match.end += 1
    if isPlural {
      let weekday = match.value.from.map { "XXXX-WXX-\($0.daysSinceMonday + 1)T" + part.rawValue }
      match.value = TimeValue(.set, weekday)
    } else {
      match.value = match.value.on(part)
    }
    return match
  }

  /// `March 3`, `March 3, 2004`, `Oct. 23`, `March 2004`, `March of 2004`, `March`, `last March`,
  /// `early March`.
  func monthDate(_ start: Int) -> TimeMatch? {
    var index = start
    var direction: Int?
    if case .last? = word(index) { direction = -1 }
    if case .next? = word(index) { direction = 1 }
    if case .this? = word(index) { direction = 0 }
    if direction != nil { index += 1 }
    index = afterModifier(index)
    guard case .month(let month, let isAbbreviated)? = word(index), pieces[index].isCapitalized
    else { return nil }
    let end = isAbbreviated ? afterPoint(index + 1) : index + 1
    if let (day, after) = dayNumber(afterThe(end)), day <= 31 {
      return monthDay(start, month, day, after: after, direction: direction)
    }
    var yearAt = afterComma(end)
    if case .of? = word(yearAt) { yearAt += 1 }
    if let (year, after) = relativeYear(yearAt) {
      return TimeMatch(start: start, end: after, value: .month(year, month), rule: "time.month")
    }
    if let (year, after) = yearNumber(yearAt), yearAt == end || !isMark(end, ",") || year > 1900 {
      return TimeMatch(
        start: start, end: after, value: .month(year, month), rule: "time.month")
    }
    // `May` begins sentences, `March` is walked: alone they need what goes before a time.
    if month == 5 || month == 3 || isAbbreviated, direction == nil, !isAfterPreposition(start) {
      return nil
    }
    // `Jan` without its point is a name.
    if isAbbreviated, end == index + 1 { return nil }
    guard let published = context.published else {
      return TimeMatch(start: start, end: end, value: .unresolved, rule: "time.month")
    }
    let year: Int
    switch direction {
    case -1: year = month < published.month ? published.year : published.year - 1
    case 1: year = month > published.month ? published.year : published.year + 1
    case 0: year = published.year
    default:
      year =
        yearOfSentence
        ?? context.year(
          ofMonth: month, isFuture: isFuture(at: start),
          isPast: clauseDirection(at: start) == .back) ?? 0
    }
    return TimeMatch(start: start, end: end, value: .month(year, month), rule: "time.month")
  }

  /// `3 March`, `3rd of March 2004`, `the 3rd of March`, `3-5 March`.
  func dayOfMonth(_ start: Int) -> TimeMatch? {
    var index = afterThe(start)
    guard let (day, after) = dayNumber(index), day <= 31 else { return nil }
    index = after
    if case .of? = word(index) { index += 1 }
    guard case .month(let month, let isAbbreviated)? = word(index), pieces[index].isCapitalized
    else { return nil }
    var end = index + 1
    if isAbbreviated { end = afterPoint(end) }
    return monthDay(start, month, day, after: end, direction: nil)
  }

  /// The `5` of `March 3 and 5`, `March 3 to 5`, `March 3-5`.
  func dayBehindDate(_ index: Int) -> TimeMatch? {
    guard let previous, previous.end == index - 1, previous.rule == "time.date",
      let first = previous.value.from, first == previous.value.to,
      let (day, end) = dayNumber(index), pieces[index].kind == .digits, day > first.day
    else { return nil }
    switch word(index - 1) {
    case .and, .or, .to: break
    default: guard pieces[index - 1].isDash else { return nil }
    }
    // "March 3 and 4 April", "March 3 and 5 ferries"
    if case .month? = word(end) { return nil }
    if end < pieces.count, isPlural(pieces[end]) { return nil }
    return CalendarDate(year: first.year, month: first.month, day: day).map {
      TimeMatch(start: index, end: end, value: .day($0), rule: "time.date")
    }
  }

  private func isPlural(_ piece: LexicalPiece) -> Bool {
    piece.kind == .word
      && (utf8[piece.end - 1] == UInt8(ascii: "s")
        || QuantityLexicon.irregularPlurals[piece] != nil)
  }

  /// `2004-03-05`, `3/5/2004`, `5.3.2004`.
  func numericDate(_ index: Int) -> TimeMatch? {
    guard index + 4 < pieces.count, let first = integer(index), let second = integer(index + 2),
      let third = integer(index + 4)
    else { return nil }
    for step in 1...4 where pieces[index + step].isSpaced { return nil }
    let date: CalendarDate?
    if isMark(index + 1, "-"), isMark(index + 3, "-"), pieces[index].length == 4 {
      date = CalendarDate(year: first, month: second, day: third)
    } else if isMark(index + 1, "/"), isMark(index + 3, "/") {
      let year = pieces[index + 4].length == 2 ? fullYear(third) : third
      // American order unless only the other makes a date.
      date =
        CalendarDate(year: year, month: first, day: second)
        ?? CalendarDate(year: year, month: second, day: first)
    } else if isMark(index + 1, "."), isMark(index + 3, "."), pieces[index + 4].length == 4 {
      date = CalendarDate(year: third, month: second, day: first)
    } else {
      date = nil
    }
    return date.map {
      TimeMatch(
        start: index, end: index + 5, value: .day($0), rule: "time.date")
    }
  }

  // MARK: - Parts of dates

  /// "the year ended March 31" is over, "the year ending March 31" is not.
  private func periodEnd(_ index: Int) -> ClauseTense.Direction? {
    index > 0 ? PeriodEnd.words[pieces[index - 1]] : nil
  }

  private func monthDay(
    _ start: Int, _ month: Int, _ day: Int, after: Int, direction: Int?
  ) -> TimeMatch? {
    let yearAt = afterComma(after)
    var end = after
    let year: Int?
    if let (stated, afterYear) = yearNumber(yearAt) ?? relativeYear(yearAt) {
      year = stated
      end = afterYear
    } else if direction == -1 || periodEnd(start) == .back, let published = context.published {
      let isEarlier = (month, day) < (published.month, published.day)
      year = isEarlier ? published.year : published.year - 1
    } else {
      year = context.year(
        ofMonth: month, day: day, direction: periodEnd(start) ?? clauseDirection(at: start))
    }
    guard let year else {
      guard CalendarDate(year: 2000, month: month, day: day) != nil else { return nil }
      let value = "XXXX-" + TimeValue.digits(month, 2) + "-" + TimeValue.digits(day, 2)
      return TimeMatch(start: start, end: end, value: TimeValue(.date, value), rule: "time.date")
    }
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    return TimeMatch(
      start: start, end: end, value: .day(date), rule: "time.date")
  }

  /// A day of the month: `3`, `03`, `3rd`, `third`.
  private func dayNumber(_ index: Int) -> (day: Int, end: Int)? {
    guard let numeral = numerals.numeral(at: index), let day = numeral.value.integer,
      (1...31).contains(day)
    else { return nil }
    switch numeral.form {
    case .ordinal: return (day, numeral.end)
    case .cardinal:
      // `March 3 percent`, `March 3.5`: no days.
      guard numeral.isPlainDigits, numeral.end == index + 1, pieces[index].length <= 2,
        !isMark(numeral.end, "%"), !isMark(numeral.end, ":") || integer(numeral.end + 1) == nil
      else { return nil }
      return (day, numeral.end)
    case .vague: return nil
    }
  }

  /// A year in four digits, or in words (`nineteen ninety-six`).
  func yearNumber(_ index: Int) -> (year: Int, end: Int)? {
    if let year = integer(index), pieces[index].length == 4, (1000...2199).contains(year) {
      return (year, index + 1)
    }
    guard index < pieces.count, let high = numerals.numeral(at: index), high.form == .cardinal,
      !high.hasDigits, let hundreds = high.value.integer, (17...20).contains(hundreds),
      let low = numerals.numeral(at: afterHyphen(high.end)), low.form == .cardinal, !low.hasDigits,
      let rest = low.value.integer, (10...99).contains(rest)
    else { return nil }
    return (hundreds * 100 + rest, low.end)
  }

  func fullYear(_ twoDigits: Int) -> Int {
    let century = (context.published?.year ?? 2000) / 100 * 100
    let year = century + twoDigits
    return year > (context.published?.year ?? 2030) + 20 ? year - 100 : year
  }

  func afterThe(_ index: Int) -> Int {
    if case .the? = word(index) { return index + 1 }
    return index
  }

  /// Past `early`, `late`, `mid-`, `the end of`, `the beginning of`.
  func afterModifier(_ start: Int) -> Int {
    var index = start
    switch word(index) {
    case .early, .late, .earlier, .later: return afterHyphen(index + 1)
    case .mid:
      let next = afterHyphen(index + 1)
      if next > index + 1 { return next }
    default: break
    }
    index = afterThe(start)
    switch word(index) {
    case .edge, .mid:
      guard case .of? = word(index + 1) else { return start }
      return index + 2
    case .early, .late: return index > start ? afterHyphen(index + 1) : start
    default: return start
    }
  }

  /// Whether a preposition or the like stands before a piece, as before times.
  func isAfterPreposition(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    return Preposition.words[pieces[index - 1]] != nil
  }
}

/// Verbs that part a period from the day on which it ends.
private enum PeriodEnd {
  static let words = WordLexicon<ClauseTense.Direction>([("ended", .back), ("ending", .ahead)])
}

/// Words that go before times.
enum Preposition {
  static let words = WordLexicon<Bool>([
    (
      "in over into throughout since by until till during from between to through for and after before of around about "
        + "circa or early late mid last next this each every on",
      true
    )
  ])
}
