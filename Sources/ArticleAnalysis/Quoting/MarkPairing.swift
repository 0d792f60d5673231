import ArticleModel

/// Pairs the quotation marks of one paragraph, outermost pairs only.
struct MarkPairing {
  private let marks: [QuotationMark]
  /// The paragraph's last token plus one.
  private let end: Int
  /// Marks that have opened and not closed, outermost first.
  private var open: [QuotationMark] = []
  private var found: [TokenRange] = []

  private static let deepest = 4

  init(marks: [QuotationMark], end: Int) {
    self.marks = marks
    self.end = end
  }

  /// The token ranges between paired marks, ascending and apart from each other.
  mutating func pairs() -> [TokenRange] {
    for index in marks.indices { read(index) }
    // What is still open: a double mark reaches to the paragraph's end, a single one was none.
    if let outermost = open.first(where: { $0.family != .single }) {
      append(TokenRange(outermost.token + 1, end))
    }
    return found
  }

  // MARK: - Implementation

  private mutating func read(_ index: Int) {
    let mark = marks[index]
    let partner = open.lastIndex { $0.family == mark.family }
    if let partner, closes(mark, open[partner], index) {
      let opened = open[partner]
      open.removeSubrange(partner...)
      // Inside another double pair the pair is nested, and its words belong to the outer one; a
      // single mark that never closes does not hold it.
      if !open.contains(where: { $0.family != .single }) {
        if open.isEmpty || opened.family != .single {
          append(TokenRange(opened.token + 1, mark.token))
        }
      }
      return
    }
    guard mark.mayOpen else { return }
    if let partner {
      // "“He wrote „no“ twice”": a low mark inside a high pair is nested.
      let isLowInside = mark.isLow && !open[partner].isLow
      if mark.family == .single || !isLowInside && !isNested(index, in: open[partner]) {
        let opened = open[partner]
        open.removeSubrange(partner...)
        if mark.mayReopen, !open.contains(where: { $0.family != .single }) {
          // "“We lost. “It is over.”": one quotation, reopened at its second sentence.
          append(TokenRange(opened.token + 1, mark.token))
        }
        // Else the one before never closed.
      }
    }
    if open.count < Self.deepest { open.append(mark) }
  }

  private func closes(_ mark: QuotationMark, _ opened: QuotationMark, _ index: Int) -> Bool {
    if opened.isLow, !mark.isLow { return mark.token > opened.token + 1 || mark.mayClose }
    guard mark.mayClose else { return false }
    if mark.mayBeApostrophe, index + 1 < marks.count {
      let next = marks[index + 1]
      // "the ministers’ plan failed,’": the later one closes.
      if next.family == .single, next.mayClose, !next.mayOpen { return false }
    }
    return true
  }

  /// Whether a mark that opens inside an open pair of its family is nested: two closing marks follow,
  /// or one and a mark at which the outer quotation reopens.
  private func isNested(_ index: Int, in opened: QuotationMark) -> Bool {
    var closing = 0
    for next in marks[(index + 1)...].prefix(4) where next.family == marks[index].family {
      if closing == 1, next.mayReopen, !marks[index].mayReopen { return opened.mayBeginSpeech }
      guard next.mayClose, !next.mayOpen else { return false }
      closing += 1
      if closing == 2 { return true }
    }
    return false
  }

  private mutating func append(_ range: TokenRange) {
    guard !range.isEmpty else { return }
    // A pair found later may hold earlier ones ("outer ‘inner’ outer" with the marks swapped).
    while let last = found.last, last.start >= range.start { found.removeLast() }
    if let last = found.last, last.end > range.start { return }
    found.append(range)
  }
}
