/// How far the parser has come in a sentence: the words on the stack, the next word, and the arcs.
///
/// Words are places in the sentence. The root stands below the stack and takes exactly one word,
/// the last one left; so every run gives a tree with one root after 2*n* - 1 steps.
package struct ParserState {
  /// A word's children so far, outermost first; -1 for none.
  package struct Node {
    package var left: Int32 = -1
    package var secondLeft: Int32 = -1
    package var right: Int32 = -1
    package var secondRight: Int32 = -1
    /// How many, up to 3.
    package var leftCount: UInt8 = 0
    package var rightCount: UInt8 = 0
  }

  package private(set) var count = 0
  /// The next word; `count` when all have been on the stack.
  package private(set) var front = 0
  package private(set) var stack: [Int32] = []
  package private(set) var nodes: [Node] = []
  /// The head of each word; -1 for the root and for words without one yet.
  package private(set) var heads: [Int32] = []

  package init() {}

  /// The start of a sentence of this many words.
  package init(count: Int) { start(count: count) }

  /// Begins another sentence.
  package mutating func start(count: Int) {
    self.count = count
    front = 0
    stack.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    nodes.append(contentsOf: repeatElement(Node(), count: count))
    heads.removeAll(keepingCapacity: true)
    heads.append(contentsOf: repeatElement(-1, count: count))
  }

  /// Whether every word but one has a head.
  package var isFinal: Bool { front == count && stack.count <= 1 }

  package func allows(_ transition: Transition) -> Bool {
    switch transition {
    case .shift: front < count
    case .attachLeft: front < count && !stack.isEmpty
    case .attachRight: stack.count > 1
    }
  }

  /// The only step that is allowed, where there is no choice.
  package var forced: Transition? {
    if front == count { return .attachRight }
    return stack.isEmpty ? .shift : nil
  }

  /// Takes a step that the state allows.
  package mutating func apply(_ transition: Transition) {
    switch transition {
    case .shift:
      stack.append(Int32(front))
      front += 1
    case .attachLeft:
      let word = stack.removeLast()
      heads[Int(word)] = Int32(front)
      nodes[front].secondLeft = nodes[front].left
      nodes[front].left = word
      nodes[front].leftCount = min(3, nodes[front].leftCount + 1)
    case .attachRight:
      let word = stack.removeLast()
      let head = Int(stack[stack.count - 1])
      heads[Int(word)] = Int32(head)
      nodes[head].secondRight = nodes[head].right
      nodes[head].right = word
      nodes[head].rightCount = min(3, nodes[head].rightCount + 1)
    }
  }
}
