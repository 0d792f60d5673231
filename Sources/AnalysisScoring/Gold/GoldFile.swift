import ArticleModel
import ArticleReading
import Calendar
import Columns
import Diagnostics

/// Reads gold: JSON Lines, one article a line, each with its text or with `text/ID.txt` beside it.
struct GoldFile {
  /// The file of the gold, `gold.jsonl` where a folder was named.
  private let path: String
  /// The folder in which the file lies, with a slash at its end; empty where none was named.
  private let folder: String

  /// - Parameter path: a file, or a folder that holds `gold.jsonl`.
  init(_ path: String) {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    if FileContents.isFolder(path: path) {
      folder = path.hasSuffix("/") ? path : path + "/"
      self.path = folder + "gold.jsonl"
    } else {
      self.path = path
      folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
    }
  }

  /// All articles, in order.
  ///
  /// Every line is looked at, so that all that is wrong is told at once.
  /// - Throws: ``GoldFailure`` where a line is wrong or there is none.
  func documents<Layer: GoldLayer>(_: Layer.Type) throws(GoldFailure) -> [GoldDocument<Layer>] {
    let bytes = try contents()
    var documents: [GoldDocument<Layer>] = []
    var messages: [GoldFailure.Message] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      guard line.contains(where: { !$0.isASCIISpace }) else { continue }
      do throws(GoldProblem) {
        documents.append(try document(line))
      } catch {
        messages.append(.init(place: "\(path):\(index + 1)", diagnostic: error.diagnostic))
      }
    }
    guard messages.isEmpty else { throw GoldFailure(messages: messages) }
    guard !documents.isEmpty else { throw failure(.empty) }
    return documents
  }

  // MARK: - Implementation

  private func contents() throws(GoldFailure) -> [UInt8] {
    do throws(ReadingDiagnostic) {
      return DecodedText(try FileContents.readText(path: path)).utf8
    } catch {
      throw failure(.unreadable(error.diagnostic))
    }
  }

  private func failure(_ problem: GoldProblem) -> GoldFailure {
    GoldFailure(messages: [.init(place: path, diagnostic: problem.diagnostic)])
  }

  private func document<Layer: GoldLayer>(
    _ line: ArraySlice<UInt8>
  ) throws(GoldProblem) -> GoldDocument<Layer> {
    guard let parsed = line.withUnsafeBufferPointer({ JSONParser.parse($0) }) else {
      let before = line.prefix(line.withUnsafeBufferPointer { JSONParser.errorOffset(in: $0) })
      throw .notJSON(column: before.count { $0 & 0xC0 != 0x80 } + 1)
    }
    let record = try GoldRecord(parsed)
    let id = try record.required(
      try record.stringOrNumber("id"), "id", "what the article is called, a text")
    var article = try article(of: record, id: id)
    var labels = record.labels
    if let published = try date(of: record) { article.published = published }
    if let published = article.published {
      labels["month"] = String(published.date.description.prefix(7))
    }
    let layer = try Layer(record, in: GoldText(article.text))
    return GoldDocument(article: article, labels: labels, layer: layer)
  }

  private func date(of record: GoldRecord) throws(GoldProblem) -> PublicationTime? {
    for key in ["dct", "date", "published"] {
      guard let date = try record.string(key) else { continue }
      do throws(PublicationTimeError) {
        return try PublicationTime(parsing: date)
      } catch {
        // A time of day in no known zone still says the day.
        if case .missingZone(_, let day) = error { return .day(day) }
        throw .wrongDate(key: key, error)
      }
    }
    return nil
  }

  /// The article of the text in the line, else of the file beside the gold.
  private func article(of record: GoldRecord, id: String) throws(GoldProblem) -> Article {
    if let text = try record.string("text") {
      return Article(id: id, text: ArticleText(text), format: "text")
    }
    let path = "\(folder)text/\(id).txt"
    var articles: [Article] = []
    var messages: [Diagnostic] = []
    do throws(ReadingDiagnostic) {
      let file = ArticleFile(path: path, articleID: id, bytes: try FileContents.read(path: path))
      PlainTextReader().read(
        file, report: { messages.append($0.diagnostic) }, article: { articles.append($0) })
    } catch {
      messages.append(error.diagnostic)
    }
    if let article = articles.first { return article }
    guard let error = messages.first(where: { $0.severity == .error }) else {
      return Article(id: id, text: ArticleText(""), format: "text")
    }
    throw .missingText(path: path, reason: error.message)
  }
}
