import Diagnostics

extension PatternParser {
  /// `pattern ::= strategy? body`.
  mutating func parsePattern() -> TokenPatternSyntax {
    let strategy = parseStrategy()
    let root = parseBody()
    reportBarBetweenElements(after: root)
    return TokenPatternSyntax(strategy: strategy, root: root)
  }

  /// `body ::= relation ("::" constraint | position-filter)*`.
  mutating func parseBody() -> PatternNode {
    skipBlanks()
    let start = offset
    var node = parseRelation()
    while true {
      skipBlanks()
      if at("::") || byte() == UInt8(ascii: "&") && isConstraintAhead(1) {
        // Sketch Engine writes the constraint after a single '&'.
        advance(at("::") ? 2 : 1)
        let constraint = parseConstraint()
        node = PatternNode(.constrained(node, constraint), range(from: start))
      } else if let filter = takeFilter() {
        node = parseFilter(of: node, filter, from: start)
      } else {
        return node
      }
    }
  }

  /// `relation ::= proximity (filter relation)?`, from the right as BlackLab has it.
  mutating func parseRelation() -> PatternNode {
    defer { depth -= 1 }
    guard descend() else { return missing() }
    skipBlanks()
    let start = offset
    let node = parseProximity()
    guard let filter = takeFilter() else { return node }
    return parseFilter(of: node, filter, from: start)
  }

  func missing() -> PatternNode {
    PatternNode(.missing, SourceRange(offset, offset))
  }

  // MARK: - Implementation

  private struct Filter {
    var kind: PatternNode.FilterOperator
    var isNegated: Bool
  }

  /// `strategy ::= "(?" name ")"`.
  private mutating func parseStrategy() -> MatchingStrategy? {
    skipBlanks()
    guard at("(?"), wordLength(at: 2) > 0 else { return nil }
    let start = offset
    advance(2)
    let length = wordLength()
    let name = word(length)
    let place = SourceRange(offset, offset + length)
    advance(length)
    close(")", open: range(from: start))
    guard let strategy = MatchingStrategy(rawValue: name) else {
      let names = MatchingStrategy.allCases.map(\.rawValue)
      report(
        .unknownStrategy(name, suggestions: spellingSuggestions(for: name, among: names)), place)
      isRecovering = false
      return nil
    }
    return strategy
  }

  private mutating func takeFilter() -> Filter? {
    skipBlanks()
    if leavesWithin, parentheses == 0 { return nil }
    let isNegated = byte() == UInt8(ascii: "!")
    var skipped = isNegated ? 1 : 0
    while isNegated, byte(skipped) == 0x20 { skipped += 1 }
    let length = wordLength(at: skipped)
    let name = source.text(SourceRange(offset + skipped, offset + skipped + length))
    guard let kind = PatternNode.FilterOperator(rawValue: name), kind != .same else { return nil }
    advance(skipped + length)
    return Filter(kind: kind, isNegated: isNegated)
  }

  /// What stands after `within` and its like: `s`, `2 s`, or a pattern.
  private mutating func parseFilter(
    of node: PatternNode, _ filter: Filter, from start: Int
  ) -> PatternNode {
    skipBlanks()
    if filter.kind == .within, (0x30...0x39).contains(byte()) {
      let number = parseNumber() ?? 1
      let span = parseSpanName()
      if number < 1 || number > Self.repetitionLimit {
        report(.boundTooLarge(limit: Self.repetitionLimit), range(from: start))
        isRecovering = false
      }
      return PatternNode(
        .withinRun(node, count: max(1, number), span, isNegated: filter.isNegated),
        range(from: start))
    }
    let length = wordLength()
    let follower = byte(length)
    var other: PatternNode
    if length > 0, follower != UInt8(ascii: ":"), follower != UInt8(ascii: "*"),
      follower != UInt8(ascii: "("), !isTextAhead(length), byte() != UInt8(ascii: "_")
    {
      let place = offset
      let span = parseSpanName()
      other = PatternNode(.span(span, .whole), range(from: place))
      if let next = takeFilter() { other = parseFilter(of: other, next, from: place) }
    } else {
      other = parseRelation()
    }
    return PatternNode(
      .filter(node, filter.kind, isNegated: filter.isNegated, other), range(from: start))
  }

