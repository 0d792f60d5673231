import ArticleModel
import Columns

extension CorpusTable {
  static let sentences = CorpusTable(
    identifier: .sentences, name: "sentences", summary: "One row a sentence.",
    otherNames: ["sentence"],
    columns: [
      layer.identifier(),
      CorpusColumn("paragraph", .string, "The paragraph it stands in.", reference: .paragraphs) {
        let starts = $0.starts[CorpusTable.Identifier.paragraphs.rawValue]
        return layer.references($0, to: .paragraphs) {
          starts[$0.articleIndex] + $0.row.paragraph
        }
      },
      CorpusColumn("position", .long, "Its place among the article's sentences, from 1.") {
        layer.numbers($0) { $0.index + 1 }
      },
      CorpusColumn("text", .string, "Its words.") { layer.slices($0) { $0.row.range } },
      CorpusColumn("words", .long, "How many words; neither punctuation nor symbols are counted.") {
        layer.numbers($0) { place in
          place.words.count { place.article.tokens[$0].isWord }
        }
      },
      CorpusColumn("is_quoted", .bool, "Whether all its words stand in quotation marks.") {
        layer.truths($0) { place in
          let words = place.words.filter {
            place.article.tokens[$0].partOfSpeech != .punctuation
          }
          return !words.isEmpty && words.allSatisfy { place.article.isQuoted(token: $0) }
        }
      },
    ]
      + layer.origin(
        span: { $0.row.range }, evidence: { $0.article.sentenceEvidence }),
    rowCount: { layer.count(in: $0) })

  private static let layer = Layers.sentences
}

extension Layer.Place where Row == Sentence {
  /// The indices of its tokens.
  fileprivate var words: Range<Int> { row.tokens.start..<row.tokens.end }
}

extension AnnotatedArticle {
  /// Whether the token stands in quotation marks.
  func isQuoted(token: Int) -> Bool { token < isQuoted.count && isQuoted[token] }
}
