import ArticleAnalysis
import ArticleModel
package import Columns
package import CorpusStorage
package import QueryExecution
package import QueryPlanning
import Synchronization
package import TokenPatterns

/// The tokens of a corpus as patterns look for them.
///
/// A class because all queries over a corpus share the spans made so far.
package final class CorpusTokens: PatternTokens {
  private let corpus: AnnotatedCorpus
  private let table: any TableSource
  /// The first token of each article; one more for the end.
  private let starts: [Int]
  private let made = Mutex<[String: TokenSpans]>([:])

  package init(corpus: AnnotatedCorpus, table: any TableSource) {
    self.corpus = corpus
    self.table = table
    var starts = [0]
    for article in corpus.articles {
      starts.append(starts[starts.count - 1] + article.tokens.count)
    }
    self.starts = starts
  }

  package var tokenCount: Int { starts[starts.count - 1] }

  package func attribute(_ name: String) throws -> ColumnVector {
    guard
      let index = CorpusTable.all[CorpusTable.Identifier.tokens.rawValue].columns.firstIndex(
        where: { $0.name == name })
    else {
      throw ExecutionError.source(reason: "tokens have no '\(name)'")
    }
    return try table.column(index)
  }

  package func spans(_ name: String) throws -> TokenSpans {
    if let known = made.withLock({ $0[name] }) { return known }
    let spans = make(name)
    made.withLock { $0[name] = spans }
    return spans
  }

  package func tokens(of row: RowReference) -> Range<Int>? {
    guard let table = CorpusTable.Identifier(rawValue: row.table.index) else { return nil }
    switch table {
    case .articles:
      return corpus.articles.indices.contains(row.row)
        ? starts[row.row]..<starts[row.row + 1] : nil
    case .tokens: return row.row < tokenCount ? row.row..<row.row + 1 : nil
    case .entities: return nil
    case .paragraphs, .sentences, .mentions, .quotes, .dates, .quantities, .events:
      guard let location = corpus.locations(ofRow: row.row, in: table).first else { return nil }
      return range(of: location.range, in: location.article)
    }
  }

  package func article(of token: Int) -> Range<Int> {
    let index = articleIndex(of: token)
    return starts[index]..<starts[index + 1]
  }

  package func appendText(of tokens: Range<Int>, to bytes: inout [UInt8]) {
    guard !tokens.isEmpty else { return }
    let (article, range) = text(of: tokens)
    bytes.append(contentsOf: article.text.line(range).utf8)
  }

  package func span(of tokens: Range<Int>) -> DynamicValue {
    guard !tokens.isEmpty else { return .null }
    let (article, range) = text(of: tokens)
    return .bag([
      .init(key: "article", value: .string(article.article.id)),
      .init(key: "start", value: .long(Int64(article.text.scalarOffset(of: range.start)))),
      .init(key: "end", value: .long(Int64(article.text.scalarOffset(of: range.end)))),
    ])
  }

  package func words(in text: String) -> [String] { Tokenizer.words(in: text) }

  // MARK: - Implementation

  private func articleIndex(of token: Int) -> Int {
    var low = 0
    var high = starts.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= token { low = middle } else { high = middle }
    }
    return low
  }

  private func text(of tokens: Range<Int>) -> (AnnotatedArticle, TextRange) {
    let index = articleIndex(of: tokens.lowerBound)
    let article = corpus.articles[index]
    let first = article.tokens[tokens.lowerBound - starts[index]]
    let last = article.tokens[min(tokens.upperBound, starts[index + 1]) - 1 - starts[index]]
    return (article, TextRange(Int(first.start), Int(last.end)))
  }

  private func range(of text: TextRange, in article: Int) -> Range<Int> {
    let tokens = corpus.articles[article].tokens(in: text)
    return starts[article] + tokens.start..<starts[article] + tokens.end
  }

  private func make(_ name: String) -> TokenSpans {
    var builder = SpanBuilder()
    for (index, article) in corpus.articles.enumerated() {
      let first = starts[index]
      func add(_ text: TextRange, name: String = "", kind: String = "") {
        let tokens = range(of: text, in: index)
        if !tokens.isEmpty { builder.add(tokens, name: name, kind: kind) }
      }
      switch name {
      case "article": builder.add(first..<starts[index + 1], name: article.article.id, kind: "")
      case "s":
        for sentence in article.sentences {
          builder.add(
            first + sentence.tokens.start..<first + sentence.tokens.end, name: "", kind: "")
        }
      case "p":
        for paragraph in article.paragraphs {
          add(paragraph.range, kind: paragraph.role.rawValue)
        }
      case "headline":
        for paragraph in article.paragraphs where paragraph.role == .headline {
          add(paragraph.range)
        }
      case "quote":
        for quotation in article.quotations {
          for part in quotation.content { add(part, kind: quotation.kind.rawValue) }
        }
      case "date":
        for time in article.timeExpressions {
          add(time.range, name: time.value ?? "", kind: time.kind.rawValue)
        }
      case "quantity":
        for quantity in article.quantities { add(quantity.range, kind: quantity.kind.rawValue) }
      default:
        for mention in article.mentions {
          let entity = corpus.entities.members[corpus.entities.indices[index][mention.entity]]
            .entity
          let kind = entity.kind.rawValue
          guard name == "ne" || name == kind || name == "org" && kind == "organization" else {
            continue
          }
          add(mention.range, name: entity.name, kind: kind)
        }
      }
    }
    return builder.finish()
  }
}

/// Collects spans with their labels, and puts them in order.
private struct SpanBuilder {
  private var spans: [(range: Range<Int>, name: String, kind: String)] = []

  mutating func add(_ range: Range<Int>, name: String, kind: String) {
    guard !range.isEmpty else { return }
    spans.append((range, name, kind))
  }

  consuming func finish() -> TokenSpans {
    spans.sort { a, b in
      a.range.lowerBound != b.range.lowerBound
        ? a.range.lowerBound < b.range.lowerBound : a.range.upperBound > b.range.upperBound
    }
    func labels(_ value: ((range: Range<Int>, name: String, kind: String)) -> String)
      -> ColumnVector
    {
      var ids: [Int32] = []
      var known: [String: Int32] = [:]
      var strings: [String] = []
      for span in spans {
        let text = value(span)
        if known[text] == nil {
          known[text] = Int32(truncatingIfNeeded: strings.count)
          strings.append(text)
        }
        ids.append(known[text] ?? 0)
      }
      return .strings(ids, in: StringDictionary(strings, isUnique: true))
    }
    let names = labels { $0.name }
    let kinds = labels { $0.kind }
    return TokenSpans(
      starts: spans.map { Int32(truncatingIfNeeded: $0.range.lowerBound) },
      ends: spans.map { Int32(truncatingIfNeeded: $0.range.upperBound) },
      labels: ["name": names, "kind": kinds, "type": kinds, "role": kinds, "value": names])
  }
}
