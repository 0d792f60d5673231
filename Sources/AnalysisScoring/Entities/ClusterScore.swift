/// How far two ways of grouping mentions agree: MUC, B-cubed, CEAF-e and their mean (CoNLL).
struct ClusterScore: AnalysisScore, Equatable {
  /// A sum of hits and of what they are hits of.
  struct Ratio: Equatable {
    var hits = 0.0
    var total = 0

    var share: Double { total > 0 ? hits / Double(total) : 0 }

    mutating func add(_ other: Ratio) {
      hits += other.hits
      total += other.total
    }
  }

  private var mucRecall = Ratio()
  private var mucPrecision = Ratio()
  private var cubedRecall = Ratio()
  private var cubedPrecision = Ratio()
  private var entityRecall = Ratio()
  private var entityPrecision = Ratio()

  init() {}

  /// Groups of mention numbers; none of one side shares a mention with another.
  init(gold: [Set<Int>], found: [Set<Int>]) {
    mucRecall = Self.links(of: gold, in: found)
    mucPrecision = Self.links(of: found, in: gold)
    cubedRecall = Self.mentions(of: gold, in: found)
    cubedPrecision = Self.mentions(of: found, in: gold)
    let similarity = Self.bestSimilarity(gold, found)
    entityRecall = Ratio(hits: similarity, total: gold.count)
    entityPrecision = Ratio(hits: similarity, total: found.count)
  }

  mutating func add(_ other: ClusterScore) {
    mucRecall.add(other.mucRecall)
    mucPrecision.add(other.mucPrecision)
    cubedRecall.add(other.cubedRecall)
    cubedPrecision.add(other.cubedPrecision)
    entityRecall.add(other.entityRecall)
    entityPrecision.add(other.entityPrecision)
  }

  /// Over links that hold groups together.
  var muc: Double { Self.f1(mucPrecision, mucRecall) }
  /// Over mentions and the groups in which they are.
  var bCubed: Double { Self.f1(cubedPrecision, cubedRecall) }
  /// Over groups, paired so that they are the most alike.
  var ceafE: Double { Self.f1(entityPrecision, entityRecall) }
  /// The mean of the three.
  var conll: Double { (muc + bCubed + ceafE) / 3 }

  // MARK: - Implementation

  private static func f1(_ precision: Ratio, _ recall: Ratio) -> Double {
    Agreement(precision: precision.share, recall: recall.share).f1
  }

  /// The group of each mention.
  private static func groupOfMention(_ groups: [Set<Int>]) -> [Int: Int] {
    var group: [Int: Int] = [:]
    for (number, members) in groups.enumerated() {
      for mention in members { group[mention] = number }
    }
    return group
  }

  /// Of the links that would hold each group together, how many the other grouping keeps.
  private static func links(of groups: [Set<Int>], in others: [Set<Int>]) -> Ratio {
    let other = groupOfMention(others)
    var ratio = Ratio()
    for group in groups {
      let parts = Set(group.compactMap { other[$0] }).count
      let alone = group.count { other[$0] == nil }
      ratio.hits += Double(group.count - parts - alone)
      ratio.total += group.count - 1
    }
    return ratio
  }

  /// For each mention the share of its group that is with it in the other grouping.
  private static func mentions(of groups: [Set<Int>], in others: [Set<Int>]) -> Ratio {
    let other = groupOfMention(others)
    var ratio = Ratio()
    for group in groups {
      for mention in group.sorted() {
        ratio.total += 1
        guard let number = other[mention] else { continue }
        let shared = group.intersection(others[number]).count
        ratio.hits += Double(shared) / Double(group.count)
      }
    }
    return ratio
  }

  private static func bestSimilarity(_ gold: [Set<Int>], _ found: [Set<Int>]) -> Double {
    let weights = gold.map { a in
      found.map { b in Double(2 * a.intersection(b).count) / Double(a.count + b.count) }
    }
    return BestAssignment.pairs(weights).reduce(0) { $0 + weights[$1.row][$1.column] }
  }
}
