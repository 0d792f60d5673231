import ArticleAnalysis
import ArticleModel
import Testing

@testable import lede_train

@Suite("Parser training")
struct ParserTrainerTests {
  /// Sentences about who sees what where, from parts put together.
  static func sentences() -> [TreebankSentence] {
    var sentences: [TreebankSentence] = []
    for (number, name) in ["Ana", "Bruno", "Carla", "Dario"].enumerated() {
      for (verb, noun) in [("sees", "dog"), ("paints", "house"), ("mends", "boat")] {
        var rows = [
          (name, "PROPN", "NNP", 2, "nsubj"), (verb, "VERB", "VBZ", 0, "root"),
          ("the", "DET", "DT", 4, "det"), (noun, "NOUN", "NN", 2, "obj"),
        ]
        if number % 2 == 0 {
          rows += [
            ("near", "ADP", "IN", 7, "case"), ("the", "DET", "DT", 7, "det"),
            ("river", "NOUN", "NN", 2, "obl"),
          ]
        }
        rows.append((".", "PUNCT", ".", 2, "punct"))
        var sentence = TreebankSentence()
        sentence.words = rows.map { form, upos, xpos, head, relation in
          TreebankSentence.Word(
            form: form, lemma: form, upos: upos, xpos: xpos, head: head == 0 ? nil : head - 1,
            relation: relation, isSpaceAfter: true)
        }
        sentence.startsDocument = true
        sentences.append(sentence)
      }
    }
    return sentences
  }

  static func model() throws -> ModelFile {
    var options = ParserTrainer.Options()
    options.kinds = 4
    options.broadKinds = 2
    options.smallestWord = 1
    options.folds = 2
    options.backward.bits = 12
    options.forward.bits = 12
    options.arcs.bits = 12
    let documents = TreebankDocument.documents(of: sentences()).map { $0.annotated() }
    return try ParserTrainer(documents, options: options).train()
  }

  @Test("what is learned is found again, and in a sentence made of known parts")
  func learns() throws {
    let parser = DependencyParser(try ParserModel(of: try Self.model()))
    var new = Self.sentences()
    new[0].words[1].form = "paints"
    new[0].words[0].form = "Eva"
    for document in TreebankDocument.documents(of: new) {
      let gold = document.annotated()
      var found = gold
      for index in found.tokens.indices { found.tokens[index].head = -1 }
      parser.annotate(&found)
      var scores = TreeScores()
      scores.add(gold: gold, found: found)
      #expect(scores.labeled == scores.words)
    }
  }

  @Test("equal sentences give equal bytes")
  func deterministic() throws {
    #expect(try Self.model().bytes == (try Self.model().bytes))
  }

  @Test("texts of JSON lines")
  func texts() {
    let line = #"{"id": "a", "text": "One \"two\"\n\u00e9 \ud83d\ude00", "title": "no"}"#
    let text = PlainTexts.text(ofJSON: Array(line.utf8)[...])
    #expect(text.map { String(decoding: $0, as: UTF8.self) } == "One \"two\"\né 😀")
    #expect(PlainTexts.text(ofJSON: Array(#"{"id": "a"}"#.utf8)[...]) == nil)
  }

  @Test("words in like places come into one class")
  func wordClasses() {
    // 2 and 3 stand before 4 and 5.
    var sentences: [[Int32]] = []
    for first: Int32 in [2, 3] {
      for second: Int32 in [4, 5] { sentences.append([first, second]) }
    }
    let classes = WordClassInducer(sentences + sentences, count: 6).classes(2, rounds: 5)
    #expect(classes[2] == classes[3])
    #expect(classes[4] == classes[5])
    #expect(classes[2] != classes[4])
  }
}
