import ArticleAnalysis
import ArticleModel
import Testing

@Suite("Dependency parser")
struct DependencyParserTests {
  /// A parser whose weights come from a seed: it has learned nothing, but always chooses.
  static func random(_ seed: UInt64) throws -> DependencyParser {
    var state = seed
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 16
    }
    func table() -> [UInt8] {
      var bytes = TransitionTable.encode(bits: 6, features: [])
      // Every check byte is somebody's, so that most features weigh something.
      for index in 16..<bytes.count { bytes[index] = UInt8(truncatingIfNeeded: next()) }
      return bytes
    }
    var file = ModelFile()
    file.set(ParserModel.Section.backward, to: table())
    file.set(ParserModel.Section.forward, to: table())
    file.set(ParserModel.Section.classes, to: [])
    let labels = try LinearModel(labels: ["nsubj", "obj", "punct"], bits: 6, unit: 1) { weights in
      for index in weights.indices { weights[index] = Int8(truncatingIfNeeded: next()) }
    }
    file.set(ParserModel.Section.labels, to: labels.encoded)
    return DependencyParser(try ParserModel(of: file))
  }

  /// Sentences of these lengths, of invented words.
  static func article(_ lengths: [Int]) -> AnnotatedArticle {
    var article = AnnotatedArticle(
      article: Article(id: "", text: ArticleText(utf8: []), format: "text"))
    let tags = [PartOfSpeech.noun, .verb, .determiner, .adjective, .adposition, .punctuation]
    for length in lengths {
      let first = article.tokens.count
      for place in 0..<length {
        let word = article.words.intern("word\((first + place) % 37)")
        var token = Token(
          start: first + place, end: first + place + 1, sentence: article.sentences.count,
          word: word, lower: word)
        token.partOfSpeech = tags[(first * 5 + place * 7) % tags.count]
        article.tokens.append(token)
      }
      article.sentences.append(
        Sentence(
          range: TextRange(first, first + length), paragraph: 0,
          tokens: TokenRange(first, first + length)))
    }
    return article
  }

  /// Whether each sentence has one root, heads inside itself, and every word hangs on the root.
  static func areTrees(_ article: AnnotatedArticle) -> Bool {
    article.sentences.allSatisfy { sentence in
      let tree = SyntaxTree(sentence.tokens, of: article)
      return tree.topDown.count == tree.heads.count
        && tree.roots.count == (sentence.tokens.start < sentence.tokens.end ? 1 : 0)
        && (sentence.tokens.start..<sentence.tokens.end).allSatisfy { index in
          let token = article.tokens[index]
          return Int(token.head) >= sentence.tokens.start
            && Int(token.head) < sentence.tokens.end
            && (article.words[token.relation] == "root") == (Int(token.head) == index)
        }
    }
  }

  @Test("any weights give trees with one root", arguments: UInt64(0)..<40)
  func trees(_ seed: UInt64) throws {
    var article = Self.article([0, 1, 2, 3, 5, 8, 13, 40, Int(seed) + 1])
    try Self.random(seed).annotate(&article)
    #expect(Self.areTrees(article))
  }

  @Test("sentences too long to be sentences are parsed in pieces, in one tree")
  func long() throws {
    var article = Self.article([3_456])
    try Self.random(3).annotate(&article)
    #expect(Self.areTrees(article))
    let tokens = article.tokens
    let pieces = LongSentence.pieces(TokenRange(0, 3_456), tokens: tokens)
    #expect(pieces.map(\.start).dropFirst() == pieces.map(\.end).dropLast())
    for piece in pieces.dropLast() {
      #expect(tokens[piece.end - 1].partOfSpeech == .punctuation)
      #expect(piece.end - piece.start <= LongSentence.limit)
    }
  }

  @Test("one sentence of three thousand words takes about as long as thirty")
  func linear() throws {
    let parser = try Self.random(5)
    func time(_ lengths: [Int]) -> Duration {
      var article = Self.article(lengths)
      return ContinuousClock().measure { parser.annotate(&article) }
    }
    let many = time(Array(repeating: 100, count: 30))
    let one = time([3_000])
    #expect(one < many * 8)
  }

  @Test("a sentence with heads is left as it is")
  func given() throws {
    var article = Self.article([3, 3])
    article.tokens[1].head = 0
    let before = article.tokens[0..<3].map(\.head)
    try Self.random(1).annotate(&article)
    #expect(article.tokens[0..<3].map(\.head) == before)
    #expect(article.tokens[3..<6].allSatisfy { $0.head >= 3 })
  }

  @Test("without a model there are no trees")
  func none() {
    var article = Self.article([3])
    DependencyParser(nil).annotate(&article)
    #expect(article.tokens.allSatisfy { $0.head == -1 })
  }

  @Test("damaged parts are refused")
  func damaged() {
    var file = ModelFile()
    file.set(ParserModel.Section.forward, to: [])
    file.set(ParserModel.Section.backward, to: [9, 0, 0])
    #expect(throws: ModelError.self) { try ParserModel(of: file) }
  }
}
