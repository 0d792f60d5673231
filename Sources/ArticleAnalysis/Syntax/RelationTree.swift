import ArticleModel

/// The relations of Universal Dependencies that attribution and events ask for; the rest are `other`.
enum TreeRelation: UInt8 {
  case other, root, subject, passiveSubject, clausalSubject, object, indirectObject, clause
  case openClause, oblique, agent, adverbialClause, nounClause, relativeClause, parataxis
  case conjunct, coordination, marker, auxiliary, copula, nominal, possessor, apposition
  case verbParticle, adverb, punctuation, preposition, determiner, discourse, unmarkedOblique

  /// Per word of an article's table, the relation that it is the label of.
  static func table(of words: WordTable) -> [TreeRelation] {
    var table = [TreeRelation](repeating: .other, count: words.count)
    for (relation, labels) in labels {
      for label in labels {
        if let id = words.find(label) { table[Int(id.index)] = relation }
      }
    }
    return table
  }

  private static let labels: [(TreeRelation, [String])] = [
    (.root, ["root"]),
    (.subject, ["nsubj", "nsubj:outer"]),
    (.passiveSubject, ["nsubj:pass"]),
    (.clausalSubject, ["csubj", "csubj:pass", "csubj:outer"]),
    (.object, ["obj"]),
    (.indirectObject, ["iobj"]),
    (.clause, ["ccomp"]),
    (.openClause, ["xcomp"]),
    (.oblique, ["obl"]),
    (.agent, ["obl:agent"]),
    (.unmarkedOblique, ["obl:unmarked"]),
    (.adverbialClause, ["advcl", "advcl:relcl"]),
    (.nounClause, ["acl"]),
    (.relativeClause, ["acl:relcl"]),
    (.parataxis, ["parataxis"]),
    (.conjunct, ["conj"]),
    (.coordination, ["cc", "cc:preconj"]),
    (.marker, ["mark"]),
    (.auxiliary, ["aux", "aux:pass"]),
    (.copula, ["cop"]),
    (.nominal, ["nmod", "nmod:desc", "nmod:unmarked"]),
    (.possessor, ["nmod:poss"]),
    (.apposition, ["appos"]),
    (.verbParticle, ["compound:prt"]),
    (.adverb, ["advmod"]),
    (.punctuation, ["punct"]),
    (.preposition, ["case"]),
    (.determiner, ["det", "det:predet"]),
    (.discourse, ["discourse", "vocative"]),
  ]
}

/// The tree of one sentence, with its relations.
struct RelationTree {
  private let tree: SyntaxTree
  private let relations: [TreeRelation]

  /// The sentence's tokens.
  var range: TokenRange { tree.tokens }

  /// Nil where a token of the sentence has no head in it.
  init?(sentence: TokenRange, tokens: [Token], relations table: [TreeRelation]) {
    var relations: [TreeRelation] = []
    relations.reserveCapacity(sentence.count)
    for index in sentence.start..<sentence.end {
      guard sentence.contains(Int(tokens[index].head)) else { return nil }
      let relation = Int(tokens[index].relation.index)
      relations.append(relation < table.count ? table[relation] : .other)
    }
    var tree = SyntaxTree()
    tree.read(sentence, tokens: tokens)
    self.tree = tree
    self.relations = relations
  }

  func head(_ index: Int) -> Int? { tree.head(of: index) }

  func relation(_ index: Int) -> TreeRelation { relations[index - range.start] }

  /// The first and the last token of the subtree, and all between them.
  func span(_ index: Int) -> TokenRange { tree.span(of: index) }

  /// In text order.
  func children(_ index: Int) -> SyntaxTree.Children { tree.children(of: index) }

  func firstChild(_ index: Int) -> Int? { tree.firstChild(of: index) }

  func child(_ index: Int, _ relation: TreeRelation) -> Int? {
    children(index).first { self.relation($0) == relation }
  }

  /// The token of a range that its others hang on; nil for an empty range.
  func head(of range: TokenRange) -> Int? { tree.head(of: range) }

  /// The subject of a verb or predicate, of whatever kind.
  func subject(_ index: Int) -> Int? {
    for child in children(index) {
      switch relation(child) {
      case .subject, .passiveSubject, .clausalSubject: return child
      default: continue
      }
    }
    return nil
  }

  /// The phrase of a noun, without the preposition before it and the clauses behind it.
  ///
  /// It ends at the first dependent behind the noun of which `keeps` says that it does not belong.
  func nounPhrase(_ head: Int, keeps: (Int) -> Bool = { _ in true }) -> TokenRange {
    var range = TokenRange(head, head + 1)
    for child in children(head) {
      let span = span(child)
      if child < head {
        switch relation(child) {
        case .preposition, .punctuation, .marker, .copula, .subject, .adverb, .coordination:
          continue
        default: range.start = min(range.start, span.start)
        }
      } else {
        switch relation(child) {
        case .relativeClause, .nounClause, .parataxis, .adverbialClause, .clause: return range
        case .punctuation: continue
        default:
          guard keeps(child) else { return range }
          range.end = max(range.end, span.end)
        }
      }
    }
    return range
  }
}
