import Columns

/// The rows of other tables that stand in an article, as arrays: `article.quotes`.
///
/// A dot leads to them from whatever refers to an article; the table itself does not show them.
enum ArticleRows {
  static let columns: [CorpusColumn] = [
    rows(of: .paragraphs, ["id", "position", "role", "text"]),
    rows(of: .sentences, ["id", "position", "text"]),
    rows(of: .entities, ["id", "name", "kind"]),
    rows(of: .mentions, ["id", "entity", "text"]),
    rows(of: .quotes, ["id", "speaker", "source", "cue", "kind", "text"]),
    rows(of: .dates, ["id", "text", "type", "value"]),
    rows(of: .quantities, ["id", "text", "kind", "value", "unit"]),
    rows(of: .events, ["id", "actor", "action", "target"]),
  ]

  // MARK: - Implementation

  private static func rows(
    of table: CorpusTable.Identifier, _ names: [String]
  ) -> CorpusColumn {
    CorpusColumn(
      "\(table)", .dynamic, "Its rows of \(table), as bags of \(names.joined(separator: ", ")).",
      isByDotOnly: true
    ) { corpus in
      let made = CorpusTable.all[table.rawValue].columns.filter { names.contains($0.name) }
        .map { (name: $0.name, values: $0.make(corpus)) }
      return .dynamics(
        corpus.articles.indices.map { article in
          .array(
            corpus.rows(of: table, inArticle: article).map { row in
              .bag(
                made.map { column in
                  DynamicValue.Property(
                    key: column.name, value: DynamicValue(column.values.value(at: row)))
                })
            })
        })
    }
  }
}

extension AnnotatedCorpus {
  /// The rows of a table that stand in an article, in its order.
  fileprivate func rows(of table: CorpusTable.Identifier, inArticle article: Int) -> [Int] {
    if table == .entities {
      var seen: Set<Int> = []
      return entities.indices[article].filter { seen.insert($0).inserted }
    }
    let starts = starts[table.rawValue]
    let end =
      article + 1 < starts.count
      ? starts[article + 1] : CorpusTable.all[table.rawValue].rowCount(self)
    return Array(starts[article]..<end)
  }
}
