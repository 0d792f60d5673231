import ArticleModel

/// Votes for the kind of a name by the words around it.
struct NameContext {
  let tokens: NameTokens
  let titles: TitleFinder

  init(_ tokens: NameTokens) {
    self.tokens = tokens
    titles = TitleFinder(tokens)
  }

  /// Adds to a candidate what stands before and after it: votes, and titles.
  func weigh(_ candidate: inout NameCandidate) {
    let sentence = tokens.sentence(of: candidate.tokens.start)
    weighBefore(&candidate, sentence)
    weighAfter(&candidate, sentence)
  }

  // MARK: - Implementation

  private func weighBefore(_ candidate: inout NameCandidate, _ sentence: TokenRange) {
    let before = candidate.tokens.start - 1
    guard before >= sentence.start else { return }
    if tokens.has(before, .address), tokens.shape(before) != .lower {
      candidate.votes.person += NameParser.certain
    }
    if candidate.titles.isEmpty, candidate.votes.person > 0 || candidate.votes.winner == nil,
      tokens.has(before, [.title, .role, .titleObject, .titleModifier]),
      let title = titles.title(before: candidate.tokens.start)
    {
      candidate.titles.append(title)
      candidate.votes.person += 8
    }
    if tokens.has(before, .kin) { candidate.votes.person += 5 }
    if tokens.has(before, .locative) {
      let isIn =
        tokens.matches(before, "in") || tokens.matches(before, "near")
        || tokens.matches(before, "across")
      let isTo =
        tokens.matches(before, "to") || tokens.matches(before, "from")
        || tokens.matches(before, "via") || tokens.matches(before, "into")
      candidate.votes.place += isIn ? 5 : isTo ? 1 : 2
    } else if tokens.matches(before, "the") {
      candidate.votes.person -= 4
      candidate.votes.organization += 3
    } else if tokens.has(before, .speech) {
      candidate.votes.person += 2
    } else if tokens.matches(before, "by") {
      candidate.votes.person += 1
    } else if tokens.has(before, .direction), tokens.shape(before) == .lower {
      candidate.votes.place += 6
    }
  }

  private func weighAfter(_ candidate: inout NameCandidate, _ sentence: TokenRange) {
    let after = candidate.tokens.end
    guard after < sentence.end else { return }
    if tokens.has(after, .speech), tokens.shape(after) == .lower {
      candidate.votes.person += 3
      candidate.votes.organization += 1
      return
    }
    if tokens.matches(after, ","), after + 1 < sentence.end {
      if tokens.shape(after + 1) == .number, after + 2 < sentence.end,
        tokens.matches(after + 2, ",")
      {
        if tokens.lower(after + 1).count <= 2 { candidate.votes.person += 8 }
      } else if tokens.matches(after + 1, "who") {
        candidate.votes.person += 6
      } else if tokens.has(after + 1, [.country, .region]), tokens.isCapital(after + 1) {
        candidate.votes.place += 4
      }
      if candidate.votes.person > 0 || candidate.votes.winner == nil, candidate.form == .name,
        let title = titles.title(after: after)
      {
        candidate.titles.append(title)
        candidate.votes.person += 5
      }
      return
    }
    if tokens.matches(after, "who") { candidate.votes.person += 4 }
    if tokens.matches(after, "("), after + 2 < sentence.end, tokens.matches(after + 2, ")") {
      if tokens.shape(after + 1) == .allCapitals { candidate.votes.organization += 5 }
      if tokens.shape(after + 1) == .number, tokens.lower(after + 1).count <= 2 {
        candidate.votes.person += 6
      }
    }
    if tokens.shape(after) == .lower, tokens.has(after, .role), candidate.votes.person < 5 {
      candidate.votes.organization += 2
      candidate.votes.place += 1
    }
  }
}
