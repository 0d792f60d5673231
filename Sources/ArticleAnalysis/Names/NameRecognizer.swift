package import ArticleModel

/// Finds named mentions (people, organisations, places, groups, other names) and the titles that
/// stand with people, by rules over capitals, word lists and context.
///
/// Makes one entity for each different name of a kind, with a mention at each place; which of them
/// are one is for ``EntityLinker`` to say. A mention is the name alone, without title, article or
/// possessive; an adjective or people of a country is a mention of form `demonym`.
/// - Complexity: O(*n*) in the number of tokens.
package struct NameRecognizer: AnalysisComponent {
  package init() {}

  package func annotate(_ article: inout AnnotatedArticle) {
    let tokens = NameTokens(article)
    var parser = NameParser(tokens)
    let runs = NameRuns(tokens)
    for sentence in article.sentences {
      for run in runs.runs(in: sentence.tokens) {
        parser.parse(run.tokens, isInitial: run.isInitial)
      }
    }
    var candidates = parser.candidates
    let context = NameContext(tokens)
    for index in candidates.indices { context.weigh(&candidates[index]) }
    shareTitles(&candidates, tokens)
    var memory = NameMemory(tokens)
    settleDateline(&candidates, tokens)
    memory.settle(&candidates)
    let extender = NameExtension(tokens)
    candidates = extender.extend(candidates)
    record(candidates, tokens, in: &article)
  }

  // MARK: - Implementation

  /// "KENN (Cascade Wire) —": a place, and in brackets an agency.
  private func settleDateline(_ candidates: inout [NameCandidate], _ tokens: NameTokens) {
    guard let dateline = tokens.article.parts.dateline else { return }
    for index in candidates.indices {
      let range = tokens.range(candidates[index].tokens)
      guard dateline.contains(range), candidates[index].form == .name else { continue }
      if tokens.matches(candidates[index].tokens.start - 1, "(") {
        candidates[index].votes.organization += NameParser.certain
      } else if tokens.article.parts.datelinePlace?.contains(range) == true {
        candidates[index].votes.place += NameParser.certain
        candidates[index].isDoubtful = false
      }
    }
  }

  /// "Ministers A and B": both are ministers.
  private func shareTitles(_ candidates: inout [NameCandidate], _ tokens: NameTokens) {
    let titles = TitleFinder(tokens)
    for index in candidates.indices.dropLast() {
      guard let title = candidates[index].titles.first, titles.isPlural(title),
        title.end <= candidates[index].tokens.start
      else { continue }
      let next = index + 1
      let gap = candidates[index].tokens.end
      guard candidates[next].titles.isEmpty, candidates[next].tokens.start == gap + 1,
        tokens.matches(gap, "and") || tokens.matches(gap, ",") || tokens.matches(gap, "&")
      else { continue }
      candidates[next].titles = [title]
      candidates[next].votes.person += 8
    }
  }

  private func record(
    _ candidates: [NameCandidate], _ tokens: NameTokens, in article: inout AnnotatedArticle
  ) {
    let titles = TitleFinder(tokens)
    var known: [NameKey: Int] = [:]
    var mentions: [Mention] = article.mentions
    for candidate in candidates {
      guard let kind = candidate.kind else { continue }
      if kind != .person, isRoleInByline(candidate, tokens) { continue }
      let range = tokens.range(candidate.tokens)
      guard !range.isEmpty else { continue }
      let key = NameKey(bytes: tokens.key(candidate.tokens), kind: kind)
      let entity: Int
      if let found = known[key] {
        entity = found
      } else {
        entity = article.entities.count
        known[key] = entity
        article.entities.append(
          Entity(
            name: article.text[range], kind: kind,
            evidence: Evidence(candidate.how, confidence: Self.confidence(of: candidate))))
      }
      if kind == .person {
        for title in candidate.titles {
          let text = titles.text(title)
          if !article.entities[entity].titles.contains(text) {
            article.entities[entity].titles.append(text)
          }
        }
      }
      mentions.append(
        Mention(
          entity: entity, range: range,
          sentence: Int(article.tokens[candidate.tokens.start].sentence), form: candidate.form,
          evidence: Evidence(candidate.how, confidence: Self.confidence(of: candidate))))
    }
    article.mentions = mentions.sorted { $0.range < $1.range }
  }

  /// A first guess by rule: names that word lists know are right more often than others.
  private static func confidence(of candidate: NameCandidate) -> Double {
    let points = candidate.votes.winner?.points ?? 0
    return points >= 12 ? 0.9 : points >= 5 ? 0.75 : 0.5
  }

  /// "By Ana Ruiz, Crime Correspondent": what the author does, no name.
  private func isRoleInByline(_ candidate: NameCandidate, _ tokens: NameTokens) -> Bool {
    guard let byline = tokens.article.parts.byline,
      byline.contains(tokens.range(candidate.tokens))
    else { return false }
    return tokens.has(candidate.tokens.end - 1, [.title, .role])
  }

  private struct NameKey: Hashable {
    var bytes: [UInt8]
    var kind: Entity.Kind
  }
}
