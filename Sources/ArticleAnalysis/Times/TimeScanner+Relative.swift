import ArticleModel
import Calendar

extension TimeScanner {
  /// `today`, `earlier today`, `yesterday morning`, `late yesterday`, `tonight`, `last night`,
  /// `this morning`, `overnight`.
  func relativeDay(_ start: Int) -> TimeMatch? {
    var index = start
    switch word(index) {
    case .early, .late, .earlier, .later: index += 1
    default: break
    }
    let published = context.published
    func day(_ offset: Int) -> TimeValue {
      published.map { .day($0.adding(days: offset)) } ?? .unresolved
    }
    func found(_ value: TimeValue, _ count: Int) -> TimeMatch {
      TimeMatch(
        start: start, end: index + count, value: value, rule: "time.day")
    }
    switch word(index) {
    case .today: return withDayPart(found(day(0), 1))
    case .yesterday: return withDayPart(found(day(-1), 1))
    case .tomorrow: return withDayPart(found(day(1), 1))
    case .tonight: return found(day(0).on(.night), 1)
    case .overnight where index == start: return nil
    case .last:
      guard case .dayPart(.night, isPlural: false)? = word(index + 1) else { return nil }
      return found(day(-1).on(.night), 2)
    case .this:
      guard case .dayPart(let part, isPlural: false)? = word(index + 1) else { return nil }
      return found(day(0).on(part), 2)
    default: return nil
    }
  }

  /// `last week`, `this month`, `next year`, `the past two months`, `the next few days`,
  /// `the following day`, `that year`, `the weekend`, `recent weeks`, `earlier this year`.
  func deicticPeriod(_ start: Int) -> TimeMatch? {
    var index = afterModifier(start)
    index = afterThe(index)
    let hasArticle = index > start
    if hasArticle, let match = barePeriod(start, index, hasArticle: true) { return match }
    guard let deictic = word(index) else { return nil }
    if let match = bareWeekend(start, index, hasArticle: hasArticle) { return match }
    if let match = lastQuarter(start, index, hasArticle: hasArticle) { return match }
    if let match = barePeriod(start, index, hasArticle: hasArticle) { return match }
    switch deictic {
    case .this, .that, .same, .last, .past, .previous, .next, .coming, .following, .current,
      .recent, .latest:
      break
    default: return nil
    }
    // "is expected to last three weeks", "may last a year": a verb.
    if case .last = deictic, !hasArticle, index > 0, BeforeVerb.words[pieces[index - 1]] != nil {
      return nil
    }
    index += 1
    if let match = nextMorning(start, index, deictic) { return match }
    if case .this = deictic, case .coming? = word(index) { index += 1 }
    if case .this = deictic, case .past? = word(index) {
      return period(start, index + 1, .last, hasArticle: hasArticle)
    }
    return period(start, index, deictic, hasArticle: hasArticle)
  }

  /// `the next morning`, `the following night`, `that evening`: of the day that the text named last.
  private func nextMorning(_ start: Int, _ index: Int, _ deictic: TimeWord) -> TimeMatch? {
    guard case .dayPart(let part, isPlural: false)? = word(index),
      let day = context.day?.date ?? context.published
    else { return nil }
    let offset: Int
    switch deictic {
    case .next, .following: offset = 1
    case .that, .same: offset = 0
    case .previous: offset = -1
    default: return nil
    }
    return TimeMatch(
      start: start, end: index + 1, value: .day(day.adding(days: offset)).on(part),
      rule: "time.day")
  }

  /// `the week of March 6`.
  func weekOfDay(_ start: Int) -> TimeMatch? {
    guard case .unit(.week, isPlural: false)? = word(afterThe(start)) else { return nil }
    let index = afterThe(start) + 1
    guard case .of? = word(index), let date = monthDate(index + 1) ?? dayOfMonth(index + 1),
      let day = date.value.from, day == date.value.to
    else { return nil }
    return TimeMatch(start: start, end: date.end, value: .week(of: day), rule: "time.period")
  }

