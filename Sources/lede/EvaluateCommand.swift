import AnalysisScoring
import ArgumentParser
import ArticleAnalysis
import LedeKit

/// `lede evaluate KIND GOLD`: how good the analysis is on texts that people annotated.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score the analysis against texts that people annotated.",
    discussion: """
      GOLD holds one article a line as JSON, with its text or with text/ID.txt beside it; a folder \
      is read for its gold.jsonl. That of 'treebank' is a CoNLL-U file. The forms are in Documentation/Analysis/Evaluation.md.
      """)

  @Argument(
    help: ArgumentHelp(
      "One of \(EvaluationKind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kind"),
    completion: .list(EvaluationKind.allCases.map(\.rawValue)))
  var kindName: String

  @Argument(help: "The file or folder of the gold.", completion: .file())
  var gold: String

  @Flag(help: "One JSON object, with shares that are not rounded.")
  var json = false

  @Option(
    name: .customLong("errors"),
    help: ArgumentHelp("Also list N examples of each kind of error.", valueName: "n"))
  var errorLimit = 0

  @Flag(help: "Also print how many rows of each confidence, and of each rule, are right.")
  var calibration = false

  @Option(
    name: .customLong("by"),
    help: ArgumentHelp(
      "Also print figures by a field of the gold, such as publisher, genre or month.",
      valueName: "field"))
  var groupField: String?

  @Option(
    help: ArgumentHelp(
      "entities: the kinds of names that are scored (person,organization,place).",
      valueName: "kinds"))
  var kinds: String?

  @Option(
    help: ArgumentHelp(
      "entities: how names are compared, strict (the default) or overlap.", valueName: "how"),
    completion: .list(EvaluationOptions.Matching.allCases.map(\.rawValue)))
  var match: String?

  @Option(
    help: ArgumentHelp(
      "time: the types that are scored, such as DATE,TIME; all by default.", valueName: "types"))
  var types: String?

  @Flag(help: "treebank: take its sentences and tokens as given; else its text alone.")
  var goldTokens = false

  @Option(
    name: .customLong("model"),
    help: ArgumentHelp(
      "A model file of lede-train, whose models take the place of lede's own; may be repeated.",
      valueName: "path"),
    completion: .file())
  var models: [String] = []

  @Flag(help: "No warnings on standard error.")
  var quiet = false

  func run() throws {
    let names = EvaluationKind.allCases.map(\.rawValue)
    guard let kind = EvaluationKind(rawValue: kindName) else {
      throw ValidationError(
        "There is no kind '\(kindName)'\(spellingHint(for: kindName, among: names))")
    }
    let options = try options(for: kind)
    let analyzer = try analyzer()
    do throws(GoldFailure) {
      let report = try Corpus.evaluate(kind, gold: gold, options: options, by: analyzer)
      if !quiet { for warning in report.warnings { StandardError.write(warning.description) } }
      if json {
        StandardOutput.sink.write(report.json)
      } else {
        StandardOutput.sink.write(report.text)
      }
    } catch {
      StandardError.write(error.description(limit: ErrorReport.usualLimit))
      throw ExitStatus.filesFailed
    }
  }

  // MARK: - Implementation

  private func analyzer() throws -> ArticleAnalyzer {
    do throws(CorpusFailure) {
      return try ArticleAnalyzer(modelFiles: models)
    } catch {
      StandardError.write(error.description + "\n")
      throw ExitStatus.filesFailed
    }
  }

  private func options(for kind: EvaluationKind) throws -> EvaluationOptions {
    var options = EvaluationOptions()
    guard errorLimit >= 0 else { throw ValidationError("--errors takes 0 or more.") }
    options.errorLimit = errorLimit
    options.calibrates = calibration
    options.groupField = groupField
    if calibration, kind == .treebank {
      throw ValidationError("--calibration is not for 'treebank', whose rows state no confidence.")
    }
    if goldTokens {
      try check("--gold-tokens", isFor: .treebank, kind)
      options.keepsGoldTokens = true
    }
    if let kinds {
      try check("--kinds", isFor: .entities, kind)
      options.entityKinds = try list(kinds, "--kinds", of: EvaluationOptions.knownEntityKinds)
    }
    if let match {
      try check("--match", isFor: .entities, kind)
      let names = EvaluationOptions.Matching.allCases.map(\.rawValue)
      guard let matching = EvaluationOptions.Matching(rawValue: match) else {
        throw ValidationError(
          "--match takes \(names.joined(separator: " or ")), not '\(match)'"
            + spellingHint(for: match, among: names))
      }
      options.matching = matching
    }
    if let types {
      try check("--types", isFor: .time, kind)
      options.timeTypes = try list(types, "--types", of: EvaluationOptions.knownTimeTypes)
    }
    return options
  }

  private func check(_ option: String, isFor wanted: EvaluationKind, _ kind: EvaluationKind) throws
  {
    guard kind == wanted else {
      throw ValidationError("\(option) is for '\(wanted.rawValue)', not for '\(kind.rawValue)'.")
    }
  }

  /// The words of a list parted by commas, each of them a known one.
  private func list(_ text: String, _ option: String, of known: [String]) throws -> [String] {
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for word in words where !known.contains(word) {
      throw ValidationError(
        "\(option) takes \(known.joined(separator: ", ")), not '\(word)'"
          + spellingHint(for: word, among: known))
    }
    return words
  }
}
