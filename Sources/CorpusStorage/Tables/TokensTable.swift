import ArticleModel
import Columns

extension CorpusTable {
  static let tokens = CorpusTable(
    identifier: .tokens, name: "tokens", summary: "One row a word or mark.",
    otherNames: ["token", "words", "word"],
    columns: [
      layer.identifier(),
      layer.sentence { Int($0.row.sentence) },
      CorpusColumn("position", .long, "Its place in the sentence, from 1.") {
        layer.numbers($0) { place in
          place.index - place.article.sentences[Int(place.row.sentence)].tokens.start + 1
        }
      },
      CorpusColumn("word", .string, "As written.") { layer.words($0) { $0.row.word } },
      CorpusColumn("lower", .string, "In lower case.") { layer.words($0) { $0.row.lower } },
      CorpusColumn("lemma", .string, "The dictionary form.") {
        layer.words($0) { $0.row.lemma }
      },
      CorpusColumn(
        "pos", .string, "The universal part of speech (NOUN, VERB …).",
        values: PartOfSpeech.allCases.map(\.label).filter { !$0.isEmpty }
      ) {
        layer.names($0) { $0.article.partOfSpeechLabel(of: $0.row) }
      },
      CorpusColumn("tag", .string, "The Penn Treebank tag, or that of the source's own set.") {
        layer.words($0) { $0.row.tag }
      },
      CorpusColumn("shape", .string, "Its outline: X capital, x small, d digit.") {
        layer.names($0) { place in shape(of: place.article.words.utf8(place.row.word)) }
      },
      CorpusColumn(
        "entity", .string, "The entity of the mention it belongs to.", reference: .entities
      ) { corpus in
        let mentioned = entities(in: corpus)
        var next = 0
        return layer.references(corpus, to: .entities) { _ in
          defer { next += 1 }
          return mentioned[next]
        }
      },
      CorpusColumn(
        "entity_kind", .string, "That entity's kind.",
        values: Entity.Kind.allCases.map(\.rawValue)
      ) { corpus in
        let mentioned = entities(in: corpus)
        var next = 0
        return layer.names(corpus) { _ in
          defer { next += 1 }
          return mentioned[next].map { corpus.entities.members[$0].entity.kind.rawValue }
        }
      },
      CorpusColumn("is_quoted", .bool, "Whether it stands in quotation marks.") {
        layer.truths($0) { $0.article.isQuoted(token: $0.index) }
      },
      CorpusColumn(
        "punct_before", .string, "The marks right before it in its sentence, tokens or not."
      ) {
        layer.names($0) { punctuation(before: $0) }
      },
      CorpusColumn(
        "punct_after", .string, "The marks right after it in its sentence, tokens or not."
      ) {
        layer.names($0) { punctuation(after: $0) }
      },
      CorpusColumn("head", .string, "The word it depends on.", reference: .tokens) {
        let starts = $0.starts[CorpusTable.Identifier.tokens.rawValue]
        return layer.references($0, to: .tokens) {
          $0.row.head < 0 ? nil : starts[$0.articleIndex] + Int($0.row.head)
        }
      },
      CorpusColumn("relation", .string, "The Universal Dependencies relation to its head.") {
        layer.words($0) { $0.row.relation }
      },
    ]
      + layer.origin(
        span: { $0.row.range }, evidence: { $0.article.tokenEvidence }),
    rowCount: { layer.count(in: $0) })

  // MARK: - Implementation

  private static let layer = Layers.tokens

  /// For every token of the corpus, the entity whose mention it belongs to.
  private static func entities(in corpus: AnnotatedCorpus) -> [Int?] {
    var result: [Int?] = []
    for (articleIndex, article) in corpus.articles.enumerated() {
      let first = result.count
      result.append(contentsOf: Array(repeating: nil, count: article.tokens.count))
      for mention in article.mentions {
        // Tokens are in text order: look for the first that the mention may hold.
        var low = 0
        var high = article.tokens.count
        while low < high {
          let middle = (low + high) / 2
          if Int(article.tokens[middle].start) < mention.range.start {
            low = middle + 1
          } else {
            high = middle
          }
        }
        while low < article.tokens.count, Int(article.tokens[low].end) <= mention.range.end {
          result[first + low] = corpus.entities.indices[articleIndex][mention.entity]
          low += 1
        }
      }
    }
    return result
  }

  private static func shape(of word: ArraySlice<UInt8>) -> String {
    var shape: [UInt8] = []
    for byte in word where byte & 0xC0 != 0x80 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): shape.append(UInt8(ascii: "X"))
      case UInt8(ascii: "a")...UInt8(ascii: "z"): shape.append(UInt8(ascii: "x"))
      case UInt8(ascii: "0")...UInt8(ascii: "9"): shape.append(UInt8(ascii: "d"))
      case 0x80...: shape.append(UInt8(ascii: "x"))
      default: shape.append(byte)
      }
    }
    return String(decoding: shape, as: UTF8.self)
  }

  /// The most marks in a row that are looked at, so that a line of nothing else stays cheap.
  private static let markLimit = 32

  /// What stands between the token and the word before it, tokens or not.
  private static func punctuation(before place: Layer<Token>.Place) -> String? {
    let article = place.article
    let sentence = article.sentences[Int(place.row.sentence)]
    var first = place.index
    let limit = max(sentence.tokens.start, first - markLimit)
    while first > limit, article.tokens[first - 1].partOfSpeech == .punctuation { first -= 1 }
    let isFirst = first == sentence.tokens.start
    let start = isFirst ? sentence.range.start : Int(article.tokens[first - 1].end)
    return marks(in: TextRange(start, Int(place.row.start)), of: article)
  }

  /// What stands between the token and the word after it, tokens or not.
  private static func punctuation(after place: Layer<Token>.Place) -> String? {
    let article = place.article
    let sentence = article.sentences[Int(place.row.sentence)]
    var next = place.index + 1
    let limit = min(sentence.tokens.end, next + markLimit)
    while next < limit, article.tokens[next].partOfSpeech == .punctuation { next += 1 }
    let isLast = next == sentence.tokens.end
    let end = isLast ? sentence.range.end : Int(article.tokens[next].start)
    return marks(in: TextRange(Int(place.row.end), end), of: article)
  }

  /// The text of a range without the blanks at its ends; nil where there is no other.
  private static func marks(in range: TextRange, of article: AnnotatedArticle) -> String? {
    let range = article.text.trimmed(range)
    return range.isEmpty ? nil : article.text[range]
  }
}
