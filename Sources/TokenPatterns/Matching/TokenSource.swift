package import Columns

/// The tokens that patterns are looked for in: those of a whole corpus, article after article.
package protocol TokenSource: Sendable {
  var tokenCount: Int { get }
  /// A value a token: a string or bool column.
  func attribute(_ name: String) throws -> ColumnVector
  /// The spans of a name; `s` and `article` have to be there and lie side by side.
  func spans(_ name: String) throws -> TokenSpans
}

/// Ranges of tokens, half open, by their start and then the longest first; some may lie in others.
package struct TokenSpans: Sendable {
  package var starts: [Int32]
  package var ends: [Int32]
  /// A value a span for each attribute (`name`, `type`): string or bool columns.
  package var labels: [String: ColumnVector]

  package init(starts: [Int32], ends: [Int32], labels: [String: ColumnVector] = [:]) {
    precondition(starts.count == ends.count, "an end for each start")
    self.starts = starts
    self.ends = ends
    self.labels = labels
  }
}

/// What a pattern may refer to beyond the tokens.
package struct PatternContext: Sendable {
  /// `[lemma in saying]`.
  package var lists: [String: [String]]
  /// `@name`.
  package var patterns: [String: TokenPatternSyntax]
  /// The tokens of a text in quotes, as the articles are cut.
  package var words: @Sendable (String) -> [String]
  /// A text without its accents (`%d`).
  package var foldingAccents: @Sendable (String) -> String

  package init(
    lists: [String: [String]] = [:], patterns: [String: TokenPatternSyntax] = [:],
    words: @escaping @Sendable (String) -> [String] = { $0.split(separator: " ").map(String.init) },
    foldingAccents: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.lists = lists
    self.patterns = patterns
    self.words = words
    self.foldingAccents = foldingAccents
  }
}
