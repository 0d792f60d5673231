import Diagnostics

/// What can be said of a pattern that was read without a mistake, before it is run.
enum PatternCheck {
  static func diagnostics(
    of syntax: TokenPatternSyntax, in vocabulary: PatternVocabulary
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let captures = syntax.captureNames
    syntax.root.forEachNode { node in
      switch node.kind {
      case .constrained(let inner, let constraint):
        let inside = TokenPatternSyntax(root: inner)
        // A named pattern may bring captures that are not known here.
        guard inside.patternReferences.isEmpty else { return }
        let names = inside.captureNames
        constraint.forEachName { name in
          guard !names.contains(name.name), name.name != "match", name.name != "matchend" else {
            return
          }
          let near = spellingSuggestions(for: name.name, among: captures)
          found.append(
            PatternError.unknownCapture(name.name, suggestions: near).diagnostic(at: name.range))
        }
      case .token(let test?):
        test.forEachComparison { comparison in
          guard case .text(let text) = comparison.value, text.isPlain,
            ["word", "lemma", "lower"].contains(comparison.attribute),
            text.text.utf8.contains(0x20)
          else { return }
          found.append(
            PatternError.severalWords(text.text).diagnostic(at: comparison.valueRange))
        }
      case .missing, .token, .quoted, .sequence, .alternation, .repetition, .capture, .span,
        .lookaround, .filter, .withinRun, .near, .reference:
        break
      }
    }
    if !syntax.root.canMatchTokens {
      found.append(PatternError.matchesNoToken.diagnostic(at: syntax.root.range))
    }
    return found
  }
}

extension PatternNode {
  /// False for what is only a place between tokens (`<s>`).
  var canMatchTokens: Bool {
    switch kind {
    case .missing, .token, .quoted, .reference, .near: return true
    case .span(_, let part): return part == .whole
    case .lookaround: return false
    case .sequence(let nodes), .alternation(let nodes):
      return nodes.contains(where: \.canMatchTokens)
    case .repetition(let node, least: _, let most): return most != 0 && node.canMatchTokens
    case .capture(_, let node), .constrained(let node, _),
      .withinRun(let node, count: _, _, isNegated: _), .filter(let node, _, isNegated: _, _):
      return node.canMatchTokens
    }
  }
}
