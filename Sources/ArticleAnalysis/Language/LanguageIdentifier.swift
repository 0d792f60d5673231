package import ArticleModel

/// Tells the language of an article from its script and its commonest small words, where its source
/// does not state one.
///
/// What is too short or fits no language, or two alike, stays unknown. The rules of names, tags and
/// attribution are for English: they run where the text is English, or too short to say.
/// - Complexity: O(1) beyond the first 2,000 tokens.
package struct LanguageIdentifier: AnalysisComponent {
  package let needsEnglish = false

  package init() {}

  package func annotate(_ article: inout AnnotatedArticle) {
    if let stated = article.article.language, !stated.isEmpty {
      article.language = stated
      article.isInEnglish = Self.isEnglish(tag: stated)
      return
    }
    let sample = LanguageSample(of: article)
    let (language, isEnglish) = Self.identify(sample)
    article.language = language
    article.isInEnglish = isEnglish
  }

  /// Whether a BCP 47 tag stands for English ("en", "en-GB").
  static func isEnglish(tag: String) -> Bool {
    let primary = tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first ?? ""
    return ["en", "eng", "english", "und"].contains(primary.lowercased())
  }

  // MARK: - Implementation

  /// Fewer words say nothing.
  private static let fewest = 20
  /// Of a language's running text at least this share is made of its small words; of English, more
  /// than a third.
  private static let smallestShare = 0.12
  /// The best language has this many times the small words of the next.
  private static let clearly = 1.1

  private static func identify(_ sample: LanguageSample) -> (language: String?, isEnglish: Bool) {
    guard sample.count >= fewest else { return (nil, sample.script == .latin) }
    switch sample.script {
    case .greek: return ("el", false)
    case .hebrew: return ("he", false)
    case .devanagari: return ("hi", false)
    case .thai: return ("th", false)
    case .hangul: return ("ko", false)
    case .kana: return ("ja", false)
    case .han: return ("zh", false)
    case .cyrillic, .arabic: return (Ranking(sample).best, false)
    case .latin:
      let ranking = Ranking(sample)
      guard let best = ranking.best else { return (nil, ranking.isPerhapsEnglish) }
      return (ranking.isClear ? best : nil, best == "en")
    case .other: return (nil, false)
    }
  }

  /// The languages by how many of their small words a sample holds.
  private struct Ranking {
    /// The language with the most; nil where none has enough.
    let best: String?
    /// Whether no other comes near it.
    let isClear: Bool
    /// Whether the text may be a list or table in English.
    let isPerhapsEnglish: Bool

    init(_ sample: LanguageSample) {
      var counts = [Int](repeating: 0, count: SmallWords.languages.count)
      for (word, count) in sample.words {
        for language in SmallWords.languages(of: word) { counts[language] += count }
      }
      let shares = counts.map { Double($0) / Double(sample.count) }
      let ranked = shares.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }
      let first = ranked.first.map { shares[$0] } ?? 0
      let second = ranked.dropFirst().first.map { shares[$0] } ?? 0
      best = first >= smallestShare ? ranked.first.map { SmallWords.languages[$0] } : nil
      isClear = first >= clearly * second
      isPerhapsEnglish = zip(SmallWords.languages, shares).contains { $0 == "en" && $1 >= 0.05 }
    }
  }
}

/// How often each word stands in the beginning of an article, and the script of most of them.
struct LanguageSample {
  enum Script: CaseIterable {
    case latin, greek, cyrillic, hebrew, arabic, devanagari, thai, hangul, kana, han, other
  }

  /// The words in lower case, as hashes, and how often they stand there.
  private(set) var words: [(word: UInt64, count: Int)] = []
  /// Words counted; marks and numbers are none.
  private(set) var count = 0
  private(set) var script = Script.latin

  private static let longest = 2_000

  init(of article: AnnotatedArticle) {
    var counts = [Int](repeating: 0, count: article.words.count)
    var scripts: [Script: Int] = [:]
    for token in article.tokens.prefix(Self.longest) {
      let bytes = article.words.utf8(token.lower)
      guard let script = Self.script(of: bytes) else { continue }
      counts[Int(token.lower.index)] += 1
      scripts[script, default: 0] += 1
      count += 1
    }
    for (index, count) in counts.enumerated() where count > 0 {
      let bytes = article.words.utf8(WordID(UInt32(index)))
      words.append((FeatureHash.part(of: bytes), count))
    }
    // Japanese mixes kana with Han signs.
    if let kana = scripts[.kana], kana * 20 >= count {
      scripts[.kana] = kana + (scripts[.han] ?? 0)
    }
    for candidate in Script.allCases
    where (scripts[candidate] ?? 0) > (scripts[script] ?? 0) { script = candidate }
  }

  /// The script of a word's first letter; nil for marks and numbers.
  private static func script(of bytes: ArraySlice<UInt8>) -> Script? {
    guard let first = bytes.first else { return nil }
    if first < 0x80 { return first.isASCIILetter ? .latin : nil }
    guard let scalar = String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first,
      scalar.properties.isAlphabetic
    else { return nil }
    switch scalar.value {
    case 0..<0x250, 0x1E00..<0x1F00: return .latin
    case 0x370..<0x400, 0x1F00..<0x2000: return .greek
    case 0x400..<0x530: return .cyrillic
    case 0x590..<0x600: return .hebrew
    case 0x600..<0x780, 0xFB50..<0xFE00, 0xFE70..<0xFF00: return .arabic
    case 0x900..<0x980: return .devanagari
    case 0xE00..<0xE80: return .thai
    case 0x1100..<0x1200, 0xAC00..<0xD7B0: return .hangul
    case 0x3040..<0x3100: return .kana
    case 0x3400..<0xA000, 0x20000..<0x30000: return .han
    default: return .other
    }
  }
}
