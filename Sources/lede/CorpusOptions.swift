import ArgumentParser
import Diagnostics
import LedeKit

/// Which articles, and how they are read.
struct CorpusOptions: ParsableArguments {
  @Argument(
    help: "A file, a folder (read recursively, in name order), or '-' for standard input.",
    completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The publication date of articles that state none: 2024-03-05, or with a time and zone.",
      valueName: "date"))
  var date: String?

  @Flag(
    help: ArgumentHelp(
      "Of CoNLL-U, take only tokens and sentences as given; make tags, lemmas and trees anew."))
  var reanalyze = false

  @Option(
    name: .customLong("model"),
    help: ArgumentHelp(
      "A model file of lede-train, whose models take the place of lede's own; may be repeated.",
      valueName: "path"),
    completion: .file())
  var models: [String] = []

  @Flag(help: "No notes, warnings or footers on standard error.")
  var quiet = false

  /// Reads and analyses the articles, and tells of what could not be read.
  ///
  /// A path that is not there ends it: over fewer articles the answer would be another one.
  func open() throws -> Corpus {
    if tellMissingPaths() { throw ExitStatus.filesFailed }
    let corpus = try telling {
      try Corpus.open(paths, defaultDate: date, reanalyzes: reanalyze, models: models)
    }
    tell(corpus.diagnostics)
    return corpus
  }

  func tell(_ messages: [ReadingMessage]) {
    for message in messages where !quiet || message.isError {
      StandardError.write(message.description + "\n")
    }
  }

  /// Tells of the paths that are not there; false where all are.
  private func tellMissingPaths() -> Bool {
    let missing = Corpus.missingPaths(paths)
    for var message in missing {
      // A first word that is no path may be meant for a subcommand.
      if message.path == paths.first, !message.path.contains("/") {
        let near = spellingSuggestions(
          for: message.path, among: LedeCommand.subcommandNames, limit: 1)
        message.diagnostic.help = near.first.map { "did you mean '\($0)'?" }
      }
      StandardError.write(message.description + "\n")
    }
    return !missing.isEmpty
  }

  /// Does what may fail for want of articles; tells why, and ends with the fitting status.
  func telling<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let failure as CorpusFailure {
      StandardError.write(failure.description + "\n")
      switch failure.kind {
      case .wrongDate: throw ExitStatus.wrongUsage
      case .nothingRead, .unusableModel: throw ExitStatus.filesFailed
      }
    }
  }
}
