import Diagnostics

extension TokenPatternSyntax {
  /// The pattern with named patterns in the place of their references; their captures are its own.
  ///
  /// Throws `PatternFailure` for a name that is unknown or a part of itself.
  package func resolved(
    with patterns: [String: TokenPatternSyntax]
  ) throws -> TokenPatternSyntax {
    var resolver = PatternResolver(patterns: patterns)
    return TokenPatternSyntax(strategy: strategy, root: try resolver.resolve(root))
  }
}

/// Puts named patterns in the place of their references.
struct PatternResolver {
  let patterns: [String: TokenPatternSyntax]
  private var open: [String] = []
  /// Nodes made, so that patterns that name each other twice and twice again end.
  private var count = 0
  private static let limit = 100_000

  init(patterns: [String: TokenPatternSyntax]) {
    self.patterns = patterns
  }

  mutating func resolve(_ node: PatternNode) throws -> PatternNode {
    count += 1
    guard count <= Self.limit else {
      throw PatternLimitExceeded(kind: .states, limit: Self.limit)
    }
    switch node.kind {
    case .missing: throw PatternFailure([PatternError.empty.diagnostic(at: node.range)])
    case .token, .quoted, .span: return node
    case .sequence(let nodes):
      return PatternNode(.sequence(try nodes.map { try resolve($0) }), node.range)
    case .alternation(let nodes):
      return PatternNode(.alternation(try nodes.map { try resolve($0) }), node.range)
    case .repetition(let inner, let least, let most):
      return PatternNode(.repetition(try resolve(inner), least: least, most: most), node.range)
    case .capture(let name, let inner):
      return PatternNode(.capture(name, try resolve(inner)), node.range)
    case .lookaround(let inner, let isAhead, let isNegated):
      return PatternNode(
        .lookaround(try resolve(inner), isAhead: isAhead, isNegated: isNegated), node.range)
    case .filter(let left, let operation, let isNegated, let right):
      return PatternNode(
        .filter(try resolve(left), operation, isNegated: isNegated, try resolve(right)), node.range)
    case .withinRun(let inner, let count, let span, let isNegated):
      return PatternNode(
        .withinRun(try resolve(inner), count: count, span, isNegated: isNegated), node.range)
    case .near(let left, let right, let distance, let isOrdered):
      return PatternNode(
        .near(try resolve(left), try resolve(right), distance: distance, isOrdered: isOrdered),
        node.range)
    case .constrained(let inner, let constraint):
      return PatternNode(.constrained(try resolve(inner), constraint), node.range)
    case .reference(let name):
      guard let pattern = patterns[name] else {
        let near = spellingSuggestions(for: name, among: patterns.keys.sorted())
        throw PatternFailure([
          PatternError.unknownPattern(name, suggestions: near).diagnostic(at: node.range)
        ])
      }
      guard !open.contains(name), open.count < 20 else {
        throw PatternFailure([PatternError.circularPattern(name).diagnostic(at: node.range)])
      }
      open.append(name)
      defer { open.removeLast() }
      return try resolve(pattern.root)
    }
  }
}
