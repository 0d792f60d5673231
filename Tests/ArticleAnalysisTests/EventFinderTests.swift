import ArticleModel
import Calendar
import Testing

@testable import ArticleAnalysis

@Suite struct EventFinderTests {
  struct EventCase: Sendable {
    var text: String
    /// `actor | action lemma | target`, with `not` and the modal before the lemma.
    var events: [String]
  }

  static let examples: [EventCase] = [
    EventCase(
      text: "The council approved the plan.", events: ["The council | approve | the plan"]),
    EventCase(
      text: "The plan was approved by the council.",
      events: ["the council | approve | The plan"]),
    EventCase(
      text: "On Monday the council, after a long debate, approved the budget of the port.",
      events: ["the council | approve | the budget of the port"]),
    EventCase(
      text: "Kenya has agreed to open the harbor.", events: ["Kenya | agree open | the harbor"]),
    EventCase(
      text: "The council did not approve the plan.",
      events: ["The council | not approve | the plan"]),
    EventCase(
      text: "The council would approve the plan.",
      events: ["The council | would approve | the plan"]),
    EventCase(
      text: "Soldiers attacked the village and burned ten houses.",
      events: ["Soldiers | attack | the village", "Soldiers | burn | ten houses"]),
    EventCase(
      text: "Police arrested the man who attacked the mayor.",
      events: ["Police | arrest | the man", "the man | attack | the mayor"]),
    EventCase(
      text: "A man who burned two rooms and a kitchen was jailed.",
      events: ["A man | burn | two rooms", "- | jail | A man"]),
    EventCase(
      text: "A man who attacked the mayor was jailed.",
      events: ["A man | attack | the mayor", "- | jail | A man"]),
    EventCase(text: "Mayor Ana Ruiz resigned.", events: ["Mayor Ana Ruiz | resign | -"]),
    EventCase(
      text: "Ministers of Lavonia and Tessaria signed a treaty.",
      events: ["Ministers of Lavonia and Tessaria | sign | a treaty"]),
    EventCase(
      text: "The trial of Ana Ruiz, who robbed a bank, began.",
      events: ["Ana Ruiz | rob | a bank"]),
    EventCase(
      text: "Three suspects were arrested and charged by police.",
      events: ["- | arrest | Three suspects", "police | charge | Three suspects"]),
    EventCase(
      text: "Gunmen stormed a hotel in Orlo on Friday, killing two guards.",
      events: ["Gunmen | storm | a hotel in Orlo", "Gunmen | kill | two guards"]),
    EventCase(
      text: "The bridge built by Lund was destroyed.",
      events: ["Lund | build | The bridge", "- | destroy | The bridge"]),
    EventCase(
      text: "The firm is likely to close the plant.",
      events: ["The firm | likely close | the plant"]),
    EventCase(
      text: "The court ordered the firm to pay a fine.",
      events: ["The court | order | the firm", "the firm | order pay | a fine"]),
    EventCase(text: "Nobody opposed the bill.", events: ["Nobody | not oppose | the bill"]),
    EventCase(
      text: "Police seized the documents which the firm had destroyed.",
      events: ["Police | seize | the documents", "the firm | destroy | the documents"]),
    EventCase(
      text: "The council did not approve or reject the plan.",
      events: ["The council | not approve | the plan", "The council | not reject | the plan"]),
    // No deeds: measures, states, conditions, speech, quotations.
    EventCase(text: "The council voted 7-2 on it.", events: []),
    EventCase(text: "Revenue rose 4 percent.", events: []),
    EventCase(text: "The council is large and has ten members.", events: []),
    EventCase(text: "If the council approves the plan, work begins.", events: []),
    EventCase(text: "\"The council approved the plan,\" she said.", events: []),
    EventCase(text: "Prices rose.", events: []),
    EventCase(text: "Did the council approve the plan?", events: []),
  ]

  @Test(arguments: examples) func readsWhoDidWhat(example: EventCase) {
    let article = MarkedText(example.text)
      .annotated(by: [NameRecognizer(), EntityLinker(), Coreference(), TimeFinder(), EventFinder()])
    let found = article.events.map { event in
      let action = [event.isNegated ? "not" : nil, event.modal, event.lemma].compactMap { $0 }
      return [
        event.actor.map { article.text[$0] } ?? "-", action.joined(separator: " "),
        event.target.map { article.text[$0] } ?? "-",
      ].joined(separator: " | ")
    }
    #expect(found == example.events)
  }

  @Test func namesTheEntitiesAndThePlace() throws {
    let article = MarkedText("Mayor Ana Ruiz met Peter Lund in Oslo. She fired him.")
      .annotated(by: [NameRecognizer(), EntityLinker(), Coreference(), TimeFinder(), EventFinder()])
    let met = try #require(article.events.first)
    #expect(met.actorEntity.map { article.entities[$0].name } == "Ana Ruiz")
    #expect(met.targetEntity.map { article.entities[$0].name } == "Peter Lund")
    #expect(met.place.map { article.entities[$0].name } == "Oslo")
    let fired = try #require(article.events.last)
    #expect(fired.actorEntity.map { article.entities[$0].name } == "Ana Ruiz")
    #expect(fired.targetEntity.map { article.entities[$0].name } == "Peter Lund")
  }

  @Test func takesTheDayOfTheSentence() throws {
    var article = MarkedText("On Monday the council approved the plan.")
      .annotated(by: [NameRecognizer(), EntityLinker()])
    let day = try #require(CalendarDate(year: 2024, month: 3, day: 4))
    article.timeExpressions = [
      TimeExpression(
        range: TextRange(3, 9), sentence: 0, kind: .date, value: "2024-03-04", from: day, to: day,
        evidence: .given)
    ]
    EventFinder().annotate(&article)
    #expect(article.events.map(\.date) == [day])
  }

  @Test func aDayBehindAnotherVerbIsNotTheDeeds() throws {
    var article = MarkedText("The council will approve the plan, the mayor said on Monday.")
      .annotated(by: [NameRecognizer(), EntityLinker()])
    let start = try #require(article.text.utf8.lastIndex(of: UInt8(ascii: "M")))
    let day = try #require(CalendarDate(year: 2024, month: 3, day: 4))
    article.timeExpressions = [
      TimeExpression(
        range: TextRange(start, start + 6), sentence: 0, kind: .date, value: "2024-03-04",
        from: day, to: day, evidence: .given)
    ]
    EventFinder().annotate(&article)
    #expect(article.events.map(\.lemma) == ["approve"])
    #expect(article.events.map(\.date) == [nil])
  }
}
