import Diagnostics

extension PatternParser {
  /// `token ::= "[" (or-test)? "]"`.
  mutating func parseToken() -> PatternNode {
    let start = offset
    let open = SourceRange(start, start + 1)
    advance(1)
    if take("]") { return PatternNode(.token(nil), range(from: start)) }
    let test = parseOr()
    close("]", open: open)
    return PatternNode(.token(test), range(from: start))
  }

  /// `comparison ::= attribute ("=" | "!=" | "==" | "!==") value | attribute "in" list`.
  mutating func parseComparison() -> TokenTest? {
    skipBlanks()
    let length = wordLength()
    guard length > 0 else {
      if let text = parseText() {
        // `["word"]`, as Sketch Engine allows.
        let place = range(from: offset)
        return .compare(
          TokenTest.Comparison(
            attribute: "word", attributeRange: place, value: .text(text), valueRange: place))
      }
      reportExpected("an attribute, such as lemma")
      return nil
    }
    let place = SourceRange(offset, offset + length)
    let name = word(length)
    advance(length)
    checkAttribute(name, place)
    return parseComparison(of: name, place).map(TokenTest.compare)
  }

  /// What follows the attribute's name.
  mutating func parseComparison(of name: String, _ place: SourceRange) -> TokenTest.Comparison? {
    skipBlanks()
    let isLiteral: Bool
    let isNegated: Bool
    if at("!==") || at("==") {
      isNegated = byte() == UInt8(ascii: "!")
      isLiteral = true
      advance(isNegated ? 3 : 2)
    } else if at("!=") || at("=") {
      isNegated = byte() == UInt8(ascii: "!")
      isLiteral = false
      advance(isNegated ? 2 : 1)
      if at("~") { reportForeign("=~", "=") }
    } else if atWord("in") || at("!in") {
      let isNot = byte() == UInt8(ascii: "!")
      advance(isNot ? 3 : 2)
      return parseList(of: name, place, isNegated: isNot)
    } else if byte() == UInt8(ascii: "]") || byte() == UInt8(ascii: "&")
      || byte() == UInt8(ascii: "|") || byte() == UInt8(ascii: ")")
    {
      return TokenTest.Comparison(
        attribute: name, attributeRange: place,
        value: .text(TextTest("true")), valueRange: place)
    } else {
      reportExpected("= or != after '\(name)'")
      return nil
    }
    skipBlanks()
    let start = offset
    guard let value = parseValue(isLiteral: isLiteral) else { return nil }
    return TokenTest.Comparison(
      attribute: name, attributeRange: place, isNegated: isNegated, value: value,
      valueRange: range(from: start))
  }

  // MARK: - Implementation

  /// `or-test ::= and-test ("|" and-test)*`.
  private mutating func parseOr() -> TokenTest? {
    defer { depth -= 1 }
    guard descend() else { return nil }
    let start = offset
    var tests: [TokenTest] = []
    var mixes = false
    while true {
      let (test, isAnd) = parseAnd()
      if let test { tests.append(test) }
      mixes = mixes || isAnd
      guard take("|") || takeWord("or", "OR", meaning: "|") else { break }
      if byte() == UInt8(ascii: "|") {
        offset -= 1
        reportForeign("||", "|")
      }
    }
    if tests.count > 1, mixes { report(.andWithOr, range(from: start)) }
    return tests.count > 1 ? .or(tests) : tests.first
  }

  /// `and-test ::= not-test ("&" not-test)*`; also whether an `&` stands in it, outside brackets.
  private mutating func parseAnd() -> (TokenTest?, Bool) {
    var tests: [TokenTest] = []
    var count = 0
    while true {
      if let test = parseNot() { tests.append(test) }
      count += 1
      guard take("&") || takeWord("and", "AND", meaning: "&") else { break }
      if byte() == UInt8(ascii: "&") {
        offset -= 1
        reportForeign("&&", "&")
        advance(1)
      }
    }
    return (tests.count > 1 ? .and(tests) : tests.first, count > 1)
  }

  /// `not-test ::= "!" not-test | "(" or-test ")" | comparison`.
  private mutating func parseNot() -> TokenTest? {
    defer { depth -= 1 }
    guard descend() else { return nil }
    skipBlanks()
    if byte() == UInt8(ascii: "!") {
      advance(1)
      return parseNot().map { .not($0) }
    }
    if byte() == UInt8(ascii: "(") {
      let open = SourceRange(offset, offset + 1)
      advance(1)
      let test = parseOr()
      close(")", open: open)
      return test
    }
    return parseComparison()
  }

