package import Diagnostics

/// A token pattern as it was written: what is looked for, and which of several matches is taken
/// where the pattern says so itself (`(?longest)`).
///
/// Two are equal where they say the same thing, wherever it stands.
package struct TokenPatternSyntax: Hashable, Sendable {
  package var strategy: MatchingStrategy?
  package var root: PatternNode

  package init(strategy: MatchingStrategy? = nil, root: PatternNode) {
    self.strategy = strategy
    self.root = root
  }

  /// The names of captures, in the order of the text, each once.
  package var captureNames: [String] {
    var names: [String] = []
    root.forEachNode { node in
      if case .capture(let name, _) = node.kind, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The named patterns that it refers to (`@p`), with the places.
  package var patternReferences: [(name: String, range: SourceRange)] {
    var references: [(name: String, range: SourceRange)] = []
    root.forEachNode { node in
      if case .reference(let name) = node.kind { references.append((name, node.range)) }
    }
    return references
  }

  /// The word lists that it refers to (`[lemma in saying]`), with the places.
  package var listReferences: [(name: String, range: SourceRange)] {
    var references: [(name: String, range: SourceRange)] = []
    root.forEachTest { comparison in
      if case .list(let name) = comparison.value {
        references.append((name, comparison.valueRange))
      }
    }
    return references
  }

  /// Two elements within `distance` words of each other, as `near(a, b, distance)` writes it.
  package static func near(
    _ first: TokenPatternSyntax, _ second: TokenPatternSyntax, distance: Int, isOrdered: Bool
  ) -> TokenPatternSyntax {
    let range = first.root.range.union(second.root.range)
    return TokenPatternSyntax(
      root: PatternNode(
        .near(first.root, second.root, distance: distance, isOrdered: isOrdered), range))
  }
}

/// Which of the matches that overlap are taken.
package enum MatchingStrategy: String, CaseIterable, Sendable {
  /// The leftmost, and of those that begin there the longest.
  case longest
  /// Those that hold no shorter one.
  case shortest
  /// The leftmost, and of those that begin there the shortest: what CQP does unless told otherwise.
  case standard
  /// Every range of tokens that the pattern fits.
  case all
}
