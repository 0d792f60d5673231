package import ArticleModel

/// Groups the tokens of each paragraph into sentences.
///
/// A sentence ends after a period, a question or exclamation mark or an ellipsis, with the closing
/// quotation marks and brackets that follow it, where the next word may begin a sentence. It does not end
/// after titles and initials, before a word in lower case, or between a quoted question and the
/// "Ruiz asked" that belongs to it. Every paragraph's end is a sentence's end.
/// - Complexity: O(*n*) in the number of tokens.
package struct SentenceSplitter: AnalysisComponent {
  package let needsEnglish = false

  package init() {}

  package var makes: WordLayers { .sentences }

  package func annotate(_ article: inout AnnotatedArticle) {
    var sentences: [Sentence] = []
    let tokens = article.tokens
    let kinds = WordKinds(of: article)
    var token = 0
    for (index, paragraph) in article.paragraphs.enumerated() {
      while token < tokens.count, Int(tokens[token].start) < paragraph.range.start { token += 1 }
      var limit = token
      while limit < tokens.count, Int(tokens[limit].start) < paragraph.range.end { limit += 1 }
      var begin = token
      while begin < limit {
        let end = kinds.sentenceEnd(from: begin, limit: limit)
        sentences.append(
          Sentence(
            range: TextRange(Int(tokens[begin].start), Int(tokens[end - 1].end)),
            paragraph: index, tokens: TokenRange(begin, end)))
        for place in begin..<end {
          article.tokens[place].sentence = Int32(truncatingIfNeeded: sentences.count - 1)
        }
        begin = end
      }
      token = limit
    }
    article.sentences = sentences
  }
}

extension SentenceSplitter {
  /// The sentences of a text by itself, taken as one paragraph.
  package static func sentences(in text: String) -> [TextRange] {
    let text = ArticleText(text)
    var article = AnnotatedArticle(article: Article(id: "", text: text, format: "plain"))
    article.paragraphs = [
      Paragraph(range: TextRange(0, text.utf8.count), role: .body, evidence: .given)
    ]
    Tokenizer().annotate(&article)
    SentenceSplitter().annotate(&article)
    return article.sentences.map(\.range)
  }
}

/// What the splitter needs to know of each different word, looked up once an article.
private struct WordKinds {
  struct Kind: OptionSet {
    let rawValue: UInt16
    static let stop = Kind(rawValue: 1)
    static let question = Kind(rawValue: 2)
    static let ellipsis = Kind(rawValue: 4)
    static let closer = Kind(rawValue: 8)
    static let opener = Kind(rawValue: 16)
    static let titlePeriod = Kind(rawValue: 32)
    static let abbreviation = Kind(rawValue: 64)
    static let initial = Kind(rawValue: 128)
    static let lowerCase = Kind(rawValue: 256)
    static let upperCase = Kind(rawValue: 512)
    static let starter = Kind(rawValue: 1024)
    static let reporting = Kind(rawValue: 2048)
    static let digit = Kind(rawValue: 4096)
    static let straightMark = Kind(rawValue: 8192)
  }

  private let tokens: [Token]
  private let kinds: [Kind]

  init(of article: AnnotatedArticle) {
    tokens = article.tokens
    var kinds: [Kind] = []
    kinds.reserveCapacity(article.words.count)
    for index in 0..<article.words.count {
      kinds.append(Self.kind(of: article.words.utf8(WordID(UInt32(index)))))
    }
    self.kinds = kinds
  }

  /// The index after the last token of the sentence that begins at `begin`.
  func sentenceEnd(from begin: Int, limit: Int) -> Int {
    var index = begin
    while index < limit {
      let kind = kinds[Int(tokens[index].word.index)]
      index += 1
      let isEnding: Bool
      if !kind.isDisjoint(with: [.stop, .question, .ellipsis]) {
        isEnding = true
      } else if !kind.isDisjoint(with: [.abbreviation, .initial]) {
        isEnding = index < limit && endsAfterAbbreviation(kind, next: index, limit: limit)
      } else {
        isEnding = false
      }
      guard isEnding else { continue }
      let beforeMarks = index
      var last = kind
      while index < limit, isClosing(index) {
        last = kinds[Int(tokens[index].word.index)]
        index += 1
      }
      // "?!", "..." after a period
      if index < limit, !self.kind(index).isDisjoint(with: [.stop, .question, .ellipsis]) {
        continue
      }
      guard index < limit else { return limit }
      if mayBegin(at: index, limit: limit, after: kind) {
        let isQuotedEnd = index > beforeMarks && !last.isDisjoint(with: .closer)
        if isQuotedEnd, kind.contains(.question), isReportingClause(at: index, limit: limit) {
          continue
        }
        return index
      }
    }
    return limit
  }

  // MARK: - Implementation

  private func kind(_ index: Int) -> Kind { kinds[Int(tokens[index].word.index)] }

  private func touches(_ index: Int) -> Bool {
    index > 0 && tokens[index - 1].end == tokens[index].start
  }

