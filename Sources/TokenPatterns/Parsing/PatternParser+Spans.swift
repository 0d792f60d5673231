import Diagnostics

extension PatternParser {
  /// `span ::= "<" name attributes "/>" | "<" name attributes ">" | "</" name ">"`.
  mutating func parseSpan() -> PatternNode {
    let start = offset
    let open = SourceRange(start, start + 1)
    advance(1)
    let isEnd = byte() == UInt8(ascii: "/")
    if isEnd { advance(1) }
    skipBlanks()
    var test = parseName()
    skipBlanks()
    // CQP's `<ne "PER">` has no like: attributes are named.
    while wordLength() > 0 {
      let before = offset
      let length = wordLength()
      let place = SourceRange(offset, offset + length)
      let name = word(length)
      advance(length)
      if let comparison = parseComparison(of: name, place) { test.attributes.append(comparison) }
      skipBlanks()
      if offset == before || isRecovering { break }
    }
    if isEnd {
      close(">", open: open)
      return PatternNode(.span(test, .end), range(from: start))
    }
    if take("/") {
      close(">", open: open)
      return PatternNode(.span(test, .whole), range(from: start))
    }
    close(">", open: open)
    return PatternNode(.span(test, .start), range(from: start))
  }

  /// `region ::= "/" name "[" name? "]"`: CQP's way to a whole span (`/region[person]`).
  mutating func parseRegion() -> PatternNode {
    let start = offset
    advance(1)
    var name = word(wordLength())
    var place = SourceRange(offset, offset + wordLength())
    advance(wordLength())
    skipBlanks()
    let open = SourceRange(offset, offset + 1)
    guard take("[") else {
      reportExpected("'[]' after /\(name)")
      return missing()
    }
    skipBlanks()
    if name == "region", wordLength() > 0 {
      name = word(wordLength())
      place = SourceRange(offset, offset + wordLength())
      advance(wordLength())
    }
    close("]", open: open)
    checkSpan(name, place)
    return PatternNode(.span(SpanTest(name: name), .whole), range(from: start))
  }

  mutating func checkSpan(_ name: String, _ place: SourceRange) {
    guard !vocabulary.spans.contains(name) else { return }
    report(
      .unknownSpan(name, suggestions: suggestions(for: name, among: vocabulary.spans)), place,
      suggestion: suggestions(for: name, among: vocabulary.spans).first.map {
        .init(range: place, replacement: $0)
      })
    isRecovering = false
  }

  mutating func checkAttribute(_ name: String, _ place: SourceRange) {
    guard !vocabulary.attributes.contains(name) else { return }
    report(
      .unknownAttribute(name, suggestions: suggestions(for: name, among: vocabulary.attributes)),
      place)
    isRecovering = false
  }

  // MARK: - Implementation

  private mutating func parseName() -> SpanTest {
    let start = offset
    if let text = parseText() {
      if !vocabulary.spans.contains(where: { text.fits($0) }) {
        report(.unknownSpan(text.text, suggestions: []), range(from: start))
        isRecovering = false
      }
      return SpanTest(name: text.text, isExpression: true)
    }
    let length = wordLength()
    guard length > 0 else {
      reportExpected("the name of a span, such as s")
      return SpanTest(name: "")
    }
    let name = word(length)
    advance(length)
    checkSpan(name, range(from: start))
    return SpanTest(name: name)
  }

  private func suggestions(for name: String, among names: [String]) -> [String] {
    if let other = PatternVocabulary.otherNames[name], names.contains(other) { return [other] }
    return spellingSuggestions(for: name, among: names, limit: 2)
  }
}

extension TextTest {
  /// Whether a single value fits; for names of spans, not for tokens.
  func fits(_ value: String) -> Bool {
    guard let matcher = try? TextMatcher(self, foldingAccents: { $0 }) else { return false }
    return Array(value.utf8).withUnsafeBufferPointer { matcher.matches($0) }
  }
}