  /// Takes a word or a comma where a sign belongs, and says so.
  private mutating func takeWord(
    _ word: StaticString, _ capitals: StaticString, meaning sign: String
  ) -> Bool {
    skipBlanks()
    let isComma = sign == "&" && byte() == UInt8(ascii: ",")
    guard isComma || atWord(word) || atWord(capitals) else { return false }
    let place = SourceRange(offset, offset + (isComma ? 1 : word.utf8CodeUnitCount))
    report(.foreignSign(source.text(place), meant: sign), place)
    isRecovering = false
    advance(place.end - place.start)
    return true
  }

  private mutating func parseValue(isLiteral: Bool) -> TokenTest.Value? {
    if var text = parseText() {
      text.isLiteral = text.isLiteral || isLiteral
      return .text(text)
    }
    if at("in[") {
      advance(2)
      return parseNumbers()
    }
    if byte() == UInt8(ascii: "$"), wordLength(at: 1) > 0 {
      advance(1)
      let list = word(wordLength())
      advance(wordLength())
      return .list(list)
    }
    let length = wordLength()
    guard length > 0 else {
      reportExpected("a text in quotes")
      return nil
    }
    let text = word(length)
    let place = SourceRange(offset, offset + length)
    if byte(length) == UInt8(ascii: "."), wordLength(at: length + 1) > 0 {
      let whole = length + 1 + wordLength(at: length + 1)
      report(.backReference(word(whole)), SourceRange(offset, offset + whole))
      advance(whole)
      isRecovering = false
      return nil
    }
    advance(length)
    // Numbers and truth values need no quotes.
    if text != "true", text != "false", !text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      report(.unquotedText(text), place)
      isRecovering = false
    }
    return .text(TextTest(text, isLiteral: isLiteral))
  }

  /// `numbers ::= "[" number "," number "]"`.
  private mutating func parseNumbers() -> TokenTest.Value? {
    let start = offset
    let open = SourceRange(offset, offset + 1)
    guard take("[") else {
      reportExpected("'['")
      return nil
    }
    let least = parseSignedNumber()
    if !take(",") { reportExpected("','") }
    let most = parseSignedNumber()
    close("]", open: open)
    guard let least, let most else {
      report(.expected("two numbers", found: source.text(range(from: start))), range(from: start))
      isRecovering = false
      return nil
    }
    if least > most {
      report(.boundsTurned(Int(least), Int(most)), range(from: start))
      isRecovering = false
    }
    return .numbers(least, most)
  }

  private mutating func parseSignedNumber() -> Double? {
    skipBlanks()
    let isNegative = byte() == UInt8(ascii: "-")
    if isNegative { advance(1) }
    return parseNumber().map { Double(isNegative ? -$0 : $0) }
  }

  /// `list ::= name | "(" text ("," text)* ")"`.
  private mutating func parseList(
    of name: String, _ place: SourceRange, isNegated: Bool
  ) -> TokenTest.Comparison? {
    skipBlanks()
    let start = offset
    let value: TokenTest.Value
    if byte() == UInt8(ascii: "[") {
      guard let numbers = parseNumbers() else { return nil }
      value = numbers
    } else if byte() == UInt8(ascii: "(") {
      advance(1)
      var texts: [String] = []
      repeat {
        skipBlanks()
        guard let text = parseText() else {
          reportExpected("a text in quotes")
          break
        }
        texts.append(text.text)
      } while take(",")
      close(")", open: SourceRange(start, start + 1))
      value = .oneOf(texts)
    } else if wordLength() > 0 || (byte() == UInt8(ascii: "$") && wordLength(at: 1) > 0) {
      // CQP marks its lists with a dollar.
      if byte() == UInt8(ascii: "$") { advance(1) }
      let list = word(wordLength())
      advance(wordLength())
      value = .list(list)
    } else {
      reportExpected("the name of a list")
      return nil
    }
    return TokenTest.Comparison(
      attribute: name, attributeRange: place, isNegated: isNegated, value: value,
      valueRange: range(from: start))
  }
}
