import ArticleModel
import Calendar
package import CorpusStorage
import QueryExecution
package import QueryPlanning

extension AnnotatedCorpus {
  /// A place in an article as a text that finds it again.
  package func citation(of span: SourceSpan, style: CitationStyle) -> String {
    let article = articles[span.articleIndex]
    let title = self.title(of: article)
    let words = span.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var source = title
    if let publisher = article.article.publisher { source += ", " + publisher }
    if let published = article.article.published { source += ", \(published.date.description)" }
    let place = "\(span.article):\(span.start)-\(span.end)"
    switch style {
    case .short: return place
    case .full: return "\u{201C}\(shortened(words))\u{201D} (\(source); \(place))"
    case .markdown:
      let link = article.article.url.map { "[\(escaped(source))](\($0))" } ?? escaped(source)
      return "> \(escaped(shortened(words)))\n>\n> — \(link), `\(place)`"
    case .json: return selector(of: span, in: article)
    }
  }

  // MARK: - Implementation

  private func shortened(_ words: String) -> String {
    words.count > 300 ? words.prefix(299) + "…" : words
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// A text quote and a text position selector, with 32 characters before and after.
  private func selector(of span: SourceSpan, in article: AnnotatedArticle) -> String {
    let scalars = Array(article.text[TextRange(0, article.text.utf8.count)].unicodeScalars)
    func text(_ start: Int, _ end: Int) -> String {
      var result = String.UnicodeScalarView()
      for index in max(0, start)..<min(max(0, start, end), scalars.count) {
        result.append(scalars[index])
      }
      return String(result)
    }
    var json: [UInt8] = []
    func member(_ name: String, _ value: String) {
      if json.last != UInt8(ascii: "{") { json.append(UInt8(ascii: ",")) }
      JSONText.appendQuoted(Array(name.utf8), to: &json)
      json.append(UInt8(ascii: ":"))
      JSONText.appendQuoted(Array(value.utf8), to: &json)
    }
    json.append(UInt8(ascii: "{"))
    member("source", article.article.url ?? span.article)
    json += Array(#","selector":[{"#.utf8)
    member("type", "TextQuoteSelector")
    member("exact", text(span.start, span.end))
    member("prefix", text(span.start - 32, span.start))
    member("suffix", text(span.end, span.end + 32))
    json += Array("},{".utf8)
    member("type", "TextPositionSelector")
    json += Array(",\"start\":\(span.start),\"end\":\(span.end)}]}".utf8)
    return String(decoding: json, as: UTF8.self)
  }
}

extension QueryResult {
  /// What a row rests on, a citation a place.
  package func citations(ofRow row: Int, style: CitationStyle = .full) -> [String] {
    sources(ofRow: row).spans.map { corpus.annotated.citation(of: $0, style: style) }
  }
}
