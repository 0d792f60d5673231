import ArgumentParser
import Diagnostics
import LedeKit

/// `lede check SCRIPT…`: what is wrong with scripts, without running them.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is wrong with scripts, without running them.")

  @Argument(help: "Scripts; '-' for standard input.", completion: .file(extensions: ["lede"]))
  var scripts: [String]

  func run() throws {
    let engine = Engine()
    var status: ExitStatus?
    for script in scripts {
      do throws(CorpusFailure) {
        let source = try ScriptFile.read(script)
        let diagnostics = engine.check(source)
        ErrorReport.write(diagnostics, in: source, limit: .max)
        if diagnostics.contains(where: { $0.severity == .error }) { status = .queryFailed }
      } catch {
        StandardError.write(error.description + "\n")
        status = .filesFailed
      }
    }
    if let status { throw status }
  }
}
