import ArticleModel
import ArticleReading
import Calendar
import Diagnostics

/// Reads a treebank: a CoNLL-U file, an article a document.
struct TreebankFile {
  /// The articles as they are to be analysed, each with what the treebank says of it.
  private(set) var documents: [GoldDocument<TreebankGold>] = []
  /// What is to be told of lines that were read all the same.
  private(set) var warnings: [GoldFailure.Message] = []

  /// - Parameters:
  ///   - path: the file.
  ///   - keepsTokens: whether the articles keep sentences and tokens; else they are text alone.
  /// - Throws: ``GoldFailure`` where the file cannot be read, or holds no sentence.
  init(_ path: String, keepsTokens: Bool) throws(GoldFailure) {
    let bytes: [UInt8]
    do throws(ReadingDiagnostic) {
      bytes = try FileContents.readText(path: path)
    } catch {
      throw GoldFailure(messages: [.init(place: path, diagnostic: error.diagnostic)])
    }
    let file = ArticleFile(path: path, articleID: path, bytes: bytes)
    var articles: [Article] = []
    var messages: [GoldFailure.Message] = []
    CoNLLUReader().read(
      file, report: { messages.append(.init(place: $0.path, diagnostic: $0.diagnostic)) },
      article: { articles.append($0) })
    documents = articles.compactMap { Self.document($0, keepsTokens: keepsTokens) }
    guard !documents.isEmpty else {
      messages.append(.init(place: path, diagnostic: GoldProblem.notTreebank.diagnostic))
      throw GoldFailure(messages: messages.filter { $0.diagnostic.severity == .error })
    }
    warnings = messages
  }

  // MARK: - Implementation

  private static func document(
    _ article: Article, keepsTokens: Bool
  ) -> GoldDocument<TreebankGold>? {
    guard let given = article.given else { return nil }
    var analyzed = article
    analyzed.given = keepsTokens ? given.tokensAndSentences : nil
    var labels: [String: String] = [:]
    if let published = article.published {
      labels["month"] = String(published.date.description.prefix(7))
    }
    let gold = TreebankGold(annotated: AnnotatedArticle(article: article))
    return GoldDocument(article: analyzed, labels: labels, layer: gold)
  }
}
