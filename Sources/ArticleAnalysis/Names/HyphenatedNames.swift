import ArticleModel

/// Finds names that are the first part of a word: "Orlo-based", "UN-led", "Arland-Naro talks".
struct HyphenatedNames {
  private let tokens: NameTokens

  init(_ tokens: NameTokens) { self.tokens = tokens }

  /// The names in hyphenated words that no other name covers.
  func names(beside found: [FoundName]) -> [FoundName] {
    var covered = Array(repeating: false, count: tokens.count)
    var kinds: [[UInt8]: Entity.Kind] = [:]
    for name in found {
      for index in name.tokens.start..<name.tokens.end { covered[index] = true }
      if name.tokens.count == 1 { kinds[Array(tokens.lower(name.tokens.start))] = name.kind }
    }
    var names: [FoundName] = []
    for index in 0..<tokens.count where !covered[index] && tokens.isCapital(index) {
      names += self.names(in: index, kinds)
    }
    return names
  }

  // MARK: - Implementation

  private static let hyphen = UInt8(ascii: "-")

  private func names(in index: Int, _ kinds: [[UInt8]: Entity.Kind]) -> [FoundName] {
    let word = tokens.lower(index)
    guard let hyphen = word.firstIndex(of: Self.hyphen), hyphen > word.startIndex + 1,
      hyphen + 2 < word.endIndex, word.last != Self.hyphen
    else { return [] }
    let start = Int(tokens.article.tokens[index].start)
    let first = word[..<hyphen]
    let rest = word[(hyphen + 1)...]
    let offset = start + hyphen + 1 - word.startIndex
    // Letters outside ASCII may change their length in lower case.
    guard Int(tokens.article.tokens[index].end) - start == word.count else { return [] }
    let isLower = tokens.article.text.utf8[offset].isASCIILowercase
    let firstRange = TextRange(start, offset - 1)
    if isLower {
      guard let kind = kind(of: first, kinds) ?? (tellsPlace(rest) ? .place : nil),
        isParticiple(rest) || tellsPlace(rest)
      else { return [] }
      return [name(index, firstRange, kind)]
    }
    // "Arland-Naro": two names, where both are known.
    guard let kind = kind(of: first, kinds), let other = self.kind(of: rest, kinds), kind == other
    else { return [] }
    return [
      name(index, firstRange, kind), name(index, TextRange(offset, offset + rest.count), kind),
    ]
  }

  private func name(_ index: Int, _ range: TextRange, _ kind: Entity.Kind) -> FoundName {
    FoundName(
      tokens: TokenRange(index, index + 1), range: range, kind: kind, probability: 0.9,
      evidence: Evidence("name.hyphen", confidence: 0.9))
  }

  /// By the article's other names, else by the word lists.
  private func kind(
    of word: ArraySlice<UInt8>, _ kinds: [[UInt8]: Entity.Kind]
  ) -> Entity.Kind? {
    if let kind = kinds[Array(word)] { return kind }
    guard let entry = tokens.lexicon.find(Array(word)) else { return nil }
    let classes = tokens.lexicon[entry].classes
    if !classes.isDisjoint(with: .people) { return .group }
    if classes.contains(.country) { return .place }
    if classes.contains(.common) { return nil }
    if !classes.isDisjoint(with: [.region, .city]) { return .place }
    return classes.contains(.organization) ? .organization : nil
  }

  private func tellsPlace(_ word: ArraySlice<UInt8>) -> Bool {
    word.elementsEqual("based".utf8) || word.elementsEqual("born".utf8)
  }

  private func isParticiple(_ word: ArraySlice<UInt8>) -> Bool {
    word.suffix(2).elementsEqual("ed".utf8) || word.elementsEqual("run".utf8)
      || word.elementsEqual("style".utf8) || word.elementsEqual("like".utf8)
      || word.elementsEqual("made".utf8) || word.elementsEqual("built".utf8)
      || word.elementsEqual("wide".utf8) || word.elementsEqual("held".utf8)
  }
}
