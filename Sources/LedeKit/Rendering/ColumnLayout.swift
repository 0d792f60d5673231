/// How wide each column of a table is shown.
package struct ColumnLayout: Equatable, Sendable {
  /// Widths of the columns shown, from the left; columns past them found no room.
  package var widths: [Int]

  /// Blanks between columns.
  package static let gap = 2

  /// From this width on a column holds running text: cut to a few words it says nothing.
  private static let textWidth = 60

  /// Columns that fit into `room` keep their natural width; where not all fit, the wide ones share
  /// what the narrow ones leave, and where even a small share for each is too much, the last columns
  /// are left out.
  package init(naturalWidths natural: [Int], room: Int?) {
    guard let room else {
      widths = natural
      return
    }
    let share = min(12, max(4, room / 8))
    var shown = 0
    var least = 0
    for width in natural {
      let wanted = width >= Self.textWidth ? 2 * share : min(width, share)
      let more = wanted + (shown == 0 ? 0 : Self.gap)
      guard shown == 0 || least + more <= room else { break }
      least += more
      shown += 1
    }
    let wanted = Array(natural.prefix(shown))
    let available = max(1, room - Self.gap * max(0, shown - 1))
    widths = Self.shared(available, among: wanted)
  }

  // MARK: - Implementation

  /// The widths cut to one common limit so that their sum is at most `available`; what the division
  /// leaves over goes to the columns cut, from the right, where texts stand most often.
  private static func shared(_ available: Int, among wanted: [Int]) -> [Int] {
    guard wanted.reduce(0, { $0.addingReportingOverflow($1).partialValue }) > available else {
      return wanted
    }
    var open = Array(wanted.indices)
    var result = wanted
    var left = available
    while !open.isEmpty {
      let limit = max(1, left / open.count)
      let fitting = open.filter { wanted[$0] <= limit }
      guard !fitting.isEmpty else {
        var rest = max(0, left - limit * open.count)
        for column in open.reversed() {
          result[column] = limit + (rest > 0 ? 1 : 0)
          rest -= 1
        }
        return result
      }
      for column in fitting { left -= wanted[column] }
      open.removeAll { wanted[$0] <= limit }
    }
    return result
  }
}
