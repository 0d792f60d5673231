package import Diagnostics
package import LedeKit

/// What the console needs of the language and the articles.
///
/// A class protocol, since a session keeps the last result. All of it is called from one thread.
package protocol ConsoleSession: AnyObject {
  /// What is open, as the banner tells it: `1 article · 14 body paragraphs, 14 quotes`.
  var overview: String { get }

  /// What the user should know of what is open before the first question; nil for nothing.
  var openingNote: String? { get }

  /// Runs statements one after the other and hands on each answer; the first error ends the run.
  ///
  /// `parameters` has values for what the statements declare, as text.
  /// `isInterrupted` is asked once ``cancel`` works: Ctrl-C may have come before.
  func run(
    _ source: SourceText, parameters: [String: String], isInterrupted: () -> Bool,
    report: (ConsoleAnswer) -> Void)

  /// Breaks off the run under way; may be called from any thread.
  var cancel: @Sendable () -> Void { get }

  /// Whether a text can be run as it is, or more lines are expected.
  func isComplete(_ text: String) -> Bool

  /// What could stand at the cursor, a UTF-8 offset.
  func complete(_ text: String, at cursor: Int) -> Completion

  /// The page on an operator, function, table, column or error code; nil where there is none.
  func help(on topic: String) -> String?

  /// The names of what there is of a kind (`functions`), with a summary each; nil for no kind.
  func helpTopics(ofKind kind: String) -> [CompletionCandidate]?

  /// What ``help(on:)`` knows, with a summary each.
  var helpTopics: [CompletionCandidate] { get }

  /// The tables that can be queried: name, rows, what a row is.
  var tables: [ConsoleTable] { get }

  /// The columns of a table: name, type, meaning; nil where there is no such table.
  func schema(of table: String) -> TextTable?

  /// The row of the last result (from 1) in its article, its words marked.
  func show(row: Int, options: RenderOptions) -> ConsoleAnswer

  /// The places in articles that a row of the last result (from 1) rests on.
  func why(row: Int) -> ConsoleAnswer

  /// What a row of the last result (from 1) rests on, as citations.
  func cite(row: Int) -> ConsoleAnswer

  /// The query with its short forms written out.
  func expand(_ query: String) -> ConsoleAnswer

  /// The stages that a query is run in.
  func explain(_ source: SourceText) -> ConsoleAnswer
}

/// A table as `.tables` lists it.
package struct ConsoleTable: Hashable, Sendable {
  package var name: String
  package var rowCount: Int?
  package var summary: String

  package init(name: String, rowCount: Int?, summary: String) {
    self.name = name
    self.rowCount = rowCount
    self.summary = summary
  }
}

/// What a statement or a command gave.
package enum ConsoleAnswer {
  case table(any ResultTable, ResultSummary)
  case text(String)
  /// Something worth knowing of the result before it.
  case note(String)
  /// What is wrong with a text, and that text.
  case diagnostics([Diagnostic], SourceText)
  case cancelled
  /// A command cannot do what is asked, in a sentence.
  case refusal(String)
}
