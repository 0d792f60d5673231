import ArticleModel
import Calendar

/// The days of publication and of the last change that a text itself states near its top.
///
/// A line of its own counts, with a label (`Published: March 14, 2024`) or without
/// (`Thursday 14 March 2024`), and so does a dateline with its year
/// (`LONDON, March 14, 2024 (Reuters) -`). Months stand by name or the day as ISO 8601 writes it;
/// `3/4/2024` is two days, so it is none.
struct StatedDate: Hashable {
  var published: PublicationTime?
  var updated: PublicationTime?

  /// Lines that are not empty and are looked at.
  private static let lineLimit = 10
  /// Longer lines are prose; of a dateline's line only the beginning is looked at.
  private static let lengthLimit = 120

  /// Looks through the first lines from `start` on.
  ///
  /// A labelled day wins over a bare one, which wins over a dateline. Bare lines with several days
  /// are the entries of a chronology, and none of them counts.
  init(in utf8: [UInt8], from start: Int = 0) {
    var bare: Set<PublicationTime> = []
    var dateline: PublicationTime?
    var before = ""
    let lines = Self.head(of: utf8, from: start)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let after = index + 1 < lines.count ? lines[index + 1] : []
      let isInProse = Self.endsOpen(before) || after.first.map { 0x61...0x7A ~= $0 } == true
      before =
        index + 1 < lines.count && !lines[index + 1].isEmpty
        ? String(decoding: line.suffix(12), as: UTF8.self) : ""
      var scan = StatedDateLine(line)
      if !isInProse, let found = scan.wholeLine() {
        for (label, time) in found {
          switch label {
          case .published: published = published ?? time
          case .updated: updated = updated ?? time
          case nil: bare.insert(time)
          }
        }
      } else if dateline == nil {
        dateline = scan.dateline()
      }
    }
    if published == nil { published = bare.count == 1 ? bare.first : nil }
    if published == nil, bare.isEmpty { published = dateline }
  }

  // MARK: - Implementation

  /// The first lines, cut to the limit, without the marks of Markdown; empty ones stay between.
  private static func head(of utf8: [UInt8], from start: Int) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var count = 0
    for range in TextLines(utf8, from: start) {
      let content = utf8.trimmed(range)
      if content.isEmpty {
        if lines.last?.isEmpty == false { lines.append([]) }
        continue
      }
      let end = min(content.end, content.start + lengthLimit)
      var line = utf8[content.start..<end].filter {
        $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "_")
      }
      while line.first == UInt8(ascii: "#") || line.first == 0x20 { line.removeFirst() }
      // What is cut off must not make a line of prose a line of its own.
      if end < content.end { line.append(UInt8(ascii: "~")) }
      lines.append(line)
      count += 1
      if count > lineLimit { break }
    }
    if count > lineLimit { lines.removeLast() }
    return lines
  }

  /// Whether a line goes on in the next: `… when it met on`.
  private static func endsOpen(_ end: String) -> Bool {
    [
      ",", " on", " of", " by", " from", " to", " until", " till", " since", " before", " after",
      " and", " or", " the", " in", " than", " for", " dated", " through", " between",
    ].contains { end.hasSuffix($0) }
  }
}
