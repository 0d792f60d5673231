/// A file of things a user typed and what they saw: headings, a sentence or two, then inputs with
/// their expected output.
///
/// ```
/// # Where keeps null out
/// A null predicate counts as false.
/// corpus: ../../Fixtures/harbor
/// date: 2024-03-05
///
/// > quotes | where speaker has "Ruiz" | count
/// 2
///
/// $ lede -c 'print 1'
/// 1
/// ```
///
/// `> ` begins a query, which goes on in lines that begin with `>> `; `$ ` begins a command for the
/// shell, whose standard output, standard error and exit code (where not 0, as `exit 1`) follow.
/// The expected output ends at the next input, heading or end; blank lines at its end do not count.
package struct Transcript: Sendable {
  package enum Input: Hashable, Sendable {
    case query(String)
    case command(String)
  }

  package struct Step: Sendable {
    package var input: Input
    package var expected: [String]
    /// The line of the input, from 1.
    package var line: Int
    /// The lines of the file, from 0, that hold the expected output.
    package var expectedLines: Range<Int>
    package var settings: Settings
  }

  /// What holds for the steps after it, until said otherwise.
  package struct Settings: Hashable, Sendable {
    /// Paths as written.
    package var corpus: [String] = []
    package var date: String?
    package var mode: String?
    package var now: String?
    /// Columns that tables and charts are drawn in.
    package var width = 100
  }

  package var steps: [Step] = []
  package var lines: [String]

  package init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    var settings = Settings()
    var index = 0
    var isBeforeInput = true
    while index < lines.count {
      let line = lines[index]
      if line.hasPrefix("> ") || line.hasPrefix("$ ") {
        isBeforeInput = false
        readStep(at: &index, settings: settings)
      } else {
        if line.hasPrefix("# ") { isBeforeInput = true }
        if isBeforeInput { settings.read(line) }
        index += 1
      }
    }
  }

  // MARK: - Implementation

  private mutating func readStep(at index: inout Int, settings: Settings) {
    let first = index
    let prompt = lines[index].prefix(2)
    var typed = [lines[index].dropFirst(2)]
    index += 1
    while index < lines.count, lines[index].hasPrefix(">> ") {
      typed.append(lines[index].dropFirst(3))
      index += 1
    }
    let start = index
    while index < lines.count, !Self.endsOutput(lines[index]) { index += 1 }
    var end = index
    while end > start, lines[end - 1].allSatisfy(\.isWhitespace) { end -= 1 }
    let text = typed.joined(separator: "\n")
    steps.append(
      Step(
        input: prompt == "> " ? .query(text) : .command(text),
        expected: lines[start..<end].map { String($0.trimmingEnd()) }, line: first + 1,
        expectedLines: start..<end, settings: settings))
  }

  private static func endsOutput(_ line: String) -> Bool {
    line.hasPrefix("> ") || line.hasPrefix("$ ") || line.hasPrefix("# ")
  }
}

extension Transcript.Settings {
  fileprivate mutating func read(_ line: String) {
    func value(_ key: String) -> String? {
      guard line.hasPrefix(key + ":") else { return nil }
      return line.dropFirst(key.count + 1).trimmingBlanks()
    }
    if let paths = value("corpus") {
      corpus = paths.split(separator: " ").map(String.init)
    } else if let text = value("date") {
      date = text.isEmpty ? nil : text
    } else if let text = value("mode") {
      mode = text.isEmpty ? nil : text
    } else if let text = value("now") {
      now = text.isEmpty ? nil : text
    } else if let text = value("width") {
      width = Int(text) ?? 100
    }
  }
}

extension StringProtocol {
  /// Without the white space at the end.
  package func trimmingEnd() -> SubSequence {
    var end = endIndex
    while end > startIndex, self[index(before: end)].isWhitespace { end = index(before: end) }
    return self[startIndex..<end]
  }

  /// Without the blanks at both ends.
  package func trimmingBlanks() -> String {
    String(drop(while: \.isWhitespace).trimmingEnd())
  }
}
