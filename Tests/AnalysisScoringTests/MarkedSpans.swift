import ArticleModel

@testable import AnalysisScoring

/// A text with labelled stretches, written inline, as gold and analysis point into it.
///
/// `{person:Ana Ruiz} left on {DATE 2024-03-08:Friday}.` A label is everything up to the colon.
struct MarkedSpans {
  struct Stretch: Hashable {
    var label: String
    /// In UTF-8, as the analysis counts.
    var range: TextRange
    /// In code points, as gold counts.
    var span: CodePointRange
  }

  let text: ArticleText
  /// In text order.
  let stretches: [Stretch]

  init(_ marked: String) {
    var plain: [UInt8] = []
    var found: [(label: String, range: TextRange)] = []
    var open: [(label: String, start: Int)] = []
    var label: [UInt8]?
    for byte in marked.utf8 {
      if byte == UInt8(ascii: "{") {
        label = []
      } else if let started = label {
        if byte == UInt8(ascii: ":") {
          open.append((String(decoding: started, as: UTF8.self), plain.count))
          label = nil
        } else {
          label = started + [byte]
        }
      } else if byte == UInt8(ascii: "}"), let last = open.popLast() {
        found.append((last.label, TextRange(last.start, plain.count)))
      } else {
        plain.append(byte)
      }
    }
    let text = ArticleText(utf8: plain)
    self.text = text
    stretches =
      found.map { label, range in
        Stretch(label: label, range: range, span: CodePointRange(range, in: text))
      }.sorted { $0.range < $1.range }
  }

  /// The words of a stretch's label, from the first.
  static func words(_ label: String) -> [String] {
    label.split(separator: " ").map(String.init)
  }

  /// An article of the text.
  func article(_ id: String = "test") -> Article { Article(id: id, text: text, format: "text") }

  /// The article without layers.
  var annotated: AnnotatedArticle { AnnotatedArticle(article: article()) }
}

extension GoldDocument {
  /// A line of gold about a text.
  init(_ layer: Layer, _ text: MarkedSpans) {
    self.init(article: text.article(), labels: [:], layer: layer)
  }
}
