import ArticleModel

/// Finds names of fixed forms that the model does not know: "the A27", and the state in a dateline
/// ("HALVERTON, Ore.").
struct UnnoticedNames {
  private let tokens: NameTokens

  init(_ tokens: NameTokens) { self.tokens = tokens }

  /// The names that no other name covers.
  func names(beside found: [FoundName]) -> [FoundName] {
    var covered = Array(repeating: false, count: tokens.count)
    for name in found {
      for index in name.tokens.start..<name.tokens.end { covered[index] = true }
    }
    var names: [FoundName] = []
    for index in 0..<tokens.count where !covered[index] {
      if tokens.shape(index) == .allCapitals, isRoad(index) {
        names.append(place(index, "name.road"))
      }
    }
    if let dateline = tokens.article.parts.dateline {
      let range = tokens.tokens(in: dateline)
      for index in range.start..<range.end
      where !covered[index] && tokens.isCapital(index) && tokens.has(index, [.region, .country]) {
        names.append(place(index, "name.dateline"))
      }
    }
    return names
  }

  /// Whether the name is that of a road.
  func isRoad(_ name: TokenRange) -> Bool {
    name.count == 1 && tokens.shape(name.start) == .allCapitals && isRoad(name.start)
  }

  // MARK: - Implementation

  private func place(_ index: Int, _ how: String) -> FoundName {
    let range = TokenRange(index, index + 1)
    return FoundName(
      tokens: range, range: tokens.range(range), kind: .place, probability: 0.9,
      evidence: Evidence(how, confidence: 0.9))
  }

  /// A letter and a number of at most four digits, behind an article.
  private func isRoad(_ index: Int) -> Bool {
    let word = tokens.lower(index)
    guard tokens.matches(index - 1, "the"), (2...5).contains(word.count), let first = word.first,
      first.isASCIILowercase
    else { return false }
    return word.dropFirst().allSatisfy(\.isASCIIDigit)
  }
}
