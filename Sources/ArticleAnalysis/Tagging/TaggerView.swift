package import ArticleModel

/// An article as the tagger sees it: the traits of its words, the styles of its sentences, and the
/// features of a place.
package struct TaggerView: Sendable {
  /// The most features that a place has.
  package static let featureLimit = 48

  /// Per different word of the article's table, then what stands outside a sentence.
  private var traits: [WordTraits]
  /// Per token: the index of its traits, and whether it touches its neighbors.
  private var places: [Place] = []

  private struct Place {
    var traits: Int32
    /// 1: no space before it, 2: none after it.
    var touches: UInt8
  }

  package init(of article: AnnotatedArticle, lexicon: TaggerLexicon) {
    let words = article.words
    traits = Array(repeating: .none, count: words.count)
    places.reserveCapacity(article.tokens.count)
    // Per lower-case word: 1 where it is written so, 2 where it has a capital inside a sentence.
    var writings = [UInt8](repeating: 0, count: words.count)
    let tokens = article.tokens
    for token in tokens {
      let word = Int(token.word.index)
      if !traits[word].isMade {
        traits[word] = WordTraits(
          word: words.utf8(token.word), lower: words.utf8(token.lower), lexicon: lexicon)
      }
      places.append(Place(traits: Int32(word), touches: 0))
    }
    for sentence in article.sentences {
      let isOrdinary = style(of: sentence.tokens) == .ordinary
      for index in sentence.tokens.start..<sentence.tokens.end {
        let token = tokens[index]
        switch traits[Int(token.word.index)].casing {
        case .lower: writings[Int(token.lower.index)] |= 1
        case .capitalized, .upper:
          if isOrdinary, index > sentence.tokens.start,
            traits[Int(tokens[index - 1].word.index)].casing != .none
          {
            writings[Int(token.lower.index)] |= 2
          }
        case .none, .mixed, .letter: break
        }
        if index > 0, tokens[index - 1].end == token.start {
          places[index].touches |= 1
          places[index - 1].touches |= 2
        }
      }
    }
    for token in tokens {
      traits[Int(token.word.index)].writings = UInt64(writings[Int(token.lower.index)])
    }
    for number in 1...4 { traits.append(.outside(UInt64(number))) }
  }

  /// How the tokens as a whole use capitals.
  package func style(of range: TokenRange) -> SentenceStyle {
    var small = 0
    var capitalized = 0
    var upper = 0
    for index in range.start..<range.end {
      let word = traits[Int(places[index].traits)]
      switch word.casing {
      case .lower: small += word.isLong ? 1 : 0
      case .capitalized: capitalized += word.isLong ? 1 : 0
      case .upper: upper += 1
      case .none, .mixed, .letter: break
      }
    }
    if upper >= 3, upper > 3 * (small + capitalized) { return .capitals }
    if capitalized >= 3, capitalized + upper >= 3 * small { return .title }
    return .ordinary
  }

  /// The number of tokens.
  package var count: Int { places.count }

  /// What the lexicon knows of the token.
  @inline(__always)
  package func entry(_ index: Int) -> TaggerLexicon.Entry {
    traits[Int(places[index].traits)].entry
  }

  /// Whether the token can be in no closed class.
  @inline(__always)
  package func isOpen(_ index: Int) -> Bool { traits[Int(places[index].traits)].isOpen }
  /// The traits of the token's word.
  subscript(_ index: Int) -> WordTraits { traits[Int(places[index].traits)] }

  @inline(__always)
  package func casing(_ index: Int) -> WordShape.Casing {
    traits[Int(places[index].traits)].casing
  }

  /// Writes the features of the token into `features`, which holds ``featureLimit``, and counts them.
  ///
  /// `before` is the class of the token before, and 1, or 0 at the start; so is `beforeThat` of the one
  /// before that. The `rows` are those of the model that will score the features.
  @inline(__always)
  package func features(
    at index: Int, in range: TokenRange, style: SentenceStyle, before: Int, beforeThat: Int,
    into features: UnsafeMutablePointer<FeatureHash>, rows: ModelRows? = nil
  ) -> Int {
    traits.withUnsafeBufferPointer { traits in
      let outside = traits.count - 4
      @inline(__always)
      func slot(_ index: Int, _ missing: Int) -> Int {
        index >= range.start && index < range.end ? Int(places[index].traits) : outside + missing
      }
      let first = slot(index - 2, 0)
      let second = slot(index - 1, 1)
      let third = slot(index + 1, 2)
      let fourth = slot(index + 2, 3)
      return Self.features(
        traits[Int(places[index].traits)], left: traits[second], farLeft: traits[first],
        right: traits[third], farRight: traits[fourth],
        place: UInt64(places[index].touches) << 2 | style.rawValue
          | (index == range.start ? 16 : 0),
        before: UInt64(before), beforeThat: UInt64(beforeThat), into: features, rows: rows)
    }
  }

  // MARK: - Implementation

  @inline(__always)
  private static func features(
    _ word: borrowing WordTraits, left: borrowing WordTraits, farLeft: borrowing WordTraits,
    right: borrowing WordTraits, farRight: borrowing WordTraits, place: UInt64, before: UInt64,
    beforeThat: UInt64, into features: UnsafeMutablePointer<FeatureHash>, rows: ModelRows?
  ) -> Int {
    var count = 0
    @inline(__always)
    func put(_ feature: FeatureHash) {
      features[count] = feature
      rows?.prefetch(feature)
      count += 1
    }
    @inline(__always)
    func add(_ template: UInt64, _ a: UInt64) {
      put(FeatureHash(template: template).and(a))
    }
    @inline(__always)
    func add(_ template: UInt64, _ a: UInt64, _ b: UInt64) {
      put(FeatureHash(template: template).and(a).and(b))
    }
    @inline(__always)
    func add(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64) {
      put(FeatureHash(template: template).and(a).and(b).and(c))
    }
    let ambiguity = UInt64(word.entry.ambiguity)
    let lists = UInt64(word.entry.lists)
    let style = place & 3
    // The word.
    add(0, word.form)
    add(1, word.lower)
    add(2, word.ending(1), word.shape)
    add(3, word.ending(2))
    add(4, word.ending(3))
    add(5, word.ending(4))
    add(6, word.ending(5))
    add(7, word.beginning(1), UInt64(word.casing.rawValue))
    add(8, word.beginning(2))
    add(9, word.beginning(3))
    add(10, word.shape, place, word.writings)
    add(11, ambiguity, UInt64(word.casing.rawValue))
    add(12, lists, before)
    add(13, lists, UInt64(word.casing.rawValue), style)
    // Its neighbors.
    add(14, left.lower)
    add(15, right.lower)
    add(16, farLeft.lower)
    add(17, farRight.lower)
    add(18, left.ending(3))
    add(19, right.ending(3))
    add(20, right.ending(2), right.shape)
    add(21, left.shape, word.shape, right.shape)
    add(22, left.lower, word.lower)
    add(23, word.lower, right.lower)
    add(24, UInt64(right.entry.ambiguity))
    add(25, ambiguity, UInt64(right.entry.ambiguity))
    add(26, UInt64(right.entry.ambiguity), UInt64(farRight.entry.ambiguity))
    add(27, UInt64(right.entry.lists), ambiguity)
    // The classes before.
    add(28, before)
    add(29, before, beforeThat)
    add(30, before, word.lower)
    add(31, before, ambiguity)
    add(32, before, word.ending(3))
    add(33, before, UInt64(right.entry.ambiguity))
    add(34, before, beforeThat, ambiguity)
    add(35, before, right.lower)
    add(36, before, word.shape, style)
    add(37, beforeThat, ambiguity)
    return count
  }
}
