import ArticleModel

/// Tells which entity the words of a quotation's source name.
struct SpeakerLinker {
  private let tokens: NameTokens

  init(_ tokens: NameTokens) { self.tokens = tokens }

  /// The entity at the head of the source; nil where the source is unnamed ("a senior official"),
  /// also when a name stands inside it ("officials in Orlo", "a spokesman for Orlo").
  func speaker(of quotation: Quotation, mentions: [Mention], entities: [Entity]) -> Int? {
    for source in quotation.source {
      if let mention = headMention(in: source, mentions: mentions, entities: entities) {
        return mentions[mention].entity
      }
      if let antecedent = antecedent(of: source, mentions: mentions) { return antecedent }
    }
    return nil
  }

  /// Whom "who" or "which" stands for: the name right before it.
  private func antecedent(of source: TextRange, mentions: [Mention]) -> Int? {
    let relative = tokens.tokens(in: source)
    guard relative.count == 1,
      tokens.matches(relative.start, "who") || tokens.matches(relative.start, "which")
    else { return nil }
    let sentence = tokens.sentence(of: relative.start)
    var end = relative.start
    if end > sentence.start, tokens.matches(end - 1, ",") { end -= 1 }
    guard end > sentence.start else { return nil }
    let last = tokens.range(TokenRange(end - 1, end))
    var index = Self.first(endingAfter: last.start, mentions)
    index = max(0, index - Self.nearby)
    while index < mentions.count, mentions[index].range.start < last.end {
      if mentions[index].range.end == last.end { return mentions[index].entity }
      index += 1
    }
    return nil
  }

  /// How many mentions that begin earlier may end at a word.
  private static let nearby = 4

  /// The index of the mention that is the head of a noun phrase.
  func headMention(in source: TextRange, mentions: [Mention], entities: [Entity]) -> Int? {
    var index = Self.first(endingAfter: source.start, mentions)
    var organization: Int?
    while index < mentions.count, mentions[index].range.start < source.end {
      defer { index += 1 }
      let mention = mentions[index]
      guard source.contains(mention.range), isHead(mention, in: source) else { continue }
      if mention.form == .pronoun || mention.form == .title { return index }
      switch entities[mention.entity].kind {
      case .person: return index
      case .organization, .place, .group, .other:
        // The longest at one place: "Orlo administration" rather than "Orlo".
        if let known = organization {
          if mention.range.count > mentions[known].range.count { organization = index }
        } else {
          organization = index
        }
      }
    }
    return organization
  }

  /// The first mention that ends after an offset.
  /// - Complexity: O(log *n*), and the few mentions that lie inside one another.
  static func first(endingAfter offset: Int, _ mentions: [Mention]) -> Int {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].range.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: - Implementation

  private func isHead(_ mention: Mention, in source: TextRange) -> Bool {
    let name = tokens.tokens(in: mention.range)
    let phrase = tokens.tokens(in: source)
    return endsPhrase(name.end, phrase) && beginsPhrase(name.start, phrase)
  }

  /// Whether what follows the name adds to it rather than being what it stands before.
  private func endsPhrase(_ index: Int, _ phrase: TokenRange) -> Bool {
    guard index < phrase.end else { return true }
    switch tokens.shape(index) {
    case .mark: return !tokens.matches(index, "-") && !tokens.matches(index, "'")
    case .lower:
      return tokens.matches(index, "of") || tokens.matches(index, "who")
        || tokens.matches(index, "and") || tokens.matches(index, "from")
        || tokens.matches(index, "himself") || tokens.matches(index, "herself")
        || tokens.matches(index, "itself") || tokens.matches(index, "in")
        || tokens.matches(index, "with") || tokens.matches(index, "at")
    case .capital, .allCapitals, .initial, .inner, .number: return false
    }
  }

  /// Whether only an article, a title and adjectives stand before the name, or a phrase that a comma
  /// closes ("the mayor, Ana Ruiz").
  private func beginsPhrase(_ index: Int, _ phrase: TokenRange) -> Bool {
    var index = index - 1
    var isTitle = false
    while index >= phrase.start {
      if tokens.matches(index, ",") {
        // "a spokesman for Orlo, Ana Ruiz" and "Ana Ruiz, of Orlo" differ in the word before.
        return true
      }
      if tokens.has(index, [.title, .role, .address, .titleModifier, .titleObject]) {
        isTitle = true
      } else if tokens.matches(index, "of") || tokens.matches(index, "'s") {
        guard isTitle || tokens.has(index + 1, [.titleObject, .titleModifier, .role, .title]) else {
          return false
        }
      } else if isPreposition(index) {
        return isTitle && false
      }
      index -= 1
    }
    return true
  }

  private func isPreposition(_ index: Int) -> Bool {
    let words: [StaticString] = [
      "for", "from", "in", "at", "by", "with", "to", "on", "near", "and", "or", "about", "against",
      "inside", "between", "under", "who", "that", "as", "including", "than", "like",
    ]
    return words.contains { tokens.matches(index, $0) }
  }
}
