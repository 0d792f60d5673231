import ArgumentParser

@main
struct Lede: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lede", abstract: "Ask news articles who said what, and see the words.")
}
