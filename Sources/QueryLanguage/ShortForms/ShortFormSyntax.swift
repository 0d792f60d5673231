package import Diagnostics

/// A statement that begins with a word of the newsroom's, and the pipeline that it stands for:
/// `said "ceasefire"`.
package struct ShortFormSyntax: Sendable {
  /// As typed, with single blanks.
  package var words: String
  /// The pipeline, which means the same.
  package var expansion: String

  package init(words: String, expansion: String) {
    self.words = words
    self.expansion = expansion
  }

  /// Whether it is a `find` with words side by side, which mean 'and' here and 'or' elsewhere.
  package var joinsWordsByPosition: Bool {
    guard words.hasPrefix("find ") else { return false }
    let bytes = Array(words.utf8.dropFirst(5))
    var parser = FindQueryParser(bytes[...])
    return parser.parse() != nil && parser.joinsByPosition
  }
}

extension Parser {
  /// The statement's short form with the stages behind it; nil where a pipeline may begin.
  mutating func parseShortForm() -> PipelineSyntax? {
    let start = current.range.start
    guard let expansion = parseExpansion() else { return nil }
    let range = range(from: start)
    let words = text(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let source = SourceSyntax(
      kind: .shortForm(ShortFormSyntax(words: words, expansion: expansion)), range: range)
    return parseStages(after: source, from: start)
  }

  // MARK: - Implementation

  private mutating func parseExpansion() -> String? {
    if at(.string) { return parsePhrase() }
    guard at(.word), let keyword, beginsShortForm else { return nil }
    switch keyword {
    case .kwic, .collocates: return parsePatternForm()
    case .timeline: return parseTimeline()
    case .ngrams: return parseNgrams()
    case .keywords: return parseKeywords()
    case .said: return parseSaid()
    case .who: return parseWhoSaid()
    case .freq: return parseFreq()
    case .describe: return parseDescribe()
    case .find where !beginsFind: return parseFindWords()
    default: return nil
    }
  }

  /// Followed by an operator the word is the name of a table.
  private var beginsShortForm: Bool {
    switch peek().kind {
    case .string, .word, .leftBrace, .leftBracket, .long, .leftParenthesis, .real, .bareDate:
      return true
    case .less: return keyword == .kwic || keyword == .collocates || keyword == .timeline
    case .unknown, .exclamation, .typedLiteral, .timespan, .calendarStep:
      return keyword == .find
    default: return false
    }
  }

  /// A phrase alone is looked for and shown in its words.
  private mutating func parsePhrase() -> String? {
    let next = peek().kind
    guard next == .end || next == .semicolon || next == .bar, !current.isUnterminated else {
      return nil
    }
    return "articles | kwic \(text(advance().range))"
  }

  /// `kwic pattern …` and `collocates pattern …` over all articles.
  private mutating func parsePatternForm() -> String? {
    let start = current.range.start
    _ = parseStage()
    return "articles | \(text(range(from: start)))"
  }

  /// `timeline ::= "timeline" pattern "by" ("day" | "week" | "month" | "quarter" | "year")`.
  private mutating func parseTimeline() -> String? {
    advance()
    let (_, pattern) = parsePattern()
    var unit = "month"
    if take(.by) {
      let word = parseName("a unit of time")
      unit = word.text
      if Self.timelineSteps[unit] == nil, !unit.isEmpty {
        report(
          .unknownOption(
            unit, of: "step of timeline", words: Self.timelineSteps.keys.sorted(), isValue: true),
          word.range)
        isRecovering = false
      }
    }
    // `per 1000 articles` may be said; it is always there.
    if isWord("per") {
      for _ in 0..<3 where !at(.bar) && !at(.semicolon) && !isAtEnd { advance() }
    }
    let step = Self.timelineSteps[unit] ?? "1mo"
    return "articles | summarize articles = count() by date = bin(published, \(step))"
      + " | join kind=leftouter (articles | match \(pattern)"
      + " | summarize hits = count() by date = bin(published, \(step)))"
      + " on date | project date, hits = coalesce(hits, 0), articles,"
      + " per_1000_articles = 1000.0 * coalesce(hits, 0) / articles"
      + " | sort by date asc | render timechart with (ycolumns=hits)"
  }

  private static let timelineSteps = [
    "day": "1d", "week": "7d", "month": "1mo", "quarter": "1q", "year": "1y",
  ]

  /// `ngrams ::= "ngrams" number ("containing" text)?`.
  private mutating func parseNgrams() -> String? {
    advance()
    guard current.kind == .long, let size = Int(text(current)), (1...10).contains(size) else {
      reportExpected("a number from 1 to 10")
      return "articles | take 0"
    }
    advance()
    var condition = ""
    if isWord("containing") {
      advance()
      guard at(.string) else {
        reportExpected("a text")
        return "articles | take 0"
      }
      condition = " | where match has \(text(advance().range))"
    }
    let word = #"[word=".*[\p{L}\p{N}].*"]"#
    let pattern = Array(repeating: word, count: size).joined(separator: " ")
    return "articles | match \(pattern) within s with (matching=all)\(condition)"
      + " | summarize frequency = count(), articles = dcount(article) by ngram = tolower(match)"
      + " | sort by frequency desc"
  }

  /// `keywords ::= "keywords" "(" pipeline ")" "vs" "(" pipeline ")"`: what one set of articles says
  /// more than another.
  private mutating func parseKeywords() -> String? {
    guard peek().kind == .leftParenthesis else { return nil }
    advance()
    let first = parseTableOperand()
    guard isWord("vs") else {
      reportExpected("'vs' and a second set of articles")
      return "articles | take 0"
    }
    advance()
    let second = parseTableOperand()
    func words(_ set: PipelineSyntax, _ name: String) -> String {
      "tokens | where pos !in (\"PUNCT\", \"SYM\") and article.id in (\(text(set.range)) | project id)"
        + " | summarize \(name) = count() by lemma"
    }
    return "\(words(first, "a")) | join kind=fullouter (\(words(second, "b"))) on lemma"
      + " | project lemma = iff(isempty(lemma), lemma1, lemma), a = coalesce(a, 0), b = coalesce(b, 0)"
      + " | as pairs | extend c = toscalar(pairs | summarize sum(a)), d = toscalar(pairs | summarize sum(b))"
      + " | extend e1 = 1.0 * c * (a + b) / (c + d), e2 = 1.0 * d * (a + b) / (c + d)"
      + " | project lemma, a, b, c, d,"
      + " loglikelihood = iff(a < e1, -2, 2) * (iff(a == 0, 0.0, a * log(a / e1)) + iff(b == 0, 0.0, b * log(b / e2))),"
      + " log_ratio = log2((iff(a == 0, 0.5, toreal(a)) / c) / (iff(b == 0, 0.5, toreal(b)) / d)),"
      + " simple_maths = (1000000.0 * a / c + 1) / (1000000.0 * b / d + 1)"
      + " | sort by loglikelihood desc"
  }

  /// `said ::= "said" text ("about" text)?`: who is meant by one text is what was said.
  private mutating func parseSaid() -> String? {
    guard peek().kind == .string else { return nil }
    advance()
    let first = text(advance().range)
    var conditions = [#"attitude == "assertion""#]
    if isWord("about") {
      advance()
      guard at(.string) else {
        reportExpected("a text")
        return nil
      }
      conditions += ["speaker has \(first)", "text has \(text(advance().range))"]
    } else {
      conditions.append("text has \(first)")
    }
    return "quotes | where \(conditions.joined(separator: " and "))"
      + " | project date, speaker, text, article.headline | sort by date desc"
  }

  /// `who ::= "who" "said" text`.
  private mutating func parseWhoSaid() -> String? {
    guard peek().keyword == .said, peek(2).kind == .string else {
      if peek().keyword == .said {
        advance()
        advance()
        reportExpected("a text")
      }
      return nil
    }
    advance()
    advance()
    let phrase = text(advance().range)
    return #"quotes | where attitude == "assertion" and text has "# + phrase
      + " | summarize count(), first = min(date), last = max(date) by speaker | sort by count_"
  }

  /// `freq ::= "freq" expression ("where" expression)?`.
  private mutating func parseFreq() -> String? {
    advance()
    let value = parseExpression()
    var condition = ""
    if take(.where) {
      let test = parseExpression()
      condition = " | where \(text(test.range))"
    }
    return "tokens\(condition) | freq \(text(value.range))"
  }

  /// `describe ::= "describe" table`.
  private mutating func parseDescribe() -> String? {
    guard peek().kind == .word || peek().kind == .leftParenthesis else { return nil }
    advance()
    let table = parseTableOperand()
    return "\(text(table.range)) | describe"
  }
}

extension Parser {
  /// Reads a region of the text in a language of its own: from the cursor to an offset, where the
  /// tokens begin anew.
  ///
  /// What the lexer has said of the region is none of its business and is taken back.
  mutating func readRaw(to end: Int) {
    let start = current.range.start
    while index < tokens.count - 1, tokens[index].range.start < end { index += 1 }
    rawRegions.append(SourceRange(start, end))
    guard index > 0, tokens[index - 1].range.end > end else { return }
    // A token reaches over the end, as a text begun by an apostrophe does.
    let (rest, lexer) = Lexer.tokens(in: source, from: end)
    tokens.replaceSubrange(index..., with: rest)
    relexed.append((from: end, lexer.diagnostics))
  }

  /// Where a region of words ends: at a bar or semicolon outside quotes and brackets, a closing
  /// bracket that was not opened in it, or the end of the text.
  func endOfWords(from start: Int) -> Int {
    var depth = 0
    var quote: UInt8?
    var position = start
    let bytes = source.bytes
    while position < bytes.count {
      let byte = bytes[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else {
        switch byte {
        case UInt8(ascii: "\""): quote = byte
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"):
          if depth == 0 { return position }
          depth -= 1
        case UInt8(ascii: "|"), UInt8(ascii: ";"): return position
        default: break
        }
      }
      position += 1
    }
    return position
  }
}
