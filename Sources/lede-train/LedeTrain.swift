import ArgumentParser

/// `lede-train`: makes the weights that lede ships with.
@main
struct LedeTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lede-train",
    abstract: "Trains the models of the analysis from annotated texts.",
    subcommands: [
      TaggerCommand.self, ParserCommand.self, NamesCommand.self, AttributionCommand.self,
    ])
}
