import Diagnostics

extension PatternParser {
  /// `sequence ::= capture+`.
  mutating func parseSequence() -> PatternNode {
    skipBlanks()
    let start = offset
    var nodes: [PatternNode] = []
    while isAtElement {
      let before = offset
      nodes.append(parseCapture())
      if offset == before { break }
      skipBlanks()
    }
    if nodes.isEmpty {
      reportNoElement()
      return missing()
    }
    return nodes.count == 1 ? nodes[0] : PatternNode(.sequence(nodes), range(from: start))
  }

  /// `capture ::= name ":" capture | repeated`.
  mutating func parseCapture() -> PatternNode {
    defer { depth -= 1 }
    guard descend() else { return missing() }
    skipBlanks()
    let start = offset
    let length = wordLength()
    if length > 0, byte(length) == UInt8(ascii: ":"), byte(length + 1) != UInt8(ascii: ":") {
      let name = word(length)
      advance(length + 1)
      let node = parseCapture()
      return PatternNode(.capture(name, node), range(from: start))
    }
    if byte() == UInt8(ascii: "@"), wordLength(at: 1) == 0 || isTextAhead(2) {
      advance(1)
      let node = parseCapture()
      return PatternNode(.capture("target", node), range(from: start))
    }
    return parseRepeated()
  }

  /// `repeated ::= element ("?" | "*" | "+" | bounds)*`.
  private mutating func parseRepeated() -> PatternNode {
    let start = offset
    var node = parseElement()
    var height = 0
    while true {
      skipBlanks()
      let bounds: (Int, Int?)
      switch byte() {
      case UInt8(ascii: "?"):
        advance(1)
        bounds = (0, 1)
      case UInt8(ascii: "*"):
        advance(1)
        bounds = (0, nil)
      case UInt8(ascii: "+"):
        advance(1)
        bounds = (1, nil)
      case UInt8(ascii: "{") where isAtBounds: bounds = parseBounds()
      default: return node
      }
      node = PatternNode(
        .repetition(node, least: bounds.0, most: bounds.1), range(from: start))
      height += 1
      if height > 20 {
        report(.nestedTooDeeply(limit: 20), node.range)
        return node
      }
    }
  }

  private var isAtBounds: Bool {
    var distance = 1
    while byte(distance) == 0x20 { distance += 1 }
    return (0x30...0x39).contains(byte(distance)) || byte(distance) == UInt8(ascii: ",")
  }

  /// `bounds ::= "{" number "}" | "{" number? "," number? "}"`.
  private mutating func parseBounds() -> (Int, Int?) {
    let start = offset
    advance(1)
    skipBlanks()
    let least = parseNumber()
    var most = least
    if take(",") {
      skipBlanks()
      most = parseNumber()
    }
    close("}", open: SourceRange(start, start + 1))
    let place = range(from: start)
    let limit = Self.repetitionLimit
    guard least ?? 0 <= limit, most ?? 0 <= limit else {
      report(.boundTooLarge(limit: limit), place)
      isRecovering = false
      return (0, 1)
    }
    if let least, let most, least > most {
      report(.boundsTurned(least, most), place)
      isRecovering = false
      return (most, least)
    }
    return (least ?? 0, most)
  }

  /// Digits; a number that is too long comes out as a billion.
  mutating func parseNumber() -> Int? {
    skipBlanks()
    var value = 0
    var length = 0
    while (0x30...0x39).contains(byte(length)) {
      value = min(1_000_000_000, value * 10 + Int(byte(length) - 0x30))
      length += 1
    }
    guard length > 0 else { return nil }
    advance(length)
    return value
  }

  private mutating func parseElement() -> PatternNode {
    skipBlanks()
    let start = offset
    switch byte() {
    case UInt8(ascii: "["): return parseToken()
    case UInt8(ascii: "("): return parseGroup()
    case UInt8(ascii: "<"): return parseSpan()
    case UInt8(ascii: "/"): return parseRegion()
    case UInt8(ascii: "{"): return parseLemma()
    case UInt8(ascii: "!"):
      advance(1)
      defer { depth -= 1 }
      guard descend() else { return missing() }
      return negated(parseElement(), from: start)
    case UInt8(ascii: "@"):
      advance(1)
      let length = wordLength()
      let name = word(length)
      advance(length)
      return PatternNode(.reference(name), range(from: start))
    case UInt8(ascii: "_"):
      let name = String(word(wordLength()).dropFirst())
      advance(wordLength())
      return comparison("pos", name, from: start)
    default: break
    }
    if let text = parseText() { return PatternNode(.quoted(text), range(from: start)) }
    let length = wordLength()
    if atWord("near"), byte(length) == UInt8(ascii: "(") { return parseNear() }
    if length > 0, byte(length) == UInt8(ascii: "*") {
      let stem = word(length)
      advance(length + 1)
      return comparison("word", stem + ".*", from: start)
    }
    reportNoElement()
    return missing()
  }

