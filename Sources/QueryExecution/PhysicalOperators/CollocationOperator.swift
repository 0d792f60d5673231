import Columns
import Glibc
import QueryPlanning
import TokenPatterns

/// Words near the matches of a pattern, with how much more often they stand there than by chance.
///
/// One row a word, the strongest first: the word, O co-occurrences, f1 hits of the pattern, f2
/// occurrences of the word, N tokens, the articles of the co-occurrences, the measures.
final class CollocationOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let collocation: CollocationSpecification
  private let context: EvaluationContext
  private let run: RunState
  private var output: KeptRows?

  init(
    _ input: any PhysicalOperator, _ collocation: CollocationSpecification,
    context: EvaluationContext, run: RunState
  ) {
    self.input = input
    self.collocation = collocation
    self.context = context
    self.run = run
  }

  func next() throws -> Batch? {
    if output == nil { output = try count() }
    return try output?.nextBatch(run)
  }

  // MARK: - Implementation

  private struct Counts {
    var near = 0
    var articles = 0
    var lastArticle = -1
  }

  private func count() throws -> KeptRows {
    guard let tokens = run.tables.tokens else { return empty() }
    let match = collocation.match
    let pattern = try PatternSearch.told {
      try PatternSearch(match, in: tokens, context).prepared(match.pattern)
    }
    let words = try run.tables.column(collocation.attribute, of: match.tokens)
    let isWord = try wordMask()
    let spans = try match.within.map { try tokens.spans($0) }
    var counts = [Counts](repeating: Counts(), count: words.dictionary.count)
    var places: [(word: Int32, token: Int32)] = []
    var hitCount = 0
    while let batch = try input.next()?.compacted() {
      try run.step(batch.count)
      let (ranges, _) = PatternTest.ranges(of: batch.lineage, count: batch.count, in: tokens)
      let matches = try PatternSearch.told { try pattern.matches(in: ranges) }
      hitCount += matches.count
      for index in 0..<matches.count {
        if index % 1024 == 0 { try run.step(0) }
        let hit = Int(matches.starts[index])..<Int(matches.ends[index])
        let bounds = bounds(of: hit, tokens, spans)
        let article = tokens.article(of: hit.lowerBound).lowerBound
        let left = max(bounds.lowerBound, hit.lowerBound - collocation.left)..<hit.lowerBound
        let right = hit.upperBound..<min(bounds.upperBound, hit.upperBound + collocation.right)
        for token in [left, right].joined() where isWord.map({ $0[token] != 0 }) ?? true {
          let word = words.stringIDs[token]
          counts[Int(word)].near += 1
          if counts[Int(word)].lastArticle != article {
            counts[Int(word)].lastArticle = article
            counts[Int(word)].articles += 1
          }
          places.append((word, Int32(truncatingIfNeeded: token)))
        }
      }
    }
    return rows(counts, places, hitCount, words, tokenCount: tokens.tokenCount)
  }

  /// A byte a token: 0 for marks and symbols.
  private func wordMask() throws -> [UInt8]? {
    guard let column = collocation.partOfSpeech else { return nil }
    let tags = try run.tables.column(column, of: collocation.match.tokens)
    let isMark = tags.dictionary.entries.indices.map { entry -> Bool in
      let tag = tags.dictionary.string(Int32(truncatingIfNeeded: entry))
      return tag == "PUNCT" || tag == "SYM"
    }
    return (0..<tags.count).map { isMark[Int(tags.stringIDs[$0])] ? 0 : 1 }
  }

  /// The tokens around a hit that may count: those of its article, or of the span it lies in.
  private func bounds(
    of hit: Range<Int>, _ tokens: any PatternTokens, _ spans: TokenSpans?
  ) -> Range<Int> {
    guard let spans else { return tokens.article(of: hit.lowerBound) }
    var low = 0
    var high = spans.starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(spans.starts[middle]) <= hit.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low > 0, Int(spans.ends[low - 1]) >= hit.upperBound else { return hit }
    return Int(spans.starts[low - 1])..<Int(spans.ends[low - 1])
  }

  private func rows(
    _ counts: [Counts], _ places: [(word: Int32, token: Int32)], _ hitCount: Int,
    _ words: ColumnVector, tokenCount: Int
  ) -> KeptRows {
    var totals = [Int](repeating: 0, count: counts.count)
    for row in 0..<words.count { totals[Int(words.stringIDs[row])] += 1 }
    let window = collocation.left + collocation.right
    let kept = counts.indices.filter {
      counts[$0].near > 0 && counts[$0].near >= collocation.minimum
    }
    let scores = collocation.measures.map { measure in
      kept.map { word in
        measure.value(
          near: counts[word].near, hits: hitCount, total: totals[word], tokens: tokenCount,
          window: window)
      }
    }
    // The strongest first; equal ones by how often, then in the order of their words.
    let order = kept.indices.sorted { a, b in
      if let first = scores.first, first[a] != first[b] { return first[a] > first[b] }
      if counts[kept[a]].near != counts[kept[b]].near {
        return counts[kept[a]].near > counts[kept[b]].near
      }
      return words.dictionary.compare(
        Int32(truncatingIfNeeded: kept[a]), Int32(truncatingIfNeeded: kept[b])) < 0
    }
    func longs(_ value: (Int) -> Int) -> ColumnVector {
      .longs(order.map { Int64(value(kept[$0])) })
    }
    let ids = order.map { Int32(truncatingIfNeeded: kept[$0]) }
    var columns: [ColumnVector] = [
      .strings(ids, in: words.dictionary), longs { counts[$0].near }, longs { _ in hitCount },
      longs { totals[$0] }, longs { _ in tokenCount }, longs { counts[$0].articles },
    ]
    for score in scores { columns.append(.reals(order.map { score[$0] })) }
    return KeptRows(columns: columns, count: order.count, lineage: lineage(ids, places))
  }

  /// A word rests on the places where it stands near a hit.
  private func lineage(
    _ ids: [Int32], _ places: [(word: Int32, token: Int32)]
  ) -> Lineage {
    guard run.options.keepsLineage, !ids.isEmpty else { return .none }
    var numbers: [Int32: Int32] = [:]
    for (row, id) in ids.enumerated() { numbers[id] = Int32(truncatingIfNeeded: row) }
    let known = places.filter { numbers[$0.word] != nil }
    var builder = LineageSetBuilder()
    builder.resize(to: ids.count)
    builder.add(
      .rows(collocation.match.tokens, ColumnSlice(known.map(\.token))),
      groups: known.map { numbers[$0.word] ?? 0 })
    return .sets(
      builder.finish(), ColumnSlice(ids.indices.map { Int32(truncatingIfNeeded: $0) }))
  }

  private func empty() -> KeptRows {
    let types: [ScalarType] =
      [.string, .long, .long, .long, .long, .long] + collocation.measures.map { _ in .real }
    return KeptRows(
      columns: types.map { ColumnVector(values: [], type: $0) }, count: 0, lineage: .none)
  }
}

