/// Gives each arc of a tree its relation, from the leaves to the root.
///
/// The tree has to start at token 0 (``SyntaxTree/read(heads:)``).
/// - Complexity: O(*n*) in the sentence's length.
package struct ArcLabeler {
  private let model: LinearModel
  private let scores: UnsafeMutablePointer<Int16>
  private var progress: [ArcFeatures.Progress] = []
  /// The class of each word's relation; 255 for roots.
  package private(set) var labels: [UInt8] = []

  /// - Parameters:
  ///   - model: its classes are relations, all but "root".
  ///   - scores: memory for a row of the model.
  package init(_ model: LinearModel, scores: UnsafeMutableBufferPointer<Int16>) {
    precondition(scores.count >= model.stride, "memory for a row")
    guard let base = scores.baseAddress else { preconditionFailure("memory for a row") }
    self.model = model
    self.scores = base
  }

  /// The words that get a label, each after its own children, and of one head's children on one
  /// side the nearer ones first; roots are left out.
  package static func order(of tree: SyntaxTree) -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(tree.heads.count)
    for head in tree.topDown.reversed() {
      let start = order.count
      var child = tree.firstChild(of: Int(head))
      while let word = child, word < head {
        order.append(word)
        child = tree.nextSibling(of: word)
      }
      order[start...].reverse()
      while let word = child {
        order.append(word)
        child = tree.nextSibling(of: word)
      }
    }
    return order
  }

  /// Labels a tree; the labels are in ``labels``.
  package mutating func label(
    _ tree: SyntaxTree, words: ParserWords, into buffer: inout FeatureBuffer
  ) {
    let count = tree.heads.count
    progress.removeAll(keepingCapacity: true)
    progress.append(contentsOf: repeatElement(ArcFeatures.Progress(), count: count))
    labels.removeAll(keepingCapacity: true)
    labels.append(contentsOf: repeatElement(255, count: count))
    buffer.rows = model.rows
    defer { buffer.rows = nil }
    for word in Self.order(of: tree) {
      ArcFeatures.fill(
        &buffer, word: word, tree: tree, words: words.parts, labels: labels, progress: progress)
      let label = model.best(buffer.features, scores: scores)
      labels[word] = UInt8(label)
      let head = Int(tree.heads[word])
      progress[head].add(label: label, isLeft: word < head)
    }
  }
}
