import ArticleModel
import Calendar

/// What an expression of time means: its TIMEX3 value and the days that it covers.
struct TimeValue {
  var kind: TimeExpression.Kind
  /// Nil where it depends on a publication date that is not known.
  var value: String?
  var from: CalendarDate?
  var to: CalendarDate?

  init(
    _ kind: TimeExpression.Kind, _ value: String?, from: CalendarDate? = nil,
    to: CalendarDate? = nil
  ) {
    self.kind = kind
    self.value = value
    self.from = from
    self.to = to
  }

  static let unresolved = TimeValue(.date, nil)

  /// Whether it is the evening or night of a day.
  var isNight: Bool {
    kind == .time && (value?.hasSuffix("TNI") ?? false || value?.hasSuffix("TEV") ?? false)
  }

  // MARK: - Days and longer

  static func day(_ date: CalendarDate) -> TimeValue {
    TimeValue(.date, date.description, from: date, to: date)
  }

  /// The ISO 8601 week that holds a day.
  static func week(of date: CalendarDate) -> TimeValue {
    let monday = date.adding(days: -date.daysSinceMonday)
    return TimeValue(.date, weekName(of: date), from: monday, to: monday.adding(days: 6))
  }

  /// The Saturday and Sunday of the week that holds a day.
  static func weekend(of date: CalendarDate) -> TimeValue {
    let saturday = date.adding(days: 5 - date.daysSinceMonday)
    return TimeValue(
      .date, weekName(of: date) + "-WE", from: saturday, to: saturday.adding(days: 1))
  }

  /// A month; `month` may lie outside 1 to 12 and then falls into another year.
  static func month(_ year: Int, _ month: Int) -> TimeValue {
    let (year, month) = wrapped(year, month)
    let value = digits(year, 4) + "-" + digits(month, 2)
    return TimeValue(
      .date, value, from: CalendarDate(year: year, month: month, day: 1),
      to: CalendarDate(
        year: year, month: month, day: CalendarDate.daysInMonth(month, of: year)))
  }

  /// A quarter; `quarter` may lie outside 1 to 4 and then falls into another year.
  static func quarter(_ year: Int, _ quarter: Int) -> TimeValue {
    let index = year * 4 + quarter - 1
    let year = index / 4
    let first = index % 4 * 3 + 1
    return TimeValue(
      .date, digits(year, 4) + "-Q" + String(index % 4 + 1),
      from: month(year, first).from, to: month(year, first + 2).to)
  }

  static func halfYear(_ year: Int, _ half: Int) -> TimeValue {
    TimeValue(
      .date, digits(year, 4) + "-H" + String(half), from: month(year, half * 6 - 5).from,
      to: month(year, half * 6).to)
  }

  static func season(_ year: Int, _ season: Season) -> TimeValue {
    TimeValue(
      .date, digits(year, 4) + "-" + season.rawValue, from: month(year, season.firstMonth).from,
      to: month(year, season.firstMonth + 2).to)
  }

  static func year(_ year: Int) -> TimeValue {
    TimeValue(
      .date, digits(year, 4), from: CalendarDate(year: year, month: 1, day: 1),
      to: CalendarDate(year: year, month: 12, day: 31))
  }

  /// The ten years that begin with `decade` times ten.
  static func decade(_ decade: Int) -> TimeValue {
    TimeValue(
      .date, digits(decade, 3), from: year(decade * 10).from, to: year(decade * 10 + 9).to)
  }

  /// The hundred years that people call the `century`th.
  static func century(_ century: Int) -> TimeValue {
    TimeValue(
      .date, digits(century - 1, 2), from: year(century * 100 - 99).from, to: year(century * 100).to
    )
  }

  /// The period of a unit that lies `offset` units after the one that holds `date`.
  static func period(_ unit: TimeUnit, _ offset: Int, from date: CalendarDate) -> TimeValue {
    switch unit {
    case .second, .minute, .hour, .day: return day(date.adding(days: offset))
    case .week: return week(of: date.adding(days: offset &* 7))
    case .weekend: return weekend(of: date.adding(days: offset &* 7))
    case .month: return month(date.year, date.month &+ offset)
    case .quarter: return quarter(date.year, (date.month + 2) / 3 &+ offset)
    case .year: return year(date.year &+ offset)
    case .decade: return decade(date.year / 10 &+ offset)
    case .century: return century((date.year + 99) / 100 &+ offset)
    }
  }

  // MARK: - Vague, within the day, lengths

  static let present = TimeValue(.date, "PRESENT_REF")
  static let past = TimeValue(.date, "PAST_REF")
  static let future = TimeValue(.date, "FUTURE_REF")

  /// A length of time: `P3D`, `PT2H`; `PXM` where the number is not said.
  static func duration(_ unit: TimeUnit, _ amount: String) -> TimeValue {
    let (letter, isClock) = unit.designator
    return TimeValue(.duration, (isClock ? "PT" : "P") + amount + letter)
  }

  /// Something that comes again with every unit.
  static func each(_ unit: TimeUnit, _ amount: String = "1") -> TimeValue {
    TimeValue(.set, duration(unit, amount).value)
  }

  /// A part of this day.
  func on(_ part: DayPart) -> TimeValue { atTime("T" + part.rawValue) }

  /// This day with a time such as `T09:30` behind it.
  func atTime(_ time: String) -> TimeValue {
    TimeValue(.time, value.map { $0 + time }, from: from, to: to)
  }

  // MARK: - Implementation

  static func digits(_ number: Int, _ width: Int) -> String {
    let digits = String(max(0, number))
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func wrapped(_ year: Int, _ month: Int) -> (Int, Int) {
    let index = max(0, year &* 12 &+ month &- 1)
    return (index / 12, index % 12 + 1)
  }

  private static func weekName(of date: CalendarDate) -> String {
    let thursday = date.adding(days: 3 - date.daysSinceMonday)
    let newYear = CalendarDate(year: thursday.year, month: 1, day: 1) ?? thursday
    let week = (thursday.dayNumber - newYear.dayNumber) / 7 + 1
    return digits(thursday.year, 4) + "-W" + digits(week, 2)
  }
}

extension CalendarDate {
  /// 0 Monday to 6 Sunday.
  var daysSinceMonday: Int { (weekday + 6) % 7 }

  /// The day a year, month and day say, the day moved back to the month's last where needed.
  static func clamped(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    return CalendarDate(
      year: year, month: month, day: min(day, CalendarDate.daysInMonth(month, of: year)))
  }
}
