import ArticleModel
import ArticleReading
import Diagnostics

/// Reads the articles of paths, one file after the other, and keeps what is to be told.
struct CorpusReading {
  let defaultDate: PublicationTime?
  /// Whether of given layers only tokens and sentences are kept.
  let reanalyzes: Bool
  private(set) var messages: [ReadingMessage] = []

  init(defaultDate: PublicationTime?, reanalyzes: Bool) {
    self.defaultDate = defaultDate
    self.reanalyzes = reanalyzes
  }

  /// Hands over the articles in order, those without a date with the default one; with `once`, a
  /// file that is named again is left out.
  mutating func read(_ paths: [String], once: Bool, article body: (Article) -> Void) {
    var told: [ReadingMessage] = []
    defer { messages += told }
    func tell(_ diagnostic: ReadingDiagnostic) {
      told.append(ReadingMessage(path: diagnostic.path, diagnostic: diagnostic.diagnostic))
    }
    let collection = ArticleCollection(paths: paths, once: once, report: tell)
    collection.read(report: tell) { article in
      var article = article
      if article.published == nil { article.published = defaultDate }
      if reanalyzes { article.given = article.given?.tokensAndSentences }
      body(article)
    }
  }

  /// The date of an option such as `--date`; nil for nil.
  static func publicationTime(_ text: String?) throws(CorpusFailure) -> PublicationTime? {
    guard let text else { return nil }
    do {
      return try PublicationTime(parsing: text)
    } catch {
      throw CorpusFailure(
        kind: .wrongDate,
        messages: [ReadingMessage(path: "--date", diagnostic: error.diagnostic)])
    }
  }
}
