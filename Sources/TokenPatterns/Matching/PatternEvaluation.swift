import Columns
import Diagnostics

/// Finds the parts of a pattern, from the inside out, and makes the whole ready to run.
final class PatternEvaluation {
  let source: any TokenSource
  let context: PatternContext
  let limits: PatternLimits
  let captureNames: [String]
  let checkCancellation: () throws -> Void
  /// The tokens that matter: the articles that hold the ranges looked in.
  private let scope: Range<Int>
  private let articles: TokenSpans
  private let borders: PositionSet
  private var tests: TestCompiler
  /// Found before: parts that stand in the pattern more than once, or are repeated.
  private var parts: [PatternNode: MatchList] = [:]
  private var placeSets: [PatternNode: PositionSet] = [:]
  private var slotCount: Int { captureNames.count * 2 }

  init(
    source: any TokenSource, context: PatternContext, limits: PatternLimits,
    captureNames: [String], hull: Range<Int>, checkCancellation: @escaping () throws -> Void
  ) throws {
    self.source = source
    self.context = context
    self.limits = limits
    self.captureNames = captureNames
    self.checkCancellation = checkCancellation
    tests = TestCompiler(
      source: source, context: context, checkCancellation: checkCancellation)
    articles = try source.spans("article")
    var borders = PositionSet(limit: source.tokenCount, looksAhead: false)
    var lower = hull.lowerBound
    var upper = hull.upperBound
    for index in articles.starts.indices {
      let start = Int(articles.starts[index])
      let end = Int(articles.ends[index])
      borders.insert(start)
      borders.insert(end)
      if start < hull.upperBound, end > hull.lowerBound {
        lower = min(lower, start)
        upper = max(upper, end)
      }
    }
    self.borders = borders
    scope = lower..<max(lower, upper)
  }

  /// The run of a pattern whose references are resolved.
  ///
  /// What it lies within and its constraints are looked at while it runs, not after: of several
  /// matches the chosen one then keeps them.
  func prepare(_ root: PatternNode) throws -> PatternRun {
    var node = root
    var segments: [Segment]?
    var constraints: [CaptureConstraint] = []
    while true {
      if segments == nil, case .filter(let inner, .within, isNegated: false, let outer) = node.kind,
        TokenPatternSyntax(root: outer).captureNames.isEmpty
      {
        let list = try part(outer)
        segments = Segment.within(starts: list.starts, ends: list.ends)
        node = inner
      } else if segments == nil,
        case .withinRun(let inner, let count, let span, isNegated: false) =
          node.kind
      {
        let list = try runs(of: span, count: count, node.range)
        segments = Segment.within(starts: list.starts, ends: list.ends)
        node = inner
      } else if case .constrained(let inner, let constraint) = node.kind {
        constraints.append(constraint)
        node = inner
      } else {
        break
      }
    }
    let judges = try constraints.map {
      try CaptureJudge($0, captureNames: captureNames, tests: &tests)
    }
    return try run(node, in: segments, judges: judges)
  }

  /// All matches of a part, in its scope.
  func part(_ node: PatternNode) throws -> MatchList {
    if let known = parts[node] { return known }
    let made = try newPart(node)
    parts[node] = made
    return made
  }

  // MARK: - Implementation

  private func newPart(_ node: PatternNode) throws -> MatchList {
    switch node.kind {
    case .span(let span, .whole): return try spans(span, node.range)
    case .filter(_, .within, isNegated: false, let outer)
    where TokenPatternSyntax(root: outer).captureNames.isEmpty:
      return try allMatches(prepare(node), choice: .all)
    case .filter(let left, let operation, let isNegated, let right):
      let relation = MatchRelation(
        left: try part(left), right: try part(right),
        hasCaptures: !TokenPatternSyntax(root: right).captureNames.isEmpty, limit: limits.matches,
        checkCancellation: checkCancellation)
      switch operation {
      case .within: return try relation.within(isNegated: isNegated)
      case .containing: return try relation.containing(isNegated: isNegated)
      case .overlap: return try relation.overlap(isNegated: isNegated)
      case .same: return try relation.same()
      }
    case .withinRun(let inner, let count, let span, isNegated: true):
      return try MatchRelation(
        left: part(inner), right: runs(of: span, count: count, node.range), hasCaptures: false,
        limit: limits.matches, checkCancellation: checkCancellation
      ).within(isNegated: true)
    case .near(let left, let right, let distance, let isOrdered):
      let proximity = MatchProximity(
        left: try part(left), right: try part(right), distance: distance, isOrdered: isOrdered,
        limit: limits.matches, checkCancellation: checkCancellation)
      return try proximity.matches(words: wordNumbers(), articles: articles)
    case .missing, .token, .quoted, .sequence, .alternation, .repetition, .capture, .span,
      .lookaround, .constrained, .withinRun, .reference:
      return try allMatches(prepare(node), choice: .all)
    }
  }

  private func run(
    _ node: PatternNode, in given: [Segment]?, judges: [CaptureJudge]
  ) throws -> PatternRun {
    var compiler = PatternCompiler(
      captureNames: captureNames, limits: limits, context: context,
      part: { [self] in try part($0) }, places: { [self] in try places($0) }, testCompiler: tests)
    let compiled = try compiler.compile(node)
    tests = compiler.testCompiler
    let simulation = PatternSimulation(
      compiled, slotCount: slotCount, borders: borders, rescanLimit: limits.rescan,
      checkCancellation: checkCancellation)
    let bounds = try given ?? defaultSegments(for: node)
    return PatternRun(
      simulation: simulation, segments: Segment.clipped(bounds, to: scope),
      seeds: try SeedFinder(
        compiled, scope: scope, checkCancellation: checkCancellation
      ).seeds(), judges: judges, limits: limits,
      checkCancellation: checkCancellation)
  }

