import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct QuantityFinderTests {
  /// The amounts in a text, as `words: kind value unit/per ~ of …`.
  static func quantities(_ text: String) -> [String] {
    var annotated = AnnotatedArticle(
      article: Article(id: "t", text: ArticleText(text), format: "text"))
    let whole = TextRange(0, text.utf8.count)
    annotated.sentences = [Sentence(range: whole, paragraph: 0, tokens: TokenRange(0, 0))]
    TimeFinder().annotate(&annotated)
    QuantityFinder().annotate(&annotated)
    return annotated.quantities.map { quantity in
      var line = "\(annotated.text[quantity.range]): \(quantity.kind.rawValue)"
      if let value = quantity.value { line += " " + value }
      if let unit = quantity.unit { line += " " + unit }
      if let per = quantity.per { line += "/" + per }
      if quantity.isApproximate { line += " ~" }
      if let counted = quantity.counted { line += " of " + annotated.text[counted] }
      return line
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var quantities: [String]
    init(_ text: String, _ quantities: String...) {
      self.text = text
      self.quantities = quantities
    }
    var testDescription: String { text }
  }

  static let cases: [Case] = [
    // Money
    Case("They paid $75 million.", "$75 million: currency 75000000 Dollar"),
    Case("It cost 75 euros.", "75 euros: currency 75 Euro"),
    Case("A £3bn bridge.", "£3bn: currency 3000000000 Pound"),
    Case("It lost C$1.5m a year.", "C$1.5m: currency 1500000 Canadian dollar/year"),
    Case(
      "She owes 20 million Swiss francs.", "20 million Swiss francs: currency 20000000 Swiss franc"),
    Case("Tea is 3 dollars 50 cents.", "3 dollars 50 cents: currency 3.5 Dollar"),
    Case("At 34 cents a share.", "34 cents: currency 34 Cent/share"),
    Case(
      "USD 200 or 200 USD.", "USD 200: currency 200 United States dollar",
      "200 USD: currency 200 United States dollar"),
    Case("They raised 4 million pounds.", "4 million pounds: currency 4000000 Pound"),
    Case(
      "It earned 19 cts a share on one mln dlrs.", "19 cts: currency 19 Cent/share",
      "one mln dlrs: currency 1000000 Dollar"),
    Case("A 300-mln dlr loan.", "300-mln dlr: currency 300000000 Dollar"),
    Case("It owes 12 billion crowns.", "12 billion crowns: currency 12000000000 Crown"),
    // What money is compared with is money.
    Case(
      "A profit of 3 mln dlrs vs 2 mln.", "3 mln dlrs: currency 3000000 Dollar",
      "2 mln: currency 2000000 Dollar"),
    Case(
      "Sales rose to $5.1 billion from 4.8 billion.", "$5.1 billion: currency 5100000000 Dollar",
      "4.8 billion: currency 4800000000 Dollar"),
    Case("They paid $3B for 3B computers.", "$3B: currency 3000000000 Dollar"),
    // Parts
    Case("A fifth of the mill burned.", "A fifth: number 0.2 of mill"),
    Case("Half the town left.", "Half: number 0.5"),
    Case("It cut rates by 25 basis points.", "25: number 25 points of basis points"),
    // Votes and scores
    Case("They voted 7-2 to close it.", "7-2: number 7-2"),
    Case("The board voted 5 to 4 to close it.", "5 to 4: number 5-4"),
    Case("A 5-to-4 ruling.", "5-to-4: number 5-4"),
    Case("It was passed by 6 votes to 3.", "6 votes to 3: number 6-3 votes of votes"),
    Case("Orlo won 1-0 at home.", "1-0: number 1-0"),
    Case("They lost 2-3 on Friday.", "2-3: number 2-3"),
    // A time, not an amount.
    Case("It takes 2-3 hours."),
    Case("The Kenn 747-400 flew."),
    // Measures
    Case(
      "About 9,000 liters of milk spoil every day.",
      "9,000 liters: dimension 9000 Liter/day ~ of milk"),
    Case("A six-mile walk.", "six-mile: dimension 6 Mile"),
    Case("It weighs 25 pounds.", "25 pounds: dimension 25 Pound"),
    Case("Some 660 square metres.", "660 square metres: dimension 660 Square meter ~"),
    Case(
      "At 90 km/h or 50 miles an hour.", "90 km/h: dimension 90 Kilometer per hour",
      "50 miles an hour: dimension 50 Mile per hour"),
    Case("He is 5 feet 6 inches tall.", "5 feet 6 inches: dimension 5.5 Foot"),
    Case(
      "They want a daily ration twice as big, 40 thousand tons.",
      "40 thousand tons: dimension 40000 Ton"),
    Case("A daily quota of 40 tons.", "40 tons: dimension 40 Ton/day"),
    Case("It lies 5 to 10 miles off.", "10 miles: dimension 10 Mile"),
    Case("It was 41 degrees Celsius.", "41 degrees Celsius: temperature 41 C"),
    Case("At -5°C.", "-5°C: temperature -5 C"),
    // Shares
    Case(
      "Up 5 percent, 3.5% and 2 per cent.", "5 percent: percentage 5%", "3.5%: percentage 3.5%",
      "2 per cent: percentage 2%"),
    // Ages
    Case("A 12-year-old girl.", "12-year-old: age 12 Year"),
    Case("Ines Duarte, 45, a baker.", "45: age 45 Year"),
    Case("They were ten months old.", "ten months old: age 10 Month"),
    // Numbers
    Case("Twenty-one boats came.", "Twenty-one: number 21 boats of boats"),
    Case("There was only one bridge.", "one: number 1 bridge of bridge"),
    Case("No one knew which one it was.", ),
    Case("One of them sang.", ),
    Case("A hundred and five men.", "A hundred and five: number 105 men of men"),
    Case("Half a million people.", "Half a million: number 500000 people of people"),
    Case("Two thirds of them.", "Two thirds: number 0.666666666666667"),
    Case("Exports were 3.5 million.", "3.5 million: number 3500000"),
    Case("Dozens of villagers fled.", "Dozens: number villagers ~ of villagers"),
    Case("Prices were three times higher.", "three times higher: number 3 times"),
    Case("The twenty-first and the 3rd.", "twenty-first: ordinal 21", "3rd: ordinal 3"),
    Case(
      "It carried 85,000 riders, down from 140,000.", "85,000: number 85000 riders of riders",
      "140,000: number 140000 riders of riders"),
    Case(
      "It gives 30 percent of the town's drinking water.",
      "30 percent: percentage 30% of the town's drinking water"),
    Case(
      "It made £3 million from £2 million a year earlier.", "£3 million: currency 3000000 Pound",
      "£2 million: currency 2000000 Pound"),
    // Ranges
    Case("More than 200 people.", "More than 200: numberrange (200,) people of people"),
    Case("At least 12 others.", "At least 12: numberrange [12,) others of others"),
    Case("Between 20 and 30 cars.", "Between 20 and 30: numberrange [20,30) cars of cars"),
    Case("5,000 to 6,000 cars.", "5,000 to 6,000: numberrange [5000,6000) cars of cars"),
    Case("Up to 700 posts.", "Up to 700: numberrange (,700] posts of posts"),
    Case("Ten or more rooms.", "Ten or more: numberrange [10,)"),
    // Names, codes, dates
    Case("The Boeing 747 took Route 66.", ),
    Case("A G7 meeting on COVID-19.", ),
    Case("On March 3, 2004 at 10:30 a.m., in 1999.", ),
  ]

  @Test(arguments: cases) func finds(_ example: Case) {
    #expect(Self.quantities(example.text) == example.quantities)
  }

  @Test(arguments: [
    ("It pays between 60 million and 75 million euros a year.", "75 million euros", "60000000"),
    ("It costs €40m-€45m a year.", "€45m", "40000000"),
    ("It costs between $2 million and $3 million a year.", "$3 million", "2000000"),
    ("It costs between $5 and $10 million a year.", "$10 million", "5000000"),
    ("It costs 5 to 10 million euros a year.", "10 million euros", "5000000"),
    ("It costs between 500,000 and 1 million euros a year.", "1 million euros", "500000"),
  ])
  func aRangeOfMoneyIsOne(_ text: String, _ words: String, _ low: String) {
    var annotated = AnnotatedArticle(
      article: Article(id: "t", text: ArticleText(text), format: "text"))
    annotated.sentences = [
      Sentence(range: TextRange(0, text.utf8.count), paragraph: 0, tokens: TokenRange(0, 0))
    ]
    QuantityFinder().annotate(&annotated)
    #expect(annotated.quantities.map { annotated.text[$0.range] } == [words])
    #expect(annotated.quantities.map(\.low) == [low])
    #expect(annotated.quantities.map { $0.high == $0.value } == [true])
    #expect(annotated.quantities.map(\.per) == ["year"])
  }

  @Test(arguments: [
    ("The port paid $3 million in damages to the crew.", "damages"),
    ("They asked for 85 million euros for the new pier and the road.", "new pier"),
    ("Orlo won a $10 million contract on Monday.", "contract"),
    ("It lent the port $2 million in March.", nil),
    ("The pier cost $2 million to build.", nil),
  ])
  func moneyIsForSomething(_ text: String, _ purpose: String?) {
    let article = ArticleAnalyzer().analyze(
      Article(id: "t", text: ArticleText(text), format: "text"))
    #expect(
      article.quantities.filter { $0.kind == .currency }
        .map { $0.counted.map { article.text[$0] } } == [purpose])
  }

  @Test(arguments: [
    ("More than 20 but less than 35 came.", "(20,35)"),
    ("No more than 50 and no less than 20.", "[20,50]"),
    ("Less than or equal to 30.", "(,30]"), ("Equal to or more than 30.", "[30,)"),
    ("More than 5,000 or equal to it.", "[5000,)"), ("Bigger or equal than 30.", "[30,)"),
  ])
  func boundsMakeARange(_ text: String, _ value: String) {
    #expect(Self.quantities(text).first?.contains("numberrange " + value) == true)
  }

  @Test func aRiseToAnAmountIsNoRange() {
    #expect(Self.quantities("Sales rose $2 million to $30 million.").count == 2)
  }

  @Test func givesBothEnds() throws {
    var annotated = AnnotatedArticle(
      article: Article(
        id: "t", text: ArticleText("More than $5 million for 5 to 10 miles."), format: "text"))
    annotated.sentences = [
      Sentence(range: TextRange(0, 39), paragraph: 0, tokens: TokenRange(0, 0))
    ]
    QuantityFinder().annotate(&annotated)
    #expect(annotated.quantities.map(\.low) == ["5000000", "5"])
    #expect(annotated.quantities.map(\.high) == [nil, "10"])
  }

  @Test func leavesNamesOut() {
    var annotated = AnnotatedArticle(
      article: Article(
        id: "t", text: ArticleText("The Group of Seven met two men."), format: "text"))
    annotated.sentences = [
      Sentence(range: TextRange(0, 31), paragraph: 0, tokens: TokenRange(0, 0))
    ]
    annotated.mentions = [
      Mention(
        entity: 0, range: TextRange(4, 18), sentence: 0, form: .name,
        evidence: Evidence("test", confidence: 1))
    ]
    QuantityFinder().annotate(&annotated)
    #expect(annotated.quantities.map { annotated.text[$0.range] } == ["two"])
  }
}
