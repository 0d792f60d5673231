/// The line under a result: rows, time, articles touched, warnings.
package struct ResultFooter {
  private let options: RenderOptions

  package init(options: RenderOptions) { self.options = options }

  package func write(_ summary: ResultSummary, to sink: any OutputSink) {
    guard sink.isOpen else { return }
    var parts = [counted(summary.rowCount, "row")]
    if let elapsed = summary.elapsed { parts.append(described(elapsed)) }
    if let articles = summary.articleCount { parts.append(counted(articles, "article")) }
    if !summary.warnings.isEmpty { parts.append(counted(summary.warnings.count, "warning")) }
    let line = parts.joined(separator: options.isASCII ? ", " : " · ")
    sink.write(TextStyle.dim.apply(to: line, if: options.hasColor) + "\n")
  }

  // MARK: - Implementation

  private func described(_ elapsed: Duration) -> String {
    let (seconds, attoseconds) = elapsed.components
    let milliseconds =
      seconds.multipliedReportingOverflow(by: 1000).partialValue
      &+ attoseconds / 1_000_000_000_000_000
    if milliseconds < 1 { return "under 1 ms" }
    if milliseconds < 1000 { return "\(milliseconds) ms" }
    let tenths = milliseconds / 100
    if tenths < 600 { return "\(tenths / 10).\(tenths % 10) s" }
    return "\(milliseconds / 60_000) min \(milliseconds / 1000 % 60) s"
  }
}

/// A number and its noun: `1 row`, `1,213 rows`.
package func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  "\(grouped(count)) \(count == 1 ? noun : plural ?? noun + "s")"
}

/// A number with commas between thousands: `1,213`.
package func grouped(_ number: Int) -> String {
  let digits = Array(String(number.magnitude))
  var result = number < 0 ? "-" : ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
    result.append(digit)
  }
  return result
}
