import Diagnostics

/// Reads the words of a `find`.
struct FindQueryParser {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var depth = 0
  private(set) var mistake: (error: SyntaxError, range: SourceRange)?
  /// Whether two words stand side by side with no connector between them.
  private(set) var joinsByPosition = false

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The whole search; nil, with a mistake, where there is none.
  mutating func parse() -> FindQuery? {
    guard let query = parseNot() else {
      fail("a word to look for")
      return nil
    }
    skipBlanks()
    if position < bytes.endIndex { fail("a word or a connector") }
    return mistake == nil ? query : nil
  }

  // MARK: - Implementation

  private enum Connector: Equatable {
    case and, or, not
    case near(Int, isOrdered: Bool, isNegated: Bool)
    case sentence, paragraph
  }

  /// `not ::= and (("and"? "not") and)*`.
  private mutating func parseNot() -> FindQuery? {
    guard depth < 100 else {
      fail("fewer brackets in each other")
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    var result: FindQuery
    if takeConnector(.not) {
      guard let inner = parseAnd() else { return nil }
      result = .not(inner)
    } else {
      guard let first = parseAnd() else { return nil }
      result = first
    }
    while takeAndNot() {
      guard let next = parseAnd() else {
        fail("a word after 'not'")
        return nil
      }
      result = .and([result, .not(next)])
    }
    return result
  }

  /// `and ::= paragraph ("and"? paragraph)*`.
  private mutating func parseAnd() -> FindQuery? {
    guard let first = parseParagraph() else { return nil }
    var parts = [first]
    while true {
      let before = position
      if peekConnector() == .not || isAndNot { break }
      let isWritten = takeConnector(.and)
      guard let next = parseParagraph() else {
        if isWritten { fail("a word after 'and'") } else { position = before }
        break
      }
      if !isWritten, !parts[parts.count - 1].isField, !next.isField { joinsByPosition = true }
      parts.append(next)
    }
    return parts.count == 1 ? first : .and(parts)
  }

  private mutating func parseParagraph() -> FindQuery? {
    guard var result = parseSentence() else { return nil }
    while takeConnector(.paragraph) {
      guard let next = parseSentence() else {
        fail("a word after 'w/p'")
        return nil
      }
      result = .together(result, next, .paragraph)
    }
    return result
  }

  private mutating func parseSentence() -> FindQuery? {
    guard var result = parseNear() else { return nil }
    while takeConnector(.sentence) {
      guard let next = parseNear() else {
        fail("a word after 'w/s'")
        return nil
      }
      result = .together(result, next, .sentence)
    }
    return result
  }

  /// `near ::= or (("w/" | "pre/" | "near/" | "not w/") number or)*`; smaller numbers bind first.
  private mutating func parseNear() -> FindQuery? {
    guard let first = parseOr() else { return nil }
    var operands = [first]
    var connectors: [(Int, Bool, Bool)] = []
    while case .near(let distance, let isOrdered, let isNegated)? = peekConnector() {
      takeAnyConnector()
      guard let next = parseOr() else {
        fail("a word after the connector")
        return nil
      }
      connectors.append((distance, isOrdered, isNegated))
      operands.append(next)
    }
    while let place = connectors.indices.min(by: { connectors[$0].0 < connectors[$1].0 }) {
      let (distance, isOrdered, isNegated) = connectors.remove(at: place)
      let right = operands.remove(at: place + 1)
      operands[place] = .near(
        operands[place], right, distance: distance, isOrdered: isOrdered, isNegated: isNegated)
    }
    return operands[0]
  }

  private mutating func parseOr() -> FindQuery? {
    guard let first = parseUnit() else { return nil }
    var parts = [first]
    while takeConnector(.or) {
      guard let next = parseUnit() else {
        fail("a word after 'or'")
        return nil
      }
      parts.append(next)
    }
    return parts.count == 1 ? first : .or(parts)
  }

  /// `unit ::= "(" not ")" | phrase ("~" number)? | field ":" value | word`.
  private mutating func parseUnit() -> FindQuery? {
    skipBlanks()
    guard position < bytes.endIndex, mistake == nil, peekConnector() == nil else { return nil }
    if bytes[position] == UInt8(ascii: "(") {
      position += 1
      let inner = parseNot()
      skipBlanks()
      guard let inner, position < bytes.endIndex, bytes[position] == UInt8(ascii: ")") else {
        fail("')'")
        return nil
      }
      position += 1
      return inner
    }
    if let phrase = takePhrase() { return withDistance(phrase) }
    let start = position
    let word = takeWord()
    guard !word.isEmpty else { return nil }
    if position < bytes.endIndex, bytes[position] == UInt8(ascii: ":") {
      guard let field = FindField(name: word) else {
        mistake = (
          .unknownOption(
            word, of: "field of find", words: FindField.allCases.map(\.rawValue), isValue: true),
          SourceRange(start, position)
        )
        return nil
      }
      position += 1
      let value = takePhrase() ?? takeWord()
      guard !value.isEmpty else {
        fail("a value after '\(word):'")
        return nil
      }
      return .field(field, value)
    }
    if position < bytes.endIndex, bytes[position] == UInt8(ascii: "("),
      let call = parseCall(word.lowercased())
    {
      return call
    }
    return .term(word)
  }

  /// `atleast3(word)`, `caps(WORD)`.
  private mutating func parseCall(_ word: String) -> FindQuery? {
    let count = word.hasPrefix("atleast") ? Int(word.dropFirst(7)) : nil
    guard count != nil || word == "caps" else { return nil }
    position += 1
    skipBlanks()
    let inner = takePhrase() ?? takeWord()
    skipBlanks()
    guard position < bytes.endIndex, bytes[position] == UInt8(ascii: ")"), !inner.isEmpty else {
      fail("a word and ')'")
      return nil
    }
    position += 1
    return count.map { .atLeast($0, inner) } ?? .exact(inner)
  }

  /// `"a b"~5`: its words within so many of each other.
  private mutating func withDistance(_ phrase: String) -> FindQuery {
    guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "~") else {
      return .term(phrase)
    }
    position += 1
    let distance = takeNumber() ?? 5
    let words = phrase.split(separator: " ").map { FindQuery.term(String($0)) }
    guard words.count > 1 else { return .term(phrase) }
    let pairs = zip(words, words.dropFirst()).map { left, right in
      FindQuery.near(left, right, distance: distance, isOrdered: false, isNegated: false)
    }
    return pairs.count == 1 ? pairs[0] : .and(pairs)
  }

