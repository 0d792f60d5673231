package import ArticleAnalysis
public import ArticleModel
import ArticleReading
package import CorpusStorage
public import Diagnostics
import Dispatch
import Synchronization

/// Articles that have been read and analysed: what queries are asked of.
///
/// It never changes and may be shared by any number of engines and threads.
public struct Corpus: Sendable {
  package let annotated: AnnotatedCorpus
  package let sources: CorpusSources
  /// What was to be told while reading: files that could not be read, bytes replaced.
  public let diagnostics: [ReadingMessage]

  /// No articles; queries may still compute.
  public static let empty = Corpus(articles: [])

  /// A corpus of articles that the caller holds, read from anywhere; they are analysed here.
  public init(analyzing articles: [Article]) {
    self.init(articles: Corpus.analyze(articles))
  }

  /// A corpus of articles analysed already.
  public init(articles: [AnnotatedArticle]) {
    self.init(articles: articles, diagnostics: [])
  }

  /// Reads and analyses what the paths name: files, folders (in name order), `-` for standard input.
  ///
  /// What is wrong with one file is told in ``diagnostics`` and costs that file alone. A file that
  /// is named twice, or by itself and with its folder, is read once, which is told.
  /// - Parameters:
  ///   - paths: may be none; then the corpus is empty.
  ///   - defaultDate: the publication date of articles that state none.
  ///   - reanalyzes: whether of what a treebank states only tokens and sentences are taken as
  ///     given, and tags, lemmas and trees made anew.
  ///   - models: model files whose models take the place of those that come with lede.
  /// - Returns: The corpus of all articles that could be read.
  /// - Throws: ``CorpusFailure`` where the date is none, a model file cannot be used, or paths were
  ///   given and nothing was read.
  public static func open(
    _ paths: [String], defaultDate: String? = nil, reanalyzes: Bool = false,
    models: [String] = []
  ) throws(CorpusFailure) -> Corpus {
    guard !paths.isEmpty else {
      if !models.isEmpty { _ = try ArticleAnalyzer(modelFiles: models) }
      return .empty
    }
    var articles: [AnnotatedArticle] = []
    let messages = try analyze(
      paths, once: true, defaultDate: defaultDate, reanalyzes: reanalyzes, models: models
    ) { articles += $0 }
    guard !articles.isEmpty else { throw CorpusFailure(kind: .nothingRead, messages: messages) }
    return Corpus(articles: articles, diagnostics: messages)
  }

  /// Reads and analyses what the paths name, and hands it over some articles at a time, in order,
  /// so that a pile need not fit into memory.
  ///
  /// What is named twice is handed over twice.
  /// - Returns: What is to be told of files that could not be read.
  @discardableResult
  public static func analyze(
    _ paths: [String], defaultDate: String? = nil, reanalyzes: Bool = false,
    models: [String] = [], articles body: ([AnnotatedArticle]) -> Void
  ) throws(CorpusFailure) -> [ReadingMessage] {
    try analyze(
      paths, once: false, defaultDate: defaultDate, reanalyzes: reanalyzes, models: models,
      articles: body)
  }

  private static func analyze(
    _ paths: [String], once: Bool, defaultDate: String?, reanalyzes: Bool, models: [String],
    articles body: ([AnnotatedArticle]) -> Void
  ) throws(CorpusFailure) -> [ReadingMessage] {
    let analyzer = try ArticleAnalyzer(modelFiles: models)
    var reading = CorpusReading(
      defaultDate: try CorpusReading.publicationTime(defaultDate), reanalyzes: reanalyzes)
    var waiting: [Article] = []
    var waitingBytes = 0
    reading.read(paths, once: once) { article in
      waiting.append(article)
      waitingBytes += article.text.utf8.count
      if waiting.count == 256 || waitingBytes > 4 << 20 {
        body(analyze(waiting, by: analyzer))
        waiting.removeAll()
        waitingBytes = 0
      }
    }
    body(analyze(waiting, by: analyzer))
    return reading.messages
  }

  /// What is to be told of the paths that are not there or cannot be reached; nothing is read.
  public static func missingPaths(_ paths: [String]) -> [ReadingMessage] {
    ArticleCollection.missingPaths(paths).map {
      ReadingMessage(path: $0.path, diagnostic: $0.diagnostic)
    }
  }

  init(articles: [AnnotatedArticle], diagnostics: [ReadingMessage]) {
    let corpus = AnnotatedCorpus(articles: articles, identity: { EntityIdentity.key(of: $0) })
    annotated = corpus
    sources = CorpusSources(corpus: corpus)
    self.diagnostics = diagnostics
  }

  /// The articles, with their layers, in the order in which they were read.
  public var articles: [AnnotatedArticle] { annotated.articles }

  /// The articles analysed, on all cores, in their order.
  package static func analyze(
    _ articles: [Article], by analyzer: ArticleAnalyzer = ArticleAnalyzer()
  ) -> [AnnotatedArticle] {
    guard articles.count > 1 else { return articles.map { analyzer.analyze($0) } }
    let results = Mutex([AnnotatedArticle?](repeating: nil, count: articles.count))
    DispatchQueue.concurrentPerform(iterations: articles.count) { index in
      let annotated = analyzer.analyze(articles[index])
      results.withLock { $0[index] = annotated }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}

/// Something told about a file while articles were read.
public struct ReadingMessage: Sendable, CustomStringConvertible {
  /// The file or folder, as given.
  public var path: String
  /// What is to be told of it.
  public var diagnostic: Diagnostic

  /// Whether something could not be read.
  public var isError: Bool { diagnostic.severity == .error }

  /// The message on one line: `error[L0803]: photo.png: is a PNG image, not text`.
  public var description: String {
    var text = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]: \(path): \(diagnostic.message)"
    if let help = diagnostic.help { text += "\n  help: \(help)" }
    return text
  }
}

/// Why there is no corpus.
public struct CorpusFailure: Error, Sendable, CustomStringConvertible {
  /// What went wrong.
  public enum Kind: Sendable {
    /// The default date is no date.
    case wrongDate
    /// Paths were given, and no article could be read.
    case nothingRead
    /// A model file cannot be used.
    case unusableModel
  }

  /// What went wrong.
  public var kind: Kind
  /// All that is to be told, at least one.
  public var messages: [ReadingMessage]

  /// The messages, one a line.
  public var description: String {
    messages.map(\.description).joined(separator: "\n")
  }
}
