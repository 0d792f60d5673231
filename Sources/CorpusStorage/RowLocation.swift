package import ArticleModel

/// Where a row of a table stands.
package struct RowLocation: Sendable {
  /// Index of the article in the corpus.
  package var article: Int
  package var range: TextRange
  /// The places that are marked: the parts of a split quotation, else the range alone.
  package var parts: [TextRange]
  package var evidence: Evidence
}

extension AnnotatedCorpus {
  /// Where row `row` (from 0) of a table stands: one place, but for an entity all its mentions.
  package func locations(ofRow row: Int, in table: CorpusTable.Identifier) -> [RowLocation] {
    switch table {
    case .articles:
      guard articles.indices.contains(row) else { return [] }
      let range = TextRange(0, articles[row].text.utf8.count)
      return [RowLocation(article: row, range: range, parts: [range], evidence: .given)]
    case .entities: return mentions(ofEntity: row)
    case .paragraphs:
      return location(row, of: table, in: Layers.paragraphs, at: \.range, evidence: \.evidence)
    case .sentences:
      return location(row, of: table, in: Layers.sentences, at: \.range) { $0.sentenceEvidence }
    case .tokens:
      return location(row, of: table, in: Layers.tokens, at: \.range) { $0.tokenEvidence }
    case .mentions:
      return location(row, of: table, in: Layers.mentions, at: \.range, evidence: \.evidence)
    case .quotes:
      return location(
        row, of: table, in: Layers.quotations, at: \.range, parts: \.content, evidence: \.evidence)
    case .dates:
      return location(row, of: table, in: Layers.timeExpressions, at: \.range, evidence: \.evidence)
    case .quantities:
      return location(row, of: table, in: Layers.quantities, at: \.range, evidence: \.evidence)
    case .events:
      return location(row, of: table, in: Layers.events, at: \.range, evidence: \.evidence)
    }
  }

  /// The articles that row `row` (from 0) of a table stands in, by index.
  package func articles(ofRow row: Int, in table: CorpusTable.Identifier) -> [Int] {
    switch table {
    case .articles: return [row]
    case .entities: return entities.articles(of: row)
    case .paragraphs, .sentences, .tokens, .mentions, .quotes, .dates, .quantities, .events:
      return [place(ofRow: row, starts: starts[table.rawValue]).article]
    }
  }

  // MARK: - Implementation

  private func location<Row>(
    _ row: Int, of table: CorpusTable.Identifier, in layer: Layer<Row>,
    at range: (Row) -> TextRange,
    parts: ((Row) -> [TextRange])? = nil, evidence: (Row) -> Evidence
  ) -> [RowLocation] {
    location(row, of: table, in: layer) { found, _ in
      (range(found), parts?(found) ?? [range(found)], evidence(found))
    }
  }

  /// Of layers whose rows do not say themselves what made them.
  private func location<Row>(
    _ row: Int, of table: CorpusTable.Identifier, in layer: Layer<Row>,
    at range: (Row) -> TextRange, evidence: (AnnotatedArticle) -> Evidence
  ) -> [RowLocation] {
    location(row, of: table, in: layer) { found, article in
      (range(found), [range(found)], evidence(article))
    }
  }

  private func location<Row>(
    _ row: Int, of table: CorpusTable.Identifier, in layer: Layer<Row>,
    _ describe: (Row, AnnotatedArticle) -> (TextRange, parts: [TextRange], Evidence)
  ) -> [RowLocation] {
    guard !articles.isEmpty, row >= 0 else { return [] }
    let place = place(ofRow: row, starts: starts[table.rawValue])
    let rows = layer.rows(articles[place.article])
    guard place.index < rows.count else { return [] }
    let (range, parts, evidence) = describe(rows[place.index], articles[place.article])
    return [RowLocation(article: place.article, range: range, parts: parts, evidence: evidence)]
  }

  private func mentions(ofEntity row: Int) -> [RowLocation] {
    var locations: [RowLocation] = []
    for index in entities.articles(of: row) {
      for mention in articles[index].mentions where entities.indices[index][mention.entity] == row {
        locations.append(
          RowLocation(
            article: index, range: mention.range, parts: [mention.range],
            evidence: mention.evidence))
      }
    }
    return locations
  }
}