  private mutating func parseSpanName() -> SpanTest {
    skipBlanks()
    let length = wordLength()
    guard length > 0 else {
      reportExpected("the name of a span, such as s")
      return SpanTest(name: "")
    }
    let place = SourceRange(offset, offset + length)
    let name = word(length)
    advance(length)
    checkSpan(name, place)
    return SpanTest(name: name)
  }

  /// `proximity ::= alternatives (("w" | "pre") "/" number alternatives)*`.
  private mutating func parseProximity() -> PatternNode {
    skipBlanks()
    let start = offset
    var node = parseAlternatives()
    var height = 0
    while true {
      skipBlanks()
      let length = wordLength()
      guard byte(length) == UInt8(ascii: "/"), (0x30...0x39).contains(byte(length + 1)),
        atWord("w") || atWord("pre") || atWord("near")
      else { return node }
      let isOrdered = atWord("pre")
      advance(length + 1)
      let distance = parseNumber() ?? 1
      let other = parseAlternatives()
      node = PatternNode(
        .near(node, other, distance: distance, isOrdered: isOrdered), range(from: start))
      height += 1
      if height > 20 {
        report(.nestedTooDeeply(limit: 20), node.range)
        return node
      }
    }
  }

  /// `alternatives ::= common ("|" common)*`, the bars in parentheses only.
  private mutating func parseAlternatives() -> PatternNode {
    skipBlanks()
    let start = offset
    var nodes = [parseCommon()]
    while parentheses > 0 {
      skipBlanks()
      guard byte() == UInt8(ascii: "|") else { break }
      if at("||") { reportForeign("||", "|") }
      advance(1)
      nodes.append(parseCommon())
    }
    return nodes.count == 1 ? nodes[0] : PatternNode(.alternation(nodes), range(from: start))
  }

  /// `common ::= sequence ("&" sequence)*`: patterns that fit the same tokens.
  private mutating func parseCommon() -> PatternNode {
    skipBlanks()
    let start = offset
    var node = parseSequence()
    var height = 0
    while true {
      skipBlanks()
      guard byte() == UInt8(ascii: "&"), !isConstraintAhead(1) else { break }
      if at("&&") { reportForeign("&&", "&") }
      advance(1)
      let other = parseSequence()
      node = PatternNode(.filter(node, .same, isNegated: false, other), range(from: start))
      height += 1
      if height > 20 {
        report(.nestedTooDeeply(limit: 20), node.range)
        return node
      }
    }
    return node
  }

  /// Takes the two signs that another language would have and says which one is meant.
  mutating func reportForeign(_ sign: StaticString, _ meant: String) {
    report(.foreignSign("\(sign)", meant: meant), SourceRange(offset, offset + 2))
    isRecovering = false
    advance(1)
  }

  /// A bar before what can only be part of a pattern: no stage begins with a quote or a bracket.
  private mutating func reportBarBetweenElements(after left: PatternNode) {
    let end = previousEnd
    let first = offset
    skipBlanks()
    let bar = offset
    guard byte() == UInt8(ascii: "|") else {
      offset = first
      return
    }
    offset += 1
    skipBlanks()
    var isElement = false
    switch byte() {
    case UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("),
      UInt8(ascii: "<"), UInt8(ascii: "{"):
      isElement = true
    case UInt8(ascii: "_"): isElement = wordLength() > 1
    default: break
    }
    guard isElement else {
      previousEnd = end
      offset = first
      return
    }
    parentheses += 1
    let right = offset
    _ = parseAlternatives()
    parentheses -= 1
    isRecovering = false
    // The alternatives as they were meant, unless they are long.
    let whole = SourceRange(left.range.start, previousEnd)
    let text =
      whole.end - whole.start > 80
      ? "( … | … )"
      : "(\(source.text(left.range)) | \(source.text(SourceRange(right, previousEnd))))"
    report(
      .barBetweenElements(text), SourceRange(bar, bar + 1),
      suggestion: Diagnostic.Suggestion(range: whole, replacement: text))
  }
}