  private func defaultSegments(for node: PatternNode) throws -> [Segment] {
    let spans = node.hasUnboundedGap ? try source.spans("s") : articles
    return Segment.within(starts: spans.starts, ends: spans.ends)
  }

  private func allMatches(
    _ run: PatternRun, choice: PatternSimulation.Choice
  ) throws -> MatchList {
    var list = MatchList(slotCount: slotCount)
    try run.forEachStart(in: run.segments, choice: choice) { start, found in
      guard list.count + found.count <= limits.matches else {
        throw PatternLimitExceeded(kind: .matches, limit: limits.matches)
      }
      for match in found { list.append(start, match.end, match.slots[...]) }
      return true
    }
    return list.sorted()
  }

  /// The spans of a test, those of its attributes only.
  private func spans(_ test: SpanTest, _ range: SourceRange) throws -> MatchList {
    var list = MatchList(slotCount: slotCount)
    for name in names(of: test) {
      let spans = try source.spans(name)
      let matchers = try test.attributes.map { comparison in
        guard let column = spans.labels[comparison.attribute] else {
          let near = spellingSuggestions(
            for: comparison.attribute, among: spans.labels.keys.sorted())
          throw PatternFailure([
            PatternError.unknownSpanAttribute(
              comparison.attribute, span: name, suggestions: near
            ).diagnostic(at: comparison.attributeRange)
          ])
        }
        return try tests.matcher(of: comparison, over: column)
      }
      for index in spans.starts.indices
      where spans.ends[index] > spans.starts[index] && Int(spans.ends[index]) > scope.lowerBound
        && Int(spans.starts[index]) < scope.upperBound
        && matchers.allSatisfy({ $0.matches(index) })
      {
        list.append(spans.starts[index], spans.ends[index], nil)
      }
    }
    return list.sorted()
  }

  private func names(of test: SpanTest) -> [String] {
    guard test.isExpression else { return [test.name] }
    let text = TextTest(test.name)
    return PatternVocabulary.articles.spans.filter { text.fits($0) }
  }

  /// Every `count` spans in a row that lie in one article.
  private func runs(of test: SpanTest, count: Int, _ range: SourceRange) throws -> MatchList {
    let single = try spans(test, range)
    var list = MatchList(slotCount: slotCount)
    for index in 0..<single.count {
      var last = index
      while last + 1 < single.count, last + 1 < index + count,
        isSameArticle(single.starts[index], single.starts[last + 1])
      {
        last += 1
      }
      list.append(single.starts[index], single.ends[last], nil)
    }
    return list.sorted()
  }

  private func isSameArticle(_ one: Int32, _ other: Int32) -> Bool {
    var position = Int(one) + 1
    while position <= Int(other) {
      if borders.contains(position) { return false }
      position += 1
    }
    return true
  }

  /// The places of `<s>`, `</s>`, or of what a lookaround looks for.
  private func places(_ node: PatternNode) throws -> PositionSet {
    if let known = placeSets[node] { return known }
    let made = try newPlaces(node)
    placeSets[node] = made
    return made
  }

  private func newPlaces(_ node: PatternNode) throws -> PositionSet {
    switch node.kind {
    case .span(let span, let side):
      var set = PositionSet(limit: source.tokenCount, looksAhead: side == .start)
      let list = try spans(span, node.range)
      for place in side == .start ? list.starts : list.ends { set.insert(Int(place)) }
      return set
    case .lookaround(let inner, let isAhead, isNegated: _):
      var set = PositionSet(limit: source.tokenCount, looksAhead: isAhead)
      let run = try prepare(inner)
      run.simulation.takesEmpty = true
      let list = try allMatches(run, choice: isAhead ? .shortest : .all)
      for place in isAhead ? list.starts : list.ends { set.insert(Int(place)) }
      return set
    case .missing, .token, .quoted, .sequence, .alternation, .repetition, .capture, .filter,
      .withinRun, .near, .constrained, .reference:
      preconditionFailure("places are boundaries and lookarounds")
    }
  }

  /// For each place of the scope how many words stand before it, punctuation not counted.
  private func wordNumbers() throws -> WordNumbers {
    let isMark = TokenTest.Comparison(
      attribute: "pos", attributeRange: SourceRange(0, 0),
      value: .text(TextTest("PUNCT", isLiteral: true)), valueRange: SourceRange(0, 0))
    return try WordNumbers(
      marks: tests.matcher(of: .compare(isMark)), scope: scope,
      checkCancellation: checkCancellation)
  }
}

extension PatternNode {
  /// Whether any number of any tokens may stand in it (`[]*`).
  var hasUnboundedGap: Bool {
    switch kind {
    case .repetition(let node, least: _, most: nil):
      return node.canBeAnyToken
        || node.hasUnboundedGap
    case .repetition(let node, least: _, most: _?), .capture(_, let node),
      .constrained(let node, _):
      return node.hasUnboundedGap
    case .sequence(let nodes), .alternation(let nodes):
      return nodes.contains(where: \.hasUnboundedGap)
    case .missing, .token, .quoted, .span, .lookaround, .filter, .withinRun, .near, .reference:
      return false
    }
  }

  private var canBeAnyToken: Bool {
    switch kind {
    case .token(nil): return true
    case .sequence(let nodes): return nodes.allSatisfy(\.canBeAnyToken)
    case .alternation(let nodes): return nodes.contains(where: \.canBeAnyToken)
    case .repetition(let node, least: _, most: _), .capture(_, let node):
      return node.canBeAnyToken
    case .missing, .token, .quoted, .span, .lookaround, .filter, .withinRun, .near, .constrained,
      .reference:
      return false
    }
  }
}