extension CollocationMeasure {
  /// The measure (formulas as in Evert 2005, "The Statistics of Word Cooccurrences"; logDice by
  /// Rychlý 2008).
  func value(near: Int, hits: Int, total: Int, tokens: Int, window: Int) -> Double {
    let o = Double(near)
    let f1 = Double(hits)
    let f2 = Double(total)
    let n = Double(max(1, tokens))
    let expected = f1 * f2 * Double(max(1, window)) / n
    switch self {
    case .logDice: return 14 + log2(2 * o / (f1 + f2))
    case .mutualInformation: return log2(o / expected)
    case .mutualInformation3: return log2(o * o * o / expected)
    case .tScore: return (o - expected) / o.squareRoot()
    case .zScore: return (o - expected) / expected.squareRoot()
    case .dice: return 2 * o / (f1 + f2)
    case .minimumSensitivity: return min(o / f1, o / f2)
    case .logLikelihood: return logLikelihood(o, f1 * Double(max(1, window)), f2, n, expected)
    }
  }

  /// Over the table of the word and the places around hits, with the sign of O − E (Dunning 1993).
  private func logLikelihood(
    _ o: Double, _ places: Double, _ f2: Double, _ n: Double, _ expected: Double
  ) -> Double {
    let cells = [
      (o, places * f2 / n), (places - o, places * (n - f2) / n), (f2 - o, (n - places) * f2 / n),
      (n - places - f2 + o, (n - places) * (n - f2) / n),
    ]
    var sum = 0.0
    for (observed, expected) in cells where observed > 0 && expected > 0 {
      sum += observed * log(observed / expected)
    }
    return (o < expected ? -2 : 2) * sum
  }
}