  private func period(
    _ start: Int, _ index: Int, _ deictic: TimeWord, hasArticle: Bool
  ) -> TimeMatch? {
    var index = index
    func found(_ value: TimeValue, _ end: Int) -> TimeMatch {
      TimeMatch(start: start, end: end, value: value, rule: "time.period")
    }
    // With a number it is a length: the past two months.
    if let (amount, after) = amount(index) {
      // "that two days are enough"
      if case .that = deictic { return nil }
      guard case .unit(let unit, isPlural: true)? = word(afterHyphen(after)) else { return nil }
      return found(.duration(unit, amount), afterHyphen(after) + 1)
    }
    if case .fiscal? = word(index) { index = afterHyphen(index + 1) }
    if case .calendar? = word(index) { index = afterHyphen(index + 1) }
    guard case .unit(let unit, let isPlural)? = word(index) else { return nil }
    let end = index + 1
    if isPlural {
      switch deictic {
      case .recent, .past, .last, .next, .coming: return found(.duration(unit, "X"), end)
      default: return nil
      }
    }
    if case .second = unit { return nil }
    if case .minute = unit { return nil }
    guard let published = context.published else { return found(.unresolved, end) }
    switch deictic {
    case .this, .current:
      // `this day` is hardly ever today.
      return found(.period(unit, 0, from: published), end)
    case .last, .latest:
      return found(.period(unit, -1, from: published), end)
    case .past:
      return found(.duration(unit, "1"), end)
    case .next, .coming:
      return found(.period(unit, 1, from: published), end)
    case .previous: return found(.period(unit, -1, from: origin(of: unit) ?? published), end)
    case .following: return found(.period(unit, 1, from: origin(of: unit) ?? published), end)
    case .that, .same: return found(.period(unit, 0, from: origin(of: unit) ?? published), end)
    default: return nil
    }
  }

  /// What "that day", "the following year" is seen from; a day only from a day.
  private func origin(of unit: TimeUnit) -> CalendarDate? {
    unit == .day ? context.day?.date ?? context.mentioned : context.mentioned
  }

  /// `the weekend` is the last one, unless the sentence looks ahead.
  private func bareWeekend(_ start: Int, _ index: Int, hasArticle: Bool) -> TimeMatch? {
    guard hasArticle, case .unit(.weekend, isPlural: false)? = word(index) else { return nil }
    guard let published = context.published else {
      return TimeMatch(start: start, end: index + 1, value: .unresolved, rule: "time.weekend")
    }
    let isOver = published.daysSinceMonday < 5 && !isFuture(at: start)
    return TimeMatch(
      start: start, end: index + 1, value: .weekend(of: published.adding(days: isOver ? -7 : 0)),
      rule: "time.weekend")
  }

  /// `for the year`, `the end of the month`, `year-end`: the one in which the article appears.
  private func barePeriod(_ start: Int, _ index: Int, hasArticle: Bool) -> TimeMatch? {
    guard let published = context.published else { return nil }
    var unitAt = index
    if case .unit? = word(unitAt) {
    } else if index < pieces.count, pieces[index].key == Self.full {
      unitAt += 1
    } else if case .fiscal? = word(index) {
      unitAt = afterHyphen(index + 1)
    }
    guard case .unit(let unit, isPlural: false)? = word(unitAt) else { return nil }
    switch unit {
    case .week, .month, .year: break
    case .second, .minute, .hour, .day, .weekend, .quarter, .decade, .century: return nil
    }
    var end = unitAt + 1
    if hasArticle {
      // "man of the year", "the year of the flood"
      if case .of? = word(end) { return nil }
      let isModified = afterThe(start) < index
      guard
        isModified || unitAt > index || isPartOfPeriod(start)
          || (start > 0 && PeriodWord.words[pieces[start - 1]] != nil)
      else { return nil }
    } else {
      end = afterPossessive(end) ?? afterHyphen(end)
      guard case .edge? = word(end) else { return nil }
      end += 1
    }
    // "the year ended Dec. 31", "the year to March 31": twelve months, and the date says which.
    if hasArticle, endsInDate(end) {
      return TimeMatch(
        start: start, end: end, value: .duration(unit, "1"), rule: "time.period")
    }
    return TimeMatch(
      start: start, end: end, value: .period(unit, 0, from: published), rule: "time.period")
  }

  /// "nine months of the year", "the rest of the week".
  private func isPartOfPeriod(_ index: Int) -> Bool {
    guard index > 1, case .of? = word(index - 1) else { return false }
    switch word(index - 2) {
    case .unit, .half, .most: return true
    default: return PeriodPart.words[pieces[index - 2]] != nil
    }
  }

  private func endsInDate(_ index: Int) -> Bool {
    guard index < pieces.count, PeriodEnd.words[pieces[index]] != nil else { return false }
    return monthDate(index + 1) != nil || dayOfMonth(index + 1) != nil
  }

