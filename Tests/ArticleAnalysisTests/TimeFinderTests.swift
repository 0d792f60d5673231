import ArticleModel
import Calendar
import Testing

@testable import ArticleAnalysis

@Suite struct TimeFinderTests {
  /// The times in a text, as `words → value`, `?` where it cannot be told.
  static func times(_ text: String, published: String? = "2017-03-08") -> [String] {
    var article = Article(id: "t", text: ArticleText(text), format: "text")
    if let parts = published?.split(separator: "-").compactMap({ Int($0) }), parts.count == 3 {
      article.published = CalendarDate(year: parts[0], month: parts[1], day: parts[2])
        .map { .day($0) }
    }
    var annotated = AnnotatedArticle(article: article)
    let whole = TextRange(0, text.utf8.count)
    annotated.sentences = [Sentence(range: whole, paragraph: 0, tokens: TokenRange(0, 0))]
    TimeFinder().annotate(&annotated)
    return annotated.timeExpressions.map { "\(annotated.text[$0.range]) → \($0.value ?? "?")" }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var times: [String]
    init(_ text: String, _ times: String...) {
      self.text = text
      self.times = times
    }
    var testDescription: String { text }
  }

  /// Published on Wednesday, 8 March 2017.
  static let cases: [Case] = [
    // Days
    Case("The mill closed on Monday.", "Monday → 2017-03-06"),
    Case("They spoke on Wednesday.", "Wednesday → 2017-03-08"),
    Case("The vote will be held on Friday.", "Friday → 2017-03-10"),
    Case("It ended on Thursday evening.", "Thursday evening → 2017-03-02TEV"),
    Case("He left last Wednesday.", "last Wednesday → 2017-03-01"),
    Case("They agreed earlier today.", "earlier today → 2017-03-08"),
    Case("It rained yesterday morning.", "yesterday morning → 2017-03-07TMO"),
    Case("The ferry sails tomorrow.", "tomorrow → 2017-03-09"),
    Case("It burned last night.", "last night → 2017-03-07TNI"),
    Case("On Saturday, April 1, all shops shut.", "Saturday, April 1 → 2017-04-01"),
    Case("It was put off until Friday.", "Friday → 2017-03-10"),
    Case("They will appeal Monday's ruling.", "Monday → 2017-03-06"),
    Case(
      "It fell on Friday, and on the previous Friday it rose.", "Friday → 2017-03-03",
      "previous Friday → 2017-02-24"),
    Case("They sail on Tuesday nights.", "Tuesday nights → XXXX-WXX-2TNI"),
    Case("It opens Friday 10 March.", "Friday 10 March → 2017-03-10"),
    // Dates
    Case("It sank on November 30 last year.", "November 30 last year → 2016-11-30"),
    Case("It opens in April next year.", "April next year → 2018-04"),
    Case("Profit for the year ended May 31 fell.", "the year → P1Y", "May 31 → 2016-05-31"),
    Case("It opened on March 3, 2004.", "March 3, 2004 → 2004-03-03"),
    Case("It opened on 3 March 2004.", "3 March 2004 → 2004-03-03"),
    Case("The 3rd of March was warm.", "The 3rd of March → 2017-03-03"),
    Case("Since Dec. 12 nothing came.", "Dec. 12 → 2016-12-12"),
    Case("Log entry 2011-10-09 was lost.", "2011-10-09 → 2011-10-09"),
    Case("They met in early November.", "early November → 2016-11"),
    Case("They met in June 1998.", "June 1998 → 1998-06"),
    Case("She may march.", ),
    Case("Jan Kovar resigned.", ),
    Case("They met on April 24 and 25.", "April 24 → 2017-04-24", "25 → 2017-04-25"),
    Case("It lasts from March 3-5.", "March 3 → 2017-03-03", "5 → 2017-03-05"),
    Case("On March 3 and 5 people came.", "March 3 → 2017-03-03"),
    // Years and longer
    Case("The 2015-16 season was wet.", "2015-16 → 2015"),
    Case("Born in 1961, he sang.", "1961 → 1961"),
    Case(
      "In the 1980s and the early 20th century.", "the 1980s → 198", "the early 20th century → 19"),
    Case("It paid 2000 euros for 1900 trees.", "1900 → 1900"),
    Case("In fiscal 2016 sales fell.", "fiscal 2016 → 2016"),
    Case("Losses grew in the third quarter.", "the third quarter → 2016-Q3"),
    Case("The sale is due to close in the third quarter.", "the third quarter → 2017-Q3"),
    Case("It expects to release third-quarter results.", "third-quarter → 2016-Q3"),
    Case("It is expected in the first quarter.", "the first quarter → 2017-Q1"),
    Case("She said the road would be open by Friday.", "Friday → 2017-03-10"),
    Case("It would have opened on Friday.", "Friday → 2017-03-03"),
    Case(
      "In the third quarter it lost more than in the 2015 quarter.", "the third quarter → 2016-Q3",
      "the 2015 quarter → 2015-Q3"),
    Case(
      "Sales fell in the quarter ended July 31.", "the quarter → 2016-Q2",
      "July 31 → 2016-07-31"),
    Case("It beat the year-earlier third quarter.", "the year-earlier third quarter → 2016-Q3"),
    Case("The last half of 2012 was dry.", "The last half of 2012 → 2012-H2"),
    Case("Sales for the full year rose.", "the full year → 2017"),
    Case("For the rest of the year it rains.", "the year → 2017"),
    Case("Over the summer it was dry.", "the summer → 2017-SU"),
    Case("The first half of 2012 was dry.", "The first half of 2012 → 2012-H1"),
    Case("Last summer was wet.", "Last summer → 2016-SU"),
    Case("In the autumn of 1999 it fell.", "the autumn of 1999 → 1999-FA"),
    Case("By the end of the year it is done.", "the end of the year → 2017"),
    Case("On Christmas Day 2010 it snowed.", "Christmas Day 2010 → 2010-12-25"),
    Case("The Easter rain fell.", "Easter → 2017-04-16"),
    Case("On Easter Monday it rained.", "Easter Monday → 2017-04-17"),
    Case("Thanksgiving was quiet.", "Thanksgiving → 2016-11-24"),
    // Relative
    Case("Sales rose last week.", "last week → 2017-W09"),
    // "last" as a verb.
    Case("It is expected to last three weeks.", "three weeks → P3W"),
    Case("It may last a year.", "a year → P1Y"),
    // A time of day is of the day that the text told of; past midnight the night goes on.
    Case(
      "It burned on Monday. The doors opened at 3.40am.", "Monday → 2017-03-06",
      "3.40am → 2017-03-06T03:40"),
    Case(
      "They met on Monday night until 1 a.m.", "Monday night → 2017-03-06TNI",
      "1 a.m. → 2017-03-07T01:00"),
    // A year that the sentence names, and twelve months up to a day.
    Case(
      "We heard it in 2014, and they were gone by Christmas.", "2014 → 2014",
      "Christmas → 2014-12-25"),
    Case(
      "Profit fell in the year to Dec. 31.", "the year → P1Y", "Dec. 31 → 2016-12-31"),
    Case("It hoped to finish by June.", "June → 2017-06"),
    Case("Sales rose this month.", "this month → 2017-03"),
    Case("It ends next year.", "next year → 2018"),
    Case("It began two weeks ago.", "two weeks ago → 2017-W08"),
    Case("It began a week or so ago.", "a week or so ago → 2017-W09"),
    Case("It began months ago.", "months ago → PAST_REF"),
    Case(
      "In the weeks ahead it follows months of talks.", "the weeks ahead → PXW",
      "months → PXM"),
    Case("They said that two days are enough.", "two days → P2D"),
    Case("It began 11 days ago.", "11 days ago → 2017-02-25"),
    Case("Over the weekend it burned.", "the weekend → 2017-W09-WE"),
    Case(
      "It burned on Monday and reopened the next morning.", "Monday → 2017-03-06",
      "the next morning → 2017-03-07TMO"),
    Case("It opens in the week of March 20.", "the week of March 20 → 2017-W12"),
    Case("She died soon after he sang.", ),
    // Lengths and repetition
    Case("Over the past two quarters prices fell.", "the past two quarters → P2Q"),
    Case("They waited three days.", "three days → P3D"),
    Case("It lasted almost a week.", "almost a week → P1W"),
    Case("A 10-year lease and a four-day trip.", "10-year → P10Y", "four-day → P4D"),
    Case("Over the past two months prices fell.", "the past two months → P2M"),
    Case("For several hours nobody came.", "several hours → PTXH"),
    Case("It runs every day and each July.", "every day → P1D", "each July → XXXX-07"),
    Case("They train twice a week.", "a week → P1W"),
    Case("It costs $5 million a year.", "a year → P1Y"),
    // Clock
    Case("At 6:30 p.m. Friday it sank.", "6:30 p.m. Friday → 2017-03-03T18:30"),
    Case("At 7.15 am on Monday it sank.", "7.15 am on Monday → 2017-03-06T07:15"),
    Case(
      "It was built on June 30, 1986, and opens at 9am.", "June 30, 1986 → 1986-06-30",
      "9am → 2017-03-08T09:00"),
    Case("It sailed at 1700 GMT.", "1700 GMT → 2017-03-08T17:00"),
    Case("It stayed until 9 a.m. Friday.", "9 a.m. Friday → 2017-03-10T09:00"),
    Case("By noon it was over.", "noon → 2017-03-08T12:00"),
    // Vague
    Case("He now lives there.", "now → PRESENT_REF"),
    Case("As recently as today he sang.", "today → 2017-03-08"),
    Case("In the past they sang.", "the past → PAST_REF"),
    Case("As soon as they came.", ),
    // Titles and names
    Case("He spoke on the Today programme.", ),
    Case("She told CBS's 60 Minutes and \"This Week\".", ),
    Case("Sales fell in Third Quarter 2016 of all.", "Third Quarter 2016 → 2016-Q3"),
    Case("On Thanksgiving Day it snowed.", "Thanksgiving Day → 2016-11-24"),
    Case("The future of the mill is open.", ),
    Case("In the near future it opens.", "the near future → FUTURE_REF"),
    Case("It burned in the first hours.", "the first hours → PTXH"),
    // No times
    Case("A second man, a spring, a quarter of them.", ),
    Case("The girl is five years old.", ),
  ]

