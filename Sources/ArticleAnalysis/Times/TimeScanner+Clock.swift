import ArticleModel

extension TimeScanner {
  /// `10 p.m.`, `7:15 p.m. EST Wednesday`, `15:30 GMT`, `noon Thursday`, `midnight`.
  func clock(_ index: Int) -> TimeMatch? {
    var end: Int
    let time: String
    var hour = 12
    switch word(index) {
    case .noon:
      end = index + 1
      time = "T12:00"
    case .midnight:
      end = index + 1
      time = "T24:00"
    default:
      guard let clock = clockTime(index) else { return nil }
      let minute = clock.minute
      hour = clock.hour
      end = clock.end
      time = "T" + TimeValue.digits(hour, 2) + ":" + TimeValue.digits(minute, 2)
    }
    if case .zone? = word(end) { end += 1 }
    let (day, after) = dayOfClock(end, after: index, hour: hour)
    return TimeMatch(
      start: index, end: after, value: day.atTime(time), rule: "time.clock")
  }

  /// The day that follows a time of day, or the one that the text is about.
  private func dayOfClock(_ index: Int, after clock: Int, hour: Int) -> (TimeValue, end: Int) {
    let next = afterComma(index)
    for start in [next, afterOn(next)] {
      let match =
        weekday(start, clauseAt: clock) ?? monthDate(start) ?? relativeDay(start)
        ?? dayOfMonth(start)
      if let match, match.value.kind == .date { return (match.value, match.end) }
    }
    return (context.day(ofHour: hour, sentence: sentence).map { .day($0) } ?? .unresolved, index)
  }

  private func afterOn(_ index: Int) -> Int {
    guard index < pieces.count, pieces[index].key == Self.on else { return index }
    return index + 1
  }

  private static let on = WordHash.of("on".utf8)
  private static let oClock = WordHash.of("clock".utf8)

  private func clockTime(_ index: Int) -> (hour: Int, minute: Int, end: Int)? {
    var hour: Int
    var minute = 0
    var end = index + 1
    var hasMinutes = false
    if let digits = integer(index), pieces[index].length == 4, case .zone? = word(end) {
      // `1700 GMT`
      hour = digits / 100
      minute = digits % 100
      hasMinutes = true
    } else if let digits = integer(index), pieces[index].length <= 2 {
      hour = digits
      if isMark(end, ":") || isMark(end, "."), !pieces[end].isSpaced,
        let minutes = integer(end + 1),
        pieces[end + 1].length == 2, !pieces[end + 1].isSpaced
      {
        minute = minutes
        hasMinutes = isMark(end, ":")
        end += 2
      }
    } else if let point = decimalClock(index) {
      (hour, minute) = point
    } else if case .unit(let number)? = NumeralLexicon.words[pieces[index]], number >= 1 {
      hour = number
    } else {
      return nil
    }
    guard hour < 24, minute < 60 else { return nil }
    switch word(end) {
    case .am, .pm:
      guard (1...12).contains(hour) else { return nil }
      let isAfternoon: Bool
      if case .pm? = word(end) { isAfternoon = true } else { isAfternoon = false }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
      end += 1
    case .into, .at:
      guard pieces[index].kind == .digits, !hasMinutes || hour <= 12,
        let part = partAfter(end), hour >= 1, hour <= 12
      else { return hasMinutes ? (hour, minute, end) : nil }
      hour = part.part == .morning || (part.part == .night && hour < 6) ? hour % 12 : hour % 12 + 12
      end = part.end
    default:
      if isApostrophe(end + 1), end + 2 < pieces.count, pieces[end + 2].key == Self.oClock {
        end += 3
      } else if !hasMinutes {
        return nil
      }
    }
    return (hour, minute, end)
  }

  /// `7.30` before `p.m.`, as British papers write it.
  private func decimalClock(_ index: Int) -> (Int, Int)? {
    let piece = pieces[index]
    guard piece.kind == .digits, (4...5).contains(piece.length),
      utf8[piece.end - 3] == UInt8(ascii: ".")
    else { return nil }
    switch word(index + 1) {
    case .am, .pm: break
    default: return nil
    }
    var numbers = [0, 0]
    for offset in piece.start..<piece.end where offset != piece.end - 3 {
      let place = offset < piece.end - 3 ? 0 : 1
      guard utf8[offset] &- 0x30 < 10 else { return nil }
      numbers[place] = numbers[place] * 10 + Int(utf8[offset] &- 0x30)
    }
    return (numbers[0], numbers[1])
  }

  /// `in the morning`, `at night`.
  private func partAfter(_ index: Int) -> (part: DayPart, end: Int)? {
    var next = index + 1
    if case .the? = word(next) { next += 1 }
    guard case .dayPart(let part, isPlural: false)? = word(next) else { return nil }
    return (part, next + 1)
  }
}
