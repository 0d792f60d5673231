import ArticleModel
import Calendar

/// A holiday that news names, and the day on which it falls.
struct Holiday: Sendable {
  enum Rule: Sendable {
    /// Month and day.
    case fixed(Int, Int)
    /// The `count`th such weekday (1 Monday) of the month; -1 for the last.
    case weekday(count: Int, Int, month: Int)
    /// Days after Easter Sunday.
    case easter(Int)
  }

  /// The hashes of its words, in order, `'s` left out.
  let words: [UInt64]
  let rule: Rule

  private init(_ name: String, _ rule: Rule) {
    words = name.utf8.split(separator: 0x20).map { WordHash.of($0) }
    self.rule = rule
  }

  /// The day in a year.
  func date(in year: Int) -> CalendarDate? {
    switch rule {
    case .fixed(let month, let day): return CalendarDate(year: year, month: month, day: day)
    case .weekday(let count, let weekday, let month):
      guard count > 0 else {
        let length = (1...9999).contains(year) ? CalendarDate.daysInMonth(month, of: year) : 28
        guard let last = CalendarDate(year: year, month: month, day: length) else { return nil }
        return last.adding(days: -((last.daysSinceMonday - weekday + 1 + 7) % 7))
      }
      guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
      let ahead = (weekday - 1 - first.daysSinceMonday + 7) % 7
      return first.adding(days: ahead + (count - 1) * 7)
    case .easter(let days): return Self.easter(in: year)?.adding(days: days)
    }
  }

  /// Longer names before those that they begin with.
  static let all: [Holiday] = [
    Holiday("christmas eve", .fixed(12, 24)), Holiday("christmas day", .fixed(12, 25)),
    Holiday("christmas", .fixed(12, 25)), Holiday("boxing day", .fixed(12, 26)),
    Holiday("new year eve", .fixed(12, 31)), Holiday("new year day", .fixed(1, 1)),
    Holiday("thanksgiving day", .weekday(count: 4, 4, month: 11)),
    Holiday("thanksgiving", .weekday(count: 4, 4, month: 11)),
    Holiday("independence day", .fixed(7, 4)), Holiday("halloween", .fixed(10, 31)),
    Holiday("valentine day", .fixed(2, 14)), Holiday("veterans day", .fixed(11, 11)),
    Holiday("labor day", .weekday(count: 1, 1, month: 9)),
    Holiday("memorial day", .weekday(count: -1, 1, month: 5)),
    Holiday("good friday", .easter(-2)), Holiday("easter sunday", .easter(0)),
    Holiday("easter monday", .easter(1)), Holiday("easter", .easter(0)),
    Holiday("ash wednesday", .easter(-46)), Holiday("april fool day", .fixed(4, 1)),
  ]

  static let firstWords =
    "christmas boxing new thanksgiving independence halloween valentine veterans labor memorial "
    + "good easter ash"

  /// Easter Sunday of the western churches: the "anonymous Gregorian" algorithm (Nature, 1876).
  private static func easter(in year: Int) -> CalendarDate? {
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let month = (h + l - 7 * m + 114) / 31
    return CalendarDate(year: year, month: month, day: (h + l - 7 * m + 114) % 31 + 1)
  }
}

extension TimeScanner {
  /// `Thanksgiving Day`, `Christmas 2012`, `New Year's Eve`: without a year the nearest.
  func holiday(_ start: Int, _ index: Int) -> TimeMatch? {
    guard case .holiday? = word(index), pieces[index].isCapitalized,
      let (holiday, after) = named(at: index)
    else { return nil }
    if let (year, end) = yearNumber(afterComma(after)), let date = holiday.date(in: year) {
      return TimeMatch(start: start, end: end, value: .day(date), rule: "time.holiday")
    }
    guard let published = context.published else {
      return TimeMatch(start: start, end: after, value: .unresolved, rule: "time.holiday")
    }
    if let year = yearOfSentence, let date = holiday.date(in: year) {
      return TimeMatch(start: start, end: after, value: .day(date), rule: "time.holiday")
    }
    let dates = (-1...1).compactMap { holiday.date(in: published.year + $0) }
    let nearest = dates.min {
      abs($0.dayNumber - published.dayNumber) < abs($1.dayNumber - published.dayNumber)
    }
    return nearest.map {
      TimeMatch(start: start, end: after, value: .day($0), rule: "time.holiday")
    }
  }

  private func named(at index: Int) -> (Holiday, end: Int)? {
    for holiday in Holiday.all {
      var next = index
      var matches = true
      for word in holiday.words {
        next = next > index ? afterPossessive(next) ?? next : next
        guard next < pieces.count, pieces[next].kind == .word, pieces[next].key == word else {
          matches = false
          break
        }
        next += 1
      }
      if matches { return (holiday, next) }
    }
    return nil
  }
}
