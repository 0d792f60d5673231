import ArticleModel

/// Finds titles and roles around names: "former British foreign secretary", ", the mayor of Orlo,".
struct TitleFinder {
  let tokens: NameTokens

  init(_ tokens: NameTokens) { self.tokens = tokens }

  /// No title is longer than that many tokens.
  private static let longest = 9

  /// The title that ends right before `nameStart`, its article not counted.
  func title(before nameStart: Int) -> TokenRange? {
    let first = tokens.sentence(of: nameStart).start
    let last = nameStart - 1
    guard last >= first else { return nil }
    guard let head = head(endingAt: last, notBefore: first) else { return nil }
    return TokenRange(start(ofTitleWithHeadAt: head, notBefore: first), nameStart)
  }

  /// Where a title begins whose head is at `head`.
  func start(ofTitleWithHeadAt head: Int, notBefore first: Int) -> Int {
    var start = head
    while start > max(first, head - Self.longest), isModifier(start - 1, of: start) { start -= 1 }
    // "A former …" keeps no article; a lone leading "then" or "first" would be no part either.
    return start
  }

  /// The title that stands as an apposition after a name: ", 45, a spokesman for …".
  func title(after nameEnd: Int) -> TokenRange? {
    let end = tokens.sentence(of: nameEnd - 1).end
    guard nameEnd < end, tokens.matches(nameEnd, ",") else { return nil }
    var start = nameEnd + 1
    if start + 1 < end, tokens.shape(start) == .number, tokens.matches(start + 1, ",") {
      start += 2
    }
    if start < end, isDeterminer(start) { start += 1 }
    // Somebody's title: "Acme's chief executive", "the shipping company's director".
    if let owner = (start..<min(end, start + 5)).first(where: { tokens.matches($0, "'s") }),
      owner > start, (start..<owner).allSatisfy({ tokens.shape($0) != .mark })
    {
      start = owner + 1
    }
    var index = start
    let limit = min(end, start + Self.longest)
    while index < limit, !isHead(index) {
      guard
        tokens.has(
          index, [.titleModifier, .demonym, .group, .country, .region, .city, .organization])
          || tokens.isCapital(index) || tokens.matches(index, "'s")
      else { return nil }
      index += 1
    }
    guard index < limit, isHead(index) else { return nil }
    while index + 1 < limit, isHead(index + 1) || isHeadContinued(index) { index += 1 }
    let begin = self.start(ofTitleWithHeadAt: index, notBefore: start)
    let close = endOfObject(after: index + 1, before: end)
    // It must be a phrase of its own: "…, minister and …" names another.
    guard close >= end || isPhraseEnd(close) else { return nil }
    return TokenRange(begin, close)
  }

  /// The title that stands with its article before a comma: "the mayor of Orlo,", "its director,".
  func title(beforeComma comma: Int) -> TokenRange? {
    let first = tokens.sentence(of: comma).start
    if let title = title(before: comma), isIntroduced(title.start, first) { return title }
    // "the head of the transport union,": the head alone.
    var index = comma - 1
    while index > max(first, comma - Self.longest) {
      guard tokens.shape(index) != .mark else { return nil }
      if isHead(index),
        tokens.matches(index + 1, "of") || tokens.matches(index + 1, "for")
          || tokens.matches(index + 1, "at") || tokens.matches(index + 1, "in")
      {
        let start = start(ofTitleWithHeadAt: index, notBefore: first)
        return isIntroduced(start, first) ? TokenRange(start, index + 1) : nil
      }
      index -= 1
    }
    return nil
  }

  /// Whether an article or possessive opens the phrase whose title begins at `start`.
  private func isIntroduced(_ start: Int, _ first: Int) -> Bool {
    start > first
      && (tokens.matches(start - 1, "the") || tokens.matches(start - 1, "its")
        || tokens.matches(start - 1, "their") || tokens.matches(start - 1, "'s")
        || tokens.matches(start - 1, "his") || tokens.matches(start - 1, "her"))
  }

  /// The end of "of State", "of the Interior", "of Orlo and Kenn" after a title's head.
  func endOfObject(after index: Int, before end: Int) -> Int {
    guard index + 1 < end, tokens.matches(index, "of") else { return index }
    var cursor = index + 1
    if tokens.matches(cursor, "the"), cursor + 1 < end { cursor += 1 }
    let first = cursor
    while cursor < min(end, first + 5) {
      let isPart = tokens.isCapital(cursor) || tokens.has(cursor, .titleObject)
      guard isPart, !tokens.has(cursor, .firstName) || cursor == first else { break }
      cursor += 1
      if cursor + 1 < end, tokens.matches(cursor, "and") || tokens.matches(cursor, "&"),
        tokens.has(cursor + 1, .titleObject)
      {
        cursor += 1
      } else if tokens.has(cursor - 1, .titleObject), !tokens.has(cursor, .titleObject) {
        break
      }
    }
    return cursor == first ? index : cursor
  }

