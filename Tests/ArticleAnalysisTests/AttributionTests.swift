import ArticleModel
import Testing

@testable import ArticleAnalysis

/// The layers up to attribution.
func attributed(_ text: String) -> AnnotatedArticle {
  layers(
    of: text,
    [
      DocumentStructure(), Tokenizer(), SentenceSplitter(), Tagger(), DependencyParser(),
      QuotationMarks(),
      Attribution(),
    ])
}

@Suite struct AttributionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var kind: Quotation.Kind
    var marked: String
    var testDescription: String { marked }

    init(_ kind: Quotation.Kind, _ marked: String) {
      self.kind = kind
      self.marked = marked
    }
  }

  /// One attribution each, its parts marked.
  @Test(arguments: [
    // Quotes with the cue behind, between and before.
    Case(.direct, "“{content:We lost the road},” {source:Ana Ruiz} {cue:said}."),
    Case(
      .direct, "“{content:We lost the road},” {cue:said} {source:Ana Ruiz, the minister of trade}."),
    Case(.direct, "\"{content:We lost},\" {source:Ruiz} {cue:said}, \"{content:and it is over.}\""),
    Case(.direct, "\"{content:We lost},\" {source:Ruiz} {cue:said}. \"{content:It is over.}\""),
    Case(.direct, "''{content:We lost},'' {source:she} {cue:said}."),
    Case(.direct, "‘{content:We lost the road},’ {source:the mayor of Orlo} {cue:said}."),
    Case(.direct, "“{content:Did we lose?}” {source:Ana Ruiz} {cue:asked}."),
    Case(.direct, "{source:Ana Ruiz} {cue:said}: “{content:We lost the road. It is over.}”"),
    Case(.direct, "{source:Ana Ruiz} {cue:told} reporters, “{content:We lost the road.}”"),
    Case(.direct, "“{content:We lost},” {source:she} {cue:has repeatedly said}."),
    Case(.direct, "The road was long. {source:She} {cue:went} on: “{content:We lost the road.}”"),
    // Any verb behind or before a quotation reports it.
    Case(.direct, "“{content:We lost the road},” {source:the mayor} {cue:quipped}."),
    Case(.direct, "“{content:We lost the road},” {cue:beamed} {source:Ana Ruiz}."),
    Case(.direct, "“{content:We lost the road.}” {source:Ana Ruiz} {cue:said}."),
    Case(.direct, "“{content:Did we lose?}” {source:Ana Ruiz} {cue:pressed}."),
    Case(
      .direct,
      "“{content:They cried, ‘Go on,’}” {source:Ana Ruiz} {cue:said}."),
    // A quotation that reopens at each sentence and closes once.
    Case(
      .direct,
      "{source:Ana Ruiz} {cue:said}: \"{content:We lost.} \"{content:Nobody came to help.} \"{content:It is over.}\""
    ),
    Case(
      .direct,
      "“{content:We lost the road},” {cue:said} {source:Ana Ruiz}. “{content:Nobody came to help.} “{content:No.} “{content:It is over.}”"
    ),
    Case(
      .direct,
      "“{content:We lost the road.} “{content:Nobody came to help.} “{content:It is over},” {source:she} {cue:said}."
    ),
    Case(.direct, "{source:Ana Ruiz} {cue:sang}, “{content:The road is long.}”"),
    Case(.direct, "“{content:We lost the road},” {source:the official} {cue:said}."),
    Case(.direct, "A letter on that: “{content:We lost},” {source:Ruiz} {cue:wrote}."),
    Case(
      .direct,
      "“{content:We lost},” {source:Ana Ruiz} {cue:said} of a road whose end nobody knew, “{content:but we will be back.}”"
    ),
    Case(
      .direct,
      "{source:Ruiz} {cue:said}, “{content:We will see},” when the council met on the road."),
    Case(.direct, "From {source:the report}{cue::} “{content:We lost the road.}”"),
    // Signed.
    Case(.direct, "“{content:We lost the road.}” {cue:—} {source:Ana Ruiz}"),
    Case(.direct, "“{content:We lost the road.}”\n\n{cue:―} {source:Ana Ruiz}, Lisbon."),
    // A paragraph left open goes on in the next.
    Case(
      .direct,
      "“{content:We lost the road.}\n\n“{content:We lost the bridge},” {source:Ruiz} {cue:said}."),
    // Mixed.
    Case(.mixed, "{source:Ruiz} {cue:said} {content:that the road was “lost for good” last year}."),
    Case(.mixed, "{source:Ana Ruiz} {cue:called} {content:the plan “a bad joke”}."),
    // Speech without marks.
    Case(.indirect, "{source:The mayor} {cue:said} {content:the road was lost}."),
    Case(
      .indirect,
      "{source:Ruiz, the minister of trade}, {cue:said} {content:that the road was lost}."),
    Case(.indirect, "{content:The road was lost}, {source:a senior official} {cue:said}."),
    Case(
      .indirect,
      "{content:On top of that}, {source:Ruiz} {cue:said}, {content:it would be good to have a bridge}."
    ),
    Case(.indirect, "{cue:According to} {source:the police}, {content:two people were hurt}."),
    Case(.indirect, "{content:Two people were hurt}, {cue:according to} {source:the police}."),
    Case(.indirect, "{source:Ruiz} {cue:told} the council {content:that the road was lost}."),
    Case(.indirect, "{source:The council} {cue:asked} {content:whether the road was lost}."),
    Case(.indirect, "{source:Ruiz} {cue:wants} {content:to rebuild the road}."),
    Case(.indirect, "{source:Ruiz} {cue:urged} the council {content:to rebuild the road}."),
    Case(.indirect, "{source:Ruiz} {cue:called for} {content:a new bridge}."),
    Case(
      .indirect,
      "{source:Ruiz} on Friday {cue:criticized} {content:the council's work on the bridge}."),
    Case(
      .indirect,
      "{source:Officials who spoke with the paper} {cue:said} {content:the road was lost}."),
    Case(.indirect, "{source:It} {cue:said} {content:the road was lost}."),
    // A time or place between cue and content, or between cue and the rest of the sentence.
    Case(
      .indirect,
      "{content:The road will close on May 3}, {source:the port} {cue:said} on Monday, ending a fight that has run for years."
    ),
    Case(
      .indirect,
      "{content:On top of that}, {source:Ruiz} {cue:said} in Lisbon on Friday, {content:the bridge is lost}."
    ),
    Case(
      .indirect,
      "{source:The Orlo Herald} {cue:reported} in May {content:that the port's owner, Kenn Metals, had closed the road}."
    ),
    Case(.indirect, "{source:The council} {cue:expects} {content:costs to rise by $5 per month}."),
    Case(.indirect, "{source:Ruiz} {cue:asked} her {content:who had closed the road}."),
    Case(
      .indirect,
      "{source:The timber firm Kenn & Sons} {cue:said} {content:the road was lost}."),
    Case(
      .indirect,
      "{source:A port official}, speaking without leave because the matter is secret, {cue:said} {content:the road was lost}."
    ),
    Case(
      .indirect,
      "{source:Ana Ruiz, the head of the drivers' union}, {cue:said} after the vote {content:that the road was lost}."
    ),
    Case(.direct, "“{content:We lost},” {cue:said} {source:Orlo coach Ana Ruiz}."),
    Case(.direct, "“{content:They write „no“ twice, but it is a road},” {source:Ruiz} {cue:said}."),
    // What follows about the source, or about the last name, is the reporter's.
    Case(
      .direct,
      "\"{content:The port is weaker},\" {cue:wrote} {source:analyst Ana Ruiz}, who cut her rating to \"hold\" from \"buy\"."
    ),
    Case(
      .indirect,
      "{content:Roads will freeze}, {cue:according to} {source:the Orlo Road Office}, which has warned drivers."
    ),
    Case(
      .mixed,
      "{source:An insider} {cue:claimed} {content:the board had \"lost hope\" in Ruiz}, who is paid more than the mayor."
    ),
    Case(
      .indirect,
      "{source:Ruiz} {cue:had denied} {content:11 counts of fraud} but was convicted by a jury."),
    Case(
      .indirect, "{source:Ruiz} {cue:said} {content:the road was lost but had been rebuilt}."),
    Case(
      .indirect,
      "{source:Sources close to the mayor} {cue:say} {content:at least six drivers were hurt}."),
    Case(
      .indirect,
      "{source:Officials familiar with the plan} {cue:said} {content:the road was lost}."),
    // A count of votes between cue and content, and what follows a comma about the cue.
    Case(
      .indirect,
      "{source:The council} {cue:voted} 5 to 4 on Monday {content:to close the road}, after a meeting of hours."
    ),
    Case(.indirect, "{source:Ruiz} {cue:has pleaded} {content:not guilty}."),
    Case(
      .indirect,
      "{content:Fares will rise by a tenth in May}, {source:the company} {cue:announced} on Monday."
    ),
    Case(
      .indirect, "{source:The council} {cue:did not respond to} {content:a request for comment}."),
    Case(.indirect, "{source:Ruiz} {cue:warned} the council {content:not to close the road}."),
    Case(
      .indirect,
      "The work on the road, which {cue:is expected} {content:to last three weeks}, goes on."),
    // Who is asked, with a relative clause.
    Case(
      .indirect,
      "{source:Ruiz} {cue:asked} people who were on the road that night {content:to call the police}."
    ),
    Case(.indirect, "{source:She} {cue:demanded} {content:to know why the road had been closed}."),
    // The subject, not the noun inside it.
    Case(
      .indirect,
      "{source:A survey by the Orlo Institute} {cue:suggests} {content:that prices will fall}."),
    // Brackets, participles and relative clauses behind whom it is according to.
    Case(
      .indirect,
      "{content:Roads will freeze}, {cue:according to} {source:the Orlo Road Office} (ORO)."),
    Case(
      .indirect,
      "{cue:According to} {source:figures} collected by the Retail Group, which runs 200 shops, {content:sales doubled}."
    ),
    // "late" is no time of its own.
    Case(.indirect, "{source:The mayor} {cue:criticised} {content:Ruiz for acting too late}."),
    // Whoever is told, at the end.
    Case(
      .indirect,
      "{content:The plant will close in May}, {source:the mayor} {cue:told} the Orlo Herald on Monday."
    ),
  ])
  func oneAttribution(_ test: Case) {
    let expected = MarkedText(test.marked)
    let article = attributed(expected.text)
    #expect(article.quotations.count == 1)
    guard let quotation = article.quotations.first else { return }
    #expect(quotation.kind == test.kind)
    #expect(quotation.content.map { article.text[$0] } == expected.strings("content"))
    #expect(quotation.cue.map { article.text[$0] } == expected.strings("cue"))
    #expect(quotation.source.map { article.text[$0] } == expected.strings("source"))
    #expect(!quotation.isNested)
  }

  /// Words in marks that nobody says, and verbs that report nothing.
  @Test(arguments: [
    "The film “A Long Road” opens in May.",
    "They walked down the “new” road to the bridge.",
    "The road was lost in the storm, and the bridge with it.",
    "The council met on Friday.",
    "The council denies that.",
    "Ruiz said it.",
  ])
  func noAttribution(_ text: String) {
    #expect(attributed(text).quotations.isEmpty)
  }

  @Test func anothersWordsBehindButAreNoPartOfTheContent() {
    let article = attributed(
      "The firm said it would close the plant, but the union argued that the plant was profitable.")
    #expect(
      article.quotations.map { article.text[$0.content[0]] } == [
        "it would close the plant", "that the plant was profitable",
      ])
  }

  @Test func aReportingClauseGivesItsSubjectToParticiples() {
    let article = attributed(
      "The road was lost, Ruiz added, urging that the bridge be closed.")
    #expect(
      article.quotations.map { article.text[$0.content[0]] } == [
        "The road was lost", "that the bridge be closed",
      ])
    #expect(article.quotations.map { $0.source.map { article.text[$0] } } == [["Ruiz"], ["Ruiz"]])
    #expect(article.quotations.map(\.attitude) == [.assertion, .eventuality])
  }

  @Test func anAgencyAtTheSentencesEndHoldsWhatIsInside() {
    let article = attributed(
      "Ana Ruiz on Monday criticized the council, claiming there was a “gap” in its plan, Newsnet reported."
    )
    let outer = article.quotations.filter { !$0.isNested }
    let inner = article.quotations.filter(\.isNested)
    #expect(outer.map { $0.cueLemma } == ["report"])
    #expect(inner.map { $0.cueLemma } == ["criticize", "claim"])
    #expect(
      inner.map { article.text[$0.content[0]] } == [
        "the council", "there was a “gap” in its plan",
      ])
    #expect(inner.allSatisfy { $0.source.map { article.text[$0] } == ["Ana Ruiz"] })
  }

  @Test func questionsAndAnswersOfACourt() {
    let article = attributed("Q: Did you lose the road?\n\nA: We lost it in May.")
    #expect(
      article.quotations.map { article.text[$0.content[0]] } == [
        "Did you lose the road?", "We lost it in May.",
      ])
  }

  @Test func lettersOfAnExchangeMayHavePeriods() {
    let article = attributed("Q. Did you lose the road?\n\nA. We lost it in May.\n\nA. Ruiz left.")
    #expect(
      article.quotations.map { article.text[$0.content[0]] } == [
        "Did you lose the road?", "We lost it in May.", "Ruiz left.",
      ])
    #expect(attributed("A. Ruiz left the road.").quotations.isEmpty)
  }

  @Test func aTranscriptTellsOfOthersWords() {
    let article = attributed("RUIZ: We lost it. He said the bridge was lost.")
    #expect(
      article.quotations.filter(\.isNested).map { article.text[$0.content[0]] }
        == ["the bridge was lost"])
  }

  @Test func aTranscriptMayStandInMarks() {
    let article = attributed("“RUIZ: We lost the road.\n\n“HOLM: I know that.")
    #expect(
      article.quotations.filter { !$0.isNested }.map { $0.source.map { article.text[$0] } }
        == [["RUIZ"], ["HOLM"]])
  }

  @Test func aQuoteBehindSpeechIsTheSameSpeakers() {
    let article = attributed("Ruiz added that she would not stay. “What would be the point?”")
    #expect(article.quotations.map(\.kind) == [.mixed])
    #expect(
      article.quotations[0].content.map { article.text[$0] } == [
        "that she would not stay", "What would be the point?",
      ])
  }

  @Test func aQuotationBehindAddingIsOneOfItsOwn() {
    let article = attributed("“We lost,” Ruiz said, adding: “It is over.”")
    #expect(
      article.quotations.map { $0.content.map { article.text[$0] } } == [
        ["We lost"], ["It is over."],
      ]
    )
    #expect(article.quotations.map { $0.source.map { article.text[$0] } } == [["Ruiz"], ["Ruiz"]])
  }

  @Test func whatStandsBeforeAColonIsNotTheQuotation() {
    let article = attributed("Ruiz claimed that the road was lost: “We are done,” she said.")
    #expect(
      article.quotations.map { $0.content.map { article.text[$0] } } == [
        ["that the road was lost"], ["We are done"],
      ])
  }

  @Test func aSubordinateClauseEndsBeforeTheMainOne() {
    let article = attributed("When the council asked for a vote, Ruiz replied, “We lost the road.”")
    #expect(
      article.quotations.map { article.text[$0.content[0]] } == ["a vote", "We lost the road."])
    #expect(
      article.quotations.map { $0.source.map { article.text[$0] } } == [["the council"], ["Ruiz"]])
  }

  @Test func anAccountHoldsTheSpeakersWords() {
    let article = attributed("“We lost,” Ruiz said, according to the Orlo Herald. “It is over.”")
    let outer = article.quotations.filter { !$0.isNested }
    let inner = article.quotations.filter(\.isNested)
    #expect(outer.map { $0.cueLemma } == ["according to"])
    #expect(inner.map { $0.content.map { article.text[$0] } } == [["We lost", "It is over."]])
  }

  @Test func titlesInMarksAreNoQuotations() {
    let article = attributed("On “A Long Road,” Ruiz said that the bridge was lost.")
    #expect(article.quotations.map { article.text[$0.content[0]] } == ["that the bridge was lost"])
  }

  @Test func aMainClausesSubjectSpeaksBehindAnd() {
    let article = attributed("When asked what she feared, Ana Ruiz smiled and said, “The road.”")
    #expect(
      article.quotations.last.map { $0.source.map { article.text[$0] } } == ["Ana Ruiz"])
  }

  @Test func whoeverSendsALetterSaysWhatIsInIt() {
    let article = attributed("Ana Ruiz sent a letter saying the road was lost.")
    #expect(article.quotations.map { $0.source.map { article.text[$0] } } == [["Ana Ruiz"]])
  }

  @Test func aVerbInsideTheContentMayHaveASecond() {
    let article = attributed("Ruiz said the port planned to sell the road and hoped to grow.")
    #expect(
      article.quotations.first.map { article.text[$0.content[0]] }
        == "the port planned to sell the road and hoped to grow")
  }

  @Test func verbsJoinedByAndShareTheirSubject() {
    let article = attributed(
      "Ruiz said the loss was “hard to bear” and demanded to know why nobody had come.")
    #expect(
      article.quotations.map { article.text[$0.content[0]] } == [
        "the loss was “hard to bear”", "to know why nobody had come",
      ])
    #expect(article.quotations.map { $0.source.map { article.text[$0] } } == [["Ruiz"], ["Ruiz"]])
  }

  @Test func aDescriptionIsMixed() {
    let article = attributed(
      "Ruiz said more must be done, describing the loss of the road as “hard to bear.”")
    #expect(article.quotations.map(\.kind) == [.indirect, .mixed])
    #expect(
      article.text[article.quotations[1].content[0]] == "the loss of the road as “hard to bear.”")
  }

  @Test func aQuoteInItsOwnParagraphGoesOnWithTheSpeaker() {
    let article = attributed(
      "“We lost the road,” Ana Ruiz said.\n\n“We lost the bridge as well. Nobody helped us.”\n\nThe council met."
    )
    #expect(article.quotations.count == 1)
    #expect(
      article.quotations[0].content.map { article.text[$0] } == [
        "We lost the road", "We lost the bridge as well. Nobody helped us.",
      ])
  }

  @Test func aQuoteInItsOwnParagraphFollowsWhatWasSaid() {
    let text = """
      “We lost the road,” Ana Ruiz said.

      Ben Orlo said the bridge was lost as well.

      “Nobody came to help us in the night.”
      """
    let quotations = attributed(text).quotations
    #expect(quotations.count == 2)
    #expect(quotations.last?.content.count == 2)
  }

  @Test func aQuotationThatWasNotClosedGoesOnBeforeAnothers() {
    let text = """
      Ana Ruiz said: “We lost the road.

      “Nobody came to help us.” Ben Orlo added: “The bridge is lost. “It fell.”
      """
    let quotations = attributed(text).quotations
    #expect(quotations.map(\.content.count) == [2, 2])
  }

  @Test func aCueBehindAnIntroducedQuotationHasNoneOfIt() {
    let text = "Ana Ruiz said: “We lost the road. “It is over!” Ben Orlo agreed."
    #expect(attributed(text).quotations.first?.content.count == 2)
  }

  @Test func aColonWaitsForTheNextParagraph() {
    let article = attributed("Ana Ruiz told the council:\n\n“We lost the road. It is over.”")
    #expect(article.quotations.map { $0.source.map { article.text[$0] } } == [["Ana Ruiz"]])
    #expect(article.quotations.map { $0.kind } == [.direct])
  }

  @Test func aTranscriptNamesItsSpeakers() {
    let article = attributed(
      "RUIZ: We lost the road and it is over.\n\nHOLM: I do not think that it is over.")
    let spoken = article.quotations.filter { !$0.isNested }
    #expect(spoken.map { $0.source.map { article.text[$0] } } == [["RUIZ"], ["HOLM"]])
    #expect(spoken.map(\.cueLemma) == [":", ":"])
  }

  @Test func attitudesFollowTheCue() {
    let cases: [(String, Quotation.Attitude)] = [
      ("Ruiz said that the road was lost.", .assertion),
      ("Ruiz believes that the road was lost.", .belief),
      ("Ruiz knows that the road was lost.", .fact),
      ("Ruiz wants to rebuild the road.", .eventuality),
      ("Ruiz vowed to rebuild the road.", .eventuality),
      ("Ruiz demanded that the road be rebuilt.", .eventuality),
    ]
    for (text, attitude) in cases {
      #expect(attributed(text).quotations.map(\.attitude) == [attitude], "\(text)")
    }
  }

  @Test func pronounsAreSaidToBeSources() {
    #expect(attributed("“We lost the road,” she said.").quotations.map(\.isPronoun) == [true])
    #expect(attributed("“We lost the road,” Ruiz said.").quotations.map(\.isPronoun) == [false])
  }
}
