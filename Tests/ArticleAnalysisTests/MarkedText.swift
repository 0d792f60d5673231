import ArticleModel
import Calendar

@testable import ArticleAnalysis

/// A text with labelled stretches, written inline.
///
/// `{person:Ana Ruiz} left {place:Orlo}.`
struct MarkedText {
  struct Stretch: Hashable {
    var label: String
    var range: TextRange
  }

  let text: String
  let stretches: [Stretch]

  init(_ marked: String) {
    var text: [UInt8] = []
    var stretches: [Stretch] = []
    var open: [(label: String, start: Int)] = []
    let bytes = Array(marked.utf8)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"):
        let colon = bytes[index...].firstIndex(of: UInt8(ascii: ":")) ?? bytes.count - 1
        open.append((String(decoding: bytes[(index + 1)..<colon], as: UTF8.self), text.count))
        index = colon
      case UInt8(ascii: "}"):
        if let last = open.popLast() {
          stretches.append(
            Stretch(label: last.label, range: TextRange(last.start, text.count)))
        }
      case let byte: text.append(byte)
      }
      index += 1
    }
    self.text = String(decoding: text, as: UTF8.self)
    self.stretches = stretches.sorted { $0.range < $1.range }
  }

  /// The stretches of one label, in text order.
  func ranges(_ label: String) -> [TextRange] {
    stretches.filter { $0.label == label }.map(\.range)
  }

  /// The texts of the stretches of one label, in text order.
  func strings(_ label: String) -> [String] {
    let article = ArticleText(text)
    return ranges(label).map { article[$0] }
  }

  /// The article after the components that names and events rest on, and then the ones given.
  func annotated(
    published: CalendarDate? = nil, by components: [any AnalysisComponent]
  ) -> AnnotatedArticle {
    var article = Article(id: "test", text: ArticleText(text), format: "text")
    if let published { article.published = .day(published) }
    var annotated = AnnotatedArticle(article: article)
    let base: [any AnalysisComponent] = [
      DocumentStructure(), Tokenizer(), SentenceSplitter(), Tagger(), DependencyParser(),
      QuotationMarks(),
    ]
    for component in base + components { component.annotate(&annotated) }
    return annotated
  }
}

extension AnnotatedArticle {
  func entity(_ name: String) -> Entity? { entities.first { $0.name == name } }

  /// The texts of an entity's mentions, of one form or of all.
  func mentions(of name: String, form: Mention.Form? = nil) -> [String] {
    mentions.filter { entities[$0.entity].name == name && (form == nil || $0.form == form) }
      .map { text[$0.range] }
  }
}
