import ArticleModel
import Calendar

extension TimeScanner {
  /// `1989`, `early 1990`, `the end of 1990`, `the year 2000`, `nineteen ninety-six`, `1989-90`.
  func year(_ start: Int) -> TimeMatch? {
    var index = afterModifier(start)
    let isModified = index > start
    var isNamed = false
    let afterArticle = afterThe(index)
    if case .unit(.year, isPlural: false)? = word(afterArticle) {
      index = afterArticle + 1
      isNamed = true
    }
    guard let (year, end) = isNamed ? namedYear(index) : yearNumber(index) else { return nil }
    guard isNamed || isModified || looksLikeYear(index, year, end) else { return nil }
    var match = TimeMatch(start: start, end: end, value: .year(year), rule: "time.year")
    if let after = afterNextYear(end, year) {
      match.end = after
      match.value.to = TimeValue.year(year + 1).to
    }
    return match
  }

  /// Past the `-16` of `2015-16` or `2015/16`.
  private func afterNextYear(_ index: Int, _ year: Int) -> Int? {
    guard index + 1 < pieces.count, pieces[index].isDash || pieces[index].isMark("/"),
      !pieces[index].isSpaced, !pieces[index + 1].isSpaced, pieces[index + 1].length == 2,
      integer(index + 1) == (year + 1) % 100
    else { return nil }
    return index + 2
  }

  /// After "the year" other ways to say one are safe: `two thousand and ten`.
  private func namedYear(_ index: Int) -> (year: Int, end: Int)? {
    if let found = yearNumber(index) { return found }
    guard let numeral = numerals.numeral(at: index), numeral.form == .cardinal,
      let year = numeral.value.integer, (1000...2999).contains(year)
    else { return nil }
    return (year, numeral.end)
  }

  private func looksLikeYear(_ index: Int, _ year: Int, _ end: Int) -> Bool {
    guard pieces[index].kind == .digits else { return true }
    if index > 0 {
      let before = pieces[index - 1]
      if !pieces[index].isSpaced, !before.isMark("("), !before.isApostrophe, !before.isDash,
        before.kind == .word || before.isMark("$") || before.isMark(".") || before.isMark("/")
      {
        return false
      }
      if before.isMark("$") || before.key == 0xA3 || before.key == 0x20AC || before.isMark("#") {
        return false
      }
    }
    if end < pieces.count {
      let after = pieces[end]
      if after.isMark("%") || (after.isMark(":") && !after.isSpaced) { return false }
      if !after.isSpaced, after.kind == .word { return false }
      if UnitLexicon.begins(after) || NumeralLexicon.words[after].map(isScale) == true {
        return false
      }
      if case .unit? = word(end) { return false }
    }
    if (1900...2039).contains(year) { return true }
    return (1500...2199).contains(year) && isAfterPreposition(index)
  }

  private func isScale(_ word: NumeralWord) -> Bool {
    switch word {
    case .scale, .hundred, .dozen: return true
    case .unit, .tens, .vagueScale, .ordinalUnit, .ordinalTens, .ordinalScale, .fraction,
      .pluralPart, .and, .a, .point, .minus, .half:
      return false
    }
  }

  /// `fiscal 1989`, `fiscal year 1989`, `the 1989 fiscal year`, `the current fiscal year`.
  func fiscalYear(_ start: Int) -> TimeMatch? {
    var index = afterThe(start)
    switch word(index) {
    case .fiscal, .calendar:
      index = afterHyphen(index + 1)
      if case .unit(.year, _)? = word(index) { index += 1 }
      guard let (year, end) = yearNumber(index) else { return nil }
      return TimeMatch(start: start, end: end, value: .year(year), rule: "time.fiscal")
    default:
      guard let (year, end) = yearNumber(index), case .fiscal? = word(end),
        case .unit(.year, _)? = word(end + 1)
      else { return nil }
      return TimeMatch(start: start, end: end + 2, value: .year(year), rule: "time.fiscal")
    }
  }

