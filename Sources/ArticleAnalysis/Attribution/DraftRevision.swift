import ArticleModel

/// Revises what rules over words found, where a sentence's tree shows more.
struct DraftRevision {
  private let reader: ClauseReader
  private let relations: [TreeRelation]
  private var tree: RelationTree?

  /// No tree of a longer sentence is read, so that time stays linear.
  private static let longestSentence = 300

  init(_ reader: ClauseReader, words: WordTable) {
    self.reader = reader
    relations = TreeRelation.table(of: words)
  }

  /// Revises the drafts of an article.
  mutating func revise(_ drafts: inout [AttributionDraft]) {
    for index in drafts.indices where drafts[index].cueHead >= 0 {
      readTree(of: drafts[index].cueHead)
      guard let tree else { continue }
      if let source = source(of: drafts[index], tree) { drafts[index].source = source }
    }
    let sources = Dictionary(
      drafts.lazy.filter { $0.cueHead >= 0 }.map { ($0.cueHead, $0.source) },
      uniquingKeysWith: { first, _ in first })
    for index in drafts.indices where drafts[index].cueHead >= 0 {
      readTree(of: drafts[index].cueHead)
      guard let tree, let part = drafts[index].content.last else { continue }
      if let end = end(of: part, drafts[index].cueHead, before: sources, tree) {
        drafts[index].content[drafts[index].content.count - 1].end = end
      }
    }
  }

  // MARK: - Implementation

  private mutating func readTree(of token: Int) {
    if let tree, tree.range.contains(token) { return }
    let sentence = reader.sentences[Int(reader.tokens[token].sentence)].tokens
    tree =
      sentence.count > Self.longestSentence
      ? nil : RelationTree(sentence: sentence, tokens: reader.tokens, relations: relations)
  }

  /// "A survey by the institute suggests": the subject, where the rules took a noun inside it.
  private func source(of draft: AttributionDraft, _ tree: RelationTree) -> TokenRange? {
    guard let source = draft.source, tree.range.contains(source.start),
      source.end <= tree.range.end, let inner = tree.head(of: source),
      let subject = subject(of: draft.cueHead, tree), subject != inner, subject < source.start,
      !reader.isQuoted(subject), !source.contains(subject)
    else { return nil }
    var token = inner
    for _ in 0..<8 {
      switch tree.relation(token) {
      case .nominal, .agent, .oblique, .nounClause, .object: break
      default: return nil
      }
      guard let head = tree.head(token) else { return nil }
      if head == subject {
        let phrase = tree.nounPhrase(subject)
        return TokenRange(phrase.start, max(phrase.end, source.end))
      }
      token = head
    }
    return nil
  }

  private func subject(of verb: Int, _ tree: RelationTree) -> Int? {
    guard let subject = tree.subject(verb), subject < verb,
      tree.relation(subject) == .subject
    else { return nil }
    switch reader.partOfSpeech(subject) {
    case .noun, .properNoun: return subject
    default: return nil
    }
  }

  /// "said it would close but the union argued …": where another's words begin.
  private func end(
    of part: TokenRange, _ cue: Int, before sources: [Int: TokenRange?], _ tree: RelationTree
  ) -> Int? {
    guard part.start > cue, tree.range.contains(part.start) else { return nil }
    for other in part.start..<min(part.end, tree.range.end) where tree.relation(other) == .conjunct
    {
      guard !reader.isQuoted(other), let source = sources[other] ?? nil,
        source.start > part.start, source.start < other,
        let conjunction = tree.child(other, .coordination), conjunction < source.start,
        conjunction > part.start + 1,
        tree.head(other) == cue || reader.word(conjunction) == .but
      else { continue }
      var end = conjunction
      while end > part.start + 1, reader.isPunctuation(end - 1), !reader.isQuoted(end - 1) {
        end -= 1
      }
      return end
    }
    return nil
  }
}
