import ArgumentParser
import Glibc
import LedeKit

/// The command and its subcommands; without one, `lede` asks (a prompt, or the query of `-c`).
@main
struct LedeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lede",
    abstract: "Ask news articles who said what, and see the words that each answer rests on.",
    usage: """
      lede [PATH ...]                      the prompt over the articles there
      lede -c QUERY [PATH ...]             one answer
      lede run SCRIPT [PATH ...]           a saved script
      """,
    discussion: """
      A PATH is a file, a folder (read recursively, in name order), or '-' for standard input. \
      Data goes to standard output, everything else to standard error. Exit codes: 0 done, \
      1 wrong query, 2 wrong usage, 3 articles or files, 4 a limit, 5 no rows (--fail-empty), \
      130 interrupted.
      """,
    version: "lede \(Lede.version)",
    subcommands: [
      AskCommand.self, RunCommand.self, CheckCommand.self, FormatCommand.self,
      AnnotateCommand.self, EvaluateCommand.self, TestCommand.self, ReferenceCommand.self,
    ],
    defaultSubcommand: AskCommand.self)

  static func main() {
    // A closed pipe is seen as a failed write, which ends the output quietly.
    signal(SIGPIPE, SIG_IGN)
    ClosedStreams.hold()
    let status = runCommand()
    Glibc.exit(StandardOutput.finish() ? status.rawValue : ExitStatus.filesFailed.rawValue)
  }

  private static func runCommand() -> ExitStatus {
    do {
      try refuseHelpOnNothing(Array(CommandLine.arguments.dropFirst()))
      var command = try parseAsRoot()
      try command.run()
      return .done
    } catch let status as ExitStatus {
      return status
    } catch {
      var message = fullMessage(for: error)
      if message == helpMessage() { message = helpOnAsking(message) }
      // 'ask' is what the bare command does, and nobody types it.
      message = message.replacing("lede ask", with: "lede") + "\n"
      // The parser's own exit code for wrong usage is 64; lede's is 2.
      if exitCode(for: error) == .success {
        StandardOutput.sink.write(message)
        return .done
      }
      StandardError.write(message)
      return .wrongUsage
    }
  }

  // MARK: - Help

  /// The names of the subcommands that are listed.
  static var subcommandNames: [String] {
    configuration.subcommands.compactMap { command in
      command.configuration.shouldDisplay ? command.configuration.commandName : nil
    }
  }

  /// The help of the command with what the bare command takes, in place of its own two options:
  /// the parser lists those of a subcommand only, though it is the default one.
  private static func helpOnAsking(_ help: String) -> String {
    func section(_ title: String, of help: String) -> Range<String.Index>? {
      guard let start = help.firstRange(of: "\n\(title):\n")?.lowerBound else { return nil }
      let rest = help[help.index(after: start)...]
      return start..<(rest.firstRange(of: "\n\n")?.lowerBound ?? help.endIndex)
    }
    let asking = helpMessage(for: AskCommand.self)
    guard let own = section("OPTIONS", of: help) else { return help }
    let sections = ["ARGUMENTS", "OPTIONS"].compactMap { section($0, of: asking) }
    return help.replacingCharacters(
      in: own, with: sections.map { asking[$0] }.joined(separator: "\n").trimmedEnd)
  }

  /// `lede help nosuch`, which the parser answers with the help of the command.
  private static func refuseHelpOnNothing(_ arguments: [String]) throws {
    guard arguments.first == "help", arguments.count > 1,
      let name = arguments.dropFirst().first(where: { !$0.hasPrefix("-") })
    else { return }
    let known = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !known.contains(name), name != "help" else { return }
    let near = spellingHint(for: name, among: subcommandNames)
    let all = subcommandNames.joined(separator: ", ")
    throw ValidationError(
      near == "."
        ? "There is no subcommand '\(name)'; there are \(all)."
        : "There is no subcommand '\(name)'\(near)")
  }
}

extension String {
  /// The text without line ends at its end.
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == "\n" { text.removeLast() }
    return text
  }

  /// The text with another one in place of a part.
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
