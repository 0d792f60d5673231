import ArgumentParser
import LedeKit

/// `lede run SCRIPT [PATH…]`: a saved script.
///
/// `#!/usr/bin/env -S lede run` makes one a command.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a saved script over articles.")

  @Argument(help: "The script; '-' for standard input.", completion: .file(extensions: ["lede"]))
  var script: String

  @OptionGroup var corpusOptions: CorpusOptions
  @OptionGroup var queryOptions: QueryOptions
  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    if script == "-", corpusOptions.paths.contains("-") {
      throw ValidationError("Standard input can hold the script or articles, not both.")
    }
    let source = try corpusOptions.telling { try ScriptFile.read(script) }
    let engine = Engine(corpus: try corpusOptions.open(), options: queryOptions.engineOptions)
    try ScriptRunner(engine: engine, query: queryOptions, output: outputOptions).run(source)
  }
}
