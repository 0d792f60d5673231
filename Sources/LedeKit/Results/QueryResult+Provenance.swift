extension QueryResult {
  /// The rows behind a row as a table: where each stands, and what made it.
  package func provenanceTable(ofRow row: Int) -> TextTable {
    var table = TextTable(
      columns: [
        ResultColumn(name: "table", typeName: "string"),
        ResultColumn(name: "id", typeName: "long"),
        ResultColumn(name: "article", typeName: "string"),
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
  package func passages(ofRow row: Int, limit: Int) -> (passages: [Passage], hidden: Int) {
    let provenance = sources(ofRow: row)
    var passages: [Passage] = []
    var shown = 0
    for span in provenance.spans {
      guard passages.count < limit else { break }
      // An article as a whole is no passage: its first paragraphs would be all of it.
      for passage in corpus.passages(of: span).prefix(limit - passages.count) {
        if let last = passages.last, last.article == passage.article,
          last.paragraph == passage.paragraph
        {
          passages[passages.count - 1] = last.marking(passage.marks)
        } else {
          passages.append(passage)
        }
      }
      shown += 1
    }
    return (passages, Swift.max(provenance.total, provenance.spans.count) - shown)
  }
}

extension Passage {
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
