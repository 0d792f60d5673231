package import Diagnostics

/// A part of a token pattern, with its place in the text.
package struct PatternNode: Sendable {
  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  package indirect enum Kind: Hashable, Sendable {
    /// Where something should stand; the parser has said so.
    case missing
    /// `[…]`: one token; nil for `[]`.
    case token(TokenTest?)
    /// `"word"`: one token, or several where the tokenizer finds several in it.
    case quoted(TextTest)
    /// One after the other.
    case sequence([PatternNode])
    /// `a | b`.
    case alternation([PatternNode])
    /// `?`, `*`, `+`, `{n,m}`; without a highest number, as often as it goes.
    case repetition(PatternNode, least: Int, most: Int?)
    /// `name:element`.
    case capture(String, PatternNode)
    /// `<s/>`, `<s>`, `</s>`.
    case span(SpanTest, SpanPart)
    /// `(?= )`, `(?! )`, `(?<= )`, `(?<! )`.
    case lookaround(PatternNode, isAhead: Bool, isNegated: Bool)
    /// `a within b`.
    case filter(PatternNode, FilterOperator, isNegated: Bool, PatternNode)
    /// `within 2 s`: the first lies in so many spans in a row.
    case withinRun(PatternNode, count: Int, SpanTest, isNegated: Bool)
    /// `near(a, b, n)`.
    case near(PatternNode, PatternNode, distance: Int, isOrdered: Bool)
    /// `a :: constraint`.
    case constrained(PatternNode, CaptureConstraint)
    /// `@name`.
    case reference(String)
  }

  /// How a match has to lie to one of another pattern.
  package enum FilterOperator: String, CaseIterable, Sendable {
    case within, containing, overlap
    /// Both patterns fit the same tokens: `a & b`.
    case same = "&"
  }

  package enum SpanPart: Sendable { case whole, start, end }
}

/// Nodes that say the same are equal, wherever they stand.
extension PatternNode: Hashable {
  package static func == (one: PatternNode, other: PatternNode) -> Bool { one.kind == other.kind }
  package func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

/// `<person name="…"/>`: spans of a name, or of all names that a quoted expression fits.
package struct SpanTest: Hashable, Sendable {
  package var name: String
  /// `<"person|place"/>`.
  package var isExpression: Bool
  package var attributes: [TokenTest.Comparison]

  package init(
    name: String, isExpression: Bool = false, attributes: [TokenTest.Comparison] = []
  ) {
    self.name = name
    self.isExpression = isExpression
    self.attributes = attributes
  }
}

extension PatternNode {
  /// The nodes right inside it, in the order of the text.
  package var children: [PatternNode] {
    switch kind {
    case .missing, .token, .quoted, .span, .reference: return []
    case .sequence(let nodes), .alternation(let nodes): return nodes
    case .repetition(let node, least: _, most: _), .capture(_, let node),
      .lookaround(let node, isAhead: _, isNegated: _), .constrained(let node, _),
      .withinRun(let node, count: _, _, isNegated: _):
      return [node]
    case .filter(let first, _, isNegated: _, let second),
      .near(let first, let second, distance: _, isOrdered: _):
      return [first, second]
    }
  }

  /// Calls `body` with it and every node inside it, in the order of the text.
  func forEachNode(_ body: (PatternNode) -> Void) {
    body(self)
    for child in children { child.forEachNode(body) }
  }

  /// Calls `body` with each comparison of an attribute.
  func forEachTest(_ body: (TokenTest.Comparison) -> Void) {
    forEachNode { node in
      switch node.kind {
      case .token(let test?): test.forEachComparison(body)
      case .span(let span, _), .withinRun(_, count: _, let span, isNegated: _):
        span.attributes.forEach(body)
      case .missing, .token, .quoted, .sequence, .alternation, .repetition, .capture, .lookaround,
        .filter, .near, .constrained, .reference:
        break
      }
    }
  }
}
