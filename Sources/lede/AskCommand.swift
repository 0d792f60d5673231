import ArgumentParser
import Diagnostics
import LedeConsole
import LedeKit

/// `lede [PATH…]`: the prompt, one query, or a script from standard input.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Open the prompt over articles, or answer one query (-c).",
    shouldDisplay: false)

  @OptionGroup var corpusOptions: CorpusOptions
  @OptionGroup var queryOptions: QueryOptions
  @OptionGroup var outputOptions: OutputOptions

  @Option(
    name: .customShort("c"), parsing: .unconditional,
    help: ArgumentHelp(
      "Answer this query and leave; several are parted by ';'.", valueName: "query"))
  var query: String?

  @Flag(help: "Neither read nor write the history of the prompt.")
  var noHistory = false

  func run() throws {
    if let query {
      guard asksSomething(query) else {
        throw ValidationError(
          "There is nothing to answer: -c takes a query, such as 'quotes | take 5'.")
      }
      try run(SourceText(name: "-c", text: query))
    } else if corpusOptions.paths.contains("-") {
      throw ValidationError(
        "'-' reads articles from standard input, so the query must come by -c or 'lede run'.")
    } else if StandardInput.isTerminal {
      try openPrompt()
    } else {
      try run(try corpusOptions.telling { try ScriptFile.read("-") })
    }
  }

  // MARK: - Implementation

  /// Whether a text holds a query; where it is wrong, the run will say how.
  private func asksSomething(_ query: String) -> Bool {
    let prepared = try? Engine().prepare(SourceText(name: "-c", text: query))
    return prepared?.resultCount != 0
  }

  private func run(_ source: SourceText) throws {
    let engine = Engine(corpus: try corpusOptions.open(), options: queryOptions.engineOptions)
    try ScriptRunner(engine: engine, query: queryOptions, output: outputOptions).run(source)
  }

  private func openPrompt() throws {
    for (isAsked, option) in [
      (outputOptions.renderOut != nil, "--render-out"), (outputOptions.cite != nil, "--cite"),
      (outputOptions.provenance, "--provenance"), (outputOptions.stats, "--stats"),
    ] where isAsked {
      throw ValidationError("\(option) needs a query: give it by -c, or run a script.")
    }
    var options = queryOptions.engineOptions
    options.surroundings = .prompt
    let engine = Engine(corpus: try corpusOptions.open(), options: options)
    var settings = ConsoleSettings(
      mode: outputOptions.outputMode ?? .table, isQuiet: corpusOptions.quiet)
    settings.isASCII = outputOptions.ascii
    Console.open(EngineSession(engine: engine), settings: settings, keepsHistory: !noHistory)
  }
}
