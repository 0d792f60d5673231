import Diagnostics
import QueryPlanning

/// What could stand at the cursor of a text that is being typed.
package struct StatementCompletion: Sendable {
  /// A word that could stand there.
  package struct Candidate: Hashable, Sendable {
    package var text: String
    package var summary: String
    /// What follows it where it is the only one: a blank or nothing.
    package var ending: String
  }

  /// UTF-8 offset where the word at the cursor begins.
  package let start: Int
  package let candidates: [Candidate]

  /// What fits at the cursor, a UTF-8 offset; what stands after it is looked at too.
  package init(_ text: String, at cursor: Int, in session: QuerySession) {
    let list = Completer(catalog: session.engine.catalog).completions(
      for: SourceText(name: "<prompt>", text: text), at: cursor, session: session.sessionScope)
    start = list.range.start
    candidates = list.candidates.map { completion in
      let endsInSign = completion.text.utf8.last.map { $0 == 0x28 || $0 == 0x29 } ?? true
      return Candidate(
        text: completion.text, summary: completion.summary,
        ending: endsInSign || !completion.kind.isFollowedByBlank ? "" : " ")
    }
  }
}

extension QueryPlanning.Completion.Kind {
  /// Whether a blank is what comes next; a column may as well be followed by a dot or a comma.
  fileprivate var isFollowedByBlank: Bool {
    switch self {
    case .table, .stage, .keyword: return true
    case .column, .function, .aggregate, .value, .type: return false
    }
  }
}
