package import ArticleModel

/// Reads a file of plain text as one article: its whole content is the article's text.
///
/// Of metadata only the date is taken that the text states; what is a headline or a caption,
/// analysis finds out.
package struct PlainTextReader: ArticleReader {
  package init() {}

  package var format: String { "text" }
  package var summary: String { "plain text: one article a file, nothing taken for granted" }
  package var endings: [String] { ["txt", "text"] }

  package func read<Failure: Error>(
    _ file: ArticleFile, report: (ReadingDiagnostic) -> Void,
    article: (Article) throws(Failure) -> Void
  ) throws(Failure) {
    guard let text = TextFile.text(of: file, report: report) else { return }
    var result = Article(id: file.articleID, text: ArticleText(utf8: text.utf8), format: format)
    result.path = file.path
    let date = StatedDate(in: text.utf8)
    result.published = date.published
    result.updated = date.updated
    try article(result)
  }
}
