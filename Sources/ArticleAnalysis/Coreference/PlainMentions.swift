import ArticleModel

/// Finds phrases that say no more of somebody than age and gender, and point at one just spoken of:
/// "the man", "this young woman", "the 34-year-old".
struct PlainMentions {
  private let tokens: NameTokens
  private let nouns: PersonNouns
  /// The tags of verbs that describe: "the man wearing a hat", "the boy named Tom".
  private let participles: Set<WordID>

  struct Phrase {
    var tokens: TokenRange
    var gender: PersonGender.Gender?
    /// In years.
    var age: Int?
  }

  /// By the number that a name's apposition gives: people of that age.
  private var people: [Int: [Int]] = [:]

  init(_ tokens: NameTokens, nouns: PersonNouns) {
    self.tokens = tokens
    self.nouns = nouns
    participles = Set(["VBN", "VBG"].compactMap { tokens.article.words.find($0) })
  }

  /// The phrase that begins at an article.
  func phrase(at index: Int, in sentence: TokenRange) -> Phrase? {
    guard
      tokens.matches(index, "the") || tokens.matches(index, "this") || tokens.matches(index, "that")
    else { return nil }
    var noun = index + 1
    while noun < min(sentence.end, index + 4), !nouns.isPlain(noun), !isAge(noun),
      tokens.article.tokens[noun].partOfSpeech == .adjective
    {
      noun += 1
    }
    if isAge(noun), nouns.isPlain(noun + 1) { noun += 1 }
    guard noun < sentence.end, isAge(noun) || nouns.isPlain(noun) && tokens.shape(noun) == .lower,
      isEnd(noun + 1, sentence)
    else { return nil }
    return Phrase(
      tokens: TokenRange(index, noun + 1), gender: nouns.gender(noun),
      age: isAge(noun) ? age(noun) : nil)
  }

  /// Learns a person's age from what follows the name: "Ana Ruiz, 34, …".
  mutating func learn(_ person: Int, after end: Int, in sentence: TokenRange) {
    guard end + 1 < sentence.end, tokens.matches(end, ","), let age = number(tokens.lower(end + 1)),
      end + 2 >= sentence.end || tokens.shape(end + 2) == .mark
    else { return }
    if !people[age, default: []].contains(person) { people[age, default: []].append(person) }
  }

  /// Those whose age the article states as that one.
  func people(aged age: Int) -> [Int] { people[age] ?? [] }

  /// Whether the article states another age of that person.
  func contradicts(_ person: Int, _ age: Int) -> Bool {
    people.contains { $0.key != age && $0.value.contains(person) }
  }

  // MARK: - Implementation

  /// Whether the word is like "34-year-old".
  private func isAge(_ index: Int) -> Bool {
    let word = tokens.lower(index)
    return word.count > 9 && word.suffix(9).elementsEqual("-year-old".utf8)
  }

  private func age(_ index: Int) -> Int? { number(tokens.lower(index).dropLast(9)) }

  /// A number of at most three digits.
  private func number(_ word: ArraySlice<UInt8>) -> Int? {
    guard (1...3).contains(word.count), word.allSatisfy(\.isASCIIDigit) else { return nil }
    return word.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// Whether nothing behind the phrase says which one: "the man who left", "the boy in the picture".
  private func isEnd(_ index: Int, _ sentence: TokenRange) -> Bool {
    guard index < sentence.end, !tokens.matches(index, "'s") else { return true }
    if tokens.isCapital(index) { return false }
    switch tokens.article.tokens[index].partOfSpeech {
    case .auxiliary, .adverb, .coordinatingConjunction, .punctuation, .particle: return true
    case .verb: return !participles.contains(tokens.article.tokens[index].tag)
    case .unknown, .adjective, .adposition, .determiner, .interjection, .noun, .numeral, .pronoun,
      .properNoun, .subordinatingConjunction, .symbol, .other:
      return false
    }
  }
}
