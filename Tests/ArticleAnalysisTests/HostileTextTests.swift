import ArticleAnalysis
import ArticleModel
import Calendar
import Testing

/// Texts that no newsroom wrote: analysis ends, and its layers stay sound.
@Suite struct HostileTextTests {
  private static func analyzed(
    _ text: String, published: CalendarDate? = nil
  ) -> AnnotatedArticle {
    var article = Article(id: "hostile", text: ArticleText(text), format: "text")
    article.published = published.map { .day($0) }
    return ArticleAnalyzer().analyze(article)
  }

  /// One piece, thousands of times.
  ///
  /// `swift test` runs without optimization: a few seconds in all.
  @Test(
    arguments: HostileTexts.pieces + ["word ", "Word ", "((((", "\u{201C}\u{2018}", "x\n", "x "])
  func onePieceForEver(_ piece: String) {
    let text = String(repeating: piece, count: max(1, 2_000 / max(1, piece.utf8.count)))
    #expect(LayerInvariants(of: Self.analyzed(text)).violations == [])
  }

  @Test(arguments: 0..<6)
  func piecesInAnyOrder(_ group: Int) {
    let days = [
      nil, CalendarDate(year: 1, month: 1, day: 1), CalendarDate(year: 9999, month: 12, day: 31),
      CalendarDate(year: 2024, month: 2, day: 29),
    ]
    for seed in (group * 50)..<(group * 50 + 50) {
      var texts = HostileTexts(seed: UInt64(seed))
      let text = texts.text(seed % 10 == 0 ? 200 : 25)
      let article = Self.analyzed(text, published: days[seed % days.count])
      #expect(
        LayerInvariants(of: article).violations == [], "seed \(seed): \(text.debugDescription)")
    }
  }

  /// Many cues in one sentence without an end: each takes a bounded stretch as its content.
  @Test func contentIsBoundedInAnEndlessSentence() {
    let text = String(repeating: "According to the port authority, ", count: 300)
    let article = Self.analyzed(text)
    #expect(!article.quotations.isEmpty)
    let bytes = article.quotations.reduce(0) { $0 + $1.content.reduce(0) { $0 + $1.count } }
    #expect(bytes <= article.quotations.count * 500 * 12)
  }

  @Test func nothingAtAll() {
    for text in ["", " ", "\n\n\n", "\u{200B}", "\u{FEFF}", "\u{0}", "\"", "\u{301}"] {
      #expect(LayerInvariants(of: Self.analyzed(text)).violations == [], "\(text.debugDescription)")
    }
  }

  /// The checker sees what it is there to see.
  @Test func brokenLayersAreSeen() {
    let sound = Self.analyzed("“We lost the road,” Mayor Ana Ruiz said on Tuesday.")
    #expect(LayerInvariants(of: sound).violations == [])
    #expect(!sound.quotations.isEmpty && !sound.mentions.isEmpty)
    var broken = sound
    broken.mentions[0].entity = 99
    #expect(LayerInvariants(of: broken).violations != [])
    broken = sound
    broken.quotations[0].content = []
    #expect(LayerInvariants(of: broken).violations != [])
    broken = sound
    broken.sentences[0].range.start = 1
    #expect(LayerInvariants(of: broken).violations != [])
    broken = sound
    broken.tokens[1].start = 0
    #expect(LayerInvariants(of: broken).violations != [])
  }
}
