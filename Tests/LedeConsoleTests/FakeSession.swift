import Diagnostics
import LedeConsole
import LedeKit
import Synchronization

/// A session that knows one table and answers with what it was asked.
final class FakeSession: ConsoleSession {
  var overview: String { "1 article · 2 quotes" }
  var openingNote: String? { nil }
  private(set) var texts: [String] = []
  private let cancellations = Cancellations()

  final class Cancellations: Sendable {
    let count = Atomic<Int>(0)
  }

  private(set) var parameters: [[String: String]] = []

  func run(
    _ source: SourceText, parameters: [String: String], isInterrupted: () -> Bool,
    report: (ConsoleAnswer) -> Void
  ) {
    self.parameters.append(parameters)
    let text = source.text(SourceRange(0, source.bytes.count))
    texts.append(text)
    if let place = text.range(of: "wrong") {
      let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
      let range = SourceRange(start, start + 5)
      report(
        .diagnostics(
          [
            Diagnostic(
              code: "L0301", message: "there is no 'wrong'", range: range,
              help: "did you mean 'quotes'?")
          ], source))
    } else {
      report(.table(Self.quotes, ResultSummary(rowCount: 2, articleCount: 1)))
    }
  }

  static let quotes = TextTable(
    columns: [
      ResultColumn(name: "speaker", typeName: "string"),
      ResultColumn(name: "words", typeName: "long"),
    ],
    rows: [["Ana Ruiz", "12"], ["Teo Blum", "7"]])

  var cancel: @Sendable () -> Void {
    let cancellations = cancellations
    return { cancellations.count.add(1, ordering: .relaxed) }
  }

  func isComplete(_ text: String) -> Bool {
    let last = text.utf8.last { $0 > 0x20 }
    return last != UInt8(ascii: "|") && last != UInt8(ascii: ",")
  }

  func complete(_ text: String, at cursor: Int) -> Completion {
    let before = Array(text.utf8.prefix(cursor))
    let start = (before.lastIndex { $0 <= 0x20 }).map { $0 + 1 } ?? 0
    let word = String(decoding: before[start...], as: UTF8.self)
    return Completion(
      start: start,
      candidates: [
        CompletionCandidate(text: "quotes", summary: "what was said"),
        CompletionCandidate(text: "quantities", summary: "how much"),
        CompletionCandidate(text: "where", summary: "keep rows"),
      ].filter { $0.text.hasPrefix(word) })
  }

  func help(on topic: String) -> String? { topic == "where" ? "where keeps rows." : nil }
  func helpTopics(ofKind kind: String) -> [CompletionCandidate]? {
    kind == "operators" ? [CompletionCandidate(text: "where", summary: "keep rows")] : nil
  }
  var helpTopics: [CompletionCandidate] { [CompletionCandidate(text: "where")] }
  var tables: [ConsoleTable] {
    [ConsoleTable(name: "quotes", rowCount: 1213, summary: "somebody's words")]
  }

  func schema(of table: String) -> TextTable? {
    guard table == "quotes" else { return nil }
    return TextTable(
      columns: [
        ResultColumn(name: "column", typeName: "string"),
        ResultColumn(name: "type", typeName: "string"),
      ], rows: [["speaker", "string"]])
  }

  func show(row: Int, options: RenderOptions) -> ConsoleAnswer { .text("row \(row) marked") }
  func why(row: Int) -> ConsoleAnswer {
    row > 2 ? .refusal("The last result has 2 rows.") : .text("row \(row) rests on words")
  }
  func cite(row: Int) -> ConsoleAnswer { .text("cited \(row)\n") }

  func expand(_ query: String) -> ConsoleAnswer { .text(query + "\n") }

  func explain(_ source: SourceText) -> ConsoleAnswer { .text("scan quotes") }
}

extension String {
  /// The first place of a text, without Foundation.
  func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
