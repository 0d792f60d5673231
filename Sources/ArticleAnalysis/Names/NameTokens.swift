import ArticleModel

/// What name rules see of an article's tokens: the shape and the classes of each, looked up once
/// for each different word.
struct NameTokens: Sendable {
  enum Shape: UInt8, Sendable {
    /// Lower case, or no letter at all.
    case lower
    /// `Ruiz`, `O'Neil`, `al-Masri`.
    case capital
    /// `UN`, `U.S.`
    case allCapitals
    /// A capital alone, with or without a period.
    case initial
    /// `iPhone`: a capital after lower case letters.
    case inner
    case number
    case mark
  }

  let article: AnnotatedArticle
  let lexicon = NameLexicon.shared
  /// Per word id.
  private var shapes: [Shape]
  private var classes: [WordClasses]
  private var entries: [Int32]
  /// Per lower word id: how often it stands in lower case, and with a capital inside a sentence.
  private(set) var lowercaseCount: [Int32]
  private(set) var capitalCount: [Int32]

  init(_ article: AnnotatedArticle) {
    self.article = article
    let count = article.words.count
    shapes = Array(repeating: .mark, count: count)
    classes = Array(repeating: [], count: count)
    entries = Array(repeating: -1, count: count)
    lowercaseCount = Array(repeating: 0, count: count)
    capitalCount = Array(repeating: 0, count: count)
    article.words.bytes.withUnsafeBufferPointer { bytes in
      for id in 1..<max(1, count) {
        let start = Int(article.words.offsets[id])
        let word = UnsafeBufferPointer(
          rebasing: bytes[start..<Int(article.words.offsets[id + 1])])
        shapes[id] = Self.shape(of: word)
        if let entry = lexicon.find(word) {
          entries[id] = Int32(entry)
          classes[id] = lexicon[entry].classes
        }
      }
    }
    for sentence in article.sentences {
      for index in sentence.tokens.start..<sentence.tokens.end {
        let lower = Int(article.tokens[index].lower.index)
        switch shape(index) {
        case .lower: lowercaseCount[lower] += 1
        case .capital, .inner:
          if index > sentence.tokens.start { capitalCount[lower] += 1 }
        case .allCapitals, .initial, .number, .mark: break
        }
      }
    }
  }

  var count: Int { article.tokens.count }

  func shape(_ index: Int) -> Shape { shapes[Int(article.tokens[index].word.index)] }

  /// The classes of the word in lower case.
  func classes(_ index: Int) -> WordClasses { classes[Int(article.tokens[index].lower.index)] }

  func classes(of word: WordID) -> WordClasses { classes[Int(word.index)] }

  /// The lexicon's entry of the word in lower case; -1 where it holds none.
  func entry(_ index: Int) -> Int32 { entries[Int(article.tokens[index].lower.index)] }

  func has(_ index: Int, _ wanted: WordClasses) -> Bool {
    index >= 0 && index < count && !classes(index).isDisjoint(with: wanted)
  }

  /// Whether the token begins with a capital (or holds one).
  func isCapital(_ index: Int) -> Bool {
    guard index >= 0, index < count else { return false }
    switch shape(index) {
    case .capital, .allCapitals, .initial, .inner: return true
    case .lower, .number, .mark: return false
    }
  }

  func lower(_ index: Int) -> ArraySlice<UInt8> {
    index >= 0 && index < count ? article.words.utf8(article.tokens[index].lower) : []
  }

  /// Whether the token is that word, written in lower case here.
  func matches(_ index: Int, _ word: StaticString) -> Bool {
    let bytes = lower(index)
    return word.withUTF8Buffer { bytes.elementsEqual($0) }
  }

  /// Whether nothing stands between the token and the one after it.
  func touchesNext(_ index: Int) -> Bool {
    index + 1 < count && article.tokens[index].end == article.tokens[index + 1].start
  }