  /// `third-quarter`, `the third quarter of 1984`, `the 1984 third quarter`, `last year's third
  /// quarter`, `Q3 2012`, `the first half of 2012`.
  func quarter(_ start: Int) -> TimeMatch? {
    if let match = shortQuarter(start) { return match }
    var index = afterModifier(start)
    index = afterThe(index)
    var year: Int?
    if let (stated, end) = yearNumber(index) {
      year = stated
      index = end
    } else if let (named, end) = possessiveYear(index) {
      year = named
      index = end
    }
    if case .fiscal? = word(index) { index = afterHyphen(index + 1) }
    if let year, let match = sameQuarter(start, index, of: year) { return match }
    guard let (count, after) = ordinal(index) ?? lastHalf(index) else { return nil }
    index = afterHyphen(after)
    let isHalf: Bool
    switch word(index) {
    case .unit(.quarter, isPlural: false): isHalf = false
    case .half: isHalf = true
    default: return nil
    }
    guard (1...(isHalf ? 2 : 4)).contains(count) else { return nil }
    var end = index + 1
    if year == nil, let (stated, afterYear) = yearBehind(end) {
      year = stated
      end = afterYear
    }
    if isHalf, year == nil { return nil }
    guard
      let year = year
        ?? context.published.map({ published in
          // The last such quarter that has begun, or the next where the sentence looks ahead.
          let current = (published.month + 2) / 3
          // "expects to release third-quarter results" speaks of one that is over.
          if afterHyphen(after) == after, isFuture(before: start),
            clauseDirection(at: start) != .back, !hasJustEnded(count, published)
          {
            return count >= current ? published.year : published.year + 1
          }
          return count <= current ? published.year : published.year - 1
        })
    else { return TimeMatch(start: start, end: end, value: .unresolved, rule: "time.quarter") }
    return TimeMatch(
      start: start, end: end, value: isHalf ? .halfYear(year, count) : .quarter(year, count),
      rule: "time.quarter")
  }

  /// `the 1988 quarter`, `last year's quarter`: that which the text spoke of, in another year.
  private func sameQuarter(_ start: Int, _ index: Int, of year: Int) -> TimeMatch? {
    guard case .unit(.quarter, isPlural: false)? = word(index), let quarter = context.quarter,
      sentence - quarter.sentence <= 5
    else { return nil }
    return TimeMatch(
      start: start, end: index + 1, value: .quarter(year, quarter.index % 4 + 1),
      rule: "time.quarter")
  }

  /// `last half`: the second.
  private func lastHalf(_ index: Int) -> (value: Int, end: Int)? {
    guard case .last? = word(index), case .half? = word(index + 1) else { return nil }
    return (2, index + 1)
  }

  /// Whether a quarter ended within the last weeks, when its results come out: "expects to report a
  /// loss for the third quarter".
  private func hasJustEnded(_ quarter: Int, _ published: CalendarDate) -> Bool {
    let before = TimeValue.period(.quarter, -1, from: published)
    guard let from = before.from, let end = before.to, (from.month + 2) / 3 == quarter else {
      return false
    }
    return published.dayNumber - end.dayNumber <= Self.reportingDays
  }

  private static let reportingDays = 45

  /// ` of 1984`, ` of last year`, `, 1984`.
  private func yearBehind(_ index: Int) -> (year: Int, end: Int)? {
    var index = afterComma(index)
    var isOf = false
    if case .of? = word(index) {
      index += 1
      isOf = true
    }
    if case .fiscal? = word(index) { index += 1 }
    if let found = yearNumber(index), isOf || pieces[index].kind == .digits { return found }
    return isOf ? relativeYear(index) : nil
  }

  /// `last year`, `this year`, `next year`.
  func relativeYear(_ index: Int) -> (year: Int, end: Int)? {
    guard let published = context.published, case .unit(.year, isPlural: false)? = word(index + 1)
    else { return nil }
    switch word(index) {
    case .last: return (published.year - 1, index + 2)
    case .this: return (published.year, index + 2)
    case .next: return (published.year + 1, index + 2)
    default: return nil
    }
  }

  /// `last year's`.
  private func possessiveYear(_ index: Int) -> (year: Int, end: Int)? {
    guard let (year, after) = relativeYear(index), let end = afterPossessive(after) else {
      return nil
    }
    return (year, end)
  }

