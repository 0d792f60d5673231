import LedeTestSupport
import Testing

/// Every transcript under `Tests/Transcripts` is a case of its own.
///
/// `LEDE_RECORD=1 swift test` writes what was found into the files and fails once.
@Suite struct TranscriptTests {
  @Test(arguments: TranscriptLibrary.paths)
  func saysWhatItDid(_ path: String) throws {
    let file = try TranscriptFile(path: TranscriptLibrary.folder + "/" + path)
    #expect(!file.transcript.steps.isEmpty, "a transcript has at least one input")
    let outcome = file.run(commandFolder: TranscriptFile.folderOfTestedPrograms)
    for mismatch in outcome.mismatches {
      Issue.record("\(path):\(mismatch.step.line)\n\(mismatch.difference)")
    }
    if CommandLineEnvironment.current["LEDE_RECORD"] != nil, !outcome.mismatches.isEmpty {
      try file.record(outcome.mismatches)
    }
  }
}

/// Where the transcripts lie.
enum TranscriptLibrary {
  /// Found through this file, so that recording writes into the sources.
  static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(2)
    return "/" + parts.joined(separator: "/") + "/Transcripts"
  }()

  static let paths: [String] = {
    let files = (try? TranscriptFile.all(in: [folder])) ?? []
    return files.map { String($0.path.dropFirst(folder.count + 1)) }
  }()
}
