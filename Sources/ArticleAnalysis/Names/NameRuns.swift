import ArticleModel

/// Finds runs of capitalised words with the small words that may stand inside a name.
struct NameRuns {
  let tokens: NameTokens

  /// How the words of a sentence are written.
  enum Casing {
    case normal
    /// A headline with most words capitalised.
    case title
    /// All in capitals.
    case upper
  }

  init(_ tokens: NameTokens) { self.tokens = tokens }

  /// A name of more words is cut.
  private static let longest = 14

  func casing(of sentence: TokenRange) -> Casing {
    var words = 0
    var capitals = 0
    var allCapitals = 0
    for index in sentence.start..<sentence.end {
      switch tokens.shape(index) {
      case .lower:
        if !tokens.has(index, [.function, .particle]) { words += 1 }
      case .capital, .inner:
        words += 1
        capitals += 1
      case .allCapitals:
        words += 1
        capitals += 1
        allCapitals += 1
      case .initial, .number, .mark: break
      }
    }
    if words >= 3, allCapitals * 10 >= words * 8 { return .upper }
    // A sentence of many names ends in a period, a headline seldom does.
    let isClosed = sentence.end > sentence.start && tokens.matches(sentence.end - 1, ".")
    return words >= 5 && capitals * 10 >= words * 7 && !isClosed ? .title : .normal
  }

  /// The runs of a sentence, in order.
  func runs(in sentence: TokenRange) -> [(tokens: TokenRange, isInitial: Bool)] {
    let casing = casing(of: sentence)
    var runs: [(tokens: TokenRange, isInitial: Bool)] = []
    var index = sentence.start
    while index < sentence.end {
      let isInitial = isInitial(index, in: sentence)
      guard begins(at: index, isInitial: isInitial, sentence: sentence, casing: casing) else {
        index += 1
        continue
      }
      let end = extend(from: index, to: sentence.end, casing: casing)
      runs.append((TokenRange(index, end), isInitial))
      index = end
    }
    return runs
  }

  // MARK: - Implementation

  /// Whether a capital means little there: at the head of a sentence or of a quotation.
  private func isInitial(_ index: Int, in sentence: TokenRange) -> Bool {
    guard index > sentence.start else { return true }
    guard tokens.shape(index - 1) == .mark else { return false }
    return
      !(tokens.matches(index - 1, ",") || tokens.matches(index - 1, "'s")
      || tokens.matches(index - 1, "/") || tokens.matches(index - 1, "(")
      || tokens.matches(index - 1, "&") || tokens.matches(index - 1, "'"))
  }

  private static let proper: WordClasses = [
    .country, .region, .city, .demonym, .group, .organization, .maleName, .femaleName,
  ]

  private func begins(
    at index: Int, isInitial: Bool, sentence: TokenRange, casing: Casing
  ) -> Bool {
    guard tokens.isCapital(index) else { return false }
    let classes = tokens.classes(index)
    switch casing {
    case .upper: return isKnownInUpper(index, sentence)
    case .title:
      if classes.isDisjoint(with: [.common, .function]) { return true }
      return isKnownStart(index, sentence)
    case .normal: break
    }
    if tokens.shape(index) == .initial {
      // "A" and "I" begin no name, but "J. Orlo" does.
      return tokens.isCapital(index + 1) && tokens.lower(index).last == UInt8(ascii: ".")
        || tokens.matches(index + 1, ".")
    }
    if tokens.shape(index) == .allCapitals { return true }
    if classes.contains(.function),
      tokens.matches(index, "may") || isInitial || classes.contains(.speech)
    {
      return isKnownStart(index, sentence)
    }
    guard isInitial else { return true }
    if classes.contains(.common) { return isKnownStart(index, sentence) }
    return true
  }

  /// Whether a common word with a capital begins a name all the same.
  private func isKnownStart(_ index: Int, _ sentence: TokenRange) -> Bool {
    if tokens.longestPhrase(at: index, before: sentence.end, Self.proper).map({ $0.end > index + 1 }
    ) == true {
      return isCapitalized(from: index, sentence)
    }
    let classes = tokens.classes(index)
    if !classes.isDisjoint(with: Self.proper), !classes.contains(.function) { return true }
    let isFollowed = index + 1 < sentence.end && tokens.isCapital(index + 1)
    if isFollowed,
      !classes.isDisjoint(with: [.title, .role, .titleModifier, .placeOpener, .address, .direction])
    {
      return !tokens.has(index + 1, .function)
    }
    if isFollowed, !classes.contains(.function), !tokens.has(index + 1, .common) { return true }
    if isFollowed, !classes.contains(.function),
      tokens.has(index + 1, [.organizationHead, .placeHead, .title])
    {
      return true
    }
    // "Ministry of Labor"
    if !classes.isDisjoint(with: [.organizationOpener, .placeOpener, .otherOpener]),
      tokens.matches(index + 1, "of") || tokens.matches(index + 1, "for"),
      tokens.isCapital(index + 2) || tokens.isCapital(index + 3)
    {
      return true
    }
    let lower = Int(tokens.article.tokens[index].lower.index)
    return !classes.contains(.function) && tokens.capitalCount[lower] > 0
      && tokens.lowercaseCount[lower] == 0
  }

  private func isCapitalized(from index: Int, _ sentence: TokenRange) -> Bool {
    tokens.isCapital(index) && index + 1 < sentence.end
      && (tokens.isCapital(index + 1) || tokens.has(index + 1, .particle))
  }

