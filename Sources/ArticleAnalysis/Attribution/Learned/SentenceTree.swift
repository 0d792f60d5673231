import ArticleModel

/// The relations of Universal Dependencies that attribution asks for; the rest are `other`.
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

/// The dependency tree of one sentence, with the stretch of tokens under each.
struct SentenceTree {
  /// The sentence's tokens.
  let range: TokenRange
  private let heads: [Int32]
  private let relations: [TreeRelation]
  /// Per token, the first and the last token of its subtree.
  private var firsts: [Int32]
  private var lasts: [Int32]
  /// Children of token *i*: `children[offsets[i]..<offsets[i + 1]]`, in text order.
  private var offsets: [Int32]
  private var children: [Int32]

  /// nil where a token of the sentence has no head.
  init?(sentence: TokenRange, tokens: [Token], relations table: [TreeRelation]) {
    range = sentence
    let count = sentence.count
    var heads: [Int32] = []
    var relations: [TreeRelation] = []
    heads.reserveCapacity(count)
    relations.reserveCapacity(count)
    for index in sentence.start..<sentence.end {
      let head = Int(tokens[index].head)
      guard sentence.contains(head) else { return nil }
      heads.append(head == index ? -1 : Int32(head - sentence.start))
      let relation = Int(tokens[index].relation.index)
      relations.append(relation < table.count ? table[relation] : .other)
    }
    self.heads = heads
    self.relations = relations
    firsts = (0..<Int32(count)).map { $0 }
    lasts = firsts
    offsets = Array(repeating: 0, count: count + 1)
    children = Array(repeating: 0, count: count)
    for head in heads where head >= 0 { offsets[Int(head) + 1] += 1 }
    for index in 0..<count { offsets[index + 1] += offsets[index] }
    var next = offsets
    for (index, head) in heads.enumerated() where head >= 0 {
      children[Int(next[Int(head)])] = Int32(index)
      next[Int(head)] += 1
    }
    spread()
  }

  func head(_ index: Int) -> Int? {
    let head = heads[index - range.start]
    return head < 0 ? nil : Int(head) + range.start
  }

  func relation(_ index: Int) -> TreeRelation { relations[index - range.start] }

  /// The first and the last token of the subtree, and all between them.
  func span(_ index: Int) -> TokenRange {
    let local = index - range.start
    return TokenRange(Int(firsts[local]) + range.start, Int(lasts[local]) + range.start + 1)
  }

  /// In text order.
  func children(_ index: Int) -> some RandomAccessCollection<Int> {
    let local = index - range.start
    let start = range.start
    return children[Int(offsets[local])..<Int(offsets[local + 1])].lazy.map { Int($0) + start }
  }

  func child(_ index: Int, _ relation: TreeRelation) -> Int? {
    children(index).first { self.relation($0) == relation }
  }

  // MARK: - Implementation

  /// Gives every token the edges of its subtree: children before their heads.
  private mutating func spread() {
    var order: [Int32] = []
    order.reserveCapacity(heads.count)
    for (index, head) in heads.enumerated() where head < 0 { order.append(Int32(index)) }
    var place = 0
    while place < order.count {
      let index = Int(order[place])
      order.append(contentsOf: children[Int(offsets[index])..<Int(offsets[index + 1])])
      place += 1
    }
    for index in order.reversed() {
      let head = Int(heads[Int(index)])
      guard head >= 0 else { continue }
      firsts[head] = min(firsts[head], firsts[Int(index)])
      lasts[head] = max(lasts[head], lasts[Int(index)])
    }
  }
}
