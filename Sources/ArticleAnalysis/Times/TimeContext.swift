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

  init(published: CalendarDate?) { self.published = published }

  /// The weekday's day: in news the last one, today included, unless the sentence looks ahead.
  func weekday(_ weekday: Int, isFuture: Bool) -> TimeValue {
    guard let published else { return .unresolved }
    let ahead = (weekday - 1 - published.daysSinceMonday + 7) % 7
    if isFuture || ahead == 0 { return .day(published.adding(days: ahead)) }
    return .day(published.adding(days: ahead - 7))
  }

  /// The year in which a month without one lies: that of the last such month, or with `isFuture`
  /// the next; the month of publication is both.
  func year(ofMonth month: Int, isFuture: Bool) -> Int? {
    guard let published else { return nil }
    if isFuture { return month >= published.month ? published.year : published.year + 1 }
    return month <= published.month ? published.year : published.year - 1
  }

  /// The year in which a day without one lies: that which brings it nearest to publication.
  func year(ofMonth month: Int, day: Int) -> Int? {
    guard let published else { return nil }
    func distance(_ year: Int) -> Int {
      guard let date = CalendarDate.clamped(year, month, day) else { return Int.max }
      return abs(date.dayNumber - published.dayNumber)
    }
    return [published.year, published.year - 1, published.year + 1].min {
      distance($0) < distance($1)
    }
  }
}
