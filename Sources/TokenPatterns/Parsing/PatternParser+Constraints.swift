import Diagnostics

extension PatternParser {
  /// `constraint ::= or ("->" constraint)?`.
  mutating func parseConstraint() -> CaptureConstraint {
    defer { depth -= 1 }
    guard descend() else { return .and([]) }
    var left = parseConstraintOr()
    if take("->") { left = .implies(left, parseConstraint()) }
    return left
  }

  // MARK: - Implementation

  private mutating func parseConstraintOr() -> CaptureConstraint {
    skipBlanks()
    let start = offset
    var parts: [CaptureConstraint] = []
    var mixes = false
    while true {
      let (part, isAnd) = parseConstraintAnd()
      parts.append(part)
      mixes = mixes || isAnd
      skipBlanks()
      // Outside parentheses a bar is the next stage's, unless a comparison follows it.
      guard byte() == UInt8(ascii: "|"), parentheses > 0 || isConstraintAhead(1) else { break }
      advance(1)
      if byte() == UInt8(ascii: "|") {
        offset -= 1
        reportForeign("||", "|")
        advance(1)
      }
    }
    if parts.count > 1, mixes { report(.andWithOr, range(from: start)) }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  /// Whether `name.attribute` or `name(` with a constraint's function stands there.
  func isConstraintAhead(_ distance: Int) -> Bool {
    var skipped = distance
    while byte(skipped) == 0x20 || byte(skipped) == UInt8(ascii: "!") { skipped += 1 }
    let length = wordLength(at: skipped)
    guard length > 0 else { return false }
    let name = source.text(SourceRange(offset + skipped, offset + skipped + length))
    if byte(skipped + length) == UInt8(ascii: ".") { return true }
    return byte(skipped + length) == UInt8(ascii: "(")
      && CaptureConstraint.Function(rawValue: name) != nil
  }

  private mutating func parseConstraintAnd() -> (CaptureConstraint, Bool) {
    var parts = [parseConstraintNot()]
    while take("&") {
      if byte() == UInt8(ascii: "&") {
        offset -= 1
        reportForeign("&&", "&")
        advance(1)
      }
      parts.append(parseConstraintNot())
    }
    return (parts.count == 1 ? parts[0] : .and(parts), parts.count > 1)
  }

  private mutating func parseConstraintNot() -> CaptureConstraint {
    defer { depth -= 1 }
    guard descend() else { return .and([]) }
    skipBlanks()
    if byte() == UInt8(ascii: "!") {
      advance(1)
      return .not(parseConstraintNot())
    }
    if byte() == UInt8(ascii: "(") {
      let open = SourceRange(offset, offset + 1)
      advance(1)
      parentheses += 1
      let inner = parseConstraint()
      parentheses -= 1
      close(")", open: open)
      return inner
    }
    return parseConstraintComparison()
  }

  private mutating func parseConstraintComparison() -> CaptureConstraint {
    skipBlanks()
    let start = offset
    guard let left = parseOperand() else { return .and([]) }
    skipBlanks()
    var comparison = CaptureConstraint.Comparison.allCases.first { at($0) }
    // `a -> b` is an implication, and no comparison begins with a dash.
    if comparison == .equal, at("==") {
      reportForeign("==", "=")
      comparison = .equal
    }
    guard let comparison else {
      // A name by itself was read as its start; `start(a)` ends in a bracket.
      if case .call(.start, let names) = left, let name = names.first,
        source.bytes[previousEnd - 1] != UInt8(ascii: ")")
      {
        return .exists(name)
      }
      reportExpected("a comparison, such as =")
      return .and([])
    }
    advance(comparison.rawValue.utf8.count)
    guard let right = parseOperand() else { return .and([]) }
    if comparison.isOrder, isText(left) || isText(right) {
      report(.orderOfTexts, range(from: start))
      isRecovering = false
    }
    return .compare(left, comparison, right)
  }

  private func at(_ comparison: CaptureConstraint.Comparison) -> Bool {
    let text = Array(comparison.rawValue.utf8)
    return text.indices.allSatisfy { byte($0) == text[$0] }
  }

  private func isText(_ operand: CaptureConstraint.Operand) -> Bool {
    switch operand {
    case .attribute, .text: return true
    case .number, .call: return false
    }
  }

  /// `operand ::= name "." attribute | function "(" names ")" | name | text | number`.
  private mutating func parseOperand() -> CaptureConstraint.Operand? {
    skipBlanks()
    if let text = parseText() { return .text(text) }
    let length = wordLength()
    // Sketch Engine's labels are numbers: `1.tag`.
    let isLabel = byte(length) == UInt8(ascii: ".") && wordLength(at: length + 1) > 0
    if (0x30...0x39).contains(byte()), !isLabel { return .number(parseNumber() ?? 0) }
    guard length > 0 else {
      reportExpected("a capture")
      return nil
    }
    let name = word(length)
    let place = SourceRange(offset, offset + length)
    advance(length)
    if byte() == UInt8(ascii: "(") { return parseCall(name, place) }
    let capture = CaptureConstraint.CaptureName(name: name, range: place)
    guard byte() == UInt8(ascii: ".") else { return .call(.start, [capture]) }
    advance(1)
    let attribute = word(wordLength())
    let attributePlace = SourceRange(offset, offset + wordLength())
    advance(wordLength())
    checkAttribute(attribute, attributePlace)
    return .attribute(capture, attribute)
  }

  private mutating func parseCall(
    _ name: String, _ place: SourceRange
  ) -> CaptureConstraint.Operand? {
    let open = SourceRange(offset, offset + 1)
    advance(1)
    var names: [CaptureConstraint.CaptureName] = []
    repeat {
      skipBlanks()
      let length = wordLength()
      guard length > 0 else {
        reportExpected("a capture")
        break
      }
      names.append(.init(name: word(length), range: SourceRange(offset, offset + length)))
      advance(length)
    } while take(",")
    close(")", open: open)
    let known = CaptureConstraint.Function.allCases.map(\.rawValue)
    guard let function = CaptureConstraint.Function(rawValue: name) else {
      report(
        .unknownFunction(name, suggestions: spellingSuggestions(for: name, among: known)), place)
      isRecovering = false
      return .number(0)
    }
    if names.count != function.argumentCount {
      report(
        .argumentCount(name, wanted: function.argumentCount, found: names.count),
        range(from: place.start))
      isRecovering = false
    }
    return .call(function, names)
  }
}
