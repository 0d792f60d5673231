/// The names that patterns may use: what a token can be asked, and which spans there are.
package struct PatternVocabulary: Sendable {
  package var attributes: [String]
  package var spans: [String]

  package init(attributes: [String], spans: [String]) {
    self.attributes = attributes
    self.spans = spans
  }

  /// That of news articles.
  package static let articles = PatternVocabulary(
    attributes: [
      "word", "lemma", "pos", "tag", "lower", "shape", "is_quoted", "entity", "entity_kind",
      "punct_before", "punct_after", "relation", "head",
    ],
    spans: [
      "s", "p", "quote", "headline", "person", "place", "org", "ne", "date", "quantity", "article",
    ])

  /// What people from elsewhere write, and what it is called here.
  static let otherNames = [
    "sentence": "s", "sent": "s", "paragraph": "p", "par": "p", "text": "article",
    "doc": "article", "document": "article", "location": "place", "loc": "place", "per": "person",
    "pers": "person", "organization": "org", "organisation": "org", "name": "ne",
    "entity": "ne", "mention": "ne", "quotation": "quote", "punctBefore": "punct_before",
    "punctAfter": "punct_after", "upos": "pos", "xpos": "tag", "msd": "tag", "form": "word",
    "lc": "lower", "deprel": "relation", "base": "lemma", "lempos": "lemma", "lemma_lc": "lemma",
  ]
}
