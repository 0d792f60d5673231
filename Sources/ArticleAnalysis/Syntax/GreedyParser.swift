/// Takes the best transition again and again, from left to right.
///
/// - Complexity: O(*n*) in the sentence's length.
package struct GreedyParser {
  private let table: TransitionTable
  package private(set) var state = ParserState()

  package init(_ table: TransitionTable) { self.table = table }

  /// Parses a sentence; the heads are in `state`.
  package mutating func parse(
    _ words: ParserWords, guide: ParserGuide?, into buffer: inout FeatureBuffer
  ) {
    state.start(count: words.count)
    buffer.rows = table.rows
    defer { buffer.rows = nil }
    words.parts.withUnsafeBufferPointer { parts in
      guard let base = parts.baseAddress else { return }
      while !state.isFinal {
        state.apply(state.forced ?? choice(base, guide, &buffer))
      }
    }
  }

  // MARK: - Implementation

  @inline(__always)
  private func choice(
    _ words: UnsafePointer<ParserWords.Parts>, _ guide: ParserGuide?,
    _ buffer: inout FeatureBuffer
  ) -> Transition {
    TransitionFeatures.fill(&buffer, state: state, words: words, guide: guide)
    let scores = table.score(buffer.features)
    var best = Transition.shift
    if scores[.attachLeft] > scores[best] { best = .attachLeft }
    if state.allows(.attachRight), scores[.attachRight] > scores[best] { best = .attachRight }
    return best
  }
}
