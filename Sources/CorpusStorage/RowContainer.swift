package import ArticleModel

extension AnnotatedCorpus {
  /// The row of a table of larger parts (sentences, paragraphs, articles) in which a row begins; nil
  /// where it begins in none.
  package func container(
    ofRow row: Int, in table: CorpusTable.Identifier, unit: CorpusTable.Identifier
  ) -> Int? {
    guard let location = locations(ofRow: row, in: table).first else { return nil }
    return container(of: location.range.start, inArticle: location.article, unit: unit)
  }

  /// The row of a table of larger parts that a UTF-8 offset of an article stands in.
  package func container(
    of offset: Int, inArticle article: Int, unit: CorpusTable.Identifier
  ) -> Int? {
    let rows = articles[article]
    switch unit {
    case .articles: return article
    case .paragraphs:
      return index(of: offset, in: rows.paragraphs.map(\.range)).map {
        starts[unit.rawValue][article] + $0
      }
    case .sentences:
      return index(of: offset, in: rows.sentences.map(\.range)).map {
        starts[unit.rawValue][article] + $0
      }
    case .entities, .tokens, .mentions, .quotes, .dates, .quantities, .events: return nil
    }
  }

  // MARK: - Implementation

  /// The range that an offset is in; ranges are ascending and do not overlap.
  private func index(of offset: Int, in ranges: [TextRange]) -> Int? {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].start <= offset ? low : nil
  }
}
