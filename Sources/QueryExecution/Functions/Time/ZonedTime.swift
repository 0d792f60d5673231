import Columns
import QueryPlanning

/// `datetime_utc_to_local` and `datetime_local_to_utc`: the clock of a place.
///
/// The offsets are those of the system's time zone database.
enum ZonedTime {
  static let functions: [ScalarFunction] = [
    declare(
      "datetime_utc_to_local",
      "The time that the clocks of a time zone show at a moment given in UTC.",
      "print datetime_utc_to_local(datetime(2024-07-01 12:00), \"Etc/GMT-3\")",
      "2024-07-01T15:00:00.0000000Z"
    ) { zone, ticks in ticks + zone.offset(atUTC: ticks) },
    declare(
      "datetime_local_to_utc",
      "The moment in UTC at which the clocks of a time zone show a time.",
      "print datetime_local_to_utc(datetime(2024-07-01 12:00), \"Etc/GMT-3\")",
      "2024-07-01T09:00:00.0000000Z"
    ) { zone, ticks in ticks - zone.offset(atLocal: ticks) },
  ]

  // MARK: - Implementation

  private static func declare(
    _ name: String, _ summary: String, _ query: String, _ answer: String,
    _ move: @escaping @Sendable (TimeZoneRules, Int64) -> Int64
  ) -> ScalarFunction {
    ScalarFunction(
      name, .taking(.datetime("date"), .text("zone"), giving: .datetime), summary: summary,
      example: (query, answer)
    ) { context, arguments, count in
      let dates = arguments[0].longRows
      let zones = arguments[1]
      // Rows of one zone often follow each other.
      var last: (id: Int32, zone: TimeZoneRules)?
      return try context.rows(count, of: arguments, as: .datetime) { row -> Int64? in
        guard let ticks = dates[row] else { return nil }
        let id = zones.stringIDs[zones.index(row)]
        let zone: TimeZoneRules
        if let last, last.id == id {
          zone = last.zone
        } else {
          zone = try self.zone(zones, row, function: name)
          last = (id, zone)
        }
        let result = move(zone, ticks)
        guard Ticks.isDatetime(result) else {
          context.warn(.datetimeOutOfRange)
          return nil
        }
        return result
      }
    }
  }

  private static func zone(
    _ zones: ColumnVector, _ row: Int, function: String
  ) throws -> TimeZoneRules {
    let name = zones.withUTF8(row) { String(decoding: $0, as: UTF8.self) }
    guard let zone = TimeZoneRules.named(name) else {
      throw ExecutionError.badArgument(
        function: function, reason: "there is no time zone '\(name)'")
    }
    return zone
  }
}
