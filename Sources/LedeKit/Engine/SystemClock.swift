import Columns
import Glibc

/// The time of day of this machine.
enum SystemClock {
  /// 100 ns steps since 0001-01-01T00:00 UTC.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    // 1970-01-01 is day 719,162 of the calendar that starts at 0001-01-01.
    return (719_162 * 86_400 + Int64(time.tv_sec)) * 10_000_000 + Int64(time.tv_nsec) / 100
  }
}

extension EngineOptions {
  /// The moment of an option such as `--now`, in 100 ns steps since 0001-01-01T00:00 UTC.
  ///
  /// A day, or a moment with its zone; nil for anything else.
  public static func moment(_ text: String) -> Int64? {
    DatetimeText.parse(text)
  }
}
