package import Diagnostics
package import LedeKit
import Synchronization

/// The console's session over an engine: results, completion and help of the real language.
///
/// A class: it keeps the results of the session, and the run that Ctrl-C ends.
package final class EngineSession: ConsoleSession {
  private var session: QuerySession
  /// Made when it is first asked for: the prompt starts without it.
  private lazy var help = HelpLibrary(catalog: session.engine.catalog)
  private let running = RunningQuery()
  /// Whether it was said what words side by side mean in `find`.
  private var hasToldOfFind = false

  package init(engine: Engine) {
    session = QuerySession(engine: engine)
  }

  package var overview: String { session.engine.corpus.overview }

  package var openingNote: String? { session.engine.corpus.noteOnDates }

  package func run(
    _ source: SourceText, parameters: [String: String] = [:], isInterrupted: () -> Bool,
    report: (ConsoleAnswer) -> Void
  ) {
    let clock = ContinuousClock()
    let start = clock.now
    let cancellation = Cancellation()
    running.cancellation.withLock { $0 = cancellation }
    defer { running.cancellation.withLock { $0 = nil } }
    if isInterrupted() { cancellation.cancel() }
    // '_' in the query is the result before it.
    let earlier = session
    do throws(QueryFailure) {
      let results = try session.run(
        source, parameters: parameters.mapValues { .string($0) }, cancellation: cancellation)
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
      if !hasToldOfFind, session.engine.joinsWordsByPosition(source) {
        hasToldOfFind = true
        report(
          .note(
            "Words side by side mean 'and': all of them stand in the article. Write 'or' between "
              + "words of which one is enough, quotation marks around a phrase."))
      }
      // Another reading of the query runs it again, so only where that is quick.
      if results.count == 1, let result = results.first,
        let reason = earlier.explanation(ofEmpty: result, triesAgain: elapsed < .milliseconds(200))
      {
        report(.note(reason))
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
    let code = topic.uppercased()
    let codes = ErrorPages.all + ConsoleErrorCode.allCases.map(\.page)
    if let page = codes.first(where: { $0.code == code }) { return page.text }
    let pages = help.pages(on: topic)
    return pages.isEmpty ? nil : pages.map(\.text).joined(separator: "\n")
  }

  package func helpTopics(ofKind kind: String) -> [CompletionCandidate]? {
    guard let kind = HelpLibrary.Page.Kind(rawValue: kind) else { return nil }
    return help.pages.filter { $0.kind == kind }.map {
      CompletionCandidate(text: $0.name, summary: $0.summary, ending: "")
    }
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
    guard let result = session.lastResult else {
      return .refusal("There is no result yet: ask first, then open a row of the answer.")
    }
    guard row <= result.rowCount else { return refusal(result, row) }
    let found = result.passages(ofRow: row - 1, limit: 5)
    guard !found.passages.isEmpty else { return restsOnNothing(row) }
    var pages: [String] = []
    var title: String?
    for passage in found.passages {
      pages.append(
        passage.rendered(
          width: options.width, hasColor: options.hasColor, namesArticle: passage.title != title))
      title = passage.title
    }
    if found.hidden > 0 {
      let ellipsis = options.isASCII ? "..." : "…"
      pages.append(
        "\(ellipsis) and \(counted(found.hidden, "more place")) (.why \(row) lists all)\n")
    }
    return .text(pages.joined(separator: "\n"))
  }

  package func why(row: Int) -> ConsoleAnswer {
    guard let result = session.lastResult else {
      return .refusal("There is no result yet: ask first, then open a row of the answer.")
    }
    guard row <= result.rowCount else { return refusal(result, row) }
    let table = result.provenanceTable(ofRow: row - 1)
    guard table.rowCount > 0 else { return restsOnNothing(row) }
    let total = result.sources(ofRow: row - 1).total
    return .table(table, ResultSummary(rowCount: max(total, table.rowCount)))
  }

  package func cite(row: Int) -> ConsoleAnswer {
    guard let result = session.lastResult else {
      return .refusal("There is no result yet: ask first, then cite a row of the answer.")
    }
    guard row <= result.rowCount else { return refusal(result, row) }
    let citations = result.citations(ofRow: row - 1)
    guard !citations.isEmpty else { return restsOnNothing(row) }
    return .text(citations.joined(separator: "\n") + "\n")
  }

  package func expand(_ query: String) -> ConsoleAnswer {
    .text(session.engine.expand(query) + "\n")
  }

  package func explain(_ source: SourceText) -> ConsoleAnswer {
    do throws(QueryFailure) {
      return .text(try session.prepare(source).planDescription)
    } catch {
      return .diagnostics(error.diagnostics, error.source)
    }
  }

  // MARK: - Implementation

  private func restsOnNothing(_ row: Int) -> ConsoleAnswer {
    .refusal("Row \(row) rests on no article: no row of a table went into it.")
  }

  private func refusal(_ result: QueryResult, _ row: Int) -> ConsoleAnswer {
    .refusal(
      result.rowCount == 0
        ? "The last result has no rows."
        : "The last result has \(counted(result.rowCount, "row")); there is no row \(row).")
  }

  /// What Ctrl-C cancels; the watching thread reads it.
  private final class RunningQuery: Sendable {
    let cancellation = Mutex<Cancellation?>(nil)
  }
}
