import Columns

@testable import TokenPatterns

/// Matches by the definition of each part, trying everything; what the search is held against.
struct SlowMatcher {
  let source: ToySource
  let articles: [Range<Int>]
  let sentences: [Range<Int>]

  struct Pair: Hashable, Comparable {
    var start: Int
    var end: Int
    static func < (a: Pair, b: Pair) -> Bool { (a.start, a.end) < (b.start, b.end) }
  }

  init(_ source: ToySource) throws {
    self.source = source
    articles = try Self.ranges("article", source)
    sentences = try Self.ranges("s", source)
  }

  /// Every range of tokens that a pattern fits.
  func matches(_ node: PatternNode) throws -> Set<Pair> {
    switch node.kind {
    case .span(let span, .whole):
      return Set(
        try Self.ranges(span.name, source).map { Pair(start: $0.lowerBound, end: $0.upperBound) })
    case .filter(let left, .within, isNegated: false, let right):
      let frames = try matches(right).map { $0.start..<$0.end }
      return try matches(left, in: frames, takesEmpty: false)
    case .filter(let left, let operation, let isNegated, let right):
      let first = try matches(left)
      let second = try matches(right)
      switch operation {
      case .within:
        return first.filter { a in
          second.contains { $0.start <= a.start && $0.end >= a.end } != isNegated
        }
      case .containing:
        return first.filter { a in
          second.contains { $0.start >= a.start && $0.end <= a.end } != isNegated
        }
      case .overlap:
        if isNegated {
          return first.filter { a in !second.contains { $0.start < a.end && $0.end > a.start } }
        }
        return Set(
          first.flatMap { a in
            second.filter { $0.start < a.end && $0.end > a.start }
              .map { Pair(start: max(a.start, $0.start), end: min(a.end, $0.end)) }
          })
      case .same: return first.intersection(second)
      }
    default:
      return try matches(
        node, in: node.hasUnboundedGap ? sentences : articles, takesEmpty: false)
    }
  }

  // MARK: - Implementation

  private static func ranges(_ name: String, _ source: ToySource) throws -> [Range<Int>] {
    let spans = try source.spans(name)
    return zip(spans.starts, spans.ends).map { Int($0)..<Int($1) }
  }

  private func matches(
    _ node: PatternNode, in segments: [Range<Int>], takesEmpty: Bool
  ) throws -> Set<Pair> {
    var found: Set<Pair> = []
    for segment in segments {
      for start in segment.lowerBound...segment.upperBound {
        for end in try ends(node, from: start, in: segment) where end > start || takesEmpty {
          found.insert(Pair(start: start, end: end))
        }
      }
    }
    return found
  }

  private func ends(
    _ node: PatternNode, from start: Int, in segment: Range<Int>
  ) throws -> Set<Int> {
    switch node.kind {
    case .token(let test):
      guard start < segment.upperBound, try test.map({ try fits($0, start) }) ?? true else {
        return []
      }
      return [start + 1]
    case .quoted(let text):
      return start < segment.upperBound && text.fits(source.words[start]) ? [start + 1] : []
    case .sequence(let nodes):
      var places: Set<Int> = [start]
      for node in nodes {
        places = Set(try places.flatMap { try ends(node, from: $0, in: segment) })
      }
      return places
    case .alternation(let nodes):
      return Set(try nodes.flatMap { try ends($0, from: start, in: segment) })
    case .repetition(let inner, let least, let most):
      var reached: Set<Int> = least == 0 ? [start] : []
      var places: Set<Int> = [start]
      for round in 1...max(1, most ?? least + 20) where most != 0 {
        places = Set(try places.flatMap { try ends(inner, from: $0, in: segment) })
        if round >= least { reached.formUnion(places) }
      }
      return reached
    case .capture(_, let inner): return try ends(inner, from: start, in: segment)
    case .span(let span, .start):
      return holds(
        try Self.ranges(span.name, source).contains { $0.lowerBound == start }, true, start, segment
      )
        ? [start] : []
    case .span(let span, .end):
      return holds(
        try Self.ranges(span.name, source).contains { $0.upperBound == start }, false, start,
        segment)
        ? [start] : []
    case .lookaround(let inner, let isAhead, let isNegated):
      let pairs: Set<Pair>
      if case .span(_, let part) = inner.kind, part != .whole {
        return try ends(inner, from: start, in: segment).isEmpty == isNegated ? [start] : []
      }
      if case .span = inner.kind {
        pairs = try matches(inner)
      } else if case .filter = inner.kind {
        pairs = try matches(inner)
      } else {
        pairs = try matches(
          inner, in: inner.hasUnboundedGap ? sentences : articles, takesEmpty: true)
      }
      let isFound = pairs.contains { (isAhead ? $0.start : $0.end) == start }
      return holds(isFound, isAhead, start, segment) != isNegated ? [start] : []
    case .span(_, .whole), .filter:
      return Set(
        try matches(node).filter { $0.start == start && $0.end <= segment.upperBound }.map(\.end))
    case .missing, .withinRun, .near, .constrained, .reference: return []
    }
  }

  /// Nothing is seen beyond the border of an article.
  private func holds(_ isFound: Bool, _ looksAhead: Bool, _ place: Int, _ segment: Range<Int>)
    -> Bool
  {
    guard isFound else { return false }
    let isBorder = articles.contains { $0.lowerBound == place || $0.upperBound == place }
    return !(isBorder && place == (looksAhead ? segment.upperBound : segment.lowerBound))
  }

  private func fits(_ test: TokenTest, _ token: Int) throws -> Bool {
    switch test {
    case .compare(let comparison):
      guard case .text(let text) = comparison.value,
        case .string(let value) = try source.attribute(comparison.attribute).value(at: token)
      else { return false }
      return text.fits(value) != comparison.isNegated
    case .and(let tests): return try tests.allSatisfy { try fits($0, token) }
    case .or(let tests): return try tests.contains { try fits($0, token) }
    case .not(let test): return try !fits(test, token)
    }
  }
}
