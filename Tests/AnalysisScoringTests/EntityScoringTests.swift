import ArticleModel
import Testing

@testable import AnalysisScoring

/// Names and whom mentions were linked to, gold beside found, with figures counted by hand.
///
/// Labels of the gold are `kind entity form`, of what was found `entity kind form`.
@Suite struct EntityScoringTests {
  @Test func allIsRight() {
    let score = score(
      gold: "{person a name:Ana Ruiz} left {place b name:Orlo}. {person a pronoun:She} rests.",
      found: "{a person name:Ana Ruiz} left {b place name:Orlo}. {a person pronoun:She} rests.")
    #expect(score.named.byKind == ["person": tally(1, 0, 0), "place": tally(1, 0, 0)])
    #expect(score.named.anyKind == tally(2, 0, 0))
    #expect(score.links[.thirdPerson] == links(1, 0, 0))
    #expect(score.clusters.muc == 1 && score.clusters.bCubed == 1 && score.clusters.ceafE == 1)
  }

  /// A short span, a wrong kind, and a kind that is not scored.
  @Test func namesByKind() {
    let gold = """
      {person a name:Ana Ruiz} left {place b name:Orlo} for {organization c name:Marl Bank}, \
      with {group d name:Orlans}.
      """
    let found = """
      Ana {a person name:Ruiz} left {b organization name:Orlo} for {c organization name:Marl Bank}, \
      with Orlans.
      """
    let strict = score(gold: gold, found: found).named
    #expect(strict.byKind["person"] == tally(0, 1, 1))
    #expect(strict.byKind["place"] == tally(0, 0, 1))
    #expect(strict.byKind["organization"] == tally(1, 1, 0))
    #expect(strict.byKind["group"] == nil)
    #expect(strict.anyKind == tally(2, 1, 1))
    let overlap = score(gold: gold, found: found, matching: .overlap).named
    #expect(overlap.byKind["person"] == tally(1, 0, 0))
    #expect(overlap.byKind["place"] == tally(0, 0, 1))
    #expect(overlap.anyKind == tally(3, 0, 0))
  }

  /// Only names are names: a pronoun that was found is no spurious one.
  @Test func pronounsAreNoNames() {
    let score = score(
      gold: "{person a name:Ruiz} rests.", found: "{a person name:Ruiz} {a person pronoun:rests}.")
    #expect(score.named.byKind == ["person": tally(1, 0, 0)])
    #expect(score.linkedArticles == 0)
  }

  /// The name alone counts where the gold has it beside the whole phrase.
  @Test func namesWithinPhrases() {
    var gold = gold("{person a name:Mayor Ana Ruiz of Orlo} rests.")
    gold.mentions[0].name = CodePointRange(6, 14)
    let found = found("Mayor {a person name:Ana Ruiz} of Orlo rests.")
    let score = score(gold, found)
    #expect(score.named.byKind == ["person": tally(1, 0, 0)])
  }

  @Test func linksOfPeople() {
    let gold = """
      {person a name:Ana Ruiz} met {person b name:Ben Orlo}. {person a pronoun:She} told \
      {person b nominal:the minister} that {person b pronoun:he} was late. \
      {person a pronoun:I} agree. {person c pronoun:It} was nobody.
      """
    // "he" is given to Ruiz, "the minister" to nobody; "I" is right.
    let found = """
      {a person name:Ana Ruiz} met {b person name:Ben Orlo}. {a person pronoun:She} told \
      the minister that {a person pronoun:he} was late. {a person pronoun:I} agree. It was nobody.
      """
    let score = score(gold: gold, found: found)
    #expect(score.linkedArticles == 1)
    #expect(score.links[.thirdPerson] == links(1, 1, 0))
    #expect(score.links[.nominal] == links(0, 0, 1))
    #expect(score.links[.firstOrSecondPerson] == links(1, 0, 0))
    // The gold names nobody for "It".
    #expect(score.links[.otherPronoun] == links(0, 0, 0))
    let both = score.links.rows.last
    #expect(both?.name == "pronoun3+nominal" && both?.tally == links(1, 1, 1))
    #expect(both?.tally.accuracy == 1.0 / 3 && both?.tally.precision == 0.5)
  }

  /// An entity stands for the person to whom most of its names belong.
  @Test func anEntityWithNamesOfTwoPeople() {
    let gold = """
      {person a name:Ruiz} met {person b name:Orlo}. {person b name:Orlo} left. \
      {person b pronoun:He} rests.
      """
    let found = """
      {x person name:Ruiz} met {x person name:Orlo}. {x person name:Orlo} left. \
      {x person pronoun:He} rests.
      """
    #expect(score(gold: gold, found: found).links[.thirdPerson] == links(1, 0, 0))
    // Of as many names the first decides.
    let even = "{person a name:Ruiz} met {person b name:Orlo}. {person b pronoun:He} rests."
    let evenFound = "{x person name:Ruiz} met {x person name:Orlo}. {x person pronoun:He} rests."
    #expect(score(gold: even, found: evenFound).links[.thirdPerson] == links(0, 1, 0))
  }

