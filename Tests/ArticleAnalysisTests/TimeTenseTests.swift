import ArticleModel
import Calendar
import Testing

@testable import ArticleAnalysis

/// Which way a weekday looks is told by the verb that it hangs on.
@Suite struct TimeTenseTests {
  /// The times in a sentence of words as `form/lemma/tag/head/relation`, heads counted from 1.
  static func times(_ sentence: String) -> [String] {
    let rows = sentence.split(separator: " ").map { $0.split(separator: "/").map(String.init) }
    let text = rows.map { $0[0] }.joined(separator: " ")
    var article = Article(id: "t", text: ArticleText(text), format: "text")
    article.published = CalendarDate(year: 2017, month: 3, day: 8).map { .day($0) }
    var annotated = AnnotatedArticle(article: article)
    var start = 0
    for (index, row) in rows.enumerated() {
      let end = start + row[0].utf8.count
      var token = Token(
        start: start, end: end, sentence: 0, word: annotated.words.intern(row[0]),
        lower: annotated.words.intern(row[0].lowercased()))
      token.lemma = annotated.words.intern(row[1])
      token.tag = annotated.words.intern(row[2])
      token.head = row[3] == "0" ? Int32(index) : (Int32(row[3]) ?? 0) - 1
      token.relation = annotated.words.intern(row[4])
      annotated.tokens.append(token)
      start = end + 1
    }
    annotated.sentences = [
      Sentence(
        range: TextRange(0, text.utf8.count), paragraph: 0, tokens: TokenRange(0, rows.count))
    ]
    TimeFinder().annotate(&annotated)
    return annotated.timeExpressions.map { "\(annotated.text[$0.range]) → \($0.value ?? "?")" }
  }

  /// Published on Wednesday, 8 March 2017.
  @Test(arguments: [
    // The verb decides, not what stands before it.
    (
      "If/if/IN/3/mark they/they/PRP/3/nsubj agree/agree/VBP/10/advcl by/by/IN/5/case "
        + "Friday/Friday/NNP/3/obl ,/,/,/10/punct there/there/EX/10/expl will/will/MD/10/aux "
        + "not/not/RB/10/advmod be/be/VB/0/root delays/delay/NNS/10/nsubj",
      "Friday → 2017-03-10"
    ),
    // A limit lies ahead, whatever verb is above.
    (
      "She/she/PRP/2/nsubj demanded/demand/VBD/0/root that/that/IN/5/mark he/he/PRP/5/nsubj "
        + "publish/publish/VBP/2/ccomp them/they/PRP/5/obj by/by/IN/8/case Monday/Monday/NNP/5/obl",
      "Monday → 2017-03-13"
    ),
    (
      "They/they/PRP/3/nsubj will/will/MD/3/aux meet/meet/VB/0/root on/on/IN/5/case "
        + "Friday/Friday/NNP/3/obl", "Friday → 2017-03-10"
    ),
    (
      "The/the/DT/2/det ferry/ferry/NN/5/nsubj is/be/VBZ/0/root to/to/TO/5/mark "
        + "sail/sail/VB/3/xcomp Friday/Friday/NNP/5/obl:tmod", "Friday → 2017-03-10"
    ),
    (
      "The/the/DT/2/det fair/fair/NN/3/nsubj opens/open/VBZ/0/root on/on/IN/5/case "
        + "Friday/Friday/NNP/3/obl", "Friday → 2017-03-10"
    ),
    (
      "He/he/PRP/4/nsubj has/have/VBZ/4/aux been/be/VBN/4/cop ill/ill/JJ/0/root since/since/IN/6/case "
        + "Friday/Friday/NNP/4/obl", "Friday → 2017-03-03"
    ),
    // A headline tells the past in the present tense.
    (
      "Fire/fire/NNP/2/nsubj kills/kill/VBZ/0/root two/two/CD/2/obj on/on/IN/5/case "
        + "Friday/Friday/NNP/2/obl", "Friday → 2017-03-03"
    ),
    (
      "Leeds/Leeds/NNP/2/nsubj beat/beat/VBP/0/root Hull/Hull/NNP/2/obj on/on/IN/5/case "
        + "Friday/Friday/NNP/2/obl", "Friday → 2017-03-03"
    ),
    (
      "On/on/IN/2/case Friday/Friday/NNP/0/root ,/,/,/2/punct when/when/WRB/7/advmod "
        + "they/they/PRP/7/nsubj will/will/MD/7/aux vote/vote/VB/2/acl:relcl", "Friday → 2017-03-10"
    ),
    // What is expected looks ahead, what was said of it back.
    (
      "She/she/PRP/2/nsubj said/say/VBD/0/root Friday/Friday/NNP/6/obl:tmod it/it/PRP/6/nsubj "
        + "will/will/MD/6/aux open/open/VB/2/ccomp", "Friday → 2017-03-03"
    ),
    (
      "They/they/PRP/2/nsubj agreed/agree/VBD/0/root to/to/TO/4/mark meet/meet/VB/2/xcomp "
        + "on/on/IN/6/case Friday/Friday/NNP/4/obl", "Friday → 2017-03-10"
    ),
    (
      "They/they/PRP/2/nsubj agreed/agree/VBD/0/root on/on/IN/4/case Friday/Friday/NNP/2/obl "
        + "to/to/TO/6/mark meet/meet/VB/2/xcomp", "Friday → 2017-03-03"
    ),
    // A day without a year lies on the side to which its clause looks.
    (
      "He/he/PRP/3/nsubj was/be/VBD/3/aux:pass seen/see/VBN/0/root Sept./Sept./NNP/3/obl:tmod "
        + "3/3/CD/4/nummod", "Sept. 3 → 2016-09-03"
    ),
    (
      "He/he/PRP/3/nsubj will/will/MD/3/aux retire/retire/VB/0/root Sept./Sept./NNP/3/obl:tmod "
        + "12/12/CD/4/nummod", "Sept. 12 → 2017-09-12"
    ),
  ])
  func looksWhereTheClauseDoes(_ sentence: String, _ expected: String) {
    #expect(Self.times(sentence) == [expected])
  }
}
