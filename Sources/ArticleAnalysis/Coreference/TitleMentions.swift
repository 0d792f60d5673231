import ArticleModel

/// Finds titles that stand for a person ("the foreign minister") and tells whose they are.
struct TitleMentions {
  private let tokens: NameTokens
  private let entities: [Entity]
  private let finder: TitleFinder
  /// People by the last word of each of their titles, in lower case.
  private var byHead: [[UInt8]: [Owner]] = [:]

  private struct Owner {
    var person: Int
    /// The title's words in lower case.
    var words: [ArraySlice<UInt8>]
  }

  init(tokens: NameTokens, entities: [Entity]) {
    self.tokens = tokens
    self.entities = entities
    finder = TitleFinder(tokens)
    for (person, entity) in entities.enumerated() where entity.kind == .person {
      for title in entity.titles.prefix(8) {
        let words = Self.words(Array(Tokenizer.lowercased(Array(title.utf8)[...])))
        let head = Self.head(of: words)
        guard let head, byHead[Array(head), default: []].count < 16 else { continue }
        byHead[Array(head), default: []].append(Owner(person: person, words: words))
      }
    }
  }

  /// Learns what a person is from what follows the name or pronoun: "… is a psychologist".
  mutating func learn(_ person: Int, after end: Int, in sentence: TokenRange) {
    guard end + 2 < sentence.end, isCopula(end),
      tokens.matches(end + 1, "a") || tokens.matches(end + 1, "an")
        || tokens.matches(end + 1, "the")
    else { return }
    var head = -1
    var index = end + 2
    while index < min(sentence.end, end + 9), isAdjective(index) || tokens.isCapital(index) {
      if finder.isHead(index) { head = index }
      index += 1
    }
    guard head == index - 1 else { return }
    let words = ((end + 2)...head).map { tokens.lower($0) }
    let key = Array(tokens.lower(head))
    guard byHead[key, default: []].count < 16 else { return }
    byHead[key, default: []].append(Owner(person: person, words: words))
  }

  /// The title that begins at a definite article: "the Secretary of State".
  func title(at index: Int, in sentence: TokenRange) -> TokenRange? {
    guard tokens.matches(index, "the") else { return nil }
    let limit = min(sentence.end, index + 7)
    var head = index + 1
    while head < limit, !finder.isHead(head) || head + 1 < limit && finder.isHead(head + 1) {
      guard tokens.has(head, [.titleModifier, .demonym, .country, .region, .title, .role]) else {
        return nil
      }
      head += 1
    }
    guard head < limit, finder.isHead(head) else { return nil }
    var end = head + 1
    if tokens.matches(end, "general") || tokens.matches(end, "executive") { end += 1 }
    let object = finder.endOfObject(after: end, before: sentence.end)
    // "the mayor of Orlo" is the mayor; "the minister Ana Ruiz" has her name.
    end = object
    guard end >= sentence.end || !tokens.isCapital(end) else { return nil }
    // "the police chief's brother" is still the chief; "the prime minister candidate" is not.
    if end < sentence.end, tokens.shape(end) == .lower, finder.isHead(end) { return nil }
    return TokenRange(index, end)
  }

  /// The gender of somebody without a name whom an indefinite noun brings in ("a woman"): nil inside
  /// where it cannot be told, nil where nobody is brought in.
  func unnamedPerson(at index: Int, in sentence: TokenRange) -> PersonGender.Gender?? {
    guard tokens.has(index, [.role, .kin]) || isPersonNoun(index) else { return nil }
    guard tokens.shape(index) == .lower, index > sentence.start else { return nil }
    // A title before or after a name brings in nobody new.
    if index + 1 < sentence.end, tokens.isCapital(index + 1) || finder.isHead(index + 1) {
      return nil
    }
    var place = index - 1
    while place > max(sentence.start, index - 5),
      tokens.has(place, [.titleModifier, .demonym]) || isAdjective(place)
    {
      place -= 1
    }
    let opens =
      tokens.matches(place, "a") || tokens.matches(place, "an")
      || tokens.matches(place, "another") || tokens.matches(place, "one")
      || tokens.matches(place, "the") || tokens.matches(place, "his")
      || tokens.matches(place, "her") || tokens.matches(place, "'s")
    guard opens else { return nil }
    if place > sentence.start, tokens.matches(place - 1, ",") { return nil }
    if place > sentence.start, isCopula(place - 1) { return nil }
    if place > sentence.start, tokens.matches(place - 1, "as") { return nil }
    for (word, gender) in Self.genders where tokens.matches(index, word) { return .some(gender) }
    return .some(nil)
  }

