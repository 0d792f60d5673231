import ArticleModel
import CorpusStorage

/// A paragraph of an article with the words marked that an answer rests on.
public struct Passage: Hashable, Sendable {
  /// What listings call the article, and its id.
  public var title: String
  /// The article's id.
  public var article: String
  /// The paragraph's place in the article, from 1, and the part it plays.
  public var paragraph: Int
  /// The part that the paragraph plays.
  public var role: String
  /// The paragraph's words.
  public var text: String
  /// UTF-8 offsets in `text`, ascending, not overlapping.
  public var marks: [Range<Int>]
}

extension Corpus {
  /// The paragraphs that a place stands in, with its parts marked.
  public func passages(of span: SourceSpan) -> [Passage] {
    let article = articles[span.articleIndex]
    let title = annotated.title(of: article)
    let marked = span.parts.sorted()
    var passages: [Passage] = []
    for (index, paragraph) in article.paragraphs.enumerated() {
      let range = paragraph.range
      let marks = marked.filter { $0.overlaps(range) }.map {
        max($0.start, range.start) - range.start..<min($0.end, range.end) - range.start
      }
      guard !marks.isEmpty else { continue }
      passages.append(
        Passage(
          title: title, article: article.article.id, paragraph: index + 1,
          role: paragraph.role.rawValue, text: article.text[range], marks: marks))
    }
    return passages
  }
}

extension Passage {
  /// The passage for reading: a head line, then the words, wrapped; marks are bold, or `[` `]` where
  /// there is no colour.
  ///
  /// The head line begins with the article's title, unless `namesArticle` is false.
  package func rendered(width: Int?, hasColor: Bool, namesArticle: Bool = true) -> String {
    let head = (namesArticle ? title + " · " : "") + "paragraph \(paragraph), \(role)"
    var marked: [UInt8] = []
    let open = hasColor ? TextStyle.bold.sequence : "["
    let close = hasColor ? TextStyle.end : "]"
    var next = 0
    let bytes = Array(text.utf8)
    for mark in marks where mark.lowerBound >= next {
      marked += bytes[next..<mark.lowerBound]
      marked += Array(open.utf8) + bytes[mark] + Array(close.utf8)
      next = mark.upperBound
    }
    marked += bytes[next...]
    let body = WrappedText(marked, width: width ?? 100)
    return TextStyle.dim.apply(to: head, if: hasColor) + "\n" + body.lines.joined(separator: "\n")
      + "\n"
  }
}
