extension QueryResult {
  /// The rows behind a row as a table: where each stands, and what made it.
  package func provenanceTable(ofRow row: Int) -> TextTable {
    var table = TextTable(
      columns: [
        ResultColumn(name: "table", typeName: "string"),
        ResultColumn(name: "id", typeName: "long"),
        ResultColumn(name: "article.id", typeName: "string"),
        ResultColumn(name: "span_start", typeName: "long"),
        ResultColumn(name: "span_end", typeName: "long"),
        ResultColumn(name: "how", typeName: "string"),
        ResultColumn(name: "confidence", typeName: "real"),
        ResultColumn(name: "text", typeName: "string"),
      ])
    for span in sources(ofRow: row).spans {
      table.append([
        span.table, String(span.row), span.article, String(span.start), String(span.end), span.how,
        String(span.confidence), span.text,
      ])
    }
    return table
  }

  /// The paragraphs that a row rests on, at most `limit` of them, and how many places are left out.
  ///
  /// A row of `articles` that stands alone is the whole article, for reading; among others it is
  /// shown by one paragraph.
  package func passages(ofRow row: Int, limit: Int) -> (passages: [Passage], hidden: Int) {
    let provenance = sources(ofRow: row)
    if provenance.spans.count == 1, let span = provenance.spans.first, span.isWholeArticle {
      let all = corpus.passages(of: span)
      return (
        all.prefix(Self.readingLimit).map(\.unmarked), Swift.max(0, all.count - Self.readingLimit)
      )
    }
    var passages: [Passage] = []
    var shown = 0
    for span in provenance.spans {
      let found =
        span.isWholeArticle
        ? corpus.passages(of: span).prefix(1).map(\.unmarked) : corpus.passages(of: span)
      let isFull = passages.count >= limit
      for passage in found {
        if let last = passages.last, last.article == passage.article,
          last.paragraph == passage.paragraph
        {
          passages[passages.count - 1] = last.marking(passage.marks)
        } else if !isFull {
          passages.append(passage)
        }
      }
      // A place in the last paragraph shown is shown too.
      if isFull, let last = passages.last, let passage = found.first,
        passage.article != last.article || passage.paragraph != last.paragraph
      {
        break
      }
      shown += 1
    }
    return (passages, Swift.max(0, Swift.max(provenance.total, provenance.spans.count) - shown))
  }

  /// Paragraphs of an article that is read whole.
  private static let readingLimit = 500
}

extension SourceSpan {
  fileprivate var isWholeArticle: Bool { table == "articles" }
}

extension Passage {
  fileprivate var unmarked: Passage {
    var result = self
    result.marks = []
    return result
  }

  /// The passage with more words marked; overlapping marks become one.
  fileprivate func marking(_ more: [Range<Int>]) -> Passage {
    var merged: [Range<Int>] = []
    for mark in (marks + more).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, mark.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, mark.upperBound)
      } else {
        merged.append(mark)
      }
    }
    var result = self
    result.marks = merged
    return result
  }
}
