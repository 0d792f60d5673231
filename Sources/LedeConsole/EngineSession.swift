package import Diagnostics
package import LedeKit
import Synchronization

/// The console's session over an engine: results, completion and help of the real language.
///
/// A class: it keeps the results of the session, and the run that Ctrl-C ends.
package final class EngineSession: ConsoleSession {
  private var session: QuerySession
  private let help: HelpLibrary
  private let running = RunningQuery()

  package init(engine: Engine) {
    session = QuerySession(engine: engine)
    help = HelpLibrary(catalog: engine.catalog)
  }

  package var overview: String { session.engine.corpus.overview }

  package func run(_ source: SourceText, report: (ConsoleAnswer) -> Void) {
    let clock = ContinuousClock()
    let start = clock.now
    let cancellation = Cancellation()
    running.cancellation.withLock { $0 = cancellation }
    defer { running.cancellation.withLock { $0 = nil } }
    do throws(QueryFailure) {
      let results = try session.run(source, cancellation: cancellation)
      let elapsed = clock.now - start
      for result in results {
        report(
          .table(
            result.table,
            ResultSummary(
              rowCount: result.rowCount, elapsed: elapsed,
              articleCount: result.articleCount == 0 ? nil : result.articleCount,
              warnings: result.warnings)))
      }
    } catch {
      switch error.kind {
      case .cancelled: report(.cancelled)
      case .query, .run, .limit: report(.diagnostics(error.diagnostics, error.source))
      }
    }
  }

  package var cancel: @Sendable () -> Void {
    let running = running
    return { running.cancellation.withLock { $0 }?.cancel() }
  }

  package func isComplete(_ text: String) -> Bool { !session.expectsMore(text) }

  package func complete(_ text: String, at cursor: Int) -> Completion {
    let completion = StatementCompletion(text, at: cursor, in: session)
    return Completion(
      start: completion.start,
      candidates: completion.candidates.map {
        CompletionCandidate(text: $0.text, summary: $0.summary, ending: $0.ending)
      })
  }

  package func help(on topic: String) -> String? {
    let pages = help.pages(on: topic)
    return pages.isEmpty ? nil : pages.map(\.text).joined(separator: "\n")
  }

  package var helpTopics: [CompletionCandidate] {
    help.pages.map { CompletionCandidate(text: $0.name, summary: $0.summary, ending: "") }
  }

  package var tables: [ConsoleTable] {
    session.engine.tableOverviews.map {
      ConsoleTable(name: $0.name, rowCount: $0.rowCount, summary: $0.summary)
    }
  }

  package func schema(of table: String) -> TextTable? { session.engine.schema(of: table) }

  package func show(row: Int, options: RenderOptions) -> ConsoleAnswer {
    guard let result = session.lastResult else { return .refusal("There is no result yet.") }
    guard row <= result.rowCount else { return refusal(result, row) }
    let (passages, hidden) = result.passages(ofRow: row - 1, limit: 20)
    guard !passages.isEmpty else {
      return .refusal("Row \(row) does not stand in an article.")
    }
    var text = passages.map { $0.rendered(width: options.width, hasColor: options.hasColor) }
      .joined(separator: "\n")
    if hidden > 0 { text += "… and \(counted(hidden, "place")) more (.why \(row) lists them)\n" }
    return .text(text)
  }

  package func why(row: Int) -> ConsoleAnswer {
    guard let result = session.lastResult else { return .refusal("There is no result yet.") }
    guard row <= result.rowCount else { return refusal(result, row) }
    let table = result.provenanceTable(ofRow: row - 1)
    guard table.rowCount > 0 else {
      return .refusal("Row \(row) rests on no words of an article: it was worked out alone.")
    }
    let total = result.sources(ofRow: row - 1).total
    return .table(table, ResultSummary(rowCount: max(total, table.rowCount)))
  }

  package func explain(_ source: SourceText) -> ConsoleAnswer {
    do throws(QueryFailure) {
      return .text(try session.prepare(source).planDescription)
    } catch {
      return .diagnostics(error.diagnostics, error.source)
    }
  }

  // MARK: - Implementation

  private func refusal(_ result: QueryResult, _ row: Int) -> ConsoleAnswer {
    .refusal("The last result has \(counted(result.rowCount, "row")), so there is no row \(row).")
  }

  /// What Ctrl-C cancels; the watching thread reads it.
  private final class RunningQuery: Sendable {
    let cancellation = Mutex<Cancellation?>(nil)
  }
}
