import Diagnostics
import LedeConsole
import LedeKit
import LedeTestSupport

/// The prompt over the articles of `Tests/Fixtures/harbor`, without a terminal.
enum HarborSession {
  /// The folder of the articles.
  static var folder: String {
    // Tests/LedeConsoleTests/HarborSession.swift
    let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return "/" + tests + "/Fixtures/harbor"
  }

  static let corpus: Corpus? = try? Corpus.open([folder], defaultDate: "2025-03-03")

  static var session: EngineSession? {
    corpus.map { EngineSession(engine: Engine(corpus: $0)) }
  }

  /// What a person sees who types these lines; nil where the articles cannot be read.
  static func seen(
    _ lines: [String], width: Int = 80, mode: OutputMode = .table,
    limits: EngineOptions.Limits = EngineOptions.Limits()
  ) -> String? {
    guard let corpus else { return nil }
    var options = EngineOptions()
    options.surroundings = .prompt
    options.limits = limits
    let session = EngineSession(engine: Engine(corpus: corpus, options: options))
    let sink = MemorySink()
    var settings = ConsoleSettings(mode: mode)
    settings.showsTime = false
    settings.width = width
    let console = Console(
      session: session, settings: settings, traits: TerminalTraits(environment: { _ in nil }),
      screen: sink, messages: sink)
    console.run(
      with: ScriptedLineEditor(lines: lines, support: console.inputSupport, output: sink))
    return sink.text
  }
}
