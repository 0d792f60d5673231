package import ArticleModel

/// Finds named mentions (people, organisations, places, groups, other names) with a trained model,
/// and by rules the titles that stand with people.
///
/// Makes one entity for each different name of a kind, with a mention at each place; which of them
/// are one is for ``EntityLinker`` to say. A mention is the name alone, without title, article or
/// possessive; an adjective or people of a country is a mention of form `demonym`.
/// - Complexity: O(*n*) in the number of tokens.
package struct NameRecognizer: AnalysisComponent {
  private let model: NameModel?

  /// - Parameter model: without one, no names are found.
  package init(_ model: NameModel? = AnalysisModels.standard.names) { self.model = model }

  package func annotate(_ article: inout AnnotatedArticle) {
    guard let model else { return }
    let tokens = NameTokens(article)
    var names = NameTagger(model).names(in: tokens).map { name in
      FoundName(
        tokens: name.tokens, range: tokens.range(name.tokens), kind: name.kind,
        probability: name.probability,
        evidence: Evidence(
          "names.model", confidence: model.confidence.share(at: name.probability)))
    }
    let unnoticed = UnnoticedNames(tokens)
    names.removeAll { unnoticed.isRoad($0.tokens) }
    NameAgreement(tokens).settle(&names)
    for index in names.indices { settle(&names[index], tokens) }
    PersonTitles(tokens).add(to: &names)
    names = NameExtension(tokens).extend(names)
    names += HyphenatedNames(tokens).names(beside: names)
    names += unnoticed.names(beside: names)
    record(names, tokens, in: &article)
  }

  // MARK: - Implementation

  /// What the parts of the document say: "KENN (Cascade Wire) —" is a place, and in brackets an
  /// agency.
  private func settle(_ name: inout FoundName, _ tokens: NameTokens) {
    let parts = tokens.article.parts
    guard let dateline = parts.dateline, dateline.contains(name.range) else { return }
    if tokens.matches(name.tokens.start - 1, "(") {
      name.kind = .organization
    } else if parts.datelinePlace?.contains(name.range) == true {
      name.kind = .place
    } else {
      return
    }
    name.evidence = Evidence("name.dateline", confidence: 0.95)
  }

  private func record(
    _ names: [FoundName], _ tokens: NameTokens, in article: inout AnnotatedArticle
  ) {
    let titles = TitleFinder(tokens)
    var known: [NameKey: Int] = [:]
    var mentions: [Mention] = article.mentions
    for name in names {
      guard !name.range.isEmpty else { continue }
      if name.kind != .person, isRoleInByline(name, tokens) { continue }
      let text = Array(article.text.line(name.range).utf8)
      let key = NameKey(lower: Array(Tokenizer.lowercased(text[...])), kind: name.kind)
      let entity: Int
      if let found = known[key] {
        entity = found
      } else {
        entity = article.entities.count
        known[key] = entity
        article.entities.append(
          Entity(name: article.text.line(name.range), kind: name.kind, evidence: name.evidence))
      }
      if name.kind == .person {
        for title in name.titles {
          let text = titles.text(title)
          if !article.entities[entity].titles.contains(text) {
            article.entities[entity].titles.append(text)
          }
        }
      }
      mentions.append(
        Mention(
          entity: entity, range: name.range,
          sentence: Int(article.tokens[name.tokens.start].sentence),
          form: name.kind == .group ? .demonym : .name, evidence: name.evidence))
    }
    article.mentions = mentions.sorted { $0.range < $1.range }
  }

  /// "By Ana Ruiz, Crime Correspondent": what the author does, no name.
  private func isRoleInByline(_ name: FoundName, _ tokens: NameTokens) -> Bool {
    guard let byline = tokens.article.parts.byline, byline.contains(name.range) else {
      return false
    }
    return tokens.has(name.tokens.end - 1, [.title, .role])
  }

  private struct NameKey: Hashable {
    /// The name in lower case.
    var lower: [UInt8]
    var kind: Entity.Kind
  }
}
