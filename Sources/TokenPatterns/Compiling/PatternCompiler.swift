import Diagnostics

/// A pattern ready to run: its automaton with what its states refer to.
struct CompiledPattern {
  var automaton = Automaton()
  var tests: [TokenMatcher] = []
  var places: [PositionSet] = []
  var lists: [MatchList] = []
  /// Ways to find where a match can begin: the tests of one token that every match has, and how far
  /// from its start that token lies.
  var anchors: [Anchor] = []

  struct Anchor {
    var tests: [Int]
    var least: Int
    var most: Int
  }
}

/// Builds the automaton of a pattern.
///
/// What a state cannot do, a whole span, a relation, a constraint inside the pattern, is found by
/// itself first (`part`) and becomes one step over any of its matches.
struct PatternCompiler {
  var compiled = CompiledPattern()
  let captureNames: [String]
  let limits: PatternLimits
  let context: PatternContext
  /// The matches of a part that has to be found by itself.
  let part: (PatternNode) throws -> MatchList
  /// The places of a boundary or of what a lookaround looks for.
  let places: (PatternNode) throws -> PositionSet
  var testCompiler: TestCompiler

  /// Compiles a pattern whose references are resolved.
  mutating func compile(_ root: PatternNode) throws -> CompiledPattern {
    let first = try build(root)
    let accept = try add(.accept)
    patch(first.exits, accept)
    compiled.automaton.start = first.entry
    addAnchors(of: root)
    return compiled
  }

  // MARK: - Implementation

  /// A piece of the automaton: where it begins, and the arrows that lead out of it.
  private struct Fragment {
    var entry: Int32
    var exits: [Exit]
    /// The tests that were made for the token nodes in it, in their order.
    var firstTest: Int
  }

  private enum Exit {
    case next(Int32)
    case other(Int32)
  }

  private mutating func add(
    _ step: Automaton.Step, next: Int32 = -1, other: Int32 = -1, argument: Int = -1
  ) throws -> Int32 {
    guard compiled.automaton.count < limits.states else {
      throw PatternLimitExceeded(kind: .states, limit: limits.states)
    }
    return compiled.automaton.add(step, next: next, other: other, argument: Int32(argument))
  }

  private mutating func patch(_ exits: [Exit], _ target: Int32) {
    for exit in exits {
      switch exit {
      case .next(let state): compiled.automaton.setNext(state, target)
      case .other(let state): compiled.automaton.setOther(state, target)
      }
    }
  }

  private mutating func single(_ step: Automaton.Step, argument: Int, other: Int32 = -1) throws
    -> Fragment
  {
    let first = compiled.tests.count
    let state = try add(step, other: other, argument: argument)
    return Fragment(entry: state, exits: [.next(state)], firstTest: first)
  }

  private mutating func token(_ matcher: TokenMatcher) throws -> Fragment {
    compiled.tests.append(matcher)
    var fragment = try single(.token, argument: compiled.tests.count - 1)
    fragment.firstTest = compiled.tests.count - 1
    return fragment
  }

  private mutating func build(_ node: PatternNode) throws -> Fragment {
    switch node.kind {
    case .missing, .reference: preconditionFailure("patterns are checked and resolved before")
    case .token(let test): return try token(testCompiler.matcher(of: test))
    case .quoted(let text): return try build(quoted: text, node.range)
    case .sequence(let nodes): return try sequence(nodes.map { node in { try $0.build(node) } })
    case .alternation(let nodes): return try alternation(nodes)
    case .repetition(let inner, let least, let most):
      return try repetition(inner, least: least, most: most)
    case .capture(let name, let inner):
      guard let index = captureNames.firstIndex(of: name) else { return try build(inner) }
      return try sequence([
        { try $0.single(.save, argument: 2 * index) }, { try $0.build(inner) },
        { try $0.single(.save, argument: 2 * index + 1) },
      ])
    case .span(_, .start), .span(_, .end):
      compiled.places.append(try places(node))
      return try single(.place, argument: compiled.places.count - 1, other: 0)
    case .lookaround(let inner, isAhead: _, let isNegated):
      if case .span(_, let part) = inner.kind, part != .whole {
        compiled.places.append(try places(inner))
      } else {
        compiled.places.append(try places(node))
      }
      return try single(.place, argument: compiled.places.count - 1, other: isNegated ? 1 : 0)
    case .span(_, .whole), .filter, .withinRun, .near, .constrained:
      compiled.lists.append(try part(node))
      return try single(.match, argument: compiled.lists.count - 1)
    }
  }

  /// A text in quotes: the tokens that the article's own tokenizer finds in it.
  private mutating func build(quoted text: TextTest, _ range: SourceRange) throws -> Fragment {
    let words = text.words(by: context.words)
    let matchers = try words.map { word in
      try testCompiler.matcher(
        of: .compare(
          TokenTest.Comparison(
            attribute: "word", attributeRange: range, value: .text(word), valueRange: range)))
    }
    return try sequence(matchers.map { matcher in { try $0.token(matcher) } })
  }

  private mutating func sequence(
    _ builders: [(inout PatternCompiler) throws -> Fragment]
  ) throws -> Fragment {
    var whole: Fragment?
    for builder in builders {
      let fragment = try builder(&self)
      if let before = whole {
        patch(before.exits, fragment.entry)
        whole = Fragment(
          entry: before.entry, exits: fragment.exits, firstTest: before.firstTest)
      } else {
        whole = fragment
      }
    }
    return try whole ?? empty()
  }

  private mutating func empty() throws -> Fragment {
    let state = try add(.split)
    return Fragment(
      entry: state, exits: [.next(state), .other(state)], firstTest: compiled.tests.count)
  }

  private mutating func alternation(_ nodes: [PatternNode]) throws -> Fragment {
    let firstTest = compiled.tests.count
    var entry: Int32 = -1
    var exits: [Exit] = []
    var open: Int32?
    for (index, node) in nodes.enumerated() {
      let fragment = try build(node)
      exits += fragment.exits
      var head = fragment.entry
      if index < nodes.count - 1 {
        head = try add(.split, next: fragment.entry)
      }
      if let open { compiled.automaton.setOther(open, head) } else { entry = head }
      open = head
    }
    return Fragment(entry: entry, exits: exits, firstTest: firstTest)
  }

  private mutating func repetition(
    _ node: PatternNode, least: Int, most: Int?
  ) throws -> Fragment {
    if most == 0 { return try empty() }
    var whole: Fragment?
    func join(_ fragment: Fragment, _ compiler: inout PatternCompiler) {
      if let before = whole {
        compiler.patch(before.exits, fragment.entry)
        whole = Fragment(entry: before.entry, exits: fragment.exits, firstTest: before.firstTest)
      } else {
        whole = fragment
      }
    }
    for _ in 0..<least { join(try build(node), &self) }
    guard let most else {
      let loop = try add(.split)
      let body = try build(node)
      compiled.automaton.setNext(loop, body.entry)
      patch(body.exits, loop)
      join(Fragment(entry: loop, exits: [.other(loop)], firstTest: body.firstTest), &self)
      return try whole ?? empty()
    }
    var skips: [Exit] = []
    for _ in least..<max(least, most) {
      let split = try add(.split)
      let body = try build(node)
      compiled.automaton.setNext(split, body.entry)
      skips.append(.other(split))
      join(Fragment(entry: split, exits: body.exits, firstTest: body.firstTest), &self)
    }
    guard var result = whole else { return try empty() }
    result.exits += skips
    return result
  }
}