  /// A found mention inside the gold's phrase is taken for it where it covers the phrase's head.
  @Test func mentionsInsidePhrases() {
    var gold = gold(
      "{person a name:Ruiz} left. {person a nominal:The old mayor of Orlo} rests.")
    gold.mentions[1].head = CodePointRange(19, 24)
    let found = found("{a person name:Ruiz} left. The {a person title:old mayor} of Orlo rests.")
    #expect(score(gold, found).links[.nominal] == links(1, 0, 0))
  }

  @Test func predicatesAreCountedApart() {
    var gold = gold(
      "{person a name:Ruiz} is {person a nominal:a mayor}. {person a pronoun:She} rests.")
    gold.mentions[1].isAttribute = true
    let score = score(gold, found("{a person name:Ruiz} is a mayor. She rests."))
    #expect(score.links[.attribute] == links(0, 0, 1))
    #expect(score.links[.nominal] == links(0, 0, 0))
  }

  /// The example that papers on these measures use: {1,2,3} {4,5,6,7} against {1,2} {3,4,5} {6,7}.
  @Test func clustersByHand() {
    let score = ClusterScore(
      gold: [[1, 2, 3], [4, 5, 6, 7]], found: [[1, 2], [3, 4, 5], [6, 7]])
    // Links: 3 of 5 found, 3 of 4 right.
    #expect(abs(score.muc - 2 * 0.6 * 0.75 / 1.35) < 1e-12)
    let recall = (2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 0.5 * 4) / 7
    let precision = (1 + 1 + 1.0 / 3 + 2.0 / 3 + 2.0 / 3 + 1 + 1) / 7
    #expect(abs(score.bCubed - 2 * recall * precision / (recall + precision)) < 1e-12)
    // {1,2} goes with the first, {6,7} or {3,4,5} with the second: 4/5 + 2/3.
    let similarity = 4.0 / 5 + 2.0 / 3
    #expect(abs(score.ceafE - 2 * similarity / 5) < 1e-12)
    #expect(abs(score.conll - (score.muc + score.bCubed + score.ceafE) / 3) < 1e-12)
  }

  @Test func clustersOfNothing() {
    #expect(ClusterScore(gold: [], found: []).conll == 0)
    #expect(ClusterScore(gold: [[1, 2]], found: []).conll == 0)
    #expect(ClusterScore(gold: [], found: [[1, 2]]).conll == 0)
  }

  @Test func nothingFoundAndNothingToFind() {
    let text = "{person a name:Ruiz} left. {person a pronoun:She} rests."
    let missed = score(gold: text, found: "Ruiz left. She rests.")
    #expect(missed.named.byKind == ["person": tally(0, 0, 1)])
    #expect(missed.links[.thirdPerson] == links(0, 0, 1))
    let extra = score(gold: "Ruiz left.", found: "{a person name:Ruiz} left.")
    #expect(extra.named.byKind == ["person": tally(0, 1, 0)])
    #expect(extra.linkedArticles == 0)
  }

  // MARK: - Implementation

  private func tally(_ right: Int, _ extra: Int, _ missed: Int) -> NamedMentionScore.Tally {
    .init(right: right, extra: extra, missed: missed)
  }

  private func links(_ right: Int, _ wrong: Int, _ unlinked: Int) -> PeopleLinkScore.Tally {
    .init(right: right, wrong: wrong, unlinked: unlinked)
  }

  private func score(
    gold: String, found: String, matching: EvaluationOptions.Matching = .strict
  ) -> EntityScorer.Score {
    score(self.gold(gold), self.found(found), matching: matching)
  }

  private func score(
    _ gold: EntityGold, _ found: AnnotatedArticle,
    matching: EvaluationOptions.Matching = .strict
  ) -> EntityScorer.Score {
    var notes = ScoringNotes()
    let document = GoldDocument(article: found.article, labels: [:], layer: gold)
    return EntityScorer(matching: matching).score(document, against: found, notes: &notes)
  }

  private func gold(_ marked: String) -> EntityGold {
    EntityGold(
      mentions: MarkedSpans(marked).stretches.map { stretch in
        let words = MarkedSpans.words(stretch.label)
        return .init(
          range: stretch.span, kind: words[0], entity: words[1], isNamed: words[2] == "name",
          form: words[2], name: nil, head: nil, isAttribute: false)
      })
  }

  private func found(_ marked: String) -> AnnotatedArticle {
    let text = MarkedSpans(marked)
    var annotated = text.annotated
    var numbers: [String: Int] = [:]
    let evidence = Evidence("test", confidence: 0.9)
    for stretch in text.stretches {
      let words = MarkedSpans.words(stretch.label)
      if numbers[words[0]] == nil {
        numbers[words[0]] = annotated.entities.count
        annotated.entities.append(
          Entity(
            name: words[0], kind: Entity.Kind(rawValue: words[1]) ?? .other, evidence: evidence))
      }
      annotated.mentions.append(
        Mention(
          entity: numbers[words[0]] ?? 0, range: stretch.range, sentence: 0,
          form: Mention.Form(rawValue: words[2]) ?? .name, evidence: evidence))
    }
    return annotated
  }
}