  /// The title's words as one string; a plural head in the singular.
  func text(_ title: TokenRange) -> String {
    let range = tokens.range(title)
    var text = tokens.article.text[range]
    for (plural, singular) in Self.plurals {
      let words = text.utf8
      guard words.count >= plural.utf8.count else { continue }
      if let found = text.firstOccurrence(of: plural) {
        text.replaceSubrange(found, with: singular)
        break
      }
    }
    return text
  }

  /// Whether the title is of several people: "Ministers A and B".
  func isPlural(_ title: TokenRange) -> Bool {
    for index in title.start..<title.end {
      for (plural, _) in Self.plurals
      where tokens.lower(index).elementsEqual(
        plural.utf8.map(\.asciiLowercased))
      {
        return true
      }
    }
    return false
  }

  func isHead(_ index: Int) -> Bool { tokens.has(index, [.title, .role]) }

  // MARK: - Implementation

  private static let plurals: [(String, String)] = [
    ("Ministers", "Minister"), ("ministers", "minister"), ("Presidents", "President"),
    ("presidents", "president"), ("Senators", "Senator"), ("senators", "senator"),
    ("Sens.", "Sen."), ("Reps.", "Rep."), ("Representatives", "Representative"),
    ("Secretaries", "Secretary"), ("secretaries", "secretary"), ("Judges", "Judge"),
    ("Justices", "Justice"), ("Governors", "Governor"), ("governors", "governor"),
    ("Mayors", "Mayor"), ("mayors", "mayor"), ("Professors", "Professor"),
    ("professors", "professor"), ("analysts", "analyst"), ("leaders", "leader"),
    ("directors", "director"), ("founders", "founder"), ("researchers", "researcher"),
    ("actors", "actor"), ("economists", "economist"), ("lawyers", "lawyer"),
    ("lawmakers", "lawmaker"), ("spokesmen", "spokesman"), ("Deputies", "Deputy"),
    ("Bishops", "Bishop"), ("MPs", "MP"),
  ]

  /// The index of the head of a title that ends at `last`: itself, or the head before "of State".
  private func head(endingAt last: Int, notBefore first: Int) -> Int? {
    if isHead(last) { return last }
    if tokens.has(last, .titleModifier), last > first, isHead(last - 1), isHeadContinued(last - 1) {
      return last - 1
    }
    guard tokens.isCapital(last) || tokens.has(last, .titleObject) else { return nil }
    var index = last
    while index > max(first, last - 6), !tokens.matches(index, "of") { index -= 1 }
    guard index > first, tokens.matches(index, "of"), tokens.has(index - 1, .title) else {
      return nil
    }
    return endOfObject(after: index, before: last + 1) == last + 1 ? index - 1 : nil
  }

  /// "Attorney General", "Secretary General": a modifier after the head.
  private func isHeadContinued(_ index: Int) -> Bool {
    tokens.matches(index + 1, "general") || tokens.matches(index + 1, "elect")
      || tokens.matches(index + 1, "executive")
  }

  private func isModifier(_ index: Int, of next: Int) -> Bool {
    if tokens.has(index, [.titleModifier, .demonym, .group, .country, .region]) {
      // "in the state president …" reads otherwise only with a mark between, which stops here.
      return tokens.isCapital(index)
        || !tokens.has(index, [.demonym, .group, .country, .region])
        || tokens.has(index, .titleModifier)
    }
    // "Council president Ana Ruiz": the office, unless it is part of a longer name.
    if tokens.has(index, .organizationNoun), isHead(next),
      index == 0 || !tokens.isCapital(index - 1) || tokens.sentence(of: index).start == index
    {
      return tokens.shape(index) != .mark && !tokens.matches(index - 1, "'s")
    }
    // "vice president", "prime minister": heads before heads.
    return isHead(index) && isHead(next)
  }

  private func isDeterminer(_ index: Int) -> Bool {
    tokens.matches(index, "the") || tokens.matches(index, "a") || tokens.matches(index, "an")
      || tokens.matches(index, "its") || tokens.matches(index, "their")
      || tokens.matches(index, "his") || tokens.matches(index, "her")
      || tokens.matches(index, "our")
  }

  private func isPhraseEnd(_ index: Int) -> Bool {
    switch tokens.shape(index) {
    case .mark: return true
    case .lower: return !tokens.matches(index, "'s") && !tokens.matches(index, "and")
    case .capital, .allCapitals, .initial, .inner, .number: return false
    }
  }
}

extension String {
  /// The first place where a short word stands in it.
  fileprivate func firstOccurrence(of word: String) -> Range<String.Index>? {
    let bytes = Array(utf8)
    let wanted = Array(word.utf8)
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
    for start in 0...(bytes.count - wanted.count)
    where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
      let lower = utf8.index(utf8.startIndex, offsetBy: start)
      return lower..<utf8.index(lower, offsetBy: wanted.count)
    }
    return nil
  }
}