  func range(_ tokens: TokenRange) -> TextRange {
    guard !tokens.isEmpty, tokens.start >= 0, tokens.end <= count else { return TextRange(0, 0) }
    return TextRange(
      Int(article.tokens[tokens.start].start), Int(article.tokens[tokens.end - 1].end))
  }

  func sentence(of index: Int) -> TokenRange {
    article.sentences[Int(article.tokens[index].sentence)].tokens
  }

  /// The words of a range in lower case, parted by one space.
  func key(_ tokens: TokenRange) -> [UInt8] {
    var key: [UInt8] = []
    for index in tokens.start..<tokens.end {
      if index > tokens.start { key.append(UInt8(ascii: " ")) }
      key.append(contentsOf: lower(index))
    }
    return key
  }

  /// The longest phrase of the lexicon with one of the classes that begins at `start`.
  func longestPhrase(
    at start: Int, before end: Int, _ wanted: WordClasses
  ) -> (end: Int, entry: NameLexicon.Entry)? {
    guard start < end else { return nil }
    var best: (end: Int, entry: NameLexicon.Entry)?
    if entry(start) >= 0, !lexicon[Int(entry(start))].classes.isDisjoint(with: wanted) {
      best = (start + 1, lexicon[Int(entry(start))])
    }
    guard has(start, .opensPhrase) else { return best }
    var key = Array(lower(start))
    for index in (start + 1)..<max(start + 1, min(end, start + 7)) {
      // "moody's" and "new year's" are one word there.
      if !(matches(index, "'s") && touchesNext(index - 1)) { key.append(UInt8(ascii: " ")) }
      key.append(contentsOf: lower(index))
      if let found = lexicon.find(key), !lexicon[found].classes.isDisjoint(with: wanted) {
        best = (index + 1, lexicon[found])
      }
    }
    return best
  }

  /// The tokens that a stretch of text touches.
  func tokens(in range: TextRange) -> TokenRange { article.tokens(in: range) }

  // MARK: - Implementation

  private static func shape(of word: UnsafeBufferPointer<UInt8>) -> Shape {
    var uppers = 0
    var lowers = 0
    var digits = 0
    var firstLetterIsUpper = false
    var capitalAfterJoint = false
    var isAfterJoint = false
    var offset = 0
    while offset < word.count {
      let byte = word[offset]
      var isUpper = byte.isASCIIUppercase
      var isLower = byte.isASCIILowercase
      var length = 1
      if byte >= 0xC0 {
        (isUpper, isLower) = wideCase(word, offset)
        length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      }
      if isUpper || isLower {
        if uppers + lowers == 0 { firstLetterIsUpper = isUpper }
        if isUpper, isAfterJoint { capitalAfterJoint = true }
        if isUpper { uppers += 1 } else { lowers += 1 }
      } else if byte.isASCIIDigit {
        digits += 1
      }
      isAfterJoint =
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
        || length == 3 && !isUpper && !isLower
      offset += length
    }
    // "US$" is a currency sign, no name.
    if word.last == UInt8(ascii: "$") { return .mark }
    if uppers + lowers == 0 { return digits > 0 ? .number : .mark }
    if uppers == 0 { return digits > lowers ? .number : .lower }
    if lowers == 0 { return uppers == 1 && digits == 0 ? .initial : .allCapitals }
    if firstLetterIsUpper { return .capital }
    return capitalAfterJoint ? .capital : .inner
  }

  /// Whether the scalar at `offset`, outside ASCII, is a letter of upper or of lower case.
  private static func wideCase(
    _ word: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> (isUpper: Bool, isLower: Bool) {
    guard offset + 1 < word.count else { return (false, false) }
    let first = word[offset]
    if first == 0xE2 { return (false, false) }
    var decoder = UTF8()
    var iterator = word[offset..<min(offset + 4, word.count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (false, false) }
    let properties = scalar.properties
    return (
      properties.isUppercase,
      properties.isLowercase || properties.isAlphabetic && !properties.isUppercase
    )
  }
}
