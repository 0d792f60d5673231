import ArticleModel

/// Settles the kind of each candidate by all the places where its name stands in the article.
struct NameMemory {
  private let tokens: NameTokens
  /// Votes for each name, over all its places.
  private var votes: [[UInt8]: NameCandidate.Votes] = [:]
  /// Names that stand at some place where the capital means something.
  private var sure: Set<[UInt8]> = []
  /// The last words of people's full names, and their first words.
  private var surnames: Set<WordID> = []
  private var firstNames: Set<WordID> = []
  /// The first words of organisations' names of several words.
  private var organizations: Set<WordID> = []

  init(_ tokens: NameTokens) { self.tokens = tokens }

  mutating func settle(_ candidates: inout [NameCandidate]) {
    let keys = candidates.map { tokens.key($0.tokens) }
    for (index, candidate) in candidates.enumerated() where candidate.kind == nil {
      votes[keys[index], default: NameCandidate.Votes()] += candidate.votes
      if !candidate.isDoubtful { sure.insert(keys[index]) }
    }
    rememberPeople(candidates, keys)
    for index in candidates.indices where candidates[index].kind == nil {
      candidates[index].kind = kind(of: candidates[index], keys[index])
    }
  }

  // MARK: - Implementation

  /// First words that many names have in common.
  private static let shared: WordClasses = [
    .common, .city, .country, .region, .demonym, .group, .firstName, .direction, .titleModifier,
    .organizationOpener, .organizationHead, .placeOpener, .title, .role,
  ]

  private mutating func rememberPeople(_ candidates: [NameCandidate], _ keys: [[UInt8]]) {
    for (index, candidate) in candidates.enumerated() where candidate.kind == nil {
      guard candidate.tokens.count >= 2, let winner = votes[keys[index]]?.winner else { continue }
      if winner.kind == .organization, winner.points >= 10,
        !tokens.has(candidate.tokens.start, Self.shared)
      {
        organizations.insert(tokens.article.tokens[candidate.tokens.start].lower)
      }
      guard winner.kind == .person else { continue }
      surnames.insert(tokens.article.tokens[candidate.tokens.end - 1].lower)
      firstNames.insert(tokens.article.tokens[candidate.tokens.start].lower)
    }
  }

  private func kind(of candidate: NameCandidate, _ key: [UInt8]) -> Entity.Kind? {
    let range = candidate.tokens
    let total = votes[key] ?? NameCandidate.Votes()
    let winner = total.winner
    if range.count == 1 {
      let word = tokens.article.tokens[range.start].lower
      // A surname or given name of somebody named in full here.
      if tokens.shape(range.start) != .allCapitals,
        winner?.kind == .person || (winner?.points ?? 0) < 12
      {
        if surnames.contains(word) { return .person }
        if firstNames.contains(word), tokens.has(range.start, .firstName) { return .person }
      }
      // "Orlo" after "Orlo Lines".
      if organizations.contains(word), winner?.kind != .person, (winner?.points ?? 0) < 8,
        !tokens.has(range.start, .common)
      {
        return .organization
      }
      if candidate.isDoubtful, !sure.contains(key) {
        // A word that stands with a capital only where every word does.
        let isWord = tokens.has(range.start, .common) || tokens.lowercaseCount[Int(word.index)] > 0
        if isWord || (winner?.points ?? 0) < 2 { return nil }
      }
      if tokens.has(range.start, .common), (winner?.points ?? 0) < 5 { return nil }
    }
    return winner?.kind ?? (range.count == 1 ? nil : .other)
  }
}
