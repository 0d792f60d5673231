package import ArticleModel

/// The tree of one sentence, for reading: children in order, spans, heads of ranges, paths.
///
/// Tokens are named by their index in the article. One value serves sentence after sentence and
/// keeps its arrays. Heads that lie outside the sentence count as unknown; where given heads form a
/// circle, its tokens hang on no root and are still children of their heads.
package struct SyntaxTree: Sendable {
  /// The sentence's tokens.
  package private(set) var tokens = TokenRange(0, 0)
  // By place in the sentence; -1 for none.
  package private(set) var heads: [Int32] = []
  private var firstChildren: [Int32] = []
  private var lastChildren: [Int32] = []
  private var nextSiblings: [Int32] = []
  private var previousSiblings: [Int32] = []
  private var leftEdges: [Int32] = []
  private var rightEdges: [Int32] = []
  private var sizes: [Int32] = []
  /// Places from the roots down, level by level; those in circles are left out.
  package private(set) var topDown: [Int32] = []

  /// A tree without tokens.
  package init() {}

  /// The tree of a sentence.
  package init(_ sentence: TokenRange, of article: AnnotatedArticle) {
    read(sentence, tokens: article.tokens)
  }

  /// Takes another sentence's tree.
  /// - Complexity: O(*n*) in the sentence's length.
  package mutating func read(_ sentence: TokenRange, tokens all: [Token]) {
    tokens = sentence
    heads.removeAll(keepingCapacity: true)
    for index in sentence.start..<sentence.end {
      let head = Int(all[index].head)
      let isInside = head != index && head >= sentence.start && head < sentence.end
      heads.append(isInside ? Int32(head - sentence.start) : -1)
    }
    connect()
  }

  /// Takes the tree of a sentence that starts at token 0; -1 is the head of a root.
  package mutating func read(heads: [Int32]) {
    tokens = TokenRange(0, heads.count)
    self.heads = heads
    connect()
  }

  // MARK: - Reading

  /// The tokens without a head in the sentence, in order.
  package var roots: [Int] {
    heads.indices.lazy.filter { heads[$0] < 0 }.map { tokens.start + $0 }
  }

  /// The head; nil for a root.
  package func head(of token: Int) -> Int? {
    let head = heads[token - tokens.start]
    return head < 0 ? nil : tokens.start + Int(head)
  }

  /// The tokens that depend on this one, in text order.
  package func children(of token: Int) -> Children {
    Children(
      siblings: nextSiblings, start: tokens.start, next: firstChildren[token - tokens.start])
  }

  /// The first of the children in text order.
  package func firstChild(of token: Int) -> Int? {
    absolute(firstChildren[token - tokens.start])
  }

  /// The last of the children in text order.
  package func lastChild(of token: Int) -> Int? {
    absolute(lastChildren[token - tokens.start])
  }

  /// The next child of the same head.
  package func nextSibling(of token: Int) -> Int? {
    absolute(nextSiblings[token - tokens.start])
  }

  /// The child of the same head before this one.
  package func previousSibling(of token: Int) -> Int? {
    absolute(previousSiblings[token - tokens.start])
  }

  /// From the first to the last token of the subtree, with whatever lies between.
  package func span(of token: Int) -> TokenRange {
    let place = token - tokens.start
    return TokenRange(
      tokens.start + Int(leftEdges[place]), tokens.start + Int(rightEdges[place]) + 1)
  }

  /// Whether the span of the subtree holds other tokens too.
  package func hasGaps(_ token: Int) -> Bool {
    let place = token - tokens.start
    return rightEdges[place] - leftEdges[place] + 1 != sizes[place]
  }

  /// The subtree alone, as runs of tokens in text order; one run where it has no gaps.
  package func runs(of token: Int) -> [TokenRange] {
    let span = span(of: token)
    guard hasGaps(token) else { return [span] }
    var inside: Set<Int> = [token]
    var open = [token]
    while let next = open.popLast() {
      for child in children(of: next) where inside.insert(child).inserted { open.append(child) }
    }
    var runs: [TokenRange] = []
    for index in span.start..<span.end where inside.contains(index) {
      if let last = runs.last, last.end == index {
        runs[runs.count - 1] = TokenRange(last.start, index + 1)
      } else {
        runs.append(TokenRange(index, index + 1))
      }
    }
    return runs
  }

  /// Whether the second is the first or hangs below it.
  package func dominates(_ token: Int, _ other: Int) -> Bool {
    var place = Int32(other - tokens.start)
    for _ in 0...heads.count where place >= 0 {
      if Int(place) == token - tokens.start { return true }
      place = heads[Int(place)]
    }
    return false
  }

  /// The token of a range that the others of it hang on: the one nearest to the root, the first of
  /// several; nil for an empty range.
  package func head(of range: TokenRange) -> Int? {
    var best: (token: Int, depth: Int)?
    for index in range.start..<range.end where tokens.start <= index && index < tokens.end {
      if let head = head(of: index), range.start <= head, head < range.end { continue }
      let depth = depth(of: index)
      if best.map({ depth < $0.depth }) ?? true { best = (index, depth) }
    }
    return best?.token
  }

  /// The number of arcs from a root down to the token.
  package func depth(of token: Int) -> Int {
    var depth = 0
    var place = heads[token - tokens.start]
    while place >= 0, depth < heads.count {
      depth += 1
      place = heads[Int(place)]
    }
    return depth
  }

  /// The way from one token to another over their lowest common head: the tokens passed going up,
  /// the first one and the common one included, then those going down, the last one included.
  ///
  /// Nil where they hang on different roots.
  package func path(from first: Int, to last: Int) -> (up: [Int], down: [Int])? {
    var ups = [first]
    while ups.count <= heads.count, let head = head(of: ups[ups.count - 1]) { ups.append(head) }
    var downs: [Int] = []
    var current = last
    for _ in 0...heads.count {
      if let meeting = ups.firstIndex(of: current) {
        return (Array(ups[...meeting]), downs.reversed())
      }
      downs.append(current)
      guard let head = head(of: current) else { return nil }
      current = head
    }
    return nil
  }

  /// The children of a token, in text order.
  package struct Children: Sequence, IteratorProtocol {
    private let siblings: [Int32]
    private let start: Int
    private var place: Int32

    fileprivate init(siblings: [Int32], start: Int, next: Int32) {
      self.siblings = siblings
      self.start = start
      place = next
    }

    package mutating func next() -> Int? {
      guard place >= 0 else { return nil }
      defer { place = siblings[Int(place)] }
      return start + Int(place)
    }
  }

  // MARK: - Implementation

  private func absolute(_ place: Int32) -> Int? { place < 0 ? nil : tokens.start + Int(place) }

  /// Links children and siblings, and measures subtrees from the bottom up.
  private mutating func connect() {
    let count = heads.count
    func reset(_ array: inout [Int32]) {
      array.removeAll(keepingCapacity: true)
      array.append(contentsOf: repeatElement(-1, count: count))
    }
    reset(&firstChildren)
    reset(&lastChildren)
    reset(&nextSiblings)
    reset(&previousSiblings)
    topDown.removeAll(keepingCapacity: true)
    for place in 0..<count {
      let head = Int(heads[place])
      guard head >= 0 else {
        topDown.append(Int32(place))
        continue
      }
      let before = lastChildren[head]
      if before < 0 {
        firstChildren[head] = Int32(place)
      } else {
        nextSiblings[Int(before)] = Int32(place)
        previousSiblings[place] = before
      }
      lastChildren[head] = Int32(place)
    }
    var next = 0
    while next < topDown.count {
      var child = firstChildren[Int(topDown[next])]
      while child >= 0 {
        topDown.append(child)
        child = nextSiblings[Int(child)]
      }
      next += 1
    }
    leftEdges.removeAll(keepingCapacity: true)
    leftEdges.append(contentsOf: 0..<Int32(count))
    rightEdges.removeAll(keepingCapacity: true)
    rightEdges.append(contentsOf: 0..<Int32(count))
    sizes.removeAll(keepingCapacity: true)
    sizes.append(contentsOf: repeatElement(1, count: count))
    for place in topDown.reversed() {
      let head = Int(heads[Int(place)])
      guard head >= 0 else { continue }
      leftEdges[head] = min(leftEdges[head], leftEdges[Int(place)])
      rightEdges[head] = max(rightEdges[head], rightEdges[Int(place)])
      sizes[head] += sizes[Int(place)]
    }
  }
}
