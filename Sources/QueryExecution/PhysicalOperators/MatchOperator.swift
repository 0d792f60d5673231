import Columns
import QueryPlanning
import TokenPatterns

/// A row for each match of a pattern in the words of each row.
///
/// Behind the columns of the input: left, match, right, span, the captures, the article, and the
/// words that rows are sorted by. A row that stands in no article has no match.
final class MatchOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let match: MatchSpecification
  private let inputTypes: [ScalarType]
  private let run: RunState
  private let context: EvaluationContext
  private var pattern: PreparedPattern?
  private let tokens: (any PatternTokens)?
  private var work: (batch: Batch, rows: [Int32], matches: TokenMatches, next: Int)?

  init(
    _ input: any PhysicalOperator, _ match: MatchSpecification, columns: [PlanColumn],
    context: EvaluationContext, run: RunState
  ) {
    self.input = input
    self.match = match
    inputTypes = columns.map(\.type)
    self.context = context
    self.run = run
    tokens = run.tables.tokens
  }

  func next() throws -> Batch? {
    if work == nil {
      guard let tokens, let batch = try input.next()?.compacted() else { return nil }
      try run.step(batch.count)
      let (ranges, rows) = PatternTest.ranges(of: batch.lineage, count: batch.count, in: tokens)
      let matches = try PatternSearch.told {
        let prepared =
          try pattern ?? PatternSearch(match, in: tokens, context).prepared(match.boundedPattern)
        pattern = prepared
        return try prepared.matches(in: ranges)
      }
      work = (batch, rows, matches, 0)
    }
    guard let (batch, rows, matches, first) = work else { return nil }
    let end = min(matches.count, first + run.options.batchSize)
    work = end < matches.count ? (batch, rows, matches, end) : nil
    try run.step(end - first)
    let of = (first..<end).map { rows[Int(matches.rangeIndices[$0])] }
    let hits = (first..<end).map { Int(matches.starts[$0])..<Int(matches.ends[$0]) }
    return Batch(
      columns: batch.columns.map { $0.gathered(of) } + (try made(hits, matches, first)),
      count: hits.count, lineage: lineage(hits))
  }

  // MARK: - Implementation

  private func made(
    _ hits: [Range<Int>], _ matches: TokenMatches, _ first: Int
  ) throws -> [ColumnVector] {
    guard let tokens else { return [] }
    var left = StringColumnBuilder(capacity: hits.count)
    var middle = StringColumnBuilder(capacity: hits.count)
    var right = StringColumnBuilder(capacity: hits.count)
    var spans: [DynamicValue] = []
    var captures = match.captureNames.map { _ in StringColumnBuilder(capacity: hits.count) }
    for (index, hit) in hits.enumerated() {
      let article = tokens.article(of: hit.lowerBound)
      let before = max(article.lowerBound, hit.lowerBound - match.contextSize)..<hit.lowerBound
      let after = hit.upperBound..<min(article.upperBound, hit.upperBound + match.contextSize)
      left.appendRow { tokens.appendText(of: before, to: &$0) }
      middle.appendRow { tokens.appendText(of: hit, to: &$0) }
      right.appendRow { tokens.appendText(of: after, to: &$0) }
      spans.append(tokens.span(of: hit))
      for capture in captures.indices {
        let range = matches.capture(capture, of: first + index)
        captures[capture].appendRow { bytes in
          if let range { tokens.appendText(of: range, to: &bytes) }
        }
      }
    }
    var columns = [left.finish(), middle.finish(), right.finish(), ColumnVector.dynamics(spans)]
    for index in captures.indices { columns.append(captures[index].finish()) }
    let starts = hits.map { Int32(truncatingIfNeeded: $0.lowerBound) }
    if match.givesArticle {
      columns.append(try run.tables.column(match.articleColumn, of: match.tokens).gathered(starts))
    }
    for place in match.sortPlaces { columns.append(try words(at: place, of: hits)) }
    return columns
  }

  /// The word so many places left or right of each hit, in lower case; "" outside the article.
  private func words(at place: Int, of hits: [Range<Int>]) throws -> ColumnVector {
    guard let tokens else { return .nulls(.string, count: hits.count) }
    let lower = try run.tables.column(match.lowerColumn, of: match.tokens)
    let missing = Int32(truncatingIfNeeded: lower.count)
    let rows = hits.map { hit -> Int32 in
      let token = place < 0 ? hit.lowerBound + place : hit.upperBound + place - 1
      let isThere = tokens.article(of: hit.lowerBound).contains(token)
      return isThere ? Int32(truncatingIfNeeded: token) : missing
    }
    return lower.appendingMissing().gathered(rows)
  }

  /// A match rests on its tokens.
  private func lineage(_ hits: [Range<Int>]) -> Lineage {
    guard run.options.keepsLineage else { return .none }
    var offsets = [0]
    var members: [RowReference] = []
    for hit in hits {
      for token in hit { members.append(RowReference(table: match.tokens, row: token)) }
      offsets.append(members.count)
    }
    let sets = LineageSets(offsets: offsets, members: members, totals: hits.map(\.count))
    return .sets(sets, ColumnSlice(hits.indices.map { Int32(truncatingIfNeeded: $0) }))
  }
}

/// Which rows hold a match.
enum PatternTest {
  /// The tokens of each row that has some, and that row's number.
  static func ranges(
    of lineage: Lineage, count: Int, in tokens: any PatternTokens
  ) -> (ranges: [Range<Int>], rows: [Int32]) {
    var ranges: [Range<Int>] = []
    var rows: [Int32] = []
    for row in 0..<count {
      guard let first = lineage.sources(of: row).rows.first, let range = tokens.tokens(of: first),
        !range.isEmpty
      else { continue }
      ranges.append(range)
      rows.append(Int32(truncatingIfNeeded: row))
    }
    return (ranges, rows)
  }

  static func truths(
    _ match: MatchSpecification, _ lineage: Lineage, count: Int, _ context: EvaluationContext,
    _ run: RunState
  ) throws -> ColumnVector {
    var truths = [UInt8](repeating: 0, count: count)
    guard let tokens = run.tables.tokens else { return .bools(truths) }
    let (ranges, rows) = ranges(of: lineage, count: count, in: tokens)
    let found = try PatternSearch.told {
      try PatternSearch(match, in: tokens, context).prepared(match.boundedPattern, for: ranges)
        .matchingRanges(ranges)
    }
    for (index, isFound) in found.enumerated() where isFound { truths[Int(rows[index])] = 1 }
    return .bools(truths)
  }
}
