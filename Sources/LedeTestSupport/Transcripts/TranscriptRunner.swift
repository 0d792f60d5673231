import Diagnostics
import LedeKit

/// Runs transcripts: queries in this process, commands by the shell.
package struct TranscriptRunner {
  /// The folder that corpora and commands of the transcript are relative to.
  package let folder: String
  /// The folder of the `lede` command that `$ lede …` runs.
  package let commandFolder: String
  /// Corpora opened so far, by their settings: opening is the slow part of a step.
  private var corpora: [String: Corpus] = [:]
  private var session: (settings: Transcript.Settings, session: QuerySession)?

  package init(folder: String, commandFolder: String) {
    self.folder = folder
    self.commandFolder = commandFolder
  }

  /// A step whose output was not the expected one.
  package struct Mismatch: Sendable {
    package var step: Transcript.Step
    package var found: [String]

    package init(step: Transcript.Step, found: [String]) {
      self.step = step
      self.found = found
    }

    /// What differs, line by line.
    package var difference: String { LineDifference.between(step.expected, found) }
  }

  /// Runs every step; returns those that differ.
  package mutating func run(_ transcript: Transcript) -> [Mismatch] {
    session = nil
    var mismatches: [Mismatch] = []
    for step in transcript.steps {
      let found = output(of: step)
      if found != step.expected { mismatches.append(Mismatch(step: step, found: found)) }
    }
    return mismatches
  }

  /// The text of a transcript, or of a page that holds one, with what was found in place of what was
  /// expected.
  package static func recorded(_ text: String, _ mismatches: [Mismatch]) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    for mismatch in mismatches.sorted(by: { $0.step.line > $1.step.line }) {
      lines.replaceSubrange(mismatch.step.expectedLines, with: mismatch.found)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Implementation

  private mutating func output(of step: Transcript.Step) -> [String] {
    let text: String
    switch step.input {
    case .query(let query): text = answer(query, settings: step.settings)
    case .command(let command): text = run(command)
    }
    // By bytes: to Swift a carriage return and a line feed are one character.
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(String($0)?.trimmingEnd() ?? "") }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private mutating func answer(_ query: String, settings: Transcript.Settings) -> String {
    if session?.settings != settings {
      do {
        session = (settings, QuerySession(engine: try engine(settings)))
      } catch {
        return error.description
      }
    }
    guard var current = session?.session else { return "" }
    defer { session = (settings, current) }
    let source = SourceText(name: "query", text: query)
    do throws(QueryFailure) {
      let results = try current.run(source)
      return results.map { Self.text(of: $0, settings) }.joined(separator: "\n")
    } catch {
      return error.diagnostics.map { DiagnosticRenderer().line($0, in: error.source) + "\n" }
        .joined()
    }
  }

  private mutating func engine(_ settings: Transcript.Settings) throws(CorpusFailure) -> Engine {
    let key = (settings.corpus + [settings.date ?? ""]).joined(separator: "\n")
    var options = EngineOptions()
    options.now = settings.now.flatMap { EngineOptions.moment($0) }
    if let corpus = corpora[key] { return Engine(corpus: corpus, options: options) }
    let paths = settings.corpus.map { $0.hasPrefix("/") ? $0 : folder + "/" + $0 }
    let corpus = try Corpus.open(paths, defaultDate: settings.date)
    corpora[key] = corpus
    return Engine(corpus: corpus, options: options)
  }

  /// A result as transcripts show it: one value alone, else a table; then its warnings.
  private static func text(of result: QueryResult, _ settings: Transcript.Settings) -> String {
    let mode = settings.mode
    let sink = MemorySink()
    if mode == nil, result.rowCount == 1, result.columns.count == 1,
      (result.presentation?.kind ?? .table) == .table
    {
      var cell: [UInt8] = []
      _ = result.table.appendText(row: 0, column: 0, to: &cell)
      sink.write(cell + [UInt8(ascii: "\n")])
    } else {
      let mode = mode.flatMap { OutputMode(rawValue: $0) } ?? .table
      result.table.render(
        as: mode, options: RenderOptions(width: settings.width, rowLimit: 40), to: sink)
    }
    return sink.text
      + result.warnings.map { DiagnosticRenderer().line($0, in: result.source) + "\n" }.joined()
  }

  private func run(_ command: String) -> String {
    let path = CommandLineEnvironment.current["PATH"] ?? "/usr/bin:/bin"
    guard
      let outcome = ShellCommand.run(
        command, in: folder,
        environment: [
          "PATH": commandFolder + ":" + path, "NO_COLOR": "1", "COLUMNS": "100",
          "LC_ALL": "C.UTF-8",
        ])
    else { return "the shell could not be started" }
    var text = String(decoding: outcome.standardOutput + outcome.standardError, as: UTF8.self)
    if outcome.exitCode != 0 {
      if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
      text += "exit \(outcome.exitCode)\n"
    }
    return text
  }
}