  private func isKnownInUpper(_ index: Int, _ sentence: TokenRange) -> Bool {
    let lower = Int(tokens.article.tokens[index].lower.index)
    if tokens.capitalCount[lower] > 0, tokens.lowercaseCount[lower] == 0 { return true }
    let classes = tokens.classes(index)
    if classes.contains(.common) { return false }
    return !classes.isDisjoint(with: [.country, .demonym, .maleName, .femaleName, .city])
      && !classes.contains(.function)
  }

  /// The end of the run that begins at `start`.
  private func extend(from start: Int, to sentenceEnd: Int, casing: Casing) -> Int {
    let limit = min(sentenceEnd, start + Self.longest)
    var end = start + 1
    /// Whether an opener of an organisation's name stands before: then "and" may go on.
    var hasObject = false
    while end < limit {
      if joins(end, casing: casing) {
        end += 1
      } else if tokens.has(end, .particle), tokens.shape(end) == .lower {
        let next =
          end + 1 < limit && tokens.has(end + 1, .particle) && tokens.shape(end + 1) == .lower
          ? end + 2 : end + 1
        guard next < limit, joins(next, casing: casing) else { return end }
        end = next + 1
      } else if tokens.matches(end, "&") {
        guard end + 1 < limit, joins(end + 1, casing: casing) else { return end }
        end += 2
      } else if tokens.matches(end, "of") || tokens.matches(end, "for") {
        let next = tokens.matches(end + 1, "the") ? end + 2 : end + 1
        guard next < limit, joins(next, casing: casing),
          takesObject(end - 1, tokens.matches(end, "of"))
        else { return end }
        end = next + 1
        hasObject = true
      } else if tokens.matches(end, "and") || tokens.matches(end, "y") {
        let phrase = phraseWithAnd(around: end, limit: limit, from: start)
        if let phrase {
          end = phrase
        } else if let head = authorityHead(after: end, limit: limit, from: start) {
          end = head + 1
        } else if hasObject, end + 1 < limit, joins(end + 1, casing: casing),
          tokens.has(end + 1, [.titleObject, .titleModifier, .common, .organizationHead]),
          !tokens.has(end + 1, [.title, .country, .city, .maleName, .femaleName])
        {
          end += 2
        } else {
          return end
        }
      } else if tokens.matches(end, "'s") || tokens.matches(end, "'") {
        guard end + 1 < limit, joins(end + 1, casing: casing), keepsPossessive(end) else {
          return end
        }
        end += 2
      } else if tokens.matches(end, ",") {
        guard end + 1 < limit, tokens.isCapital(end + 1), tokens.has(end + 1, .companyEnding) else {
          return end
        }
        end += 2
      } else if tokens.matches(end, "."), tokens.shape(end - 1) == .initial,
        tokens.touchesNext(end - 1)
      {
        guard end + 1 < limit, joins(end + 1, casing: casing) else { return end }
        end += 2
      } else {
        return end
      }
    }
    return end
  }

  private func joins(_ index: Int, casing: Casing) -> Bool {
    guard tokens.isCapital(index) else { return false }
    let classes = tokens.classes(index)
    switch casing {
    case .normal: return !(classes.contains(.function) && tokens.has(index, .speech))
    case .title:
      if classes.contains(.function) || classes.contains(.speech) { return false }
      if classes.contains(.common) {
        return !classes.isDisjoint(with: [
          .title, .organizationHead, .placeHead, .maleName, .femaleName,
        ])
          && tokens.lowercaseCount[Int(tokens.article.tokens[index].lower.index)] == 0
      }
      return true
    case .upper: return isKnownInUpper(index, TokenRange(index, index + 1))
    }
  }

  /// Whether "of" and the name after it belong to the word before it.
  private func takesObject(_ index: Int, _ isOf: Bool) -> Bool {
    let classes = tokens.classes(index)
    if !classes.isDisjoint(with: [.organizationOpener, .organizationHead]) { return true }
    return isOf
      && !classes.isDisjoint(with: [.placeOpener, .placeHead, .title, .otherOpener, .otherHead])
  }

  /// The end of "Bosnia and Herzegovina" where "and" stands at `index`.
  private func phraseWithAnd(around index: Int, limit: Int, from start: Int) -> Int? {
    for first in max(start, index - 3)..<index where tokens.has(first, .opensPhrase) {
      if let found = tokens.longestPhrase(
        at: first, before: limit, [.country, .region, .city, .organization]),
        found.end > index + 1
      {
        return found.end
      }
    }
    return nil
  }

  /// The last word of "Devon and Cornwall Police": an authority of two areas, where "and" stands at
  /// `index`.
  private func authorityHead(after index: Int, limit: Int, from start: Int) -> Int? {
    let head = index + 2
    guard start == index - 1, head < limit, tokens.isCapital(index + 1), tokens.isCapital(head),
      tokens.has(start, [.region, .city]), tokens.has(index + 1, [.region, .city])
    else { return nil }
    let authorities: [StaticString] = [
      "police", "constabulary", "council", "fire", "health", "nhs", "combined",
    ]
    return authorities.contains { tokens.matches(head, $0) } ? head : nil
  }

  private func keepsPossessive(_ index: Int) -> Bool {
    let owners: [StaticString] = [
      "people", "women", "children", "men", "workers", "farmers", "teachers", "veterans", "king",
      "queen", "girls", "boys", "moody", "world", "lloyd", "sotheby", "christie", "new year",
      "mother", "father", "valentine", "levi", "lord", "st.",
    ]
    return owners.contains { tokens.matches(index - 1, $0) }
  }
}
