import Diagnostics
import Glibc
import LedeKit

/// Runs a script from beginning to end and writes its results to standard output.
struct ScriptRunner {
  let engine: Engine
  let query: QueryOptions
  let output: OutputOptions

  func run(_ source: SourceText) throws {
    let cancellation = Cancellation()
    Interruption.cancels(cancellation)
    let rowCount: Int
    let charts = ChartList()
    do throws(QueryFailure) {
      let prepared = try engine.prepare(source)
      if engine.corpus.articles.isEmpty, prepared.readsArticles {
        StandardError.write(
          "note: no articles were given; name files or folders after the query.\n")
      }
      rowCount = try write(prepared, cancellation, charts)
    } catch {
      StandardOutput.sink.flush()
      ErrorReport.write(error.diagnostics, in: error.source)
      throw error.status
    }
    try write(charts)
    if output.failEmpty, rowCount == 0 { throw ExitStatus.noRows }
  }

  // MARK: - Implementation

  /// Writes every result as it comes; returns the number of rows of the last.
  private func write(
    _ prepared: PreparedQuery, _ cancellation: Cancellation, _ charts: ChartList
  ) throws(QueryFailure) -> Int {
    let mode = output.outputMode ?? (StandardOutput.isTerminal ? .table : .tsv)
    let options = RenderOptions(
      width: StandardOutput.isTerminal ? TerminalStyle.width : nil,
      hasColor: TerminalStyle.hasColor(on: STDOUT_FILENO), isASCII: output.ascii)
    return try prepared.stream(
      parameters: query.namedParameters.mapValues { .string($0) }, cancellation: cancellation,
      to: StandardOutput.sink, with: output.attachments,
      warnings: { ErrorReport.write($0, in: prepared.source) }
    ) { index in
      if index > 0, mode != .json, mode != .jsonl { StandardOutput.sink.write("\n") }
      let presentation = prepared.presentation(ofResult: index)
      var options = options
      // Tables in a pipe are as wide as their texts, charts need a width: COLUMNS, or 80.
      if presentation != nil, options.width == nil { options.width = TerminalStyle.width }
      let renderer = mode.renderer(options: options, presentation: presentation)
      guard output.renderOut != nil, let presentation, presentation.kind != .table else {
        return renderer
      }
      return ChartCopyRenderer(renderer, presentation: presentation) { charts.list.append($0) }
    }
  }

  /// The charts of a run, nil for one that cannot be drawn.
  ///
  /// A class: renderers add to it as their results end.
  private final class ChartList {
    var list: [Chart?] = []
  }

  /// Writes what was drawn into the file of `--render-out`.
  private func write(_ charts: ChartList) throws {
    guard let file = output.chartFile else { return }
    StandardOutput.sink.flush()
    let found = charts.list.compactMap { $0 }
    for (index, chart) in found.enumerated() { try file.write(chart, number: index + 1) }
    if found.isEmpty {
      StandardError.write(
        charts.list.isEmpty
          ? "lede: no query ends in 'render' and a kind of chart, so '\(file.path)' is not written.\n"
          : "lede: there is no column of numbers to draw, so '\(file.path)' is not written.\n")
      throw ExitStatus.queryFailed
    }
  }
}

extension QueryFailure {
  /// How the command ends for it.
  var status: ExitStatus {
    switch kind {
    case .query, .run: return .queryFailed
    case .limit: return .limitReached
    case .cancelled: return .interrupted
    }
  }
}
