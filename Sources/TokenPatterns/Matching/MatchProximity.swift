/// Pairs of matches that stand so many words from each other at most.
///
/// Neighbours are one word apart; punctuation is not counted.
struct MatchProximity {
  let left: MatchList
  let right: MatchList
  let distance: Int
  let isOrdered: Bool
  let limit: Int
  let checkCancellation: () throws -> Void

  /// From the start of the first to the end of the last, with the captures of both.
  func matches(words: WordNumbers, articles: TokenSpans) throws -> MatchList {
    var result = MatchList(slotCount: left.slotCount)
    try appendPairs(left, right, words, articles, &result)
    if !isOrdered { try appendPairs(right, left, words, articles, &result) }
    return result.sorted()
  }

  // MARK: - Implementation

  private func appendPairs(
    _ first: MatchList, _ second: MatchList, _ words: WordNumbers, _ articles: TokenSpans,
    _ result: inout MatchList
  ) throws {
    var article = 0
    for index in 0..<first.count {
      if index & 1023 == 0 { try checkCancellation() }
      let end = first.ends[index]
      while article < articles.ends.count, articles.ends[article] <= first.starts[index] {
        article += 1
      }
      let limitOfArticle = article < articles.ends.count ? articles.ends[article] : end
      var other = second.firstIndex(from: end)
      while other < second.count, second.ends[other] <= limitOfArticle,
        words.between(end, second.starts[other]) < distance
      {
        guard result.count < limit else {
          throw PatternLimitExceeded(kind: .matches, limit: limit)
        }
        var slots = Array(first.slots(of: index))
        for (slot, value) in second.slots(of: other).enumerated() where value >= 0 {
          slots[slot] = value
        }
        result.append(first.starts[index], second.ends[other], slots[...])
        other += 1
      }
    }
  }
}

/// How many words stand before each token, punctuation not counted.
struct WordNumbers {
  private let numbers: [Int32]
  private let base: Int

  init(
    marks: TokenMatcher, scope: Range<Int>, checkCancellation: () throws -> Void
  ) rethrows {
    var numbers: [Int32] = [0]
    numbers.reserveCapacity(scope.count + 1)
    var number: Int32 = 0
    for position in scope {
      if position & 0xFFFF == 0 { try checkCancellation() }
      if !marks.matches(position) { number += 1 }
      numbers.append(number)
    }
    self.numbers = numbers
    base = scope.lowerBound
  }

  /// The words between two places.
  func between(_ first: Int32, _ second: Int32) -> Int {
    Int(numbers[Int(second) - base] - numbers[Int(first) - base])
  }
}
