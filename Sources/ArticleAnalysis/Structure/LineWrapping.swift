import ArticleModel

/// The width to which a text's lines were broken, and which of them go on with the line before.
///
/// Lines are taken for broken ones where most would not have held the next one's first word, most
/// stop inside a sentence, and enough go on with a small letter; those of a list, a poem or an
/// address are shorter or begin with capitals.
struct LineWrapping {
  private(set) var width: Int

  /// Wider lines were not made by wrapping.
  static let widest = 120
  static let narrowest = 45

  /// What the lines of `text` show together, with empty lines between blocks; nil where its lines are
  /// not broken to a width.
  init?(of lines: some BidirectionalCollection<PhysicalLine>) {
    let pairs = lines.split(whereSeparator: \.isBlank).flatMap(Self.pairs(of:))
    guard let width = Self.width(of: pairs), width <= Self.widest else { return nil }
    self.width = width
    var tally = Tally()
    for pair in pairs {
      tally.take(pair, isFilled: fills(pair.previous, before: pair.line))
    }
    guard tally.isWrapped else { return nil }
  }

  /// The same for a part of a text of which `other` holds.
  func joined(with other: LineWrapping?) -> LineWrapping {
    var wrapping = self
    if let other { wrapping.width = max(width, other.width) }
    return wrapping
  }

  /// Whether a line that begins no paragraph by its indentation goes on with the one before.
  func continues(_ line: PhysicalLine, after previous: PhysicalLine) -> Bool {
    guard !line.isItem, !previous.isAllCapitals || line.isAllCapitals else { return false }
    if fills(previous, before: line) { return true }
    return !previous.endsSentence && line.start != .uppercase && previous.columns * 3 > width
  }

  /// Whether the first word of `line` would not have fitted after `previous`.
  func fills(_ previous: PhysicalLine, before line: PhysicalLine) -> Bool {
    // Wide characters and hyphenation make the width uncertain by a few columns.
    previous.columns + 1 + line.firstWord + 4 > width
  }

  // MARK: - Implementation

  private struct Tally {
    private var pairs = 0
    private var filled = 0
    private var continued = 0
    private var uppercase = 0
    private var certain = 0

    mutating func take(_ pair: Pair, isFilled: Bool) {
      pairs += 1
      let isInside = !pair.previous.endsSentence && pair.line.start == .lowercase
      if isFilled || isInside && pair.isOfSentences { filled += 1 }
      if !pair.previous.endsSentence || pair.line.start == .lowercase { continued += 1 }
      if pair.line.start == .uppercase { uppercase += 1 }
      if isInside, isFilled || pair.isOfSentences { certain += 1 }
    }

    var isWrapped: Bool {
      pairs == 1 && certain == 1
        || pairs > 1 && filled * 10 >= pairs * 6 && continued * 2 >= pairs
          && uppercase * 3 <= pairs * 2
    }
  }

  private struct Pair {
    var previous: PhysicalLine
    var line: PhysicalLine
    /// Whether the block ends as a sentence does, so that a short line may have lost its beginning,
    /// a dateline.
    var isOfSentences: Bool
  }

  /// Lines of a block that follow each other, the second beginning nothing by its form; none of a
  /// block of short lines.
  private static func pairs(of block: some BidirectionalCollection<PhysicalLine>) -> [Pair] {
    let widest = block.lazy.map(\.columns).max() ?? 0
    guard let last = block.last, widest >= narrowest else { return [] }
    var pairs: [Pair] = []
    var titles = 0
    for (previous, line) in zip(block, block.dropFirst()) {
      guard !line.isItem, line.indentation < previous.indentation + 2 else { continue }
      let isTitle =
        !previous.endsSentence && line.start == .uppercase && previous.columns * 4 < widest * 3
      if pairs.isEmpty, isTitle, titles < mostTitles {
        titles += 1
        continue
      }
      pairs.append(
        Pair(previous: previous, line: line, isOfSentences: last.endsSentence))
    }
    return pairs
  }

  /// So many lines may stand over the text of a block: a headline, what goes with it, a byline.
  private static let mostTitles = 3

  /// The widest of many lines, a few that stand out aside.
  private static func width(of pairs: [Pair]) -> Int? {
    let sorted = pairs.map { max($0.previous.columns, $0.line.columns) }.sorted(by: >)
    return sorted.isEmpty ? nil : sorted[min(sorted.count / 8, 2)]
  }
}