  /// `Q3`, `Q3 2012`.
  private func shortQuarter(_ index: Int) -> TimeMatch? {
    guard index + 1 < pieces.count, pieces[index].kind == .word, pieces[index].length == 1,
      utf8[pieces[index].start] == UInt8(ascii: "Q"), !pieces[index + 1].isSpaced,
      let count = integer(index + 1), (1...4).contains(count)
    else { return nil }
    var end = index + 2
    if let (year, after) = yearNumber(end) {
      end = after
      return TimeMatch(start: index, end: end, value: .quarter(year, count), rule: "time.quarter")
    }
    let year = context.published.map {
      count <= ($0.month + 2) / 3 ? $0.year : $0.year - 1
    }
    return TimeMatch(
      start: index, end: end, value: year.map { .quarter($0, count) } ?? .unresolved,
      rule: "time.quarter")
  }

  func ordinal(_ index: Int) -> (value: Int, end: Int)? {
    guard let numeral = numerals.numeral(at: index), numeral.form == .ordinal,
      let value = numeral.value.integer
    else { return nil }
    return (value, numeral.end)
  }

  /// `the 1980s`, `the early '90s`, `the nineties`, `the 20th century`.
  func decadeOrCentury(_ start: Int) -> TimeMatch? {
    var index = afterThe(start)
    index = afterModifier(index)
    if case .decade(let digit)? = word(index) {
      // Someone in their sixties is no decade.
      guard index > start else { return nil }
      return TimeMatch(
        start: start, end: index + 1, value: .decade(fullYear(digit * 10) / 10), rule: "time.decade"
      )
    }
    if let (count, after) = ordinal(index), (1...30).contains(count) {
      let end = afterHyphen(after)
      guard case .unit(.century, isPlural: false)? = word(end) else { return nil }
      return TimeMatch(start: start, end: end + 1, value: .century(count), rule: "time.century")
    }
    let hasApostrophe = isApostrophe(index)
    if hasApostrophe { index += 1 }
    guard let number = integer(index), number % 10 == 0 else { return nil }
    var end = index + 1
    if isApostrophe(end), !pieces[end].isSpaced { end += 1 }
    guard end < pieces.count, pieces[end].length == 1, !pieces[end].isSpaced,
      utf8[pieces[end].start] | 0x20 == 0x73
    else { return nil }
    let decade: Int
    switch pieces[index].length {
    case 4 where (1500...2090).contains(number): decade = number / 10
    case 2 where hasApostrophe || index > start: decade = fullYear(number) / 10
    default: return nil
    }
    return TimeMatch(start: start, end: end + 1, value: .decade(decade), rule: "time.decade")
  }

  /// `this summer`, `the summer of 1990`, `summer 1990`, `last fall`, `Christmas`.
  func seasonOrHoliday(_ start: Int) -> TimeMatch? {
    var index = start
    var direction: Int?
    switch word(index) {
    case .last, .past: direction = -1
    case .next, .coming: direction = 1
    case .this: direction = 0
    case .the: break
    default: index -= 1
    }
    index = afterModifier(index + 1)
    if index == start || direction != nil || afterThe(start) < index,
      let match = holiday(start, index)
    {
      return match
    }
    guard case .season(let season)? = word(index) else { return nil }
    var end = index + 1
    let ofYear: Int
    if case .of? = word(end) { ofYear = end + 1 } else { ofYear = end }
    if let (year, after) = yearNumber(ofYear) {
      return TimeMatch(start: start, end: after, value: .season(year, season), rule: "time.season")
    }
    // A spring may be a coil, and a fall a fall.
    guard direction != nil || (index > start && isAfterPreposition(start)) else { return nil }
    if direction == nil, end < pieces.count, pieces[end].kind == .word, case .of? = word(end) {
      return nil
    }
    guard let published = context.published else {
      return TimeMatch(start: start, end: end, value: .unresolved, rule: "time.season")
    }
    let hasBegun = season.firstMonth <= published.month
    let year: Int
    switch direction ?? 0 {
    case -1:
      let isNow = hasBegun && published.month < season.firstMonth + 3
      year = hasBegun && !isNow ? published.year : published.year - 1
    case 1: year = hasBegun ? published.year + 1 : published.year
    default: year = published.year
    }
    end = index + 1
    return TimeMatch(start: start, end: end, value: .season(year, season), rule: "time.season")
  }
}