  // MARK: - Words

  private mutating func skipBlanks() {
    while position < bytes.endIndex, bytes[position] <= 0x20 { position += 1 }
  }

  /// A text between quotation marks, straight or curly.
  private mutating func takePhrase() -> String? {
    guard position < bytes.endIndex else { return nil }
    let opens: [([UInt8], [[UInt8]])] = [
      (Array("\"".utf8), [Array("\"".utf8)]),
      (Array("“".utf8), [Array("”".utf8), Array("“".utf8)]),
      (Array("„".utf8), [Array("“".utf8), Array("”".utf8)]),
      (Array("«".utf8), [Array("»".utf8)]),
    ]
    for (open, closes) in opens where bytes[position...].starts(with: open) {
      let start = position + open.count
      var end = start
      while end < bytes.endIndex {
        if let close = closes.first(where: { bytes[end...].starts(with: $0) }) {
          position = end + close.count
          return String(decoding: bytes[start..<end], as: UTF8.self)
        }
        end += 1
      }
      mistake = (
        .openString(
          closed: String(decoding: bytes[position...], as: UTF8.self) + "\"", continues: false),
        SourceRange(position, bytes.endIndex)
      )
      position = bytes.endIndex
      return nil
    }
    return nil
  }

  /// A run without blanks, brackets, quotes and colons.
  private mutating func takeWord() -> String {
    let start = position
    while position < bytes.endIndex {
      let byte = bytes[position]
      if byte <= 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
        || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ":")
      {
        break
      }
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func takeNumber() -> Int? {
    let start = position
    while position < bytes.endIndex, 0x30...0x39 ~= bytes[position] { position += 1 }
    return Int(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  // MARK: - Connectors

  private func peekConnector() -> Connector? {
    var copy = self
    return copy.readConnector()
  }

  @discardableResult
  private mutating func takeAnyConnector() -> Connector? { readConnector() }

  private mutating func takeConnector(_ wanted: Connector) -> Bool {
    var copy = self
    guard copy.readConnector() == wanted else { return false }
    position = copy.position
    return true
  }

  private var isAndNot: Bool {
    var copy = self
    guard copy.readConnector() == .and else { return false }
    return copy.readConnector() == .not
  }

  private mutating func takeAndNot() -> Bool {
    if isAndNot {
      takeAnyConnector()
      takeAnyConnector()
      return true
    }
    return takeConnector(.not)
  }

  private mutating func readConnector() -> Connector? {
    skipBlanks()
    let word = takeWord().lowercased()
    switch word {
    case "and", "&", "&&", "+": return .and
    case "or", "||": return .or
    case "not", "andnot":
      // `not w/5` is one connector.
      var copy = self
      if case .near(let distance, let isOrdered, false)? = copy.readConnector() {
        position = copy.position
        return .near(distance, isOrdered: isOrdered, isNegated: true)
      }
      return .not
    case "w/s", "/s", "w/sent": return .sentence
    case "w/p", "/p", "w/para": return .paragraph
    default: break
    }
    for (prefix, isOrdered) in [("w/", false), ("near/", false), ("pre/", true), ("onear/", true)] {
      if word.hasPrefix(prefix), let distance = Int(word.dropFirst(prefix.utf8.count)),
        distance >= 0
      {
        return .near(distance, isOrdered: isOrdered, isNegated: false)
      }
    }
    return nil
  }

  private mutating func fail(_ expected: String) {
    guard mistake == nil else { return }
    skipBlanks()
    let start = position
    var copy = self
    let word = copy.takeWord()
    let end = max(min(start + 1, bytes.endIndex), copy.position)
    let found =
      position >= bytes.endIndex
      ? "the end" : "'\(word.isEmpty ? String(decoding: bytes[start..<end], as: UTF8.self) : word)'"
    mistake = (
      .expected(expected, found: found, after: nil),
      SourceRange(start, position >= bytes.endIndex ? start : end)
    )
  }
}
