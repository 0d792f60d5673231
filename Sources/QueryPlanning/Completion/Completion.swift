package import Diagnostics

/// What could be typed at a place in a query.
package struct Completion: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case table, column, function, aggregate, value
    /// A word that begins a pipeline or follows a bar: `print`, `where`.
    case stage
    /// A word within a stage: `by`, `has`, `desc`.
    case keyword
    case type
  }

  /// What is put in place of the word that is there; functions with their parenthesis.
  package var text: String
  package var kind: Kind
  /// One line: the type of a column and what it is, what a function gives.
  package var summary: String

  package init(_ text: String, _ kind: Kind, _ summary: String) {
    self.text = text
    self.kind = kind
    self.summary = summary
  }
}

/// The candidates for a place, most fitting first, and the text that each would replace.
package struct CompletionList: Hashable, Sendable {
  package var range: SourceRange
  package var candidates: [Completion]

  package init(range: SourceRange, candidates: [Completion]) {
    self.range = range
    self.candidates = candidates
  }
}
