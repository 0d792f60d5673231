import Columns
import Testing

@testable import QueryExecution

struct TimeFunctionTests {
  static let day = datetime("2024-03-05 14:30:15.1234567")

  @Test(arguments: [
    FunctionCase("getyear", day, gives: "2024"),
    FunctionCase("dayofyear", datetime("2024-12-31"), gives: "366"),
    FunctionCase("dayofweek", datetime("2024-03-03"), gives: "00:00:00"),
    FunctionCase("dayofweek", datetime("2024-03-09"), gives: "6.00:00:00"),
    FunctionCase("week_of_year", datetime("2020-12-31"), gives: "53"),
    FunctionCase("week_of_year", datetime("2021-01-03"), gives: "53"),
    FunctionCase("getmonth", .null(.datetime), gives: "null"),
    FunctionCase("datetime_part", "Millisecond", day, gives: "123"),
    FunctionCase("datetime_part", "microsecond", day, gives: "123456"),
    FunctionCase("datetime_part", "nanosecond", day, gives: "123456700"),
    FunctionCase("datetime_part", "dayOfYear", day, gives: "65"),
    FunctionCase("datetime_part", "week_of_year", day, gives: "10"),
    FunctionCase("startofday", day, -1, gives: "2024-03-04T00:00:00.0000000Z"),
    FunctionCase("startofweek", datetime("2024-03-03"), gives: "2024-03-03T00:00:00.0000000Z"),
    FunctionCase("startofweek", day, 1, gives: "2024-03-10T00:00:00.0000000Z"),
    FunctionCase("startofweek", datetime("0001-01-01"), gives: "null"),
    FunctionCase("startofmonth", day, -3, gives: "2023-12-01T00:00:00.0000000Z"),
    FunctionCase("startofyear", day, 1, gives: "2025-01-01T00:00:00.0000000Z"),
    FunctionCase("endofmonth", day, -1, gives: "2024-02-29T23:59:59.9999999Z"),
    FunctionCase("endofyear", datetime("9999-05-05"), gives: "9999-12-31T23:59:59.9999999Z"),
    FunctionCase("endofday", datetime("9999-12-31"), gives: "9999-12-31T23:59:59.9999999Z"),
    FunctionCase("endofday", day, .long(.max), gives: "null"),
    FunctionCase("startofmonth", day, .long(.min), gives: "null"),
    FunctionCase(
      "datetime_diff", "year", datetime("2017-01-01"), datetime("2000-12-31"), gives: "17"),
    FunctionCase(
      "datetime_diff", "quarter", datetime("2017-07-01"), datetime("2017-03-30"), gives: "2"),
    FunctionCase(
      "datetime_diff", "month", datetime("2017-01-01"), datetime("2015-12-30"), gives: "13"),
    FunctionCase(
      "datetime_diff", "week", datetime("2017-10-29"), datetime("2017-09-30 23:59"), gives: "5"),
    FunctionCase(
      "datetime_diff", "day", datetime("2017-10-29"), datetime("2017-09-30 23:59"), gives: "29"),
    FunctionCase(
      "datetime_diff", "hour", datetime("2017-10-31 01:00"), datetime("2017-10-30 23:59"),
      gives: "2"),
    FunctionCase(
      "datetime_diff", "minute", datetime("2017-10-30 23:05:01"), datetime("2017-10-30 23:00:59"),
      gives: "5"),
    FunctionCase(
      "datetime_diff", "millisecond", datetime("2017-10-30 23:00:00.200100"),
      datetime("2017-10-30 23:00:00.100900"), gives: "100"),
    FunctionCase(
      "datetime_diff", "nanosecond", datetime("2017-10-30 23:00:00"),
      datetime("2017-10-30 23:00:00.0000007"), gives: "-700"),
    FunctionCase(
      "datetime_diff", "nanosecond", datetime("9999-01-01"), datetime("0001-01-01"),
      gives: "null"),
    FunctionCase(
      "datetime_add", "month", 1, datetime("2024-01-31"), gives: "2024-02-29T00:00:00.0000000Z"),
    FunctionCase(
      "datetime_add", "year", -1, datetime("2024-02-29"), gives: "2023-02-28T00:00:00.0000000Z"),
    FunctionCase("datetime_add", "week", 1, day, gives: "2024-03-12T14:30:15.1234567Z"),
    FunctionCase("datetime_add", "nanosecond", 200, day, gives: "2024-03-05T14:30:15.1234569Z"),
    FunctionCase("datetime_add", "year", .long(.max), day, gives: "null"),
    FunctionCase("datetime_add", "day", .long(.min), day, gives: "null"),
    FunctionCase("make_datetime", 2024, 2, 30, gives: "null"),
    FunctionCase(
      "make_datetime", 2024, 2, 29, 23, 59, 59.5, gives: "2024-02-29T23:59:59.5000000Z"),
    FunctionCase("make_datetime", "2024-02-29", gives: "2024-02-29T00:00:00.0000000Z"),
    FunctionCase("make_datetime", .long(.max), .long(.min), 1, gives: "null"),
    FunctionCase("make_timespan", 1, 12, 30, 55, gives: "1.12:30:55"),
    FunctionCase("make_timespan", 12, 30, gives: "12:30:00"),
    FunctionCase("make_timespan", 12, 60, gives: "null"),
    FunctionCase("unixtime_seconds_todatetime", 0, gives: "1970-01-01T00:00:00.0000000Z"),
    FunctionCase("unixtime_milliseconds_todatetime", 1e30, gives: "null"),
    FunctionCase(
      "format_datetime", day, "yyyy-MM-dd HH:mm:ss.fffffff", gives: "2024-03-05 14:30:15.1234567"),
    FunctionCase("format_datetime", day, "yy-M-d [h:m:s tt]", gives: "24-3-5 [2:30:15 PM]"),
    FunctionCase("format_datetime", day, "dddd d MMMM, ddd MMM", gives: "Tuesday 5 March, Tue Mar"),
    FunctionCase(
      "format_datetime", datetime("2024-03-05 00:05:00.5"), "hh:mm.FFF", gives: "12:05.5"),
    FunctionCase("format_datetime", datetime("2024-03-05"), "ss.FFF", gives: "00"),
    FunctionCase("format_datetime", .null(.datetime), "yyyy", gives: ""),
    FunctionCase(
      "format_timespan", timespan("29.09:00:05.12345"), "dd.hh:mm:ss.fff", gives: "29.09:00:05.123"),
    FunctionCase("format_timespan", timespan("1d"), "ddd", gives: "001"),
    FunctionCase("format_timespan", .timespan(.min), "d h", gives: "-10675199 2"),
    FunctionCase("make_timespan", 1, 30, 0.25, gives: "01:30:00.2500000"),
    FunctionCase("make_timespan", 1, 30, 60, gives: "null"),
    FunctionCase("unixtime_nanoseconds_todatetime", 1500, gives: "1970-01-01T00:00:00.0000015Z"),
    FunctionCase(
      "datetime_utc_to_local", day, "Etc/GMT+5", gives: "2024-03-05T09:30:15.1234567Z"),
    FunctionCase("datetime_utc_to_local", datetime("0001-01-01"), "Etc/GMT+5", gives: "null"),
    FunctionCase("datetime_local_to_utc", .null(.datetime), "UTC", gives: "null"),
  ])
  func gives(_ example: FunctionCase) throws {
    #expect(text(try callList(example.function, example.arguments)) == example.expected)
  }

