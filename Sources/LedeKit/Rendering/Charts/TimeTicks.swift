import Calendar
import Columns

/// Moments at which a time axis is marked: full hours, days, Mondays, firsts of months, years.
struct TimeTicks: Sendable {
  private(set) var ticks: [AxisScale.Tick] = []

  /// The finest marks of which at most `limit` lie between two moments (100 ns steps).
  init(from lower: Double, to upper: Double, limit: Int) {
    guard lower <= upper, upper >= 0, lower <= Double(Ticks.lastDatetime) else { return }
    let first = Int64(max(0, lower))
    let last = min(Ticks.lastDatetime, upper >= 3.155e18 ? Ticks.lastDatetime : Int64(upper))
    let step =
      Step.all.first { Double(last - first) / Double($0.length) <= Double(max(1, limit)) }
      ?? .months(12 * Self.yearStep(first, last, limit))
    var moments: [Int64] = []
    var next = step.first(atOrAfter: first)
    while let moment = next, moment <= last, moments.count < 1000 {
      moments.append(moment)
      next = step.next(after: moment)
    }
    var previous: CalendarDate?
    for moment in moments {
      guard let (date, time) = Ticks.split(moment) else { continue }
      ticks.append(
        AxisScale.Tick(
          value: Double(moment), label: Self.label(date, time, step, after: previous)))
      previous = date
    }
  }

  /// A day as charts write it: `5 Mar 2024`.
  static func day(_ date: CalendarDate) -> String {
    "\(date.day) \(monthName(date.month)) \(date.year)"
  }

  // MARK: - Implementation

  private enum Step {
    case fixed(Int64)
    case weeks(Int64)
    case months(Int)

    static let all: [Step] =
      [1, 10, 100].flatMap { scale in
        [1, 2, 5].map { .fixed($0 * scale * Ticks.perMillisecond) }
      }
      + [1, 2, 5, 10, 15, 30].map { .fixed($0 * Ticks.perSecond) }
      + [1, 2, 5, 10, 15, 30].map { .fixed($0 * Ticks.perMinute) }
      + [1, 2, 3, 6, 12].map { .fixed($0 * Ticks.perHour) }
      + [1, 2].map { .fixed($0 * Ticks.perDay) }
      + [1, 2].map { .weeks($0) }
      + [1, 2, 3, 6, 12].map { .months($0) }

    /// About how long it is.
    var length: Int64 {
      switch self {
      case .fixed(let ticks): return ticks
      case .weeks(let count): return count * 7 * Ticks.perDay
      case .months(let count): return Int64(count) * 30 * Ticks.perDay
      }
    }

    func first(atOrAfter moment: Int64) -> Int64? {
      switch self {
      case .fixed(let step): return (moment + step - 1) / step * step
      case .weeks(let count):
        // 0001-01-01 was a Monday, and so every multiple of a week is one.
        let step = count * 7 * Ticks.perDay
        return (moment + step - 1) / step * step
      case .months(let count):
        guard let (date, _) = Ticks.split(moment) else { return nil }
        let months = date.year * 12 + date.month - 1
        guard let start = Self.month(months / count * count) else {
          return Self.month((months / count + 1) * count)
        }
        return start >= moment ? start : Self.month((months / count + 1) * count)
      }
    }

    func next(after moment: Int64) -> Int64? {
      switch self {
      case .fixed(let step): return moment + step
      case .weeks(let count): return moment + count * 7 * Ticks.perDay
      case .months(let count):
        guard let (date, _) = Ticks.split(moment) else { return nil }
        return Self.month(date.year * 12 + date.month - 1 + count)
      }
    }

    private static func month(_ count: Int) -> Int64? {
      CalendarDate(year: count / 12, month: count % 12 + 1, day: 1).map { Ticks.datetime($0) }
    }
  }

  /// The least of 1, 2, 5, 10, 20 … years of which few enough fit.
  private static func yearStep(_ first: Int64, _ last: Int64, _ limit: Int) -> Int {
    let years = Double(last - first) / Double(Ticks.perDay) / 365
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]
    return steps.first { years / Double($0) <= Double(max(1, limit)) } ?? 5000
  }

  /// What is new at a tick: the time of day, the day, the month; the year where it changes.
  private static func label(
    _ date: CalendarDate, _ time: Int64, _ step: Step, after previous: CalendarDate?
  ) -> String {
    let isNewYear = previous.map { $0.year != date.year } ?? true
    switch step {
    case .months(let count):
      if count >= 12 { return String(date.year) }
      return monthName(date.month) + (isNewYear ? " \(date.year)" : "")
    case .weeks:
      return isNewYear ? day(date) : "\(date.day) \(monthName(date.month))"
    case .fixed(let step):
      if step >= Ticks.perDay || (time == 0 && previous != date) {
        return isNewYear ? day(date) : "\(date.day) \(monthName(date.month))"
      }
      let clock = clock(time, step)
      return previous == nil ? "\(date.day) \(monthName(date.month)) \(clock)" : clock
    }
  }

  private static func clock(_ time: Int64, _ step: Int64) -> String {
    let hour = Int(time / Ticks.perHour)
    let minute = Int(time / Ticks.perMinute % 60)
    var text = padded(hour, to: 2) + ":" + padded(minute, to: 2)
    if step < Ticks.perMinute { text += ":" + padded(Int(time / Ticks.perSecond % 60), to: 2) }
    if step < Ticks.perSecond {
      text += "." + padded(Int(time / Ticks.perMillisecond % 1000), to: 3)
    }
    return text
  }

  private static func monthName(_ month: Int) -> String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return names.indices.contains(month - 1) ? names[month - 1] : ""
  }
}
