import Calendar
import Columns
import Testing

struct DatetimeTextTests {
  @Test(arguments: [
    ("2024-03-05", "2024-03-05T00:00:00.0000000Z"),
    ("2024-03-05 14:30", "2024-03-05T14:30:00.0000000Z"),
    ("2024-3-5 4:05", "2024-03-05T04:05:00.0000000Z"),
    ("2024/03/05", "2024-03-05T00:00:00.0000000Z"),
    ("2024-03", "2024-03-01T00:00:00.0000000Z"),
    ("2024-03-05T14:30:15Z", "2024-03-05T14:30:15.0000000Z"),
    ("2024-03-05T14:30:15.1234567Z", "2024-03-05T14:30:15.1234567Z"),
    ("2024-03-05T14:30:15.12345678Z", "2024-03-05T14:30:15.1234567Z"),
    ("2024-03-05T14:30:15.5+02:00", "2024-03-05T12:30:15.5000000Z"),
    ("2024-03-05T23:30:00-0100", "2024-03-06T00:30:00.0000000Z"),
    ("2024-03-05 14:30:15 GMT", "2024-03-05T14:30:15.0000000Z"),
    ("05-03-2024", "2024-05-03T00:00:00.0000000Z"),
    ("25-03-2024", "2024-03-25T00:00:00.0000000Z"),
    ("3/25/2024 10:00", "2024-03-25T10:00:00.0000000Z"),
    ("5 Mar 2024", "2024-03-05T00:00:00.0000000Z"),
    ("5 March 2024 14:30", "2024-03-05T14:30:00.0000000Z"),
    ("14:30 5 Mar 2024", "2024-03-05T14:30:00.0000000Z"),
    ("5-Mar-2024", "2024-03-05T00:00:00.0000000Z"),
    ("March 5, 2024", "2024-03-05T00:00:00.0000000Z"),
    ("Sat, 8 Nov 14 15:05:02 GMT", "2014-11-08T15:05:02.0000000Z"),
    ("Saturday, 08-Nov-14 15:05:02 GMT", "2014-11-08T15:05:02.0000000Z"),
    ("Sat, 8 Nov 2014 15:05:02 +0100", "2014-11-08T14:05:02.0000000Z"),
    ("8 Nov 14 15:05 EST", "2014-11-08T20:05:00.0000000Z"),
    ("2025, 6, 14", "2025-06-14T00:00:00.0000000Z"),
    ("2025, 6, 14, 9, 30, 1", "2025-06-14T09:30:01.0000000Z"),
    ("5 Mar 2024 2:30 PM", "2024-03-05T14:30:00.0000000Z"),
    ("0001-01-01", "0001-01-01T00:00:00.0000000Z"),
    ("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z"),
    ("2024-02-29", "2024-02-29T00:00:00.0000000Z"),
    ("  2024-03-05\n", "2024-03-05T00:00:00.0000000Z"),
  ])
  func reads(text: String, expected: String) throws {
    let ticks = try #require(DatetimeText.parse(text))
    #expect(DatetimeText.string(ticks) == expected)
  }

  @Test(arguments: [
    "", " ", "soon", "2023-02-29", "2024-13-01", "0000-01-01", "10000-01-01", "2024-03-05 25:00",
    "2024-03-05 14:60", "2024-03-05T", "2024-03-05 x", "32-01-2024", "13-13-2024", "5 Mir 2024",
    "2024-03-05 14:30 5", "9999-12-31T23:59:59-01:00", "0001-01-01T00:00:00+01:00", "12345678",
    "99999999999999999999999", "2024-03-05T14:30:15+15:00", "5-3-24", "2024-03/05", "13:00 pm",
  ])
  func refuses(text: String) {
    #expect(DatetimeText.parse(text) == nil)
  }

  @Test func daysRunThroughTheCalendar() throws {
    var (year, month, day) = (1, 1, 1)
    for number in 0...CalendarDate.lastDayNumber {
      let date = try #require(CalendarDate(dayNumber: number))
      guard date == CalendarDate(year: year, month: month, day: day), date.dayNumber == number
      else {
        Issue.record("day \(number) is \(date), not \(year)-\(month)-\(day)")
        return
      }
      day += 1
      guard day > CalendarDate.daysInMonth(month, of: year) else { continue }
      (month, day) = (month % 12 + 1, 1)
      if month == 1 { year += 1 }
    }
    #expect(CalendarDate(dayNumber: CalendarDate.lastDayNumber + 1) == nil)
    #expect(CalendarDate(dayNumber: -1) == nil)
  }

  @Test(arguments: [
    (2024, 1, 1, 1, 1), (2023, 1, 1, 0, 52), (2020, 12, 31, 4, 53), (2021, 1, 3, 0, 53),
    (2021, 1, 4, 1, 1), (2017, 10, 15, 0, 41),
  ])
  func knowsWeekdayAndWeek(year: Int, month: Int, day: Int, weekday: Int, week: Int) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    #expect(date.weekday == weekday)
    #expect(date.isoWeek == week)
  }

  @Test func addingMonthsKeepsToTheMonth() throws {
    let date = try #require(CalendarDate(year: 2024, month: 1, day: 31))
    #expect(date.adding(months: 1) == CalendarDate(year: 2024, month: 2, day: 29))
    #expect(date.adding(months: -11) == CalendarDate(year: 2023, month: 2, day: 28))
    #expect(date.adding(months: 12 * 8000) == nil)
    #expect(date.adding(months: .max) == nil)
  }
}
