package import Columns

/// One of the tables of the article model: what it is called, and how its columns are made.
package struct CorpusTable: Sendable {
  /// The tables by number, in the order in which they are listed.
  package enum Identifier: Int, CaseIterable, Sendable {
    case articles, paragraphs, sentences, tokens, entities, mentions, quotes, dates, quantities,
      events
  }

  package let identifier: Identifier
  package let name: String
  /// One line: what a row is.
  package let summary: String
  /// What people call it elsewhere, for messages.
  package var otherNames: [String] = []
  package let columns: [CorpusColumn]
  package let rowCount: @Sendable (AnnotatedCorpus) -> Int

  package static let all: [CorpusTable] = [
    .articles, .paragraphs, .sentences, .tokens, .entities, .mentions, .quotes, .dates,
    .quantities, .events,
  ]
}

package struct CorpusColumn: Sendable {
  package let name: String
  package let alias: String?
  package let type: ScalarType
  package let reference: CorpusTable.Identifier?
  /// The only texts that it holds, besides blank; empty where it may hold any.
  package let values: [String]
  /// Whether only a dot leads to it (`article.quotes`), not the table's own rows.
  package let isByDotOnly: Bool
  /// One line.
  package let summary: String
  package let make: @Sendable (AnnotatedCorpus) -> ColumnVector

  init(
    _ name: String, _ type: ScalarType, _ summary: String, alias: String? = nil,
    reference: CorpusTable.Identifier? = nil, values: [String] = [], isByDotOnly: Bool = false,
    make: @escaping @Sendable (AnnotatedCorpus) -> ColumnVector
  ) {
    self.name = name
    self.alias = alias
    self.type = type
    self.reference = reference
    self.values = values
    self.isByDotOnly = isByDotOnly
    self.summary = summary
    self.make = make
  }
}

/// A view: a name for a query over the tables.
package struct CorpusView: Sendable {
  package let name: String
  package let summary: String
  /// What people call it elsewhere, for messages.
  package let otherNames: [String]
  package let definition: String

  package static let all: [CorpusView] = [
    CorpusView(
      name: "people", summary: "The persons among the entities.",
      otherNames: ["person", "persons", "humans"],
      definition: "entities | where kind == 'person'"),
    CorpusView(
      name: "places", summary: "The places among the entities.",
      otherNames: ["place", "location", "locations", "cities", "countries"],
      definition: "entities | where kind == 'place'"),
    CorpusView(
      name: "orgs", summary: "The organizations among the entities.",
      otherNames: [
        "org", "organization", "organizations", "organisation", "organisations", "companies",
        "institutions",
      ],
      definition: "entities | where kind == 'organization'"),
  ]
}
