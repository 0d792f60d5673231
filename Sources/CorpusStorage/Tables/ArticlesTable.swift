import ArticleModel
import Columns

extension CorpusTable {
  static let articles = CorpusTable(
    identifier: .articles, name: "articles",
    summary: "One row an article, with what its source states and its parts.",
    otherNames: [
      "article", "documents", "document", "docs", "stories", "story", "files", "file", "texts",
      "news", "items",
    ],
    columns: statedColumns + partColumns + countColumns + ArticleRows.columns,
    rowCount: { $0.articles.count })

  // MARK: - Implementation

  private static let layer = Layers.articles

  private static let statedColumns: [CorpusColumn] = [
    CorpusColumn("id", .string, "The article's id, unique in the corpus.") {
      layer.strings($0) { $0.row.article.id }
    },
    CorpusColumn("headline", .string, "The headline; blank where there is none.") {
      layer.strings($0) { $0.part($0.row.article.headline, $0.row.parts.headline) }
    },
    CorpusColumn("subheadline", .string, "The line under the headline.") {
      layer.strings($0) { $0.part($0.row.article.subheadline, $0.row.parts.subheadline) }
    },
    CorpusColumn("byline", .string, "The byline, as printed.") {
      layer.strings($0) { $0.part($0.row.article.byline, $0.row.parts.byline) }
    },
    CorpusColumn("authors", .dynamic, "The authors' names.") {
      layer.dynamics($0) { strings($0.row.authors) }
    },
    CorpusColumn("published", .datetime, "When it was published.", alias: "date") {
      layer.instants($0) { $0.row.article.published?.instant }
    },
    CorpusColumn("updated", .datetime, "When it was last changed.") {
      layer.instants($0) { $0.row.article.updated?.instant }
    },
    CorpusColumn("retrieved", .datetime, "When it was fetched.") {
      layer.instants($0) { $0.row.article.retrieved?.instant }
    },
    CorpusColumn("publisher", .string, "The outlet.") {
      layer.names($0) { $0.row.article.publisher }
    },
    CorpusColumn("section", .string, "The outlet's section.") {
      layer.names($0) { $0.row.article.section }
    },
    CorpusColumn("topics", .dynamic, "Subjects that the source states.") {
      layer.dynamics($0) { strings($0.row.article.topics) }
    },
    CorpusColumn("url", .string, "Where it was published.") {
      layer.strings($0) { $0.row.article.url }
    },
    CorpusColumn("path", .string, "The file it was read from.") {
      layer.strings($0) { $0.row.article.path }
    },
    CorpusColumn("format", .string, "The reader that read it.") {
      layer.names($0) { $0.row.article.format }
    },
    CorpusColumn("language", .string, "Its language, as a BCP 47 tag.") {
      layer.names($0) { $0.row.language }
    },
    CorpusColumn("status", .string, "Its editorial status.") {
      layer.names($0) { $0.row.article.status }
    },
  ]

  private static let partColumns: [CorpusColumn] = [
    CorpusColumn("dateline", .string, "The dateline, as printed.") {
      layer.slices($0) { $0.row.parts.dateline }
    },
    CorpusColumn("place", .string, "The place that the dateline names.") {
      layer.slices($0) { $0.row.parts.datelinePlace }
    },
    CorpusColumn("caption", .string, "The first picture's caption.") {
      layer.slices($0) { $0.row.parts.caption }
    },
    CorpusColumn("credit", .string, "That picture's credit.") {
      layer.slices($0) { $0.row.parts.credit }
    },
    CorpusColumn("lede", .string, "The paragraph that opens the story.") {
      layer.slices($0) { $0.row.parts.lede }
    },
    CorpusColumn("text", .string, "The whole text, unchanged.") {
      layer.slices($0) { TextRange(0, $0.row.text.utf8.count) }
    },
    CorpusColumn("words", .long, "Its words; neither punctuation nor symbols are counted.") {
      layer.numbers($0) { place in
        place.row.tokens.count(where: \.isWord)
      }
    },
    CorpusColumn(
      "duplicate_of", .string, "The article that it repeats; blank so far, as none are looked for.",
      reference: .articles
    ) {
      layer.references($0, to: .articles) { _ in nil }
    },
  ]

  private static let countColumns: [CorpusColumn] = [
    CorpusColumn("paragraph_count", .long, "Its paragraphs.") {
      layer.numbers($0) { $0.row.paragraphs.count }
    },
    CorpusColumn("sentence_count", .long, "Its sentences.") {
      layer.numbers($0) { $0.row.sentences.count }
    },
    CorpusColumn("token_count", .long, "Its words and marks.") {
      layer.numbers($0) { $0.row.tokens.count }
    },
    CorpusColumn("entity_count", .long, "The people, organizations and places it names.") {
      layer.numbers($0) { $0.row.entities.count }
    },
    CorpusColumn("mention_count", .long, "Mentions of them.") {
      layer.numbers($0) { $0.row.mentions.count }
    },
    CorpusColumn("quote_count", .long, "Its quotes.") {
      layer.numbers($0) { $0.row.quotations.count }
    },
    CorpusColumn("date_count", .long, "Its expressions of time.") {
      layer.numbers($0) { $0.row.timeExpressions.count }
    },
    CorpusColumn("quantity_count", .long, "Its expressions of amount.") {
      layer.numbers($0) { $0.row.quantities.count }
    },
    CorpusColumn("event_count", .long, "Its events.") {
      layer.numbers($0) { $0.row.events.count }
    },
  ]

  private static func strings(_ values: [String]) -> DynamicValue {
    .array(values.map { .string($0) })
  }
}

extension Layer.Place where Row == AnnotatedArticle {
  /// What the source states, else the words of the text.
  fileprivate func part(_ stated: Article.Stated?, _ range: TextRange?) -> String? {
    stated?.value ?? range.map { row.text.line($0) }
  }
}
