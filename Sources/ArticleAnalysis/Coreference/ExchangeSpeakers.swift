import ArticleModel

/// Who asks and who answers in a transcript of "Q" and "A": whoever asked, and was asked, right before it.
///
/// "Prosecutor Ana Ruiz asked the witness who was there. Q: Did you see him? A: I did."
struct ExchangeSpeakers {
  private let tokens: NameTokens

  /// How many paragraphs may part the asking from the first question.
  private static let reach = 2

  init(_ tokens: NameTokens) { self.tokens = tokens }

  /// Fills the speakers of questions and answers, in text order.
  func link(_ quotations: inout [Quotation], mentions: [Mention]) {
    var asking: (paragraph: Int, speaker: Int?, asked: Int?)?
    for index in quotations.indices {
      let quotation = quotations[index]
      if quotation.isNested { continue }
      if let isQuestion = isQuestion(quotation) {
        guard let known = asking, quotation.paragraph - known.paragraph <= Self.reach else {
          continue
        }
        // The exchange goes on from line to line.
        asking?.paragraph = quotation.paragraph
        quotations[index].speaker = isQuestion ? known.speaker : known.asked
      } else if quotation.cueLemma == "ask" || quotation.cueLemma == "question" {
        asking = (
          quotation.paragraph, quotation.speaker,
          quotation.addressee.flatMap { person(in: $0, mentions) }
        )
      } else if let known = asking, quotation.paragraph > known.paragraph {
        asking = nil
      }
    }
  }

  // MARK: - Implementation

  /// Whether the line is a question or an answer; nil for any other quotation.
  private func isQuestion(_ quotation: Quotation) -> Bool? {
    guard let source = quotation.source.first, quotation.source.count == 1, source.count <= 2 else {
      return nil
    }
    let label = tokens.tokens(in: source)
    guard label.count == 1 else { return nil }
    if tokens.matches(label.start, "q") || tokens.matches(label.start, "q.") { return true }
    if tokens.matches(label.start, "a") || tokens.matches(label.start, "a.") { return false }
    return nil
  }

  private func person(in range: TextRange, _ mentions: [Mention]) -> Int? {
    var index = SpeakerLinker.first(endingAfter: range.start, mentions)
    while index < mentions.count, mentions[index].range.start < range.end {
      if range.contains(mentions[index].range) { return mentions[index].entity }
      index += 1
    }
    return nil
  }
}
