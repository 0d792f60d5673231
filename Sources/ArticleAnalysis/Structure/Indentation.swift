import ArticleModel

/// Paragraphs of a block whose first lines are indented, as agencies' stories came over the wire.
struct Indentation {
  private let margin: Int

  /// Nil where indented lines do not begin paragraphs of wrapped lines.
  init?(of block: some Collection<PhysicalLine>) {
    // The first line may have lost its indentation, with a dateline, or hang.
    guard let margin = block.dropFirst().lazy.map(\.indentation).min() else { return nil }
    self.margin = margin
    var widest = 0
    var starts = 0
    var startsBehindSentence = 0
    var others = 0
    var continued = 0
    var uppercase = 0
    for (previous, line) in zip(block, block.dropFirst()) {
      widest = max(widest, previous.columns)
      if isIndented(line) {
        // Behind another of one line, as in a table, or behind a title, it may stand anyhow.
        guard others > 0, !isIndented(previous) else { continue }
        starts += 1
        if previous.endsSentence { startsBehindSentence += 1 }
      } else if !line.isItem {
        others += 1
        if !previous.endsSentence || line.start == .lowercase { continued += 1 }
        if line.start == .uppercase { uppercase += 1 }
      }
    }
    guard others > 0, widest >= 40, widest <= LineWrapping.widest,
      block.contains(where: isIndented), startsBehindSentence * 2 >= starts,
      continued * 2 >= others, uppercase * 3 <= others * 2
    else { return nil }
  }

  func isIndented(_ line: PhysicalLine) -> Bool { line.indentation >= margin + 2 }
}