  /// The day that closes "the quarter ended July 31", which its middle lies half a quarter before.
  private func endOfPeriod(_ index: Int) -> CalendarDate? {
    guard index < pieces.count, PeriodEnd.words[pieces[index]] != nil else { return nil }
    return (monthDate(index + 1) ?? dayOfMonth(index + 1))?.value.to
  }

  /// For how many sentences "a year earlier" means the quarter that was named.
  private static let quarterReach = 3
  private static let so = WordHash.of("so".utf8)
  private static let full = WordHash.of("full".utf8)

  /// `the quarter`, `the latest quarter`: the one the text speaks of, or the last that is over.
  private func lastQuarter(_ start: Int, _ index: Int, hasArticle: Bool) -> TimeMatch? {
    var index = index
    var isLatest = false
    if case .latest? = word(index) {
      index += 1
      isLatest = true
    }
    guard hasArticle, index < pieces.count else { return nil }
    if case .unit(.quarter, isPlural: false)? = word(index) {
    } else if !isLatest || pieces[index].key != Self.period {
      return nil
    }
    // `the quarter of a million`
    if case .of? = word(index + 1) { return nil }
    if let end = endOfPeriod(index + 1) {
      return TimeMatch(
        start: start, end: index + 1,
        value: .period(.quarter, 0, from: end.adding(days: -45)), rule: "time.quarter")
    }
    guard let published = context.published else {
      return TimeMatch(start: start, end: index + 1, value: .unresolved, rule: "time.quarter")
    }
    if !isLatest, let quarter = context.quarter {
      return TimeMatch(
        start: start, end: index + 1,
        value: .quarter(quarter.index / 4, quarter.index % 4 + 1), rule: "time.quarter")
    }
    return TimeMatch(
      start: start, end: index + 1, value: .period(.quarter, -1, from: published),
      rule: "time.quarter")
  }

  /// `two weeks ago`, `a year earlier`, `three days later`, `five years from now`, `a week ahead`.
  func agoOrLater(_ start: Int) -> TimeMatch? {
    let index = afterHedge(start)
    let amount: String
    let unitAt: Int
    if let (said, after) = self.amount(index) {
      amount = said
      unitAt = afterHyphen(after)
    } else {
      // "months ago"
      guard case .unit(_, isPlural: true)? = word(index), case .ago? = word(index + 1) else {
        return nil
      }
      amount = "X"
      unitAt = index
    }
    guard case .unit(let unit, _)? = word(unitAt) else { return nil }
    var end = afterHyphen(unitAt + 1)
    // "a week or so ago"
    if case .or? = word(end), end + 2 < pieces.count, pieces[end + 1].key == Self.so { end += 2 }
    let origin: CalendarDate?
    let sign: Int
    switch word(end) {
    case .ago:
      (origin, sign) = (context.published, -1)
    case .earlier, .before:
      (origin, sign) = (context.mentioned ?? context.published, -1)
      if case .before? = word(end), end + 1 < pieces.count, pieces[end + 1].kind == .word {
        return nil
      }
    case .later, .hence:
      (origin, sign) = (context.mentioned ?? context.published, 1)
    case .from:
      guard case .now? = word(end + 1) else { return nil }
      (origin, sign) = (context.published, 1)
      end += 1
    default: return nil
    }
    end += 1
    func found(_ value: TimeValue) -> TimeMatch {
      TimeMatch(start: start, end: end, value: value, rule: "time.ago")
    }
    guard let count = Int(amount) else { return found(sign < 0 ? .past : .future) }
    guard let origin, let published = context.published else { return found(.unresolved) }
    guard count < 10_000 else { return found(sign < 0 ? .past : .future) }
    // "compared with a year earlier": the same quarter, where one was just named.
    if unit == .year, let quarter = context.quarter,
      sentence - quarter.sentence <= Self.quarterReach
    {
      return found(.quarter(quarter.index / 4 + sign * count, quarter.index % 4 + 1))
    }
    if unit.designator.isClock, sign > 0 { return nil }
    if unit == .year, sign < 0, case .earlier? = word(end - 1) {
      return found(.period(.year, -count, from: published))
    }
    switch unit {
    case .second, .minute, .hour: return found(.present)
    case .day, .weekend, .week, .month, .quarter, .year, .decade, .century:
      return found(.period(unit, sign * count, from: origin))
    }
  }

