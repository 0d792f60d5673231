import ArticleModel
import Testing

@testable import ArticleAnalysis

/// What a source states stays as it is, and the rest is analysed on it.
@Suite struct GivenLayerTests {
  private static let text = "“We lost the road,” Mayor Ana Ruiz said.\n\nShe left Orlo."

  /// The text in words and marks parted by blanks, each of its two lines a sentence.
  private static func given(_ layers: WordLayers) -> Article {
    var article = Article(id: "given", text: ArticleText(text), format: "test")
    var words = WordTable()
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    for line in [
      ["“", "We", "lost", "the", "road", ",", "”", "Mayor", "Ana", "Ruiz", "said", "."],
      ["She", "left", "Orlo", "."],
    ] {
      let first = tokens.count
      for word in line {
        let utf8 = Array(article.text.utf8)
        var start = Int(tokens.last?.end ?? 0)
        while !utf8[start...].starts(with: word.utf8) { start += 1 }
        var token = Token(
          start: start, end: start + word.utf8.count, sentence: sentences.count,
          word: words.intern(word),
          lower: words.intern(WordTable.lowercased(Array(word.utf8)[...])))
        token.partOfSpeech = .interjection
        token.tag = words.intern("odd")
        token.lemma = words.intern("x")
        token.head = Int32(first)
        token.relation = words.intern("dep")
        tokens.append(token)
      }
      let range = TextRange(Int(tokens[first].start), Int(tokens[tokens.count - 1].end))
      sentences.append(
        Sentence(
          range: range, paragraph: sentences.count, tokens: TokenRange(first, tokens.count)))
    }
    article.given = GivenLayers(
      paragraphs: sentences.map(\.range), sentences: sentences, tokens: tokens, words: words,
      layers: layers)
    return article
  }

  @Test func nothingGivenIsMadeAnew() {
    let article = Self.given([.partsOfSpeech, .tags, .lemmas, .trees])
    let annotated = ArticleAnalyzer().analyze(article)
    #expect(annotated.tokens == article.given?.tokens)
    #expect(annotated.sentences == article.given?.sentences)
    #expect(annotated.tokenEvidence == .given)
    #expect(annotated.sentenceEvidence == .given)
    #expect(LayerInvariants(of: annotated).violations == [])
    // Names are found on the given tokens.
    #expect(annotated.entity("Ana Ruiz")?.kind == .person)
  }

  @Test func whatIsNotGivenIsMade() {
    let annotated = ArticleAnalyzer().analyze(Self.given([.tags]))
    let lost = annotated.tokens[2]
    #expect(annotated.words[lost.tag] == "odd")
    #expect(lost.partOfSpeech == .verb)
    #expect(annotated.words[lost.lemma] == "lose")
    #expect(annotated.quotations.map { annotated.text[$0.content[0]] } == ["We lost the road"])
  }

  @Test func tokensAndSentencesAloneAreKept() throws {
    var article = Self.given([.partsOfSpeech, .tags, .lemmas, .trees])
    article.given = article.given?.tokensAndSentences
    let given = try #require(article.given)
    #expect(given.layers == [.sentences, .tokens])
    let annotated = ArticleAnalyzer().analyze(article)
    #expect(annotated.tokens.map(\.range) == given.tokens.map(\.range))
    #expect(annotated.tokens[2].partOfSpeech == .verb)
    #expect(annotated.words[annotated.tokens[2].tag] != "odd")
  }

  @Test func givenParagraphsStayWhole() {
    let text = "NORHAVN, Sept. 5 (AP) — The harbor closed on Friday, Mayor Ana Ruiz said."
    var article = Article(id: "given", text: ArticleText(text), format: "test")
    var words = WordTable()
    let all = TextRange(0, text.utf8.count)
    let word = words.intern(text)
    article.given = GivenLayers(
      paragraphs: [all], sentences: [Sentence(range: all, paragraph: 0, tokens: TokenRange(0, 1))],
      tokens: [Token(start: 0, end: all.end, sentence: 0, word: word, lower: word)], words: words,
      layers: [])
    let annotated = ArticleAnalyzer().analyze(article)
    #expect(annotated.paragraphs == [Paragraph(range: all, role: .lede, evidence: .given)])
    #expect(annotated.parts.datelinePlace.map { annotated.text[$0] } == "NORHAVN")
    #expect(annotated.parts.lede.map { annotated.text[$0].hasPrefix("The harbor") } == true)
  }

  /// Any tokens of any text: analysis ends, its layers are sound, and what is given stays.
  @Test(arguments: 0..<6)
  func oddTokens(_ group: Int) {
    for seed in (group * 60)..<(group * 60 + 60) {
      var texts = HostileTexts(seed: UInt64(seed))
      let text = texts.text(seed % 10 == 0 ? 150 : 25)
      var odd = OddTokens(seed: UInt64(seed))
      let article = odd.article(text)
      let annotated = ArticleAnalyzer().analyze(article)
      let violations = LayerInvariants(of: annotated).violations
      #expect(violations == [], "seed \(seed): \(text.debugDescription)")
      check(annotated, "seed \(seed)")
    }
  }

  private func check(_ annotated: AnnotatedArticle, _ message: String) {
    guard let given = annotated.article.given else { return }
    let layers = given.layers
    #expect(annotated.sentences == given.sentences, "\(message)")
    #expect(annotated.spans == given.spans, "\(message)")
    #expect(annotated.paragraphs.map(\.range) == given.paragraphs, "\(message)")
    #expect(annotated.tokens.count == given.tokens.count, "\(message)")
    for (token, stated) in zip(annotated.tokens, given.tokens) {
      let isKept =
        token.range == stated.range && token.word == stated.word
        && (!layers.contains(.partsOfSpeech) || token.partOfSpeech == stated.partOfSpeech)
        && (!layers.contains(.tags) || token.tag == stated.tag)
        && (!layers.contains(.lemmas) || token.lemma == stated.lemma)
        && (!layers.contains(.trees) || token.head == stated.head)
      guard isKept else {
        Issue.record("\(message): \(stated) became \(token)")
        return
      }
    }
  }

  /// What does not fit the text is told apart from what does.
  @Test func misfitsAreSeen() throws {
    let article = Self.given([])
    let given = try #require(article.given)
    #expect(given.fit(article.text))
    var broken = given
    broken.tokens[3].end = 9999
    #expect(!broken.fit(article.text))
    broken = given
    broken.tokens[5].head = 99
    #expect(!broken.fit(article.text))
    broken = given
    broken.sentences[1].tokens.start += 1
    #expect(!broken.fit(article.text))
    broken = given
    broken.paragraphs.removeLast()
    #expect(!broken.fit(article.text))
    broken = given
    broken.spans = [
      SpanAnnotation(type: "a", id: "", tokens: [TokenRange(2, 99)], evidence: .given)
    ]
    #expect(!broken.fit(article.text))
  }
}
