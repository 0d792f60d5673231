import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct NameRecognizerTests {
  /// Names as they stand in a text, with their kinds; demonyms are marked `group`.
  static let sentences: [String] = [
    // Titles stay outside the name, also with what lengthens them.
    "The {group:Norwegian} Fishery Minister {person:Tor Ekeland} met {person:Lena Hauge} in {place:Oslo}.",
    "Former chief executive {person:Maria Tolland} joined the board.",
    "Sen. {person:Ruth Calloway} voted no, and Dr. {person:Emeka Obi} agreed.",
    "Ministers {person:Jan Verhoef} and {person:Pieta de Groot} resigned.",
    "The talks with Prime Minister {person:Varga} failed.",
    // Particles and initials.
    "Conductor {person:Ludo van der Meulen} thanked {person:J. K. Marsden} and {person:Omar al-Rashidi}.",
    // The possessive is no part of the name.
    "{place:Kenya}'s parliament heard {person:Grace Mwangi}'s appeal.",
    // Organisations by their last and first words.
    "The {organization:Ministry of Labor and Welfare} sued {organization:Tellmark Industries Inc.} on Monday.",
    "She left the {organization:University of Ghent} for the {organization:Farrow Institute}.",
    "{organization:Reuters} and {organization:CNN} carried the report.",
    // Places by head words, directions and lists.
    "The {place:Sorel River} crosses {place:northern Ghana} near {place:Lake Volta}.",
    "Trucks waited at the {place:Dovrin border crossing} and at the {place:Gulf of Aden}.",
    "They walked from {place:New York} to {place:Bosnia and Herzegovina}.",
    // The noun beside a name says what it is.
    "The bus company {organization:Kenn Lines} and the charity {organization:Open Hands} met.",
    "Environmental group {organization:Silver Brooks} sued.",
    "The mill belongs to {organization:Torvald Hesse}, a maker of paper.",
    "It was lent by the {organization:National Gallery of Kenya} in May.",
    "They closed the {place:Orlo power station} and the {place:A38} at noon.",
    "He told {organization:Radio Orlo} that {person:Ana Ruiz} won.",
    // What only a company has says what it is, in each place.
    "{organization:Lorvane}'s quarterly sales fell, and {organization:Lorvane} cut 200 jobs.",
    // The short name of what is named in full elsewhere.
    "{organization:Torvane Construction} won, said {person:Ana Ruiz}. She praised {organization:Torvane}.",
    // An administration is an organisation, its place a place.
    "The {organization:{place:US} administration} objected.",
    // No names: the calendar, terms, words at the head of a sentence.
    "Meanwhile the CEO watched TV on Monday. Critics agreed. However, Nothing changed.",
    // An authority of two areas is one.
    "{organization:Norfolk and Suffolk Police} held two men in {place:Norfolk} and {place:Suffolk}.",
    // The letters of a currency sign are no name.
    "It paid US$5 million, A$3m and NZ$7m to {person:Ana Ruiz}.",
    // A sentence in capitals gives only names that are known.
    "Voters in {place:Peru} return to the polls, {person:Ines Quispe} said.",
  ]

  @Test(arguments: sentences) func findsNamesWithTheirKinds(sentence: String) {
    let marked = MarkedText(sentence)
    let article = marked.annotated(by: [NameRecognizer()])
    let found = article.mentions.map {
      MarkedText.Stretch(label: article.entities[$0.entity].kind.rawValue, range: $0.range)
    }
    #expect(
      Set(found) == Set(marked.stretches),
      "\(found.map { $0.label + ":" + article.text[$0.range] })")
  }

  struct TitleCase: Sendable {
    var text: String
    var name: String
    var titles: [String]
  }

  static let titles: [TitleCase] = [
    TitleCase(
      text: "US Secretary of State Paul Denholm arrived.", name: "Paul Denholm",
      titles: ["US Secretary of State"]),
    TitleCase(
      text: "Talks with British Foreign Secretary Jane Ashby ended.", name: "Jane Ashby",
      titles: ["British Foreign Secretary"]),
    TitleCase(
      text: "He called former deputy foreign minister Ivo Brandt a friend.", name: "Ivo Brandt",
      titles: ["former deputy foreign minister"]),
    TitleCase(
      text: "Ana Ruiz, the mayor of Orlo, said no.", name: "Ana Ruiz", titles: ["mayor of Orlo"]),
    TitleCase(
      text: "Ana Ruiz, 45, a spokeswoman for the port, said no.", name: "Ana Ruiz",
      titles: ["spokeswoman"]),
    TitleCase(
      text: "Ministers Jan Verhoef and Pieta de Groot resigned.", name: "Pieta de Groot",
      titles: ["Minister"]),
    TitleCase(
      text: "The mayor of Orlo, Ana Ruiz, said no.", name: "Ana Ruiz", titles: ["mayor of Orlo"]),
    TitleCase(
      text: "Its director, Dr. Ana Ruiz, said no.", name: "Ana Ruiz", titles: ["Dr.", "director"]),
    TitleCase(
      text: "Ana Ruiz, the gallery's director, said no.", name: "Ana Ruiz", titles: ["director"]),
    TitleCase(
      text: "Council president Ana Ruiz said no.", name: "Ana Ruiz", titles: ["Council president"]),
    TitleCase(text: "His wife Ana Ruiz and Mr. Jon Lund left.", name: "Jon Lund", titles: []),
  ]

  @Test(arguments: titles) func collectsTitles(example: TitleCase) {
    let article = MarkedText(example.text).annotated(by: [NameRecognizer()])
    #expect(article.entity(example.name)?.titles == example.titles)
  }

  @Test func aSurnameIsKnownByTheFullNameElsewhere() {
    let article = MarkedText("Tilde Marsh spoke first. Later the crowd cheered. Marsh waved.")
      .annotated(by: [NameRecognizer()])
    #expect(article.entity("Marsh")?.kind == .person)
  }

  @Test func namesInCaptionAndCreditCount() {
    let text = """
      Nora Lindqvist
      Nora LindqvistREUTERS/Tomas Berg

      Foreign Minister Nora Lindqvist on Monday opened the harbor, which had been closed for a year.

      The harbor serves forty ships a day, and the town lives by it.
      """
    let article = MarkedText(text).annotated(by: [NameRecognizer()])
    #expect(article.entity("Tomas Berg")?.kind == .person)
    #expect(article.entity("REUTERS")?.kind == .organization)
    #expect(article.mentions(of: "Nora Lindqvist").count == 3)
  }

  @Test func aLongRunOfCapitalsTakesLinearTime() {
    let text = String(repeating: "Aba Of The President And ", count: 5_000)
    let clock = ContinuousClock()
    let time = clock.measure {
      _ = MarkedText(text).annotated(by: [NameRecognizer(), EntityLinker()])
    }
    #expect(time < .seconds(60))
  }

  @Test func anEmptyArticleHasNoNames() {
    let article = MarkedText("").annotated(by: [
      NameRecognizer(), EntityLinker(), Coreference(), EventFinder(),
    ])
    #expect(article.entities.isEmpty && article.mentions.isEmpty && article.events.isEmpty)
  }
}
