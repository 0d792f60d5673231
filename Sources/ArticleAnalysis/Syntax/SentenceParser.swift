package import ArticleModel

/// Parses one sentence after the other, keeping its memory.
///
/// A first parser reads from the last word to the first. A second one reads forward and sees the
/// first one's tree, so that it knows what comes. Labels are given to the finished tree.
package struct SentenceParser {
  private let classes: WordClassTable
  private var backward: GreedyParser
  private var forward: GreedyParser
  private var labeler: ArcLabeler
  private var buffer: FeatureBuffer
  private var words = ParserWords()
  private var guide: ParserGuide? = ParserGuide()
  private var tree = SyntaxTree()

  /// - Parameters:
  ///   - model: tables of transitions, weights of labels, classes of words.
  ///   - features: memory for ``FeatureBuffer/capacity`` features.
  ///   - scores: memory for a row of the labels' model.
  package init(
    _ model: ParserModel, features: UnsafeMutableBufferPointer<FeatureHash>,
    scores: UnsafeMutableBufferPointer<Int16>
  ) {
    classes = model.classes
    backward = GreedyParser(model.backward)
    forward = GreedyParser(model.forward)
    labeler = ArcLabeler(model.labels, scores: scores)
    buffer = FeatureBuffer(features)
  }

  /// Heads by place in the range, -1 for the root.
  package var heads: [Int32] { tree.heads }

  /// The class of each arc's relation in the labels' model; 255 for the root.
  package var labels: [UInt8] { labeler.labels }

  /// Parses a sentence.
  package mutating func parse(_ range: TokenRange, tokens: [Token], words table: WordTable) {
    words.read(range, tokens: tokens, words: table, classes: classes)
    backward.parse(words.reversed(), guide: nil, into: &buffer)
    guide?.read(Self.turned(backward.state.heads))
    forward.parse(words, guide: guide, into: &buffer)
    tree.read(heads: forward.state.heads)
    labeler.label(tree, words: words, into: &buffer)
  }

  /// The heads of the same tree read from the other end.
  package static func turned(_ heads: [Int32]) -> [Int32] {
    let last = Int32(heads.count - 1)
    return heads.reversed().map { $0 < 0 ? -1 : last - $0 }
  }
}