  /// The person whose title it is; nil where no one, or more than one, of those near has it.
  func person(of title: TokenRange, among people: RecentPeople) -> Int? {
    var words: [ArraySlice<UInt8>] = []
    for index in (title.start + 1)..<title.end { words.append(tokens.lower(index)) }
    guard let head = Self.head(of: words), let owners = byHead[Array(head)] else { return nil }
    var fitting: [Int] = []
    for owner in owners where agrees(words, owner.words) && !fitting.contains(owner.person) {
      fitting.append(owner.person)
    }
    if fitting.count == 1 { return fitting.first }
    // Several have such a title: the one met last, if the others are further off.
    let near = people.candidates.reversed().filter { fitting.contains($0.entity) }
    guard let last = near.first else { return nil }
    if near.count > 1, near[1].sentence == last.sentence { return nil }
    return last.entity
  }

  // MARK: - Implementation

  private static let genders: [(StaticString, PersonGender.Gender)] = [
    ("man", .male), ("boy", .male), ("father", .male), ("son", .male), ("brother", .male),
    ("husband", .male), ("uncle", .male), ("nephew", .male), ("grandfather", .male),
    ("boyfriend", .male), ("actor", .male), ("spokesman", .male), ("businessman", .male),
    ("gunman", .male), ("policeman", .male), ("woman", .female), ("girl", .female),
    ("mother", .female), ("daughter", .female), ("sister", .female), ("wife", .female),
    ("aunt", .female), ("niece", .female), ("grandmother", .female), ("girlfriend", .female),
    ("actress", .female), ("spokeswoman", .female), ("widow", .female), ("waitress", .female),
  ]

  private func isPersonNoun(_ index: Int) -> Bool {
    let words: [StaticString] = [
      "man", "woman", "boy", "girl", "teenager", "child", "person", "passenger", "customer",
      "policeman", "suspect", "victim", "gunman",
    ]
    return words.contains { tokens.matches(index, $0) }
  }

  private func isAdjective(_ index: Int) -> Bool {
    switch tokens.article.tokens[index].partOfSpeech {
    case .adjective, .numeral, .noun, .unknown: return tokens.shape(index) != .mark
    case .adposition, .adverb, .auxiliary, .coordinatingConjunction, .determiner, .interjection,
      .particle, .pronoun, .properNoun, .punctuation, .subordinatingConjunction, .symbol, .verb,
      .other:
      return false
    }
  }

  private func isCopula(_ index: Int) -> Bool {
    tokens.matches(index, "is") || tokens.matches(index, "was") || tokens.matches(index, "'s")
      || tokens.matches(index, "be") || tokens.matches(index, "became")
      || tokens.matches(index, "been") || tokens.matches(index, "being")
  }

  private static func words(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split(separator: UInt8(ascii: " "))
  }

  /// The last word before "of": "secretary" of "us secretary of state".
  private static func head(of words: [ArraySlice<UInt8>]) -> ArraySlice<UInt8>? {
    var head: ArraySlice<UInt8>?
    for word in words {
      if let head,
        word.elementsEqual("of".utf8) || word.elementsEqual("for".utf8)
          || word.elementsEqual("at".utf8)
      {
        return head
      }
      if word.elementsEqual("general".utf8), head != nil { continue }
      head = word
    }
    return head
  }

  /// Whether every word of the title that stands alone is a word of the person's title; the article
  /// and a country may be left out of either.
  private func agrees(_ words: [ArraySlice<UInt8>], _ known: [ArraySlice<UInt8>]) -> Bool {
    for word in words where !known.contains(word) {
      if word.elementsEqual("the".utf8) || word.elementsEqual("of".utf8) { continue }
      guard isPlace(word) else { return false }
      if samePlace(word, known) || !known.contains(where: { isPlace($0) }) { continue }
      return false
    }
    return true
  }

  private func isPlace(_ word: ArraySlice<UInt8>) -> Bool {
    guard let entry = tokens.lexicon.find(Array(word)) else { return false }
    return !tokens.lexicon[entry].classes.isDisjoint(with: [.country, .demonym, .region])
  }

  private func samePlace(_ word: ArraySlice<UInt8>, _ known: [ArraySlice<UInt8>]) -> Bool {
    guard let entry = tokens.lexicon.find(Array(word)), isPlace(word) else { return false }
    return known.contains { other in
      guard let found = tokens.lexicon.find(Array(other)) else { return false }
      return tokens.lexicon[found].canonical == tokens.lexicon[entry].canonical
    }
  }
}
