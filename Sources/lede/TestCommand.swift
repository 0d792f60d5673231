import ArgumentParser
import LedeKit
import LedeTestSupport

/// `lede test FILE…`: runs transcripts and the examples in documentation.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run transcripts (.ledetest) and the examples in documentation (.md).")

  @Argument(help: "Files, or folders in which all such files are run.", completion: .file())
  var files: [String]

  @Flag(help: "Write what was found into the files in place of what they expected.")
  var record = false

  func run() throws {
    let found: [TranscriptFile]
    do throws(TranscriptFile.Failure) {
      found = try TranscriptFile.all(in: files)
    } catch {
      StandardError.write(error.description + "\n")
      throw ExitStatus.filesFailed
    }
    var passed = 0
    var failed = 0
    for file in found {
      let outcome = file.run(commandFolder: TranscriptFile.folderOfThisProgram)
      passed += outcome.passed
      failed += outcome.mismatches.count
      for mismatch in outcome.mismatches {
        StandardOutput.sink.write(
          "\(file.path):\(mismatch.step.line): not what was expected\n\(mismatch.difference)\n")
      }
      if record, !outcome.mismatches.isEmpty { try file.record(outcome.mismatches) }
    }
    StandardOutput.sink.write("\(passed) passed, \(failed) failed\n")
    if failed > 0 { throw ExitStatus.queryFailed }
  }
}
