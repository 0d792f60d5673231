import Calendar

extension PublicationTime: CustomStringConvertible {
  /// ISO 8601: the day alone (`2024-03-05`) or the moment with its zone
  /// (`2024-03-05T14:30:00+01:00`).
  public var description: String {
    switch self {
    case .day(let date):
      return date.description
    case .moment(let instant, let utcOffset):
      let local = Instant(ticks: instant.ticks + Int64(utcOffset) * 600_000_000)
      let seconds = Int(local.ticks / 10_000_000) - local.date.dayNumber * 86_400
      let fraction = Int(local.ticks % 10_000_000)
      var text = local.date.description + "T" + padded(seconds / 3_600, to: 2) + ":"
      text += padded(seconds / 60 % 60, to: 2) + ":" + padded(seconds % 60, to: 2)
      if fraction != 0 {
        var digits = padded(fraction, to: 7)
        while digits.hasSuffix("0") { digits.removeLast() }
        text += "." + digits
      }
      if utcOffset == 0 { return text + "Z" }
      let minutes = abs(utcOffset)
      return text + (utcOffset < 0 ? "-" : "+") + padded(minutes / 60, to: 2) + ":"
        + padded(minutes % 60, to: 2)
    }
  }
}
