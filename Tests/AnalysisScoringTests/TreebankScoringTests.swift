import ArticleModel
import Testing

@testable import AnalysisScoring

/// Treebanks beside what was found, with figures counted by hand.
///
/// A sentence is its words, parted by blanks in the notation: `form/pos/tag/lemma/head/relation`, heads
/// counted from 1, 0 for the root, `_` for unknown. `+` before a form joins it to the word before.
@Suite struct TreebankScoringTests {
  private static let gold = [
    "Ruiz/PROPN/NNP/Ruiz/2/nsubj left/VERB/VBD/leave/0/root Orlo/PROPN/NNP/Orlo/2/obj +./PUNCT/././2/punct",
    "She/PRON/PRP/she/2/nsubj rests/VERB/VBZ/rest/0/root +./PUNCT/././2/punct",
  ]

  @Test func allIsRight() {
    let score = score(gold: Self.gold, found: Self.gold)
    for metric in TreebankScore.Metric.allCases {
      #expect(score.agreement(metric) == Agreement(precision: 1, recall: 1), "\(metric)")
    }
    #expect(score.goldSentences == 2 && score.goldWords == 7 && score.aligned == 7)
  }

  /// One part of speech, one lemma, one head with its relation, and one relation alone are wrong.
  @Test func someIsWrong() {
    let score = score(
      gold: Self.gold,
      found: [
        "Ruiz/NOUN/NNP/Ruiz/2/nsubj left/VERB/VBD/left/0/root Orlo/PROPN/NNP/Orlo/1/obj +./PUNCT/././2/punct",
        "She/PRON/PRP/she/2/obj rests/VERB/VBZ/rest/0/root +./PUNCT/././2/punct",
      ])
    #expect(score.accuracy(.partsOfSpeech) == 6.0 / 7)
    #expect(score.accuracy(.tags) == 1)
    #expect(score.accuracy(.lemmas) == 6.0 / 7)
    #expect(score.accuracy(.heads) == 6.0 / 7)
    #expect(score.accuracy(.relations) == 5.0 / 7)
  }

  /// Heads that are not known are wrong, and so are their relations.
  @Test func nothingOfTrees() {
    let score = score(
      gold: ["She/PRON/PRP/she/2/nsubj rests/VERB/VBZ/rest/0/root"],
      found: ["She/PRON/PRP/she/_/_ rests/VERB/VBZ/rest/_/_"])
    #expect(score.accuracy(.heads) == 0 && score.accuracy(.relations) == 0)
    #expect(score.accuracy(.tags) == 1)
  }

  /// Of three words found two are the gold's two of five: "well-known" is one word here and three there.
  @Test func otherTokens() {
    let gold = [
      "A/DET/DT/a/4/det well/ADV/RB/well/4/advmod +-/PUNCT/HYPH/-/4/punct +known/ADJ/JJ/know/0/root +./PUNCT/././4/punct"
    ]
    let found = [
      "A/DET/DT/a/2/det well-known/ADJ/JJ/well-known/0/root +./PUNCT/././2/punct"
    ]
    let score = score(gold: gold, found: found)
    #expect(score.agreement(.tokens) == Agreement(precision: 2.0 / 3, recall: 2.0 / 5))
    #expect(score.agreement(.tags) == Agreement(precision: 2.0 / 3, recall: 2.0 / 5))
    // The head of both is a word that the gold has not.
    #expect(score.agreement(.heads) == Agreement(precision: 0, recall: 0))
    #expect(score.agreement(.sentences) == Agreement(precision: 1, recall: 1))
  }

  @Test func otherSentences() {
    let joined = [
      Self.gold[0] + " "
        + Self.gold[1].replacing("rests/VERB/VBZ/rest/0/root", with: "rests/VERB/VBZ/rest/2/conj")
    ]
    let score = score(gold: Self.gold, found: joined)
    #expect(score.agreement(.sentences) == Agreement(precision: 0, recall: 0))
    #expect(score.agreement(.tokens) == Agreement(precision: 1, recall: 1))
    // "rests" is a root of the gold, and has a head here; heads count within the sentence found.
    #expect(score.accuracy(.heads) == 4.0 / 7)
  }