  /// `now`, `currently`, `recently`, `the past`, `the future`, `soon`, `year-ago`, `year-earlier`.
  func vague(_ start: Int) -> TimeMatch? {
    func found(_ value: TimeValue, _ end: Int) -> TimeMatch {
      TimeMatch(start: start, end: end, value: value, rule: "time.vague")
    }
    switch word(start) {
    case .now: return found(.present, start + 1)
    case .current: return found(.present, start + 1)
    case .soon:
      // "as soon as" is no time, and what "soon followed" is past.
      if start > 0, pieces[start - 1].key == Self.as { return nil }
      if case .after? = word(start + 1) { return nil }
      if clauseDirection(at: start) == .back { return nil }
      return found(.future, start + 1)
    case .formerly:
      // "as recently as today" says the day itself.
      if start > 0, pieces[start - 1].key == Self.as { return nil }
      return found(.past, start + 1)
    case .recent: return found(.past, start + 1)
    case .this:
      guard case .unit(.day, isPlural: true)? = word(start + 1) else { return nil }
      return found(.present, start + 2)
    case .the:
      switch word(start + 1) {
      case .past where !continues(start + 2): return found(.past, start + 2)
      case nil where isNear(start + 1):
        guard case .future? = word(start + 2), !continues(start + 3) else { return nil }
        return found(.future, start + 3)
      case .future where !continues(start + 2):
        // "the future of the mill"
        if case .of? = word(start + 2) { return nil }
        return found(.future, start + 2)
      default: return yearAgo(start)
      }
    case .unit(.year, isPlural: false): return yearAgo(start)
    default: return nil
    }
  }

  private func isNear(_ index: Int) -> Bool {
    index < pieces.count && pieces[index].key == Self.near
  }

  private static let near = WordHash.of("near".utf8)

  /// Whether a word follows that the past or future might describe.
  private func continues(_ index: Int) -> Bool {
    guard index < pieces.count, pieces[index].kind == .word else { return false }
    return Preposition.words[pieces[index]] == nil && !QuantityLexicon.isFunction(pieces[index])
  }

  private static let `as` = WordHash.of("as".utf8)
  private static let period = WordHash.of("period".utf8)

  /// `the year-ago quarter`, `year-earlier`.
  private func yearAgo(_ start: Int) -> TimeMatch? {
    let index = afterThe(start)
    guard case .unit(.year, isPlural: false)? = word(index), afterHyphen(index + 1) > index + 1
    else { return nil }
    var end = afterHyphen(index + 1)
    switch word(end) {
    case .ago, .earlier: end += 1
    default: return nil
    }
    var isQuarter = false
    if let (count, after) = ordinal(end), (1...4).contains(count),
      case .unit(.quarter, isPlural: false)? = word(after)
    {
      return TimeMatch(
        start: start, end: after + 1,
        value: context.published.map { .quarter($0.year - 1, count) } ?? .unresolved,
        rule: "time.ago")
    }
    if case .unit(.quarter, isPlural: false)? = word(end) {
      end += 1
      isQuarter = true
    } else if end < pieces.count, pieces[end].key == Self.period {
      end += 1
    }
    let value: TimeValue
    if let quarter = context.quarter, isQuarter || sentence - quarter.sentence <= Self.quarterReach
    {
      value = .quarter(quarter.index / 4 - 1, quarter.index % 4 + 1)
    } else if let published = context.published {
      value =
        isQuarter ? .period(.quarter, -5, from: published) : .period(.year, -1, from: published)
    } else {
      value = .unresolved
    }
    return TimeMatch(start: start, end: end, value: value, rule: "time.ago")
  }
}

/// Words after which "the year" is the current one.
private enum PeriodWord {
  static let words = WordLexicon<Bool>([("for during in throughout", true)])
}

/// Words for parts of a period: "the rest of the year".
private enum PeriodPart {
  static let words = WordLexicon<Bool>([("rest remainder part much course balance", true)])
}

/// Words that part "the year" from the date that it ends on.
private enum PeriodEnd {
  static let words = WordLexicon<Bool>([("ended ending to through", true)])
}

/// Words after which "last" is a verb.
private enum BeforeVerb {
  static let words = WordLexicon<Bool>([
    (
      "to will would could can cannot might may must should shall not n't ll did does do often",
      true
    )
  ])
}