  @Test func theClockIsTheRunsOwn() throws {
    let now = try #require(DatetimeText.parse("2024-03-31 12:00"))
    #expect(text(try call("now", now: now)) == "2024-03-31T12:00:00.0000000Z")
    #expect(text(try call("now", timespan("-1d"), now: now)) == "2024-03-30T12:00:00.0000000Z")
    #expect(text(try call("ago", timespan("1d"), now: now)) == "2024-03-30T12:00:00.0000000Z")
    #expect(text(try call("ago", timespan("9999999d"), now: now)) == "null")
    #expect(text(try call("ago_months", 1, now: now)) == "2024-02-29T12:00:00.0000000Z")
    #expect(text(try call("ago_months", .long(.min), now: now)) == "null")
  }

  @Test func unknownPartsAreErrors() {
    #expect(throws: ExecutionError.self) {
      try call("datetime_add", "fortnight", 1, TimeFunctionTests.day)
    }
    #expect(throws: ExecutionError.self) {
      try call("datetime_part", "week", TimeFunctionTests.day)
    }
  }

  @Test func unknownZonesAreErrors() {
    for zone in ["Europe/Atlantis", "../../../etc/passwd", "/etc/passwd", "", "Europe"] {
      #expect(throws: ExecutionError.self) {
        try call("datetime_utc_to_local", TimeFunctionTests.day, .string(zone))
      }
    }
  }

  /// Clocks go forward on the last Sunday of March and back on that of October.
  @Test(
    arguments: [
      ("2024-03-31T00:59:59", 1), ("2024-03-31T01:00:00", 2), ("2024-10-27T00:59:59", 2),
      ("2024-10-27T01:00:00", 1), ("2090-03-26T01:00:00", 2), ("2090-12-01T00:00:00", 1),
    ] as [(String, Int64)])
  func recurringOffsets(_ moment: String, _ hours: Int64) throws {
    let rules = "CET-1CEST,M3.5.0,M10.5.0/3".withUTF8Bytes { RecurringOffsets($0) }
    let ticks = try #require(DatetimeText.parse(moment))
    let second = (ticks - Ticks.unixEpoch) / Ticks.perSecond
    #expect(rules?.offset(atSecond: second) == hours * 3600)
  }

  @Test(
    arguments: [
      ("<-03>3", 3 * -3600), ("AEST-10AEDT,M10.1.0,M4.1.0/3", 11 * 3600),
      ("IST-1GMT0,M10.5.0,M3.5.0/1", 0),
      ("EST5EDT,J60/0,J300/0", -5 * 3600), ("EST5EDT,59/0,300/0", -5 * 3600), ("NST3:30", -12_600),
    ] as [(String, Int64)])
  func recurringOffsetsInJanuary(_ rule: String, _ seconds: Int64) throws {
    let rules = rule.withUTF8Bytes { RecurringOffsets($0) }
    let ticks = try #require(DatetimeText.parse("2030-01-15"))
    #expect(rules?.offset(atSecond: (ticks - Ticks.unixEpoch) / Ticks.perSecond) == seconds)
  }

  @Test(arguments: ["", "CET", "CET-1CEST,M13.1.0,M10.5.0", "CET-1CEST,M3.5.0", "1"])
  func badRulesAreNone(_ rule: String) {
    #expect(rule.withUTF8Bytes { RecurringOffsets($0) } == nil)
  }

  @Test func damagedZoneFilesAreNone() {
    #expect(TimeZoneRules([]) == nil)
    #expect(TimeZoneRules(Array("TZif2".utf8)) == nil)
    let head = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 39)
    #expect(TimeZoneRules(head + head) == nil)
    #expect(TimeZoneRules(Array("TZif2".utf8) + [UInt8](repeating: 255, count: 200)) == nil)
  }
}
