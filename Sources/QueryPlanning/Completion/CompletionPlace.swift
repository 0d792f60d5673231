import Diagnostics
import QueryLanguage

/// Where the cursor stands in a query, told from the tokens before it.
///
/// Only tokens are looked at, so that a query may be as unfinished as it likes around the cursor.
struct CompletionPlace {
  enum Expected: Hashable {
    /// A table, `print`, `let`.
    case source
    /// An operator word after a bar.
    case stage
    /// A value: columns, functions; aggregates and tables where they may stand.
    case value(aggregates: Bool, tables: Bool)
    /// A column's name and nothing else.
    case column
    /// What may follow a value: `and`, `has`, and these words.
    case afterValue([String])
    /// One of these words.
    case words([String])
    /// A name after a dot; the names before it, `home.capital`.
    case member([String])
    case type
    case nothing
  }

  var expected: Expected
  /// The word that is being typed, from its start to the cursor.
  var word: SourceRange
  /// What comes before the statement of the cursor.
  var statementStart = 0
  /// The pipeline of the cursor from its source to the bar before its stage; nil before the first
  /// bar.
  var pipeline: SourceRange?

  init(in source: SourceText, at cursor: Int) {
    let cursor = min(max(cursor, 0), source.bytes.count)
    var start = cursor
    while start > 0, isWordByte(source.bytes[start - 1]) { start -= 1 }
    word = SourceRange(start, cursor)
    let head = SourceText(name: source.name, bytes: Array(source.bytes[..<cursor]))
    let (all, lexer) = Lexer.tokens(in: head)
    if lexer.endsInComment || all.contains(where: { $0.isUnterminated })
      || lexer.comments.contains(where: { $0.end >= start && cursor > $0.start })
    {
      expected = .nothing
      return
    }
    // `project-a` is one word after a bar and a difference elsewhere.
    var hyphenated = start
    while hyphenated > 0,
      isWordByte(source.bytes[hyphenated - 1])
        || source.bytes[hyphenated - 1] == UInt8(ascii: "-")
    {
      hyphenated -= 1
    }
    let tokens = all.filter { $0.kind != .end && $0.range.end <= start }
    if let bar = tokens.last(where: { $0.range.end <= hyphenated }), bar.kind == .bar {
      word = SourceRange(hyphenated, cursor)
      start = hyphenated
    }
    if start < cursor, source.bytes[start] >= UInt8(ascii: "0"),
      source.bytes[start] <= UInt8(ascii: "9")
    {
      expected = .nothing
      return
    }
    expected = .nothing
    look(at: tokens.filter { $0.range.end <= start }, in: source)
  }

  // MARK: - Implementation

  private mutating func look(at tokens: [SyntaxToken], in source: SourceText) {
    func text(_ token: SyntaxToken) -> String { source.text(token.range) }
    // The brackets that are open at the cursor, each with the index of its token.
    var open: [Int] = []
    var statement = 0
    for (index, token) in tokens.enumerated() {
      if token.isOpening {
        open.append(index)
      } else if token.isClosing {
        _ = open.popLast()
      } else if token.kind == .semicolon, open.isEmpty {
        statement = index + 1
        statementStart = token.range.end
      }
    }
    // The innermost bracket that holds a bar at its own level holds the pipeline.
    var begin = statement
    var bar: Int?
    for bracket in open.reversed() {
      if let last = Self.lastBar(tokens, from: bracket + 1) {
        (begin, bar) = (bracket + 1, last)
        break
      }
      if Self.beginsPipeline(tokens, bracket, text) {
        begin = bracket + 1
        break
      }
    }
    if begin == statement { bar = Self.lastBar(tokens, from: statement) }
    // `let t = ` before the pipeline.
    if begin < tokens.count, tokens[begin].keyword == .let,
      let assign = tokens[begin...].firstIndex(where: { $0.kind == .assign })
    {
      begin = assign + 1
    }
    let innermost = open.last.flatMap { $0 >= (bar ?? begin) ? $0 : nil }
    if let bar {
      if begin < bar {
        pipeline = SourceRange(tokens[begin].range.start, tokens[bar].range.start)
      }
      expected = Self.inStage(Array(tokens[(bar + 1)...]), innermost.map { $0 - bar - 1 }, text)
    } else {
      expected = Self.inSource(Array(tokens[begin...]), innermost.map { $0 - begin }, text)
    }
    // What stands in front decides where a table may be: `toscalar(`, `x in (`.
    if case .value(let aggregates, _) = expected, let innermost = open.last, innermost > 0,
      innermost == tokens.count - 1,
      ["toscalar", "materialize", "in", "!in", "in~", "!in~", "has_any", "has_all"]
        .contains(text(tokens[innermost - 1]))
    {
      expected = .value(aggregates: aggregates, tables: true)
    }
    if tokens.last?.kind == .dot {
      var names: [String] = []
      var index = tokens.count - 1
      while index >= 1, tokens[index].kind == .dot, tokens[index - 1].kind == .word {
        names.insert(text(tokens[index - 1]), at: 0)
        index -= 2
      }
      expected = names.isEmpty ? .nothing : .member(names)
    }
  }

