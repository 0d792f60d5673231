/// The features of an arc's label: both words, their neighbors, and the tree around the arc as far
/// as it has labels, which it gets from the leaves to the root.
package struct ArcFeatures {
  /// What is known of a word's children while labels are given.
  package struct Progress: Sendable {
    /// Which labels its children have, a bit each.
    fileprivate var labels: UInt64 = 0
    fileprivate var leftLabels: UInt64 = 0
    fileprivate var rightLabels: UInt64 = 0
    fileprivate var leftCount: UInt64 = 0
    fileprivate var rightCount: UInt64 = 0

    package init() {}

    /// Counts a child; labels from 62 on share a bit.
    package mutating func add(label: Int, isLeft: Bool) {
      let bit: UInt64 = 1 << UInt64(min(label, 62))
      labels |= bit
      if isLeft {
        leftLabels |= bit
        leftCount += 1
      } else {
        rightLabels |= bit
        rightCount += 1
      }
    }
  }

  /// Puts the features of the arc to word `word` into `features`; `labels` of its children are final.
  package static func fill(
    _ features: inout FeatureBuffer, word: Int, tree: SyntaxTree,
    words: UnsafePointer<ParserWords.Parts>, labels: UnsafePointer<UInt8>,
    progress: UnsafePointer<Progress>
  ) {
    let count = tree.heads.count
    let head = Int(tree.heads[word])
    let grandparent = Int(tree.heads[head])
    let dependent = WordView(words, word)
    let governor = WordView(words, head)
    let side: UInt64 = word < head ? 1 : 2
    let distance = TreeDistance.step(abs(word - head)) + side * 16
    let previous = WordView(words, max(-1, word - 1))
    let following = WordView(words, word + 1 < count ? word + 1 : -1)
    let headPrevious = WordView(words, max(-1, head - 1))
    let headFollowing = WordView(words, head + 1 < count ? head + 1 : -1)
    let above = WordView(words, grandparent)
    let aboveWord = grandparent >= 0 ? above.word : 91
    let aboveTag = grandparent >= 0 ? above.tag : 92

    let first = tree.firstChild(of: word) ?? -1
    let last = tree.lastChild(of: word) ?? -1
    let second = first >= 0 ? tree.nextSibling(of: first) ?? -1 : -1
    let firstChild = WordView(words, first)
    let secondChild = WordView(words, second)
    let lastChild = WordView(words, last)
    let firstLabel = first >= 0 ? UInt64(labels[first]) + 1 : 900
    let lastLabel = last >= 0 ? UInt64(labels[last]) + 1 : 900
    let below = spread(progress[word].labels)

    let before = tree.previousSibling(of: word) ?? -1
    let after = tree.nextSibling(of: word) ?? -1
    let siblingBefore = WordView(words, before)
    let siblingAfter = WordView(words, after)
    let around = progress[head]
    let sideLabels = spread((side == 1 ? around.leftLabels : around.rightLabels) &+ side)
    let otherLabels = spread(around.labels &+ 99)
    let between = min(side == 1 ? around.leftCount : around.rightCount, 3) + side * 4
    let inner = WordView(words, nearestLeft(of: head, but: word, in: tree))

    features.clear()
    features.add(side)
    features.add(dependent.tag, side)
    features.add(dependent.word, side)
    features.add(governor.tag, side)
    features.add(governor.word, side)
    features.add(dependent.word, dependent.tag, side)
    features.add(governor.word, governor.tag, side)
    features.add(dependent.tag, governor.tag, side)
    features.add(dependent.tag, governor.tag, distance)
    features.add(dependent.word, governor.tag, side)
    features.add(dependent.tag, governor.word, side)
    features.add(dependent.word, governor.word, side)
    features.add(dependent.word, governor.tag, distance)
    features.add(dependent.tag, governor.word, distance)
    features.add(dependent.tag, governor.tag, between)

    features.add(previous.tag, dependent.tag, governor.tag, side)
    features.add(dependent.tag, following.tag, governor.tag, side)
    features.add(previous.word, dependent.tag, side)
    features.add(following.word, dependent.tag, side)
    features.add(dependent.tag, governor.tag, headPrevious.tag, side)
    features.add(dependent.tag, governor.tag, headFollowing.tag, side)
    features.add(previous.tag, dependent.word)
    features.add(following.tag, dependent.word)

    features.add(firstChild.word, dependent.tag, governor.tag, side)
    features.add(firstChild.word, dependent.word, side)
    features.add(firstChild.word, governor.word, side)
    features.add(firstChild.tag, dependent.tag, governor.tag, side)
    features.add(firstChild.word, side)
    features.add(secondChild.word, dependent.tag, governor.tag, side)
    features.add(lastChild.tag, dependent.tag, governor.tag, side)
    features.add(lastChild.word, dependent.tag, side)
    features.add(firstChild.word, secondChild.tag, dependent.tag, side)
    features.add(firstLabel, dependent.tag, governor.tag, side)
    features.add(lastLabel, dependent.tag, side)
    features.add(below, dependent.tag, governor.tag, side)
    features.add(below, dependent.tag, side)
    features.add(below, governor.word, side)
    features.add(below, dependent.word, side)
    features.add(firstChild.word, below, dependent.tag, side)

    features.add(siblingBefore.tag, dependent.tag, governor.tag, side)
    features.add(siblingAfter.tag, dependent.tag, governor.tag, side)
    features.add(siblingBefore.word, dependent.tag, governor.tag, side)
    features.add(siblingAfter.word, dependent.tag, governor.tag, side)
    features.add(sideLabels, dependent.tag, governor.tag, side)
    features.add(sideLabels, governor.word, dependent.tag, side)
    features.add(sideLabels, dependent.tag, side)
    features.add(otherLabels, dependent.tag, governor.tag, side)
    features.add(inner.word, dependent.tag, governor.tag, side)
    features.add(inner.tag, dependent.tag, governor.tag, side)
    features.add(inner.word, governor.tag, dependent.word, side)
    features.add(siblingAfter.tag, siblingBefore.tag, dependent.tag, side)

    features.add(aboveTag, governor.tag, dependent.tag, side)
    features.add(aboveTag, governor.tag, dependent.word, side)
    features.add(aboveWord, dependent.tag, side)
    features.add(aboveWord, governor.tag, dependent.tag, side)

    features.add(dependent.kind, side)
    features.add(dependent.kind, governor.tag, side)
    features.add(dependent.tag, governor.kind, side)
    features.add(dependent.kind, governor.kind, side)
    features.add(dependent.word, governor.kind, side)
    features.add(dependent.kind, governor.word, side)
    features.add(dependent.kind, firstChild.word, side)
    features.add(dependent.kind, firstChild.word, governor.tag, side)
    features.add(dependent.tag, firstChild.word, governor.kind, side)
    features.add(dependent.broadKind, governor.broadKind, side)
  }

  // MARK: - Implementation

  /// The child of the head that stands nearest before it, if that is another word.
  private static func nearestLeft(of head: Int, but word: Int, in tree: SyntaxTree) -> Int {
    // Children stand in order, so it is the first right one's sibling before, or the last child.
    guard var child = tree.lastChild(of: head) else { return -1 }
    var steps = 0
    while child > head, steps < 8 {
      guard let previous = tree.previousSibling(of: child) else { return -1 }
      child = previous
      steps += 1
    }
    guard child < head else { return -1 }
    return child != word ? child : tree.previousSibling(of: child) ?? -1
  }

  private static func spread(_ number: UInt64) -> UInt64 {
    let value = (number &+ 1) &* 0x9E37_79B9_7F4A_7C15
    return value ^ (value >> 31)
  }
}
