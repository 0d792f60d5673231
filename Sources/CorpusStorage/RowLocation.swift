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
      return location(row, of: table, in: Layers.sentences, at: \.range, evidence: \.evidence)
    case .tokens:
      return location(row, of: table, in: Layers.tokens, at: \.range, evidence: \.evidence)
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
    guard !articles.isEmpty, row >= 0 else { return [] }
    let place = place(ofRow: row, starts: starts[table.rawValue])
    let rows = layer.rows(articles[place.article])
    guard place.index < rows.count else { return [] }
    let found = rows[place.index]
    return [
      RowLocation(
        article: place.article, range: range(found), parts: parts?(found) ?? [range(found)],
        evidence: evidence(found))
    ]
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

extension Sentence {
  /// Sentences are found by rules that are nearly always right.
  package var evidence: Evidence { Evidence("sentences", confidence: 0.98) }
}

extension Token {
  /// Tokens are found by rules that are nearly always right.
  package var evidence: Evidence { Evidence("tokens", confidence: 0.99) }
}
