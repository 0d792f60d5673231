import ArgumentParser
import LedeKit
import QueryPlanning

/// The form of the results.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The form of results: \(OutputMode.allCases.map(\.rawValue).joined(separator: ", ")). "
        + "Table on a terminal, else tsv.", valueName: "mode"),
    completion: .list(OutputMode.allCases.map(\.rawValue)))
  var mode: String?

  @Flag(help: "The same as --mode json: one object a result.")
  var json = false

  @Flag(help: "The same as --mode jsonl: one object a row.")
  var jsonl = false

  @Flag(help: "The same as --mode csv.")
  var csv = false

  @Flag(help: "The same as --mode tsv.")
  var tsv = false

  @Flag(help: "Draw charts, rules and boxes in ASCII alone.")
  var ascii = false

  @Option(
    help: ArgumentHelp(
      "Also draw the charts of 'render' into a file that ends in .svg or .html.",
      valueName: "file"), completion: .file(extensions: ["svg", "html"]))
  var renderOut: String?

  @Option(
    help: ArgumentHelp(
      "Add a column that says where the words of each row stand: short, full, markdown or json.",
      valueName: "style"), completion: .list(CitationStyle.allCases.map(\.rawValue)))
  var cite: String?

  @Flag(help: "With --json, add the places in the articles that each row rests on.")
  var provenance = false

  @Flag(help: "With --json, add the rows that each stage gave.")
  var stats = false

  @Flag(help: "Exit with 5 where the last result has no rows.")
  var failEmpty = false

  func validate() throws {
    let asked = [json, jsonl, csv, tsv].count { $0 } + (mode == nil ? 0 : 1)
    if let renderOut { _ = try ChartFile(path: renderOut) }
    if let cite, CitationStyle(rawValue: cite) == nil {
      let styles = CitationStyle.allCases.map(\.rawValue)
      throw ValidationError(
        "There is no style of citation '\(cite)'\(spellingHint(for: cite, among: styles))")
    }
    if provenance || stats, outputMode != .json {
      throw ValidationError("--\(provenance ? "provenance" : "stats") is for JSON: add --json.")
    }
    if asked > 1 { throw ValidationError("Give one form of output, not \(asked).") }
    if let mode, OutputMode(rawValue: mode) == nil {
      let near = spellingHint(for: mode, among: OutputMode.allCases.map(\.rawValue))
      throw ValidationError("There is no mode '\(mode)'\(near)")
    }
  }

  /// The file that charts go to; nil where none is named.
  var chartFile: ChartFile? { renderOut.flatMap { try? ChartFile(path: $0) } }

  /// What is written besides what the query gives.
  var attachments: ResultAttachments {
    ResultAttachments(
      citation: cite.flatMap { CitationStyle(rawValue: $0) }, hasProvenance: provenance,
      hasStatistics: stats)
  }

  /// The mode asked for; nil where none is.
  var outputMode: OutputMode? {
    if json { return .json }
    if jsonl { return .jsonl }
    if csv { return .csv }
    if tsv { return .tsv }
    return mode.flatMap { OutputMode(rawValue: $0) }
  }
}
