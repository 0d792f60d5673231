import ArticleAnalysis
import ArticleModel

/// How well names are found: exact spans with their kinds, over documents.
struct NameEvaluation {
  /// How many names are right, how many were found, how many there are.
  struct Count {
    var right = 0
    var found = 0
    var gold = 0

    var precision: Double { Double(right) / Double(max(1, found)) }
    var recall: Double { Double(right) / Double(max(1, gold)) }
    var f1: Double { 2 * Double(right) / Double(max(1, found + gold)) }
  }

  /// The kinds that all corpora have.
  static let kinds: [Entity.Kind] = [.person, .organization, .place]

  private(set) var counts: [Entity.Kind: Count] = [:]
  private(set) var all = Count()
  private(set) var tokens = 0
  /// Per name found by the model: its probability, and whether it is right.
  private(set) var cases: [(probability: Double, isRight: Bool)] = []

  init(_ model: NameModel, on documents: [EntityDocument]) {
    let recognizer = NameRecognizer(model)
    let tagger = NameTagger(model)
    for document in documents {
      var article = NameExample.annotated(document)
      tokens += article.tokens.count
      let gold = Set(document.names)
      for name in tagger.names(in: article) {
        let range = TextRange(
          Int(article.tokens[name.tokens.start].start), Int(article.tokens[name.tokens.end - 1].end)
        )
        cases.append(
          (name.probability, gold.contains(Self.name(range, name.kind, article.text))))
      }
      recognizer.annotate(&article)
      let found = Set(
        article.mentions.map { Self.name($0.range, article.entities[$0.entity].kind, article.text) }
      )
      count(gold: gold, found: found)
    }
  }

  // MARK: - Implementation

  private static func name(
    _ range: TextRange, _ kind: Entity.Kind, _ text: ArticleText
  ) -> EntityDocument.Name {
    EntityDocument.Name(
      start: text.scalarOffset(of: range.start), end: text.scalarOffset(of: range.end), kind: kind)
  }

  private mutating func count(gold: Set<EntityDocument.Name>, found: Set<EntityDocument.Name>) {
    for kind in Entity.Kind.allCases {
      let right = gold.filter { $0.kind == kind }
      let mine = found.filter { $0.kind == kind }
      let count = Count(
        right: right.intersection(mine).count, found: mine.count, gold: right.count)
      for path in Self.kinds.contains(kind) ? [\Count.right, \.found, \.gold] : [] {
        all[keyPath: path] += count[keyPath: path]
      }
      for path in [\Count.right, \.found, \.gold] {
        counts[kind, default: Count()][keyPath: path] += count[keyPath: path]
      }
    }
  }
}
