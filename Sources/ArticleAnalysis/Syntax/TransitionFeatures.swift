/// The features of a choice between transitions, after Zhang and Nivre (2011) and with word classes.
///
/// *s0*, *s1*, *s2* are the words on top of the stack, *b0*, *b1*, *b2* the next ones; left and right
/// are their outermost children. Where another parser has read the sentence before, its tree guides
/// this one (Nivre and McDonald, 2008). The cost of a choice does not depend on the sentence's length.
package struct TransitionFeatures {
  private let s0, s1, s2, b0, b1, b2: WordView
  private let s0Left, s0LeftSecond, s0Right, s0RightSecond, s1Left, s1Right, s1RightSecond: WordView
  private let b0Left, b0LeftSecond: WordView
  private let beforeS0, afterS0: WordView
  private let s0Valency, s1Valency, b0Valency: Valency
  /// How far s0 is from b0, and s1 from s0.
  private let gap, stackGap: UInt64
  private let situation: (depth: UInt64, isAtEnd: UInt64)

  /// Puts the features of the state's next choice into `features`.
  package static func fill(
    _ features: inout FeatureBuffer, state: ParserState,
    words: UnsafePointer<ParserWords.Parts>, guide: ParserGuide?
  ) {
    let view = TransitionFeatures(state, words)
    features.clear()
    view.addWords(&features)
    view.addPairs(&features)
    view.addTriples(&features)
    view.addDistances(&features)
    view.addKinds(&features)
    if let guide { view.add(GuideView(guide, state), words, &features) }
  }

  // MARK: - Implementation

  /// The numbers of children on either side.
  private struct Valency {
    var left: UInt64 = 9
    var right: UInt64 = 9
    var both: UInt64 = 17

    init(_ node: ParserState.Node?) {
      guard let node else { return }
      left = UInt64(node.leftCount)
      right = UInt64(node.rightCount)
      both = left * 4 + right
    }
  }

  private init(_ state: ParserState, _ words: UnsafePointer<ParserWords.Parts>) {
    let depth = state.stack.count
    let count = state.count
    let top = depth > 0 ? Int(state.stack[depth - 1]) : -1
    let second = depth > 1 ? Int(state.stack[depth - 2]) : -1
    let third = depth > 2 ? Int(state.stack[depth - 3]) : -1
    let front = state.front < count ? state.front : -1
    let topNode = top >= 0 ? state.nodes[top] : ParserState.Node()
    let secondNode = second >= 0 ? state.nodes[second] : ParserState.Node()
    let frontNode = front >= 0 ? state.nodes[front] : ParserState.Node()
    s0 = WordView(words, top)
    s1 = WordView(words, second)
    s2 = WordView(words, third)
    b0 = WordView(words, front)
    b1 = WordView(words, state.front + 1 < count ? state.front + 1 : -1)
    b2 = WordView(words, state.front + 2 < count ? state.front + 2 : -1)
    s0Left = WordView(words, Int(topNode.left))
    s0LeftSecond = WordView(words, Int(topNode.secondLeft))
    s0Right = WordView(words, Int(topNode.right))
    s0RightSecond = WordView(words, Int(topNode.secondRight))
    s1Left = WordView(words, Int(secondNode.left))
    s1Right = WordView(words, Int(secondNode.right))
    s1RightSecond = WordView(words, Int(secondNode.secondRight))
    b0Left = WordView(words, Int(frontNode.left))
    b0LeftSecond = WordView(words, Int(frontNode.secondLeft))
    beforeS0 = WordView(words, max(-1, top - 1))
    afterS0 = WordView(words, top >= 0 && top + 1 < count ? top + 1 : -1)
    s0Valency = Valency(top >= 0 ? topNode : nil)
    s1Valency = Valency(second >= 0 ? secondNode : nil)
    b0Valency = Valency(front >= 0 ? frontNode : nil)
    gap = top < 0 ? 20 : front < 0 ? 21 : TreeDistance.step(front - top)
    stackGap = second < 0 ? 20 : TreeDistance.step(top - second)
    situation = (UInt64(min(depth, 3)), front < 0 ? 1 : 0)
  }

  private func addWords(_ features: inout FeatureBuffer) {
    features.add(situation.depth, situation.isAtEnd)
    features.add(s0.word, s0.tag)
    features.add(s0.word)
    features.add(s0.tag)
    features.add(b0.word, b0.tag)
    features.add(b0.word)
    features.add(b0.tag)
    features.add(s1.word, s1.tag)
    features.add(s1.word)
    features.add(s1.tag)
    features.add(b1.word, b1.tag)
    features.add(b1.word)
    features.add(b1.tag)
    features.add(b2.word, b2.tag)
    features.add(b2.tag)
    features.add(s2.word)
    features.add(s2.tag)
    features.add(s0Left.word)
    features.add(s0Left.tag)
    features.add(s0Right.word)
    features.add(s0Right.tag)
    features.add(s1Left.tag)
    features.add(s1Right.word)
    features.add(s1Right.tag)
    features.add(b0Left.word)
    features.add(b0Left.tag)
  }

  private func addPairs(_ features: inout FeatureBuffer) {
    features.add(s0.word, s0.tag, b0.word, b0.tag)
    features.add(s0.word, s0.tag, b0.word)
    features.add(s0.word, b0.word, b0.tag)
    features.add(s0.word, b0.word)
    features.add(s0.word, s0.tag, b0.tag)
    features.add(s0.tag, b0.word, b0.tag)
    features.add(s0.tag, b0.tag)
    features.add(s0.word, b0.tag)
    features.add(s0.tag, b0.word)
    features.add(s0.word, s1.word)
    features.add(s0.tag, s1.tag)
    features.add(s0.word, s1.tag)
    features.add(s0.tag, s1.word)
    features.add(s0.word, s0.tag, s1.tag)
    features.add(s0.tag, s1.word, s1.tag)
    features.add(s1.word, b0.word)
    features.add(s1.tag, b0.tag)
    features.add(s1.word, b0.tag)
    features.add(s1.tag, b0.word)
    features.add(b0.tag, b1.tag)
    features.add(b0.word, b1.tag)
    features.add(b0.tag, b1.word)
    features.add(b0.word, b1.word)
  }

  private func addTriples(_ features: inout FeatureBuffer) {
    features.add(b0.tag, b1.tag, b2.tag)
    features.add(s0.tag, b0.tag, b1.tag)
    features.add(s0.word, b0.tag, b1.tag)
    features.add(s0.tag, b0.word, b1.tag)
    features.add(s0.tag, b0.tag, b1.word)
    features.add(s1.tag, s0.tag, b0.tag)
    features.add(s1.word, s0.tag, b0.tag)
    features.add(s1.tag, s0.word, b0.tag)
    features.add(s1.tag, s0.tag, b0.word)
    features.add(s2.tag, s1.tag, s0.tag)
    features.add(s2.tag, s1.tag, s0.tag, b0.tag)
    features.add(s1.tag, s0.tag, b0.tag, b1.tag)
    features.add(s0.tag, b0.tag, b1.tag, b2.tag)
    features.add(s0.tag, s0Left.tag, b0.tag)
    features.add(s0.tag, s0Right.tag, b0.tag)
    features.add(s0.tag, b0.tag, b0Left.tag)
    features.add(s0.tag, s0Left.tag, s0LeftSecond.tag)
    features.add(s0.tag, s0Right.tag, s0RightSecond.tag)
    features.add(b0.tag, b0Left.tag, b0LeftSecond.tag)
    features.add(s1.tag, s0.tag, s0Left.tag)
    features.add(s1.tag, s0.tag, s0Right.tag)
    features.add(s1.tag, s1Right.tag, s0.tag)
    features.add(s1.tag, s1Left.tag, s0.tag)
    features.add(s1.tag, s1Right.tag, s1RightSecond.tag)
    features.add(s1.tag, s0.tag, s0Right.word)
    features.add(s1.tag, s1Right.word, s0.tag)
    features.add(s1.word, s0.tag, s0Left.word)
    features.add(s0.tag, b0.tag, b0Left.word)
    features.add(s0.tag, s0Right.word, b0.tag)
    features.add(s0.tag, s0Right.tag, b0.tag, b1.tag)
  }

  private func addDistances(_ features: inout FeatureBuffer) {
    features.add(s0.word, gap)
    features.add(s0.tag, gap)
    features.add(b0.word, gap)
    features.add(b0.tag, gap)
    features.add(s0.word, b0.word, gap)
    features.add(s0.tag, b0.tag, gap)
    features.add(s0.tag, s1.tag, stackGap)
    features.add(s0.word, s1.tag, stackGap)
    features.add(s1.word, s0.tag, stackGap)
    features.add(s0.word, s0Valency.both)
    features.add(s0.tag, s0Valency.both)
    features.add(s0.word, s0Valency.left)
    features.add(s0.word, s0Valency.right)
    features.add(b0.word, b0Valency.left)
    features.add(b0.tag, b0Valency.left)
    features.add(s1.word, s1Valency.right)
    features.add(s1.tag, s1Valency.both)
    features.add(s0.tag, b0.tag, s0Valency.right, b0Valency.left)
    features.add(s1.tag, s0.tag, s1Valency.right)
    features.add(s0.tag, b0.tag, s0Valency.both)
    features.add(beforeS0.tag, s0.tag, afterS0.tag)
    features.add(beforeS0.word, s0.tag)
    features.add(s0.tag, afterS0.tag, b0.tag)
  }

  private func addKinds(_ features: inout FeatureBuffer) {
    features.add(s0.kind)
    features.add(b0.kind)
    features.add(s1.kind)
    features.add(b1.kind)
    features.add(s0.kind, b0.kind)
    features.add(s0.kind, b0.tag)
    features.add(s0.tag, b0.kind)
    features.add(s0.kind, s1.kind)
    features.add(s1.kind, s0.tag)
    features.add(s1.kind, s0.kind, b0.tag)
    features.add(s1.kind, s0.tag, b0.kind)
    features.add(s0.kind, b0.kind, b1.tag)
    features.add(s1.tag, s0.kind, b0.kind)
    features.add(s1.kind, s0.tag, b0.tag)
    features.add(s1.kind, b0.kind)
    features.add(s0.tag, s0.broadKind)
    features.add(b0.tag, b0.broadKind)
    features.add(s1.broadKind, s0.broadKind)
    features.add(s0.broadKind, b0.broadKind)
    features.add(s1.broadKind, s0.broadKind, b0.broadKind)
  }

  private func add(
    _ guide: GuideView, _ words: UnsafePointer<ParserWords.Parts>, _ features: inout FeatureBuffer
  ) {
    let (top, near, all) = (guide.top, guide.near, guide.all)
    let topHead = WordView(words, guide.topHead)
    let nextHead = WordView(words, guide.nextHead)
    features.add(guide.topPlace)
    features.add(guide.nextPlace)
    features.add(guide.topPlace, guide.topOpen)
    features.add(guide.nextPlace, guide.nextOpen)
    features.add(near)
    features.add(all)
    features.add(top, guide.secondPlace, guide.secondOpen)
    features.add(near, s0.tag)
    features.add(near, b0.tag)
    features.add(near, s0.tag, b0.tag)
    features.add(all, s0.tag, b0.tag)
    features.add(top, s0.word)
    features.add(top, s0.word, s0.tag)
    features.add(guide.nextPlace, b0.word)
    features.add(near, s0.word)
    features.add(near, b0.word)
    features.add(top, s1.tag, s0.tag)
    features.add(top, s0.tag, b0.tag, b1.tag)
    features.add(top, s1.tag, s0.tag, b0.tag)
    features.add(top, gap)
    features.add(top, gap, s0.tag)
    features.add(top, s0.partOfSpeech, b0.partOfSpeech)
    features.add(near, s1.partOfSpeech, s0.partOfSpeech, b0.partOfSpeech)
    features.add(top, topHead.tag, s0.tag)
    features.add(top, topHead.word, s0.tag)
    features.add(guide.nextPlace, nextHead.tag, b0.tag)
    features.add(top, topHead.tag, s0.tag, b0.tag)
    features.add(top, topHead.word, s0.word)
  }
}
