import ArticleModel
import Calendar

/// What the meaning of a time depends on: when the article was published, and what it named before.
struct TimeContext {
  /// The local day of publication; nil where unknown.
  let published: CalendarDate?
  /// The last day, or first day of a period, that the text named.
  var mentioned: CalendarDate?
  /// The last quarter named, as quarters since year 0, and the sentence it stands in.
  var quarter: (index: Int, sentence: Int)?

  /// The year that a sentence named by its number, and the sentence.
  var year: (number: Int, sentence: Int)?
  /// The last day named, whether it was its evening or night, and the sentence.
  var day: (date: CalendarDate, isNight: Bool, sentence: Int)?

  init(published: CalendarDate?) { self.published = published }

  /// The day of a time of day that names none.
  ///
  /// The last day that the text told of and that is over, so far as that is near; else that of
  /// publication. Past midnight the night before goes on.
  func day(ofHour hour: Int, sentence: Int) -> CalendarDate? {
    guard let published else { return nil }
    guard let day, sentence - day.sentence <= Self.reach, day.date <= published,
      published.dayNumber - day.date.dayNumber <= Self.nearDays
    else { return published }
    return day.isNight && hour < 6 ? day.date.adding(days: 1) : day.date
  }

  /// For how long times of day refer to a day.
  private static let nearDays = 366

  /// How many months ahead are near.
  private static let nearMonths = 2

  /// How much further off a day counts that lies on the other side.
  private static let otherSide = 3

  /// How many sentences a named day is what times of day refer to.
  private static let reach = 10

  /// The weekday's day: in news the last one, today included, unless the sentence looks ahead.
  func weekday(_ weekday: Int, isFuture: Bool) -> TimeValue {
    guard let published else { return .unresolved }
    let ahead = (weekday - 1 - published.daysSinceMonday + 7) % 7
    if isFuture || ahead == 0 { return .day(published.adding(days: ahead)) }
    return .day(published.adding(days: ahead - 7))
  }

  /// The year in which a month without one lies.
  ///
  /// That of the last such month, or with `isFuture` the next; the month of publication is both. One
  /// that is near at hand is the next unless `isPast`.
  func year(ofMonth month: Int, isFuture: Bool, isPast: Bool = true) -> Int? {
    guard let published else { return nil }
    let ahead = (month - published.month + 12) % 12
    if isFuture || !isPast && ahead <= Self.nearMonths {
      return month >= published.month ? published.year : published.year + 1
    }
    return month <= published.month ? published.year : published.year - 1
  }

  /// The year in which a day without one lies: that which brings it nearest to publication.
  ///
  /// What lies on the side to which its clause does not look counts as further off.
  func year(ofMonth month: Int, day: Int, direction: ClauseTense.Direction?) -> Int? {
    guard let published else { return nil }
    func distance(_ year: Int) -> Int {
      guard let date = CalendarDate.clamped(year, month, day) else { return Int.max }
      let days = date.dayNumber - published.dayNumber
      switch direction {
      case .back: return days > 0 ? days * Self.otherSide : -days
      case .ahead, .present: return days < 0 ? -days * Self.otherSide : days
      case nil: return abs(days)
      }
    }
    return [published.year, published.year - 1, published.year + 1].min {
      distance($0) < distance($1)
    }
  }
}
