import ArticleModel
import Testing

@testable import ArticleAnalysis
@testable import lede_train

/// A tagger that has seen a few invented sentences only.
@Suite("Training the tagger")
struct TaggerTrainerTests {
  /// Words as `form/lemma/UPOS/XPOS`.
  private static let sentences = [
    "the/the/DET/DT mayor/mayor/NOUN/NN walked/walk/VERB/VBD slowly/slowly/ADV/RB ././PUNCT/.",
    "Ana/Ana/PROPN/NNP walked/walk/VERB/VBD the/the/DET/DT dogs/dog/NOUN/NNS ././PUNCT/.",
    "the/the/DET/DT dogs/dog/NOUN/NNS barked/bark/VERB/VBD loudly/loudly/ADV/RB ././PUNCT/.",
    "the/the/DET/DT cats/cat/NOUN/NNS jumped/jump/VERB/VBD quickly/quickly/ADV/RB ././PUNCT/.",
    "Omar/Omar/PROPN/NNP jumped/jump/VERB/VBD quickly/quickly/ADV/RB ././PUNCT/.",
    "the/the/DET/DT judges/judge/NOUN/NNS voted/vote/VERB/VBD calmly/calmly/ADV/RB ././PUNCT/.",
    "she/she/PRON/PRP voted/vote/VERB/VBD ././PUNCT/. the/the/DET/DT men/man/NOUN/NNS",
  ]

  static func sentence(_ text: String, startsDocument: Bool = false) -> TreebankSentence {
    var sentence = TreebankSentence()
    sentence.startsDocument = startsDocument
    for item in text.split(separator: " ") {
      let parts = item.split(separator: "/").map(String.init)
      sentence.words.append(
        TreebankSentence.Word(
          form: parts[0], lemma: parts[1], upos: parts[2], xpos: parts[3], head: nil,
          relation: "root", isSpaceAfter: true))
    }
    return sentence
  }

  private static func train(_ rounds: Int = 8) throws -> ModelFile {
    var options = TaggerTrainer.Options()
    options.rounds = rounds
    options.bits = 12
    options.smallestClass = 1
    options.smallestWord = 2
    options.usesLists = false
    return try TaggerTrainer(sentences.map { sentence($0) }, options: options).train()
  }

  private static func tagger() throws -> Tagger { Tagger(try TaggerModel(of: try train())) }

  /// The article that a text makes, tagged.
  private func tagged(_ text: String, by tagger: Tagger) -> AnnotatedArticle {
    var article = AnnotatedArticle(
      article: Article(id: "test", text: ArticleText(text), format: "text"))
    article.paragraphs = [
      Paragraph(range: TextRange(0, article.text.utf8.count), role: .body, evidence: .given)
    ]
    Tokenizer().annotate(&article)
    SentenceSplitter().annotate(&article)
    tagger.annotate(&article)
    return article
  }

  private func words(_ article: AnnotatedArticle) -> [String] {
    article.tokens.map {
      let words = article.words
      return "\(words[$0.word])/\(words[$0.lemma])/\($0.partOfSpeech.label)/\(words[$0.tag])"
    }
  }

  @Test("training twice gives the same bytes; another order of learning gives others")
  func deterministic() throws {
    let first = try Self.train().bytes
    #expect(first == (try Self.train().bytes))
    var options = TaggerTrainer.Options()
    options.bits = 12
    options.smallestClass = 1
    options.usesLists = false
    options.seed = 7
    let other = try TaggerTrainer(Self.sentences.map { Self.sentence($0) }, options: options)
    #expect(try other.train().bytes != first)
  }

  @Test("what was learned is given back, and words never seen by their endings")
  func learned() throws {
    let tagger = try Self.tagger()
    #expect(
      words(tagged("Ana walked the dogs.", by: tagger)) == [
        "Ana/Ana/PROPN/NNP", "walked/walk/VERB/VBD", "the/the/DET/DT", "dogs/dog/NOUN/NNS",
        "././PUNCT/.",
      ])
    #expect(
      words(tagged("the goats laughed proudly.", by: tagger)) == [
        "the/the/DET/DT", "goats/goat/NOUN/NNS", "laughed/laugh/VERB/VBD",
        "proudly/proudly/ADV/RB", "././PUNCT/.",
      ])
    #expect(
      words(tagged("the men voted.", by: tagger))[1...2] == [
        "men/man/NOUN/NNS", "voted/vote/VERB/VBD",
      ])
  }

  @Test("curly and typewriter marks are read alike")
  func marks() throws {
    let tagger = try Self.tagger()
    let curly = tagged("the mayor’s dogs", by: tagger)
    let straight = tagged("the mayor's dogs", by: tagger)
    #expect(curly.tokens.map(\.partOfSpeech) == straight.tokens.map(\.partOfSpeech))
  }

  @Test("no words, no sentence, or no model: nothing happens")
  func nothing() throws {
    let tagger = try Self.tagger()
    #expect(tagged("", by: tagger).tokens.isEmpty)
    #expect(tagged(" \n ", by: tagger).tokens.isEmpty)
    let untagged = tagged("the dogs barked.", by: Tagger(nil))
    #expect(untagged.tokens.allSatisfy { $0.partOfSpeech == .unknown && $0.lemma == .none })
  }

  @Test("any bytes may be a word")
  func anyBytes() throws {
    let tagger = try Self.tagger()
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let bytes = (0..<40).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      let article = tagged(String(decoding: bytes, as: UTF8.self), by: tagger)
      #expect(article.tokens.allSatisfy { $0.partOfSpeech != .unknown && $0.lemma != .none })
    }
  }

  @Test("a sentence of 100,000 words takes ten times as long as one of 10,000, not a hundred times")
  func linear() throws {
    let tagger = try Self.tagger()
    func seconds(_ count: Int) -> Double {
      let sentence = TreebankDocument(sentences: [
        Self.sentence(
          (0..<count).map { "w\($0 % 5_000)ed/x/X/X" }.joined(separator: " "))
      ])
      var article = sentence.annotated()
      return Report.processorSeconds { tagger.annotate(&article) }
    }
    _ = seconds(1_000)
    let small = seconds(10_000)
    #expect(seconds(100_000) < max(small, 0.01) * 40)
  }

  @Test("a model file whose bytes are changed is refused, or read without harm")
  func damaged() throws {
    let file = try Self.train(1)
    for name in file.names {
      let bytes = try file.section(name).elements
      for index in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 100)) {
        var changed = bytes
        changed[index] ^= 0xFF
        var damaged = file
        damaged.set(name, to: changed)
        guard let model = try? TaggerModel(of: damaged) else { continue }
        _ = tagged("the goats laughed proudly.", by: Tagger(model))
      }
    }
  }
}
