/// The tree that another parser made of a sentence, laid out for a second one to look at.
package struct ParserGuide: Sendable {
  /// By word; -1 for the root.
  package private(set) var heads: [Int32] = []
  /// The first and the last child of each word; -1 for none.
  fileprivate private(set) var firstChildren: [Int32] = []
  fileprivate private(set) var lastChildren: [Int32] = []

  package init() {}

  package init(heads: [Int32]) { read(heads) }

  /// Takes the tree of another sentence.
  package mutating func read(_ heads: [Int32]) {
    self.heads = heads
    firstChildren.removeAll(keepingCapacity: true)
    firstChildren.append(contentsOf: repeatElement(-1, count: heads.count))
    lastChildren.removeAll(keepingCapacity: true)
    lastChildren.append(contentsOf: repeatElement(-1, count: heads.count))
    for (word, head) in heads.enumerated() where head >= 0 {
      if firstChildren[Int(head)] < 0 { firstChildren[Int(head)] = Int32(word) }
      lastChildren[Int(head)] = Int32(word)
    }
  }
}

/// What a guide says of the words that the next choice is about.
struct GuideView {
  /// Where the head of s0, b0 and s1 stands.
  let topPlace, nextPlace, secondPlace: UInt64
  /// Whether s0 and s1 have children from b0 on, and b0 has some before it.
  let topOpen, secondOpen, nextOpen: UInt64
  /// The heads themselves; -1 for none.
  let topHead, nextHead: Int
  /// Some of these together.
  let top, near, all: UInt64

  @inline(__always)
  init(_ guide: ParserGuide, _ state: ParserState) {
    let depth = state.stack.count
    let s0 = depth > 0 ? Int(state.stack[depth - 1]) : -1
    let s1 = depth > 1 ? Int(state.stack[depth - 2]) : -1
    let b0 = state.front < state.count ? state.front : -1
    let head0 = s0 >= 0 ? Int(guide.heads[s0]) : -2
    let head1 = s1 >= 0 ? Int(guide.heads[s1]) : -2
    let headB = b0 >= 0 ? Int(guide.heads[b0]) : -2
    topPlace =
      head0 < 0
      ? UInt64(head0 + 2) : head0 == b0 ? 2 : head0 == s1 ? 3 : head0 > b0 && b0 >= 0 ? 4 : 5
    nextPlace =
      headB < 0
      ? UInt64(headB + 2)
      : headB == s0
        ? 2 : headB == s1 ? 3 : headB < s0 ? 4 : headB < b0 ? 5 : headB == b0 + 1 ? 6 : 7
    secondPlace =
      head1 < 0
      ? UInt64(head1 + 2) : head1 == s0 ? 2 : head1 == b0 ? 3 : head1 > b0 ? 4 : 5
    topOpen = s0 >= 0 ? Self.open(Int(guide.lastChildren[s0]), b0) : 3
    secondOpen = s1 >= 0 ? Self.open(Int(guide.lastChildren[s1]), b0) : 3
    let first = b0 >= 0 ? Int(guide.firstChildren[b0]) : -1
    nextOpen = b0 < 0 ? 3 : first < 0 || first > s0 ? 2 : first == s0 ? 1 : 0
    topHead = max(-1, head0)
    nextHead = max(-1, headB)
    top = topPlace * 10 + topOpen
    near = Self.spread(((topPlace * 10 + nextPlace) * 10 + topOpen) * 10 + nextOpen)
    all = Self.spread(
      ((((top * 10 + nextPlace) * 10 + secondPlace) * 10 + secondOpen) * 10 + nextOpen) &+ (1 << 40)
    )
  }

  private static func open(_ lastChild: Int, _ front: Int) -> UInt64 {
    lastChild < front ? 0 : lastChild == front ? 1 : 2
  }

  private static func spread(_ number: UInt64) -> UInt64 { number &* 0x9E37_79B9_7F4A_7C15 }
}
