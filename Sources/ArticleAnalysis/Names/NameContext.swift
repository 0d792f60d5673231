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
    if isOrganizationNoun(before, sentence) {
      candidate.votes.organization += NameParser.certain + 4
    }
    // "known as The Long Road": a work or a nickname.
    if tokens.matches(before, "the"), tokens.shape(before) == .capital, before > sentence.start,
      tokens.matches(before - 1, "as") || tokens.matches(before - 1, "called")
        || tokens.matches(before - 1, "titled")
    {
      candidate.votes.other += 8
    }
    weighTitleBefore(&candidate, sentence)
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

  /// "environmental group Orlo Rivers", "the shipping company Orlo"; not "told the company Ruiz left".
  private func isOrganizationNoun(_ index: Int, _ sentence: TokenRange) -> Bool {
    // "its Danish unit, Orlo,"
    let index = tokens.matches(index, ",") && isOwned(index - 1, sentence) ? index - 1 : index
    guard tokens.has(index, .organizationNoun), tokens.shape(index) == .lower else { return false }
    var place = index - 1
    while place >= max(sentence.start, index - 4), tokens.shape(place) == .lower,
      !tokens.has(place, .function)
    {
      place -= 1
    }
    guard place >= sentence.start, tokens.matches(place, "the") || tokens.matches(place, "a")
    else { return true }
    return place == sentence.start || !tokens.has(place - 1, .speech)
  }

  /// Whether the phrase that ends at `index` opens with a possessive.
  private func isOwned(_ index: Int, _ sentence: TokenRange) -> Bool {
    (max(sentence.start, index - 3)..<max(sentence.start, index)).contains {
      tokens.matches($0, "its") || tokens.matches($0, "their") || tokens.matches($0, "'s")
        || tokens.matches($0, "his") || tokens.matches($0, "her")
    }
  }

  /// "The mayor of Orlo, Ana Ruiz,": a title with its article, a comma, the name, and its end.
  private func weighTitleBefore(_ candidate: inout NameCandidate, _ sentence: TokenRange) {
    guard candidate.form == .name, candidate.votes.person > 0 || candidate.votes.winner == nil
    else { return }
    var comma = (candidate.titles.first?.start ?? candidate.tokens.start) - 1
    while comma > sentence.start, tokens.has(comma, .address) { comma -= 1 }
    guard comma > sentence.start, tokens.matches(comma, ",") else { return }
    let after = candidate.tokens.end
    guard
      after >= sentence.end || tokens.matches(after, ",") || tokens.matches(after, ".")
        || tokens.matches(after, ")")
    else { return }
    guard let title = titles.title(beforeComma: comma) else { return }
    candidate.titles.append(title)
    candidate.votes.person += 8
  }

  /// ", a maker of engines": what the apposition after a name says it is.
  private func weighApposition(_ candidate: inout NameCandidate, at start: Int, _ end: Int) {
    guard tokens.matches(start, "a") || tokens.matches(start, "an") || tokens.matches(start, "the")
    else { return }
    var index = start + 1
    var last = -1
    while index < min(end, start + 7) {
      guard tokens.shape(index) != .mark, !tokens.has(index, .locative),
        !tokens.matches(index, "of"),
        !tokens.matches(index, "that"), !tokens.matches(index, "which"),
        !tokens.matches(index, "for"), !tokens.matches(index, "with"),
        !tokens.matches(index, "based")
      else { break }
      // ", the club's head": somebody.
      if tokens.has(index, [.title, .role]) { return }
      last = index
      index += 1
    }
    guard last > start, tokens.has(last, .organizationNoun), tokens.shape(last) == .lower else {
      return
    }
    candidate.votes.organization += NameParser.certain + 4
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
      weighApposition(&candidate, at: after + 1, sentence.end)
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