  /// The last bar at the level of `from`, in what is open to the end.
  private static func lastBar(_ tokens: [SyntaxToken], from start: Int) -> Int? {
    var level = 0
    var found: [(level: Int, index: Int)] = []
    for index in tokens.indices.dropFirst(start) {
      if tokens[index].isOpening {
        level += 1
      } else if tokens[index].isClosing {
        level -= 1
      } else if tokens[index].kind == .semicolon {
        found.removeAll()
      } else if tokens[index].kind == .bar {
        found.append((level, index))
      }
    }
    return found.last { $0.level == 0 }?.index
  }

  /// Whether a bracket holds a pipeline, as far as can be told before its first bar.
  private static func beginsPipeline(
    _ tokens: [SyntaxToken], _ bracket: Int, _ text: (SyntaxToken) -> String
  ) -> Bool {
    if tokens[bracket].kind == .leftBrace { return true }
    guard tokens[bracket].kind == .leftParenthesis else { return false }
    guard bracket > 0 else { return true }
    return ["toscalar", "materialize"].contains(text(tokens[bracket - 1]))
      || tokens[bracket - 1].kind == .semicolon || tokens[bracket - 1].kind == .bar
  }

  /// Before the first bar of a pipeline.
  private static func inSource(
    _ tokens: [SyntaxToken], _ innermost: Int?, _ text: (SyntaxToken) -> String
  ) -> Expected {
    guard let first = tokens.first, let last = tokens.last else { return .source }
    if first.keyword == .print { return value(tokens, last, [], aggregates: false) }
    if first.keyword == .range {
      let words: [Keyword] = [.from, .to, .step]
      if let keyword = last.keyword, words.contains(keyword) {
        return .value(aggregates: false, tables: false)
      }
      let used = tokens.compactMap(\.keyword).filter(words.contains).count
      guard tokens.count > 1, endsValue(last), used < words.count else { return .nothing }
      return .words([words[used].rawValue])
    }
    if last.kind == .colon { return .type }
    if let keyword = first.keyword, [.datatable, .let, .declare, .set].contains(keyword) {
      return .nothing
    }
    if let innermost, innermost < tokens.count {
      return value(tokens, last, [], aggregates: false)
    }
    return .nothing
  }

  /// Behind a bar; `tokens` begin with the operator's word.
  private static func inStage(
    _ tokens: [SyntaxToken], _ innermost: Int?, _ text: (SyntaxToken) -> String
  ) -> Expected {
    guard let first = tokens.first, let last = tokens.last else { return .stage }
    let isTop = innermost == nil
    let by = tokens.lastIndex { $0.keyword == .by }
    guard let keyword = first.keyword else { return .nothing }
    if [.where, .filter, .extend, .project, .distinct].contains(keyword) {
      return value(tokens, last, [], aggregates: false)
    }
    if keyword == .summarize {
      if by != nil { return value(tokens, last, [], aggregates: false) }
      if tokens.count == 1 { return .value(aggregates: true, tables: false) }
      return value(tokens, last, isTop ? ["by"] : [], aggregates: isTop)
    }
    if keyword == .sort || keyword == .order || keyword == .top {
      if by != nil { return ordered(tokens, last) }
      return keyword == .top && tokens.count == 1 ? .nothing : .words(["by"])
    }
    let isBehindName = tokens.count > 1 && endsValue(last)
    if keyword == .projectAway || keyword == .projectKeep {
      return isBehindName ? .nothing : .column
    }
    if keyword == .projectReorder {
      return isBehindName ? .words(["asc", "desc", "granny-asc", "granny-desc"]) : .column
    }
    if keyword == .projectRename { return last.kind == .assign ? .column : .nothing }
    return keyword == .count && tokens.count == 1 ? .words(["as"]) : .nothing
  }

  /// Sort keys: after one `asc`, `desc` and the place of nulls.
  private static func ordered(_ tokens: [SyntaxToken], _ last: SyntaxToken) -> Expected {
    if last.keyword == .asc || last.keyword == .desc { return .words(["nulls"]) }
    if last.keyword == .nulls { return .words(["first", "last"]) }
    if tokens.dropLast().last?.keyword == .nulls { return .nothing }
    return value(tokens, last, ["asc", "desc", "nulls"], aggregates: false)
  }

  /// A value, or what may follow one.
  private static func value(
    _ tokens: [SyntaxToken], _ last: SyntaxToken, _ clauses: [String], aggregates: Bool
  ) -> Expected {
    if tokens.count > 1, endsValue(last) { return .afterValue(clauses) }
    return .value(aggregates: aggregates, tables: false)
  }

  /// Whether a value may end with this token.
  private static func endsValue(_ token: SyntaxToken) -> Bool {
    guard token.kind == .word else { return valueEnds.contains(token.kind) }
    return token.keyword?.role != .expressionOperator && token.keyword != .by
  }

  private static let valueEnds: Set<SyntaxToken.Kind> = [
    .long, .real, .timespan, .calendarStep, .bareDate, .string, .typedLiteral, .rightParenthesis,
    .rightBracket, .rightBrace, .star,
  ]
}

extension SyntaxToken {
  fileprivate var isOpening: Bool {
    kind == .leftParenthesis || kind == .leftBracket || kind == .leftBrace
  }

  fileprivate var isClosing: Bool {
    kind == .rightParenthesis || kind == .rightBracket || kind == .rightBrace
  }
}

/// Whether a byte is part of a word as completion sees it: letters, digits, `_`, and all of UTF-8
/// beyond ASCII.
private func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || byte == UInt8(ascii: "_")
    || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
    || ((byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z"))
}
