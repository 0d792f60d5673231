import ArgumentParser
import Diagnostics
import LedeKit

/// What a run may use, and what it takes for now.
struct QueryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("What now() is: 2024-03-05T10:00Z, or a day.", valueName: "moment"))
  var now: String?

  @Option(help: ArgumentHelp("Where chance is asked for, it comes from here.", valueName: "n"))
  var seed: UInt64 = 0

  @Option(help: ArgumentHelp("The most rows of a result.", valueName: "n"))
  var limitRows: Int?

  @Option(help: ArgumentHelp("The most megabytes that a run may hold.", valueName: "n"))
  var limitMegabytes: Int?

  @Option(help: ArgumentHelp("The most seconds that a run may take.", valueName: "n"))
  var limitSeconds: Double?

  @Option(
    name: .customLong("param"),
    help: ArgumentHelp(
      "A parameter of the script; may be given several times.", valueName: "name=value"))
  var parameters: [String] = []

  func validate() throws {
    for parameter in parameters where !parameter.contains("=") {
      throw ValidationError("--param takes name=value, and '\(parameter)' has no '='.")
    }
    for (name, value) in [("rows", limitRows), ("megabytes", limitMegabytes)] {
      if let value, value < 0 { throw ValidationError("--limit-\(name) takes 0 or more.") }
    }
    if let limitSeconds, !(limitSeconds >= 0 && limitSeconds < 1e9) {
      throw ValidationError("--limit-seconds takes a number of seconds.")
    }
    if let now, EngineOptions.moment(now) == nil {
      throw ValidationError(
        "--now takes a day (2024-03-05) or a moment with its zone (2024-03-05T10:00Z), not '\(now)'."
      )
    }
  }

  var engineOptions: EngineOptions {
    var options = EngineOptions()
    options.surroundings = .commandLine
    options.now = now.flatMap { EngineOptions.moment($0) }
    options.seed = seed
    options.limits.rows = limitRows
    options.limits.bytes = limitMegabytes.map { min($0, Int.max >> 20) << 20 }
    options.limits.milliseconds = limitSeconds.map { Int($0 * 1000) }
    return options
  }

  /// The parameters by name, as text; the query says their types.
  var namedParameters: [String: String] {
    var result: [String: String] = [:]
    for parameter in parameters {
      guard let equals = parameter.firstIndex(of: "=") else { continue }
      result[String(parameter[..<equals])] = String(parameter[parameter.index(after: equals)...])
    }
    return result
  }
}

/// `; did you mean 'table'?`, or a full stop where no candidate is close.
func spellingHint(for word: String, among candidates: [String]) -> String {
  guard let near = spellingSuggestions(for: word, among: candidates, limit: 1).first else {
    return "."
  }
  return "; did you mean '\(near)'?"
}