  @Test(arguments: cases) func finds(_ example: Case) {
    #expect(Self.times(example.text) == example.times)
  }

  @Test func leavesRelativeTimesOpenWithoutADate() {
    #expect(
      Self.times("On Monday, two days ago, in May 2010, for a week.", published: nil) == [
        "Monday → ?", "two days ago → ?", "May 2010 → 2010-05", "a week → P1W",
      ])
  }

  @Test func saysDays() throws {
    var article = Article(
      id: "t", text: ArticleText("In February 2016 and last week."), format: "text")
    article.published = CalendarDate(year: 2017, month: 1, day: 4).map { .day($0) }
    var annotated = AnnotatedArticle(article: article)
    annotated.sentences = [
      Sentence(range: TextRange(0, 31), paragraph: 0, tokens: TokenRange(0, 0))
    ]
    TimeFinder().annotate(&annotated)
    let days = annotated.timeExpressions.map {
      "\($0.from?.description ?? "") to \($0.to?.description ?? "")"
    }
    #expect(days == ["2016-02-01 to 2016-02-29", "2016-12-26 to 2017-01-01"])
  }

  /// Whatever the bytes, nothing crashes, and the time taken grows with the length alone.
  @Test func survivesAnything() {
    var state: UInt64 = 7
    let words = [
      "two", "year", "the", "of", "last", "9999", "0", "million", "ago", "-", "'s", "May", "Friday",
      "31", "/", ".", "quarter", "later", "century", "99999999999999999999", "Feb.", "30", "Easter",
      "hundred", "and", "a", "half", "weeks", "1/2", "–", "½", "é", ":", "p.m.", "$", "to",
    ]
    for _ in 0..<300 {
      let text = (0..<60).map { _ -> String in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return words[Int(state >> 40) % words.count] + (state >> 60 & 3 == 0 ? "" : " ")
      }.joined()
      _ = Self.times(text, published: state & 1 == 0 ? "0001-01-01" : "9999-12-31")
      _ = QuantityFinderTests.quantities(text)
    }
    let long = String(
      repeating: "the last two hundred and twenty-five hundred years of the ", count: 2000)
    #expect(Self.times(long).count >= 1000)
    #expect(QuantityFinderTests.quantities(String(repeating: "million ", count: 20_000)).isEmpty)
  }
}
