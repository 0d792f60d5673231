import ArgumentParser
import Diagnostics
import Glibc
import LedeKit

/// `lede format SCRIPT…`: scripts in the canonical layout.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format", abstract: "Lay scripts out: one stage a line, one blank between words.",
    discussion: """
      The layout goes to standard output; with --in-place into the script itself. Comments and \
      words stay as they are. A script with errors is left alone.
      """)

  @Argument(help: "Scripts; '-' for standard input.", completion: .file(extensions: ["lede"]))
  var scripts: [String]

  @Flag(name: .long, help: "Write each script back, where its layout changes.")
  var inPlace = false

  @Flag(name: .long, help: "Only say which scripts would change; exit code 1 where one would.")
  var check = false

  func run() throws {
    let engine = Engine()
    var status: ExitStatus?
    for script in scripts {
      do throws(CorpusFailure) {
        let source = try ScriptFile.readWhole(script)
        guard let text = engine.format(source) else {
          ErrorReport.write(engine.check(source), in: source, limit: .max)
          status = .queryFailed
          continue
        }
        let isChanged = Array(text.utf8) != source.bytes
        if check {
          if isChanged {
            StandardOutput.sink.write(Array((script + "\n").utf8))
            status = status ?? .queryFailed
          }
        } else if inPlace, script != "-" {
          if isChanged, !write(text, to: script) { status = .filesFailed }
        } else {
          StandardOutput.sink.write(Array(text.utf8))
        }
      } catch {
        StandardError.write(error.description + "\n")
        status = .filesFailed
      }
    }
    if let status { throw status }
  }

  /// Writes beside the script and puts it in its place, so that nothing is lost where it fails.
  private func write(_ text: String, to path: String) -> Bool {
    let temporary = path + ".new"
    var information = stat()
    let mode = stat(path, &information) == 0 ? information.st_mode & 0o777 : 0o644
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    if descriptor >= 0 {
      let sink = FileDescriptorSink(descriptor: descriptor, closesAtEnd: false)
      sink.write(Array(text.utf8))
      sink.flush()
      let isWritten = sink.failure == nil && close(descriptor) == 0
      if isWritten, rename(temporary, path) == 0 { return true }
    }
    let reason = String(cString: strerror(errno))
    unlink(temporary)
    StandardError.write("\(path) cannot be written: \(reason)\n")
    return false
  }
}