  /// `!"word"`: the one token that is anything else.
  private mutating func negated(_ node: PatternNode, from start: Int) -> PatternNode {
    switch node.kind {
    case .token(let test?): return PatternNode(.token(.not(test)), range(from: start))
    case .quoted(let text):
      let test = TokenTest.Comparison(
        attribute: "word", attributeRange: node.range, isNegated: true, value: .text(text),
        valueRange: node.range)
      return PatternNode(.token(.compare(test)), range(from: start))
    case .missing: return node
    case .token, .sequence, .alternation, .repetition, .capture, .span, .lookaround, .filter,
      .withinRun, .near, .constrained, .reference:
      report(.expected("a token after '!'", found: "more than one"), node.range)
      isRecovering = false
      return node
    }
  }

  /// `group ::= "(" body ")" | "(?=" | "(?!" | "(?<=" | "(?<!" sequence ")"`.
  private mutating func parseGroup() -> PatternNode {
    let start = offset
    let open = SourceRange(start, start + 1)
    var look: (isAhead: Bool, isNegated: Bool)?
    if at("(?<=") {
      look = (false, false)
      advance(4)
    } else if at("(?<!") {
      look = (false, true)
      advance(4)
    } else if at("(?=") {
      look = (true, false)
      advance(3)
    } else if at("(?!") {
      look = (true, true)
      advance(3)
    } else {
      advance(1)
    }
    parentheses += 1
    let node = parseBody()
    parentheses -= 1
    close(")", open: open)
    guard let look else { return PatternNode(node.kind, range(from: start)) }
    return PatternNode(
      .lookaround(node, isAhead: look.isAhead, isNegated: look.isNegated), range(from: start))
  }

  /// `near ::= "near" "(" body "," body "," number ("," "ordered")? ")"`.
  private mutating func parseNear() -> PatternNode {
    let start = offset
    advance(4)
    let open = SourceRange(offset, offset + 1)
    advance(1)
    parentheses += 1
    defer { parentheses -= 1 }
    let first = parseBody()
    if !take(",") { reportExpected("','") }
    let second = parseBody()
    if !take(",") { reportExpected("','") }
    let distance = parseNumber()
    if distance == nil { reportExpected("a number of words") }
    var isOrdered = false
    if take(",") {
      skipBlanks()
      if atWord("ordered") {
        advance(7)
        isOrdered = true
      } else {
        reportExpected("'ordered'")
      }
    }
    close(")", open: open)
    return PatternNode(
      .near(first, second, distance: distance ?? 1, isOrdered: isOrdered), range(from: start))
  }

  /// `lemma ::= "{" text "}"`: every form of a word.
  private mutating func parseLemma() -> PatternNode {
    let start = offset
    advance(1)
    let from = offset
    while !isAtEnd, byte() != UInt8(ascii: "}"), byte() != 0x0A, byte() != UInt8(ascii: ";") {
      offset += 1
    }
    previousEnd = offset
    let raw = source.text(SourceRange(from, offset))
    close("}", open: SourceRange(start, start + 1))
    var text = raw.drop { $0 == " " }
    while text.last == " " { text = text.dropLast() }
    if text.isEmpty {
      report(.expected("a lemma", found: "'}'"), range(from: start))
      isRecovering = false
    }
    checkExpression(TextTest(String(text)), range(from: start))
    return comparison("lemma", String(text), from: start)
  }

  private func comparison(
    _ attribute: String, _ text: String, from start: Int
  ) -> PatternNode {
    let place = range(from: start)
    return PatternNode(
      .token(
        .compare(
          TokenTest.Comparison(
            attribute: attribute, attributeRange: place, value: .text(TextTest(text)),
            valueRange: place))), place)
  }
}
