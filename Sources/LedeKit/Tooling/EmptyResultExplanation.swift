import Diagnostics
import QueryLanguage

extension QuerySession {
  /// Why a result has no rows: the stage that removed the last ones, and whether they would have
  /// stayed if case did not count; nil where there are rows.
  ///
  /// `triesAgain` says whether the query may be run once more to find out about case.
  package func explanation(ofEmpty result: QueryResult, triesAgain: Bool) -> String? {
    guard result.rowCount == 0, !result.columns.isEmpty,
      let index = result.stages.firstIndex(where: { $0.rowCount == 0 })
    else { return nil }
    let stage = result.stages[index]
    guard index > 0 else {
      // A source that was never asked for rows ('take 0') may well have some.
      guard let count = try? engine.query(stage.text + " | count").first?[0].integer, count == 0
      else { return nil }
      return engine.corpus.articles.isEmpty
        ? "No articles are open: start lede with a file or a folder of articles."
        : "'\(Self.shortened(stage.text))' has no rows."
    }
    let before = result.stages[index - 1].rowCount
    var reason =
      "'\(Self.shortened(stage.text))' kept none of \(counted(before, "row"))."
    if triesAgain, let other = rowsCaseAside(of: result, stage: stage) {
      reason +=
        " If case did not count there would be"
        + " \(grouped(other.rowCount)): write '\(other.replacement)' for '\(other.original)'."
    } else if triesAgain, let longer = longerValues(of: result, stage: stage) {
      let values = longer.values.map { "'\($0)'" }.joined(separator: ", ")
      reason += " In '\(longer.column)' there is \(values): write 'has' for '=='."
    }
    return reason
  }

  // MARK: - Implementation

  /// The words of a stage on one line, cut where they are many.
  private static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 70 ? line.prefix(69) + "…" : line
  }

  /// How many rows there would be if the comparisons of the stage did not look at case, and the first
  /// operator that would change; nil where there are none.
  private func rowsCaseAside(
    of result: QueryResult, stage: QueryResult.Stage
  ) -> (rowCount: Int, original: String, replacement: String)? {
    let source = result.source
    var edits: [(range: SourceRange, original: String, replacement: String)] = []
    let tokens = Lexer.tokens(in: source).tokens
    for (index, token) in tokens.enumerated()
    where token.range.start >= stage.range.start && token.range.end <= stage.range.end {
      let word = source.text(token.range)
      guard let replacement = Self.caseAside[word] else { continue }
      // Numbers and dates have no case: `=~` would not take them.
      let neighbours = [index - 1, index + 1].filter(tokens.indices.contains)
      guard word != "==" || neighbours.contains(where: { tokens[$0].kind == .string }) else {
        continue
      }
      edits.append((token.range, word, replacement))
    }
    guard let first = edits.first else { return nil }
    var bytes = source.bytes
    for edit in edits.reversed() {
      bytes.replaceSubrange(edit.range.start..<edit.range.end, with: Array(edit.replacement.utf8))
    }
    guard let prepared = try? prepare(SourceText(name: source.name, bytes: bytes)),
      let other = try? prepared.run().last, other.rowCount > 0
    else { return nil }
    return (other.rowCount, first.original, first.replacement)
  }

  /// Texts of a column that hold the one with which the stage compares it (`unit == "dollar"`).
  private func longerValues(
    of result: QueryResult, stage: QueryResult.Stage
  ) -> (column: String, values: [String])? {
    let source = result.source
    let tokens = Lexer.tokens(in: source).tokens.filter {
      $0.range.start >= stage.range.start && $0.range.end <= stage.range.end
    }
    guard
      let sign = tokens.indices.first(where: {
        $0 > 0 && $0 + 1 < tokens.count && source.text(tokens[$0].range) == "=="
          && tokens[$0 - 1].kind == .word && tokens[$0 + 1].kind == .string
          && ($0 < 2 || tokens[$0 - 2].kind != .dot)
      })
    else { return nil }
    let column = source.text(tokens[sign - 1].range)
    let text = source.text(tokens[sign + 1].range)
    let query =
      source.text(SourceRange(0, stage.range.start))
      + "where \(column) has \(text) | summarize n = count() by text = tostring(\(column)) | top 3 by n"
    guard let prepared = try? prepare(SourceText(name: source.name, text: query)),
      let found = try? prepared.run().last, found.rowCount > 0
    else { return nil }
    return (column, found.compactMap { $0["text"]?.string })
  }

  /// Operators that look at case, and those that do the same without.
  private static let caseAside = [
    "==": "=~", "in": "in~", "has_cs": "has", "contains_cs": "contains",
    "startswith_cs": "startswith", "endswith_cs": "endswith", "hasprefix_cs": "hasprefix",
    "hassuffix_cs": "hassuffix",
  ]
}