  /// Of relations the universal part counts; a lemma that the gold does not give is not judged.
  @Test func whatCounts() {
    let score = score(
      gold: ["Her/PRON/PRP$/_/2/nmod:poss boat/NOUN/NN/boat/0/root"],
      found: ["Her/PRON/PRP$/her/2/nmod boat/NOUN/NN/boat/0/root"])
    #expect(score.accuracy(.relations) == 1 && score.accuracy(.lemmas) == 1)
  }

  /// What the gold says nothing of has no figure.
  @Test func goldWithoutTrees() {
    let gold = ["She/PRON/_/_/_/_ rests/VERB/_/_/_/_"]
    let score = score(
      gold: gold, found: ["She/PRON/PRP/she/2/nsubj rests/VERB/VBZ/rest/0/root"])
    #expect(score.agreement(.tags) == nil && score.agreement(.heads) == nil)
    #expect(score.agreement(.partsOfSpeech) != nil)
    let rows = TreebankScorer().figures(of: score, articles: 1).tables[0].rows
    #expect(rows.map { $0.cells[0] == "-" } == [false, false, false, true, true, true, true])
  }

  /// Words on the same characters are paired by their forms, in order.
  @Test func wordsThatShareTheirPlace() {
    var gold = Self.annotated(["du/ADP/IN/de/0/root port/NOUN/NN/port/1/obl"])
    var shared = gold.tokens[0]
    for form in ["de", "le"] {
      shared.word = gold.words.intern(form)
      shared.lower = shared.word
      gold.tokens.insert(shared, at: form == "de" ? 0 : 1)
    }
    gold.tokens.remove(at: 2)
    gold.sentences[0].tokens.end = 3
    let alignment = WordAlignment(gold: gold, found: gold)
    #expect(alignment.goldOfFound == [0, 1, 2])
    var one = gold
    one.tokens.remove(at: 0)
    #expect(WordAlignment(gold: gold, found: one).goldOfFound == [1, 2])
    #expect(WordAlignment(gold: one, found: gold).goldOfFound == [-1, 0, 1])
  }

  @Test func nothingOnEitherSide() {
    let empty = MarkedSpans("").annotated
    var notes = ScoringNotes()
    let score = TreebankComparison(gold: empty, found: empty).score(&notes)
    #expect(score.agreement(.tokens) == Agreement(precision: 0, recall: 0))
  }

  // MARK: - Implementation

  private func score(gold: [String], found: [String]) -> TreebankScore {
    var notes = ScoringNotes()
    return TreebankComparison(gold: Self.annotated(gold), found: Self.annotated(found))
      .score(&notes)
  }

  private static func annotated(_ sentences: [String]) -> AnnotatedArticle {
    var text = ""
    var words: [[(form: String, fields: [String], start: Int)]] = []
    for sentence in sentences {
      words.append([])
      for word in sentence.split(separator: " ") {
        var fields = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isJoined = fields[0].hasPrefix("+")
        if isJoined { fields[0].removeFirst() }
        if !text.isEmpty, !isJoined { text += " " }
        words[words.count - 1].append((fields[0], fields, text.utf8.count))
        text += fields[0]
      }
    }
    var annotated = MarkedSpans(text).annotated
    for sentence in words {
      let first = annotated.tokens.count
      for (form, fields, start) in sentence {
        let id = annotated.words.intern(form)
        var token = Token(
          start: start, end: start + form.utf8.count, sentence: annotated.sentences.count, word: id,
          lower: annotated.words.intern(form.lowercased()))
        token.partOfSpeech = PartOfSpeech.allCases.first { $0.label == fields[1] } ?? .unknown
        func word(_ field: String) -> WordID {
          field == "_" ? .none : annotated.words.intern(field)
        }
        token.tag = word(fields[2])
        token.lemma = word(fields[3])
        if let head = Int(fields[4]) {
          token.head = Int32(head == 0 ? annotated.tokens.count : first + head - 1)
        }
        token.relation = word(fields[5])
        annotated.tokens.append(token)
      }
      let tokens = TokenRange(first, annotated.tokens.count)
      annotated.sentences.append(
        Sentence(
          range: TextRange(sentence[0].start, Int(annotated.tokens[tokens.end - 1].end)),
          paragraph: 0, tokens: tokens))
    }
    return annotated
  }
}
