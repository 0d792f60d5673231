import ArticleModel

/// Lets names take the lower-case words that belong to them: "Kusel border crossing", "southern
/// Arland", "Orlo administration".
struct NameExtension {
  let tokens: NameTokens

  init(_ tokens: NameTokens) { self.tokens = tokens }

  func extend(_ candidates: [NameCandidate]) -> [NameCandidate] {
    var extended: [NameCandidate] = []
    extended.reserveCapacity(candidates.count)
    for candidate in candidates {
      var candidate = candidate
      let sentence = tokens.sentence(of: candidate.tokens.start)
      takeHead(&candidate, sentence)
      takeDirection(&candidate, sentence)
      extended.append(candidate)
      if let office = administration(of: candidate, sentence) { extended.append(office) }
    }
    return extended
  }

  // MARK: - Implementation

  private func takeHead(_ candidate: inout NameCandidate, _ sentence: TokenRange) {
    guard candidate.form == .name, candidate.titles.isEmpty else { return }
    let isCountry = tokens.has(candidate.tokens.end - 1, .country)
    guard !isCountry, candidate.votes.person < 8, candidate.votes.organization < 10 else { return }
    let end = candidate.tokens.end
    guard end < sentence.end, tokens.shape(end) == .lower,
      let head = tokens.longestPhrase(at: end, before: sentence.end, .placeLowercaseHead)
    else { return }
    candidate.tokens.end = head.end
    candidate.kind = .place
    candidate.canonical = -1
    candidate.how = "name.place-head"
  }

  private func takeDirection(_ candidate: inout NameCandidate, _ sentence: TokenRange) {
    let before = candidate.tokens.start - 1
    guard candidate.kind == .place, candidate.form == .name, before >= sentence.start,
      tokens.has(before, .direction), tokens.shape(before) == .lower
    else { return }
    candidate.tokens.start = before
    candidate.canonical = -1
    candidate.how = "name.region"
  }

  /// "the Orlo administration" is an organisation beside the place or person in it.
  private func administration(
    of candidate: NameCandidate, _ sentence: TokenRange
  ) -> NameCandidate? {
    let end = candidate.tokens.end
    guard candidate.kind != .organization, candidate.kind != nil, end < sentence.end,
      tokens.has(end, .organizationLowercaseHead), tokens.shape(end) == .lower
    else { return nil }
    var office = NameCandidate(tokens: TokenRange(candidate.tokens.start, end + 1))
    office.kind = .organization
    office.votes.organization = 12
    office.how = "name.administration"
    return office
  }
}
