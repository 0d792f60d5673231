package import QueryLanguage

/// What a prompt knows beyond the text it is given: results it kept and names it has let.
package struct SessionScope: Sendable {
  /// Columns of the kept results, by number (`_3`).
  package var keptResults: [Int: [PlanColumn]]
  /// The number of the result that `_` stands for.
  package var lastResult: Int?
  /// `let` and `declare` statements entered before, in order; a later one of a name hides the
  /// earlier.
  ///
  /// Their ranges point into other texts and are never reported.
  package var statements: [StatementSyntax]

  package init(
    keptResults: [Int: [PlanColumn]] = [:], lastResult: Int? = nil,
    statements: [StatementSyntax] = []
  ) {
    self.keptResults = keptResults
    self.lastResult = lastResult
    self.statements = statements
  }
}
