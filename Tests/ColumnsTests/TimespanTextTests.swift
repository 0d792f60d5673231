import Columns
import Testing

struct TimespanTextTests {
  @Test(arguments: [
    ("2", "2.00:00:00"), ("1.5h", "01:30:00"), ("2d", "2.00:00:00"), ("30m", "00:30:00"),
    ("30min", "00:30:00"), ("10s", "00:00:10"), ("15 seconds", "00:00:15"),
    ("100ms", "00:00:00.1000000"), ("1microsecond", "00:00:00.0000010"),
    ("1tick", "00:00:00.0000001"), ("2w", "14.00:00:00"), ("0.12:34:56.7", "12:34:56.7000000"),
    ("12:34", "12:34:00"), ("-1.02:03:04", "-1.02:03:04"), ("-2h", "-02:00:00"),
    (" 1h ", "01:00:00"), ("0.1s", "00:00:00.1000000"), ("00:00:00.0000001", "00:00:00.0000001"),
  ])
  func reads(text: String, expected: String) throws {
    let ticks = try #require(TimespanText.parse(text))
    #expect(TimespanText.string(ticks) == expected)
  }

  @Test(arguments: [
    "", "-", "h", "1mo", "1y", "1 fortnight", "24:00:00", "12:60", "1:2:3:4", "1.2.3", "999999999d",
    "12:34:56.12345678", "1d 2h", "99999999999999999999d",
  ])
  func refuses(text: String) {
    #expect(TimespanText.parse(text) == nil)
  }

  @Test func writesTheExtremes() {
    #expect(TimespanText.string(.max) == "10675199.02:48:05.4775807")
    #expect(TimespanText.string(.min) == "-10675199.02:48:05.4775808")
    #expect(TimespanText.string(0) == "00:00:00")
  }
}
