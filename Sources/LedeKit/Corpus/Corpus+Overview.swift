import ArticleModel

extension Corpus {
  /// What is in it, in one line: `1 article · 14 body paragraphs, 14 quotes, 6 people, 8 places`.
  package var overview: String {
    guard !articles.isEmpty else { return "no articles" }
    var paragraphs = 0
    var quotes = 0
    for article in articles {
      paragraphs += article.paragraphs.count { $0.role == .body || $0.role == .lede }
      quotes += article.quotations.count
    }
    let parts = [
      counted(paragraphs, "body paragraph"), counted(quotes, "quote"),
      counted(count("people"), "person", plural: "people"), counted(count("places"), "place"),
    ]
    return counted(articles.count, "article") + " · " + parts.joined(separator: ", ")
  }

  /// What to say of articles without a date, whose relative times stay unresolved; nil where each
  /// has one.
  package var noteOnDates: String? {
    let undated = articles.count { $0.article.published == nil }
    guard undated > 0 else { return nil }
    return counted(undated, "article states", plural: "articles state")
      + " no publication date, so days such as 'on Thursday' stay unresolved; --date gives one."
  }

  private func count(_ table: String) -> Int {
    let result = try? Engine(corpus: self).query(table + " | count")
    guard let result, result.rowCount == 1 else { return 0 }
    return result.value(row: 0, column: 0).integer.map { Int(clamping: $0) } ?? 0
  }
}
