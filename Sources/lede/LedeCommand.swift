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
      AskCommand.self, RunCommand.self, CheckCommand.self, AnnotateCommand.self, TestCommand.self,
      ReferenceCommand.self,
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
      var command = try parseAsRoot()
      try command.run()
      return .done
    } catch let status as ExitStatus {
      return status
    } catch {
      // 'ask' is what the bare command does, and nobody types it.
      let message = fullMessage(for: error).replacing("lede ask", with: "lede") + "\n"
      // The parser's own exit code for wrong usage is 64; lede's is 2.
      if exitCode(for: error) == .success {
        StandardOutput.sink.write(message)
        return .done
      }
      StandardError.write(message)
      return .wrongUsage
    }
  }
}
