package import ArticleModel
import Diagnostics

/// Reads a Markdown file as one article: the file is the text, its blocks the paragraphs, its front
/// matter the metadata.
///
/// A date that the front matter leaves out is taken from the text where that states it. The
/// headline is a heading of the first level that stands before all other text, or else the
/// `title` of the front matter.
package struct MarkdownReader: ArticleReader {
  package init() {}

  package var format: String { "markdown" }
  package var summary: String { "Markdown: one article a file, front matter gives the metadata" }
  package var endings: [String] { ["md", "markdown", "mdown"] }

  package func read<Failure: Error>(
    _ file: ArticleFile, report: (ReadingDiagnostic) -> Void,
    article: (Article) throws(Failure) -> Void
  ) throws(Failure) {
    guard let decoded = TextFile.text(of: file, report: report) else { return }
    var result = Article(id: file.articleID, text: ArticleText(utf8: decoded.utf8), format: format)
    result.path = file.path
    func tell(_ problem: ReadingProblem) {
      report(ReadingDiagnostic(path: file.path, diagnostic: problem.diagnostic))
    }
    func place(_ range: TextRange) -> SourceRange {
      SourceRange(range.start + decoded.markLength, range.end + decoded.markLength)
    }
    var start = 0
    switch FrontMatter.parse(decoded.utf8) {
    case .none: break
    case .withoutEnd(let range): tell(.frontMatterWithoutEnd(place(range)))
    case .found(let matter):
      start = matter.end
      Self.apply(matter, to: &result) { error, range in
        tell(.frontMatterDate(error, place(range)))
      }
    }
    let date = StatedDate(in: decoded.utf8, from: start)
    result.published = result.published ?? date.published
    result.updated = result.updated ?? date.updated
    Self.addParagraphs(MarkdownBlocks.blocks(of: decoded.utf8, from: start), to: &result)
    try article(result)
  }

  // MARK: - Implementation

  private static func apply(
    _ matter: FrontMatter, to article: inout Article,
    reportDate: (PublicationTimeError, TextRange) -> Void
  ) {
    func stated(_ values: [FrontMatter.Value]) -> Article.Stated? {
      values.first.map { Article.Stated($0.text, range: $0.range) }
    }
    func time(_ values: [FrontMatter.Value]) -> PublicationTime? {
      guard let value = values.first else { return nil }
      do throws(PublicationTimeError) {
        return try PublicationTime(parsing: value.text)
      } catch {
        // A time of day in no known zone still says the day.
        if case .missingZone(_, let day) = error { return .day(day) }
        reportDate(error, value.range)
        return nil
      }
    }
    article.headline = stated(matter.values("title", "headline"))
    article.subheadline = stated(matter.values("subtitle", "subheadline", "standfirst"))
    article.byline = stated(matter.values("byline"))
    article.authors = matter.values("authors", "author").map(\.text)
    article.published = time(matter.values("date", "published", "publishdate", "pubdate"))
    article.updated = time(matter.values("updated", "modified", "lastmod"))
    article.publisher = matter.values("publisher", "publication", "outlet", "source").first?.text
    article.section = matter.values("section", "category", "categories").first?.text
    article.topics = matter.values("topics", "tags", "keywords").map(\.text)
    article.url = matter.values("url", "link", "canonical").first?.text
    article.language = matter.values("language", "lang").first?.text
    article.status = matter.values("status").first?.text
  }

  private static func addParagraphs(
    _ blocks: [MarkdownBlocks.Block], to article: inout Article
  ) {
    for (index, block) in blocks.enumerated() where !block.range.isEmpty {
      let role: Paragraph.Role
      switch block.kind {
      case .heading(let level) where level == 1 && index == 0:
        role = .headline
        article.headline = Article.Stated(article.text[block.range], range: block.range)
      case .heading: role = .heading
      case .paragraph, .listItem, .blockQuote: role = .body
      }
      article.paragraphs.append(Paragraph(range: block.range, role: role, evidence: .given))
    }
  }
}
