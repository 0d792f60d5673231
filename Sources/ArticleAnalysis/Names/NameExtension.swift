import ArticleModel

/// Lets names take the lower-case words that belong to them: "Kusel border crossing", "southern
/// Arland", "Orlo administration".
struct NameExtension {
  private let tokens: NameTokens

  init(_ tokens: NameTokens) { self.tokens = tokens }

  func extend(_ names: [FoundName]) -> [FoundName] {
    var extended: [FoundName] = []
    extended.reserveCapacity(names.count)
    for name in names {
      var name = name
      let sentence = tokens.sentence(of: name.tokens.start)
      takeHead(&name, sentence)
      takeDirection(&name, sentence)
      extended.append(name)
      if let office = administration(of: name, sentence) { extended.append(office) }
    }
    return extended
  }

  // MARK: - Implementation

  private func takeHead(_ name: inout FoundName, _ sentence: TokenRange) {
    // "the Orlo refinery", though Orlo looks like somebody.
    let isPlain =
      name.kind == .place || name.kind == .other
      || name.kind == .person && name.tokens.count == 1
        && tokens.matches(name.tokens.start - 1, "the")
    guard isPlain, !tokens.has(name.tokens.end - 1, .country) else { return }
    let end = name.tokens.end
    guard end < sentence.end, tokens.shape(end) == .lower,
      let head = tokens.longestPhrase(at: end, before: sentence.end, .placeLowercaseHead)
    else { return }
    take(TokenRange(name.tokens.start, head.end), &name, "name.place-head")
  }

  private func takeDirection(_ name: inout FoundName, _ sentence: TokenRange) {
    let before = name.tokens.start - 1
    guard name.kind == .place, before >= sentence.start, tokens.has(before, .direction),
      tokens.shape(before) == .lower
    else { return }
    take(TokenRange(before, name.tokens.end), &name, "name.region")
  }

  private func take(_ range: TokenRange, _ name: inout FoundName, _ how: String) {
    name.tokens = range
    name.range = tokens.range(range)
    name.kind = .place
    name.evidence.how = how
  }

  /// "the Orlo administration" is an organisation beside the place or person in it.
  private func administration(of name: FoundName, _ sentence: TokenRange) -> FoundName? {
    let end = name.tokens.end
    guard name.kind != .organization, end < sentence.end,
      tokens.has(end, .organizationLowercaseHead), tokens.shape(end) == .lower
    else { return nil }
    let range = TokenRange(name.tokens.start, end + 1)
    return FoundName(
      tokens: range, range: tokens.range(range), kind: .organization,
      probability: name.probability, evidence: Evidence("name.administration", confidence: 0.8))
  }
}
