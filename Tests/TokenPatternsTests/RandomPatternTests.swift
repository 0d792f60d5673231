import Diagnostics
import Testing

@testable import TokenPatterns

struct RandomPatternTests {
  @Test(arguments: 1...10)
  func agreesWithTrying(seed: Int) throws {
    var random = RandomPattern(seed: UInt64(seed))
    for _ in 0..<30 {
      let source = ToySource(random.articles())
      let text = random.text(depth: 3)
      let syntax = pattern(text)
      var limits = PatternLimits()
      limits.rescan = seed % 2 == 0 ? 0 : limits.rescan
      let slow = try SlowMatcher(source).matches(syntax.root).sorted()
      for strategy in MatchingStrategy.allCases {
        for allowsOverlap in [false, true] {
          let found = try PatternSearch(
            in: source,
            options: PatternOptions(
              strategy: strategy, allowsOverlap: allowsOverlap, limits: limits)
          ).matches(of: syntax)
          let pairs = zip(found.starts, found.ends).map {
            SlowMatcher.Pair(start: Int($0), end: Int($1))
          }
          let expected = chosen(slow, strategy, allowsOverlap)
          #expect(
            pairs == expected,
            "\(text) \(strategy) \(allowsOverlap) over \(source.words)")
        }
      }
    }
  }

  @Test(arguments: 1...5)
  func readsWhatItPrints(seed: Int) {
    var random = RandomPattern(seed: UInt64(seed) + 1000)
    for _ in 0..<100 {
      let syntax = pattern(random.text(depth: 4))
      #expect(pattern(syntax.description) == syntax, "\(syntax)")
    }
  }

  /// Constraints that always hold change nothing.
  @Test(arguments: 1...5)
  func constraintsThatHoldChangeNothing(seed: Int) throws {
    var random = RandomPattern(seed: UInt64(seed) + 2000)
    for _ in 0..<20 {
      let source = ToySource(random.articles())
      let text = random.text(depth: 2)
      for strategy in MatchingStrategy.allCases {
        let options = PatternOptions(strategy: strategy)
        let plain = try PatternSearch(in: source, options: options).matches(of: pattern(text))
        let held = try PatternSearch(in: source, options: options)
          .matches(of: pattern("(\(text)) :: start(match) >= 0"))
        #expect(
          Set(zip(plain.starts, plain.ends).map { "\($0)" })
            == Set(zip(held.starts, held.ends).map { "\($0)" }), "\(text) \(strategy)")
      }
    }
  }

  @Test func survivesAnyBytes() {
    var random = RandomPattern(seed: 7)
    let signs = Array(#"[]()<>{}/"'=!&|:@%?*+,;.\_-$ "#.utf8)
    let words = ["word", "within", "near", "s", "in", "1", "é", "l\"a\"", "::", "(?=", "->", "w/2"]
    for _ in 0..<5_000 {
      var bytes: [UInt8] = []
      for _ in 0..<random.below(16) {
        switch random.below(5) {
        case 0: bytes.append(UInt8(random.below(256)))
        case 1: bytes += Array(words[random.below(words.count)].utf8)
        default: bytes.append(signs[random.below(signs.count)])
        }
      }
      let source = SourceText(name: "test", bytes: bytes)
      let (syntax, end, diagnostics) = PatternParser.parsePrefix(of: source, from: 0)
      #expect(end <= bytes.count)
      guard !diagnostics.contains(where: { $0.severity == .error }) else { continue }
      #expect(pattern(syntax.description) == syntax, "\(source.text(SourceRange(0, bytes.count)))")
      _ = try? PatternSearch(in: ToySource("a/N b/V | c/N")).matches(of: syntax)
    }
  }

  // MARK: - Implementation

  /// What a strategy takes of all ranges that fit.
  private func chosen(
    _ all: [SlowMatcher.Pair], _ strategy: MatchingStrategy, _ allowsOverlap: Bool
  ) -> [SlowMatcher.Pair] {
    if strategy == .all { return all }
    var byStart: [SlowMatcher.Pair] = []
    for pair in all {
      if let last = byStart.last, last.start == pair.start {
        if strategy == .longest { byStart[byStart.count - 1] = pair }
      } else {
        byStart.append(pair)
      }
    }
    if allowsOverlap { return byStart }
    if strategy == .shortest {
      byStart.removeAll { one in
        all.contains { $0 != one && $0.start >= one.start && $0.end <= one.end }
      }
    }
    var result: [SlowMatcher.Pair] = []
    for pair in byStart where pair.start >= result.last?.end ?? 0 { result.append(pair) }
    return result
  }
}
