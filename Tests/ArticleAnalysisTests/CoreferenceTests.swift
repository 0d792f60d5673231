import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct CoreferenceTests {
  private func read(_ text: String, _ quotations: [Quotation] = []) -> AnnotatedArticle {
    var article = MarkedText(text).annotated(by: [NameRecognizer(), EntityLinker()])
    article.quotations = quotations
    Coreference().annotate(&article)
    return article
  }

  struct LinkCase: Sendable {
    var text: String
    var person: String
    /// The mentions that are no names.
    var mentions: [String]
  }

  static let links: [LinkCase] = [
    // Gender by given name.
    LinkCase(
      text: "Anna Holm met Peter Lund. She thanked him.", person: "Anna Holm", mentions: ["She"]),
    LinkCase(
      text: "Anna Holm met Peter Lund. She thanked him.", person: "Peter Lund", mentions: ["him"]),
    // Gender by form of address.
    LinkCase(
      text: "Mr. Kavas met Ms. Tirol. He left, and she stayed.", person: "Kavas", mentions: ["He"]),
    // The subject before others.
    LinkCase(
      text: "Peter Lund criticized John Marsh. He later left his office.", person: "Peter Lund",
      mentions: ["He", "his"]),
    // The last subject before an earlier one met as often.
    LinkCase(
      text: "Peter Lund left. John Marsh came home. He slept.", person: "John Marsh",
      mentions: ["He"]),
    // Titles by their head and by country.
    LinkCase(
      text: "Foreign Minister Tor Ekeland spoke. Later the foreign minister left.",
      person: "Tor Ekeland", mentions: ["the foreign minister"]),
    LinkCase(
      text: "US Secretary of State Paul Denholm spoke. Later the Secretary of State left.",
      person: "Paul Denholm", mentions: ["the Secretary of State"]),
    LinkCase(
      text: "Ana Ruiz, the mayor of Orlo, spoke. The council thanked the mayor.",
      person: "Ana Ruiz", mentions: ["the mayor of Orlo", "the mayor"]),
    // A title of two people at once is nobody's.
    LinkCase(
      text: "Ministers Jan Verhoef and Pieta de Groot resigned. Then the minister left.",
      person: "Jan Verhoef", mentions: []),
    // Another's title.
    LinkCase(
      text: "French President Luc Morel spoke. Later the German president answered.",
      person: "Luc Morel", mentions: []),
    // Somebody without a name comes between.
    LinkCase(
      text: "Peter Lund waited. A man entered the hall. He was armed.", person: "Peter Lund",
      mentions: []),
    // What stands before a name says who that is.
    LinkCase(
      text:
        "He met the philosopher Ana Ruiz and Kenn's coach, Tom Marsh. The plan Mayor Ines Wolf had failed.",
      person: "Ana Ruiz", mentions: ["the philosopher"]),
    LinkCase(
      text:
        "He met the philosopher Ana Ruiz and Kenn's coach, Tom Marsh. The plan Mayor Ines Wolf had failed.",
      person: "Tom Marsh", mentions: ["Kenn's coach"]),
    LinkCase(
      text: "The plan Mayor Ines Wolf had failed.", person: "Ines Wolf", mentions: []),
    // What somebody is said to be.
    LinkCase(
      text: "Anna Holm is a French novelist. Critics praised the novelist.", person: "Anna Holm",
      mentions: ["the novelist"]),
    // Age and gender alone, of somebody spoken of last.
    LinkCase(
      text: "Peter Lund was arrested. Police said the man was armed.", person: "Peter Lund",
      mentions: ["the man"]),
    LinkCase(
      text: "A man was arrested. Peter Lund said the man was armed.", person: "Peter Lund",
      mentions: []),
    LinkCase(
      text: "Peter Lund was arrested. Police asked the man who lives next door.",
      person: "Peter Lund", mentions: []),
    LinkCase(
      text: "Anna Holm, 34, beat Eva Lind, 29. The 29-year-old was tired.", person: "Eva Lind",
      mentions: ["The 29-year-old"]),
    // The converse of what is said.
    LinkCase(
      text: "Anna Holm was born in Oslo, the daughter of Peter Holm. She loved her father.",
      person: "Peter Holm", mentions: ["her father"]),
    LinkCase(
      text: "Peter Lund married Eva Lind in 2003. He left his wife in 2010.", person: "Eva Lind",
      mentions: ["his wife"]),
    LinkCase(
      text: "Peter Lund came with his son, John Lund. Later John Lund thanked his father.",
      person: "Peter Lund", mentions: ["his", "his father"]),
    // What somebody is to another, with the name and later without it.
    LinkCase(
      text: "Peter Lund waited. His sister Anna Holm came home. Later his sister left.",
      person: "Anna Holm", mentions: ["His sister", "his sister"]),
    LinkCase(
      text: "Peter Lund's wife, Anna Holm, waited.", person: "Anna Holm",
      mentions: ["Peter Lund's wife"]),
    LinkCase(
      text: "Anna Holm met Peter Lund. His sister left.", person: "Anna Holm", mentions: []),
    // No singular "they".
    LinkCase(text: "Peter Lund waited. They came.", person: "Peter Lund", mentions: []),
  ]

  @Test(arguments: links) func linksTitlesAndPronouns(example: LinkCase) {
    let article = read(example.text)
    let found = article.mentions.filter {
      article.entities[$0.entity].name == example.person && $0.form != .name
    }
    #expect(found.map { article.text[$0.range] } == example.mentions)
  }

  static let organizations: [LinkCase] = [
    LinkCase(
      text: "The Orlo Museum closed. The museum denies it.", person: "Orlo Museum",
      mentions: ["The museum"]),
    LinkCase(
      text: "The shipping company Kenn Lines left. The company pays.", person: "Kenn Lines",
      mentions: ["The company"]),
    LinkCase(
      text: "The Ministry of Trade waited. An official at the ministry resigned.",
      person: "Ministry of Trade", mentions: ["the ministry"]),
    // Part of a longer phrase, and two that are meant equally.
    LinkCase(
      text: "The Orlo Museum closed. The museum director left.", person: "Orlo Museum",
      mentions: []),
    LinkCase(
      text: "The Orlo Museum and the Kenn Museum closed. The museum denies it.",
      person: "Kenn Museum", mentions: []),
  ]

  @Test(arguments: organizations) func linksNounsToOrganizations(example: LinkCase) {
    linksTitlesAndPronouns(example: example)
  }

  private func quotation(_ marked: MarkedText, _ kind: Quotation.Kind) -> Quotation {
    func ranges(_ label: String) -> [TextRange] {
      marked.stretches.filter { $0.label == label }.map(\.range)
    }
    return Quotation(
      kind: kind, content: ranges("content"), source: ranges("source"), cue: ranges("cue"),
      cueLemma: "say", speaker: nil, attitude: .assertion, paragraph: 0, sentence: 0,
      evidence: .given)
  }

  struct SpeakerCase: Sendable {
    var text: String
    var speaker: String?
  }

  static let speakers: [SpeakerCase] = [
    SpeakerCase(text: "\"{content:We lost},\" {source:Ana Ruiz} {cue:said}.", speaker: "Ana Ruiz"),
    SpeakerCase(
      text: "\"{content:We lost},\" {source:Mayor Ana Ruiz} {cue:said}.", speaker: "Ana Ruiz"),
    SpeakerCase(
      text: "\"{content:We lost},\" {cue:said} {source:Ana Ruiz, a spokeswoman for Orlo Port}.",
      speaker: "Ana Ruiz"),
    SpeakerCase(
      text: "Ana Ruiz came. \"{content:We lost},\" {source:she} {cue:said}.", speaker: "Ana Ruiz"),
    SpeakerCase(
      text: "Mayor Ana Ruiz came. \"{content:We lost},\" {source:the mayor} {cue:said}.",
      speaker: "Ana Ruiz"),
    SpeakerCase(
      text: "{source:The US administration} {cue:said} {content:it had lost}.",
      speaker: "US administration"),
    SpeakerCase(text: "{source:Reuters} {cue:said} {content:it had lost}.", speaker: "Reuters"),
    SpeakerCase(
      text: "The Orlo Museum closed. {source:It} {cue:said} {content:the alarm had failed}.",
      speaker: "Orlo Museum"),
    SpeakerCase(
      text: "Ana Ruiz, {source:who} {cue:claimed} {content:it had lost}, left.", speaker: "Ana Ruiz"
    ),
    SpeakerCase(
      text:
        "The shipping company Kenn Lines left. {source:The group} {cue:said} {content:it had lost}.",
      speaker: "Kenn Lines"),
    // Unnamed sources.
    SpeakerCase(
      text:
        "The shipping company Kenn Lines met a group of drivers. {source:The group} {cue:said} {content:it lost}.",
      speaker: nil),
    SpeakerCase(
      text: "The mayor met drivers {source:who} {cue:said} {content:it lost}.", speaker: nil),
    SpeakerCase(text: "{source:A senior US official} {cue:said} {content:it lost}.", speaker: nil),
    SpeakerCase(text: "{source:Officials in Kenya} {cue:said} {content:it lost}.", speaker: nil),
    SpeakerCase(
      text: "{source:A spokesman for Ana Ruiz} {cue:said} {content:it lost}.", speaker: nil),
    SpeakerCase(text: "{source:Ana Ruiz's lawyer} {cue:said} {content:she lost}.", speaker: nil),
    SpeakerCase(text: "{source:Critics} {cue:said} {content:it lost}.", speaker: nil),
  ]

  @Test(arguments: speakers) func namesTheSpeaker(example: SpeakerCase) {
    let marked = MarkedText(example.text)
    let article = read(marked.text, [quotation(marked, .direct)])
    #expect(article.quotations[0].speaker.map { article.entities[$0].name } == example.speaker)
  }

  @Test(arguments: [
    // Whoever spoke goes on, not whom the reporter named in between.
    """
    "We are ready," said Otto Brandt, after Paul Lindgren and Emil Strand had left the room. "It will \
    be a long night," he added.
    """,
    // Nor whom the speaker only speaks of.
    """
    "Paul Lindgren and I spoke for an hour," said Otto Brandt. He added that the talks had gone well.
    """,
  ]) func whoeverSpokeGoesOn(text: String) {
    let article = ArticleAnalyzer().analyze(
      Article(id: "test", text: ArticleText(text), format: "text"))
    let speakers = article.quotations.map { $0.speaker.map { article.entities[$0].name } }
    #expect(speakers == ["Otto Brandt", "Otto Brandt"])
  }

  @Test func anExchangeHasTheSpeakersOfTheAskingBeforeIt() {
    let text =
      "Irene Holm told the court of the road.\n\nProsecutor Peter Lund asked her who had closed it.\n\nQ: Did you close it?\n\nA: I did.\n\nQ: Why?"
    var article = MarkedText(text).annotated(by: [
      QuotationMarks(), NameRecognizer(), EntityLinker(), Attribution(), Coreference(),
    ])
    let lines = article.quotations.filter { $0.evidence.how == "quote.transcript" }
    #expect(
      lines.map { $0.speaker.map { article.entities[$0].name } } == [
        "Peter Lund", "Irene Holm", "Peter Lund",
      ])
    #expect(article.mentions(of: "Irene Holm", form: .pronoun).contains("I"))
    // Without it nobody is known.
    article = attributed("Q: Did you close it?\n\nA: I did.")
    Coreference().annotate(&article)
    #expect(article.quotations.allSatisfy { $0.speaker == nil })
  }

  @Test func theFirstPersonInsideQuotationMarksIsTheSpeaker() {
    let marked = MarkedText("\"{content:I lost my way},\" {source:Ana Ruiz} {cue:said}. I did not.")
    let article = read(marked.text, [quotation(marked, .direct)])
    #expect(article.mentions(of: "Ana Ruiz", form: .pronoun) == ["I", "my"])
  }

  @Test func insideHerWordsHeIsSomebodyElse() {
    let marked = MarkedText(
      "Peter Lund ran. \"{content:He is fast},\" {source:John Marsh} {cue:said}.")
    let article = read(marked.text, [quotation(marked, .direct)])
    #expect(article.mentions(of: "Peter Lund", form: .pronoun) == ["He"])
  }
}