  /// Whether a quotation mark or bracket at `index` closes what precedes it.
  private func isClosing(_ index: Int) -> Bool {
    let kind = kind(index)
    guard kind.contains(.closer), touches(index) else { return false }
    // A straight mark that touches the next word and not only the last one opens.
    if kind.contains(.straightMark), index + 1 < tokens.count, touches(index + 1),
      !self.kind(index + 1).isDisjoint(with: [.upperCase, .lowerCase])
    {
      return false
    }
    return true
  }

  private func mayBegin(at index: Int, limit: Int, after kind: Kind) -> Bool {
    var place = index
    while place < limit,
      self.kind(place).contains(.opener) || self.kind(place).contains(.straightMark)
    {
      place += 1
    }
    guard place < limit else { return true }
    let next = self.kind(place)
    if next.contains(.lowerCase) { return false }
    if kind.contains(.ellipsis) {
      return next.contains(.upperCase) && !(touches(index) && place == index)
    }
    // "St.Petersburg", "U.S.-led": no space, no new sentence, unless a mark stands between.
    if place == index, touches(index), !next.contains(.upperCase) { return false }
    return true
  }

  private func endsAfterAbbreviation(_ kind: Kind, next index: Int, limit: Int) -> Bool {
    if kind.contains(.titlePeriod) { return false }
    var place = index
    while place < limit,
      !self.kind(place).isDisjoint(with: [.opener, .closer, .straightMark])
    {
      place += 1
    }
    guard place < limit else { return true }
    // A name may follow "Inc." and "U.S."; a word that begins sentences shows that one has ended.
    return self.kind(place).contains(.starter)
  }

  /// "?” Ruiz asked", "?” the minister of trade said": a subject of a few words and a cue.
  private func isReportingClause(at index: Int, limit: Int) -> Bool {
    for place in index..<min(index + 6, limit) {
      let kind = kind(place)
      if kind.contains(.reporting) { return place > index }
      if !kind.isDisjoint(with: [.stop, .question, .ellipsis, .opener, .closer]) { return false }
    }
    return false
  }

  private static let starters: Set<String> = [
    "The", "A", "An", "In", "On", "At", "It", "Its", "He", "She", "His", "Her", "They", "Their",
    "We",
    "Our", "You", "Your", "But", "And", "Or", "So", "If", "When", "While", "As", "After", "Before",
    "This", "That", "These", "Those", "There", "For", "From", "To", "With", "By", "Then", "Now",
    "However", "Meanwhile", "Still", "Yet", "Also", "Since", "Although", "Though", "Because",
    "What",
    "Who", "Where", "Why", "How", "Not", "No", "Some", "Many", "Most", "All", "Both", "Each", "One",
    "Two", "Three", "Asked", "Under", "Over", "Last", "During", "Until", "Once", "According", "My",
    "Another", "Other", "Others", "Instead", "Earlier", "Later", "Even", "Only", "Just", "Here",
    "Such", "Among", "Between", "Despite", "Perhaps", "Officials", "Police",
  ]

  private static let reporting: Set<String> = [
    "said", "says", "asked", "asks", "added", "adds", "told", "wondered", "wonders", "demanded",
    "wrote", "writes", "cried", "shouted", "replied", "exclaimed", "inquired", "continued",
    "yelled",
    "quipped", "joked", "tweeted", "responded", "answered", "snapped", "queried",
  ]

  private static func kind(of word: ArraySlice<UInt8>) -> Kind {
    guard let first = word.first, let last = word.last else { return [] }
    let text = String(decoding: word, as: UTF8.self)
    switch text {
    case ".", "\u{3002}", "\u{FF0E}", "\u{0964}", "\u{06D4}": return .stop
    case "?", "!", "\u{061F}", "\u{FF1F}", "\u{FF01}": return [.question]
    case "\u{2026}": return .ellipsis
    case "\"", "''", "'": return [.closer, .straightMark]
    case "\u{201D}", "\u{2019}", "\u{BB}", "\u{203A}", ")", "]", "}": return .closer
    case "\u{201C}": return [.closer, .opener]
    case "\u{2018}", "\u{AB}", "\u{2039}", "\u{201E}", "\u{201A}", "(", "[", "{", "``", "`",
      "\u{BF}",
      "\u{A1}", "\u{2022}":
      return .opener
    default: break
    }
    if first == UInt8(ascii: "."), word.count > 1, word.allSatisfy({ $0 == first }) {
      return .ellipsis
    }
    var kind: Kind = []
    if first.isASCIILowercase {
      kind.insert(.lowerCase)
    } else if first.isASCIIUppercase {
      kind.insert(.upperCase)
    } else if first.isASCIIDigit {
      kind.insert(.digit)
    } else if first >= 0x80, let scalar = text.unicodeScalars.first {
      if scalar.properties.isLowercase { kind.insert(.lowerCase) }
      if scalar.properties.isUppercase { kind.insert(.upperCase) }
    }
    if last == UInt8(ascii: "."), word.count > 1 {
      let stem = String(decoding: word.dropLast().map(\.asciiLowercased), as: UTF8.self)
      if word.count == 2 {
        kind.insert(.initial)
      } else if Abbreviations.beforeName.contains(stem) {
        kind.insert([.abbreviation, .titlePeriod])
      } else {
        kind.insert(.abbreviation)
      }
    }
    if starters.contains(text) { kind.insert(.starter) }
    if reporting.contains(text) { kind.insert(.reporting) }
    return kind
  }
}
