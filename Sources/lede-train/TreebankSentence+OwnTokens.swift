import ArticleAnalysis
import ArticleModel

/// The sentence in the words of lede's own tokenizer.
extension TreebankSentence {
  /// The sentence parted as lede's tokenizer parts it.
  ///
  /// A word that the treebank parts at its hyphens is one again, with the tag of its head and the tree
  /// that follows. The same sentence where both agree, nil where lede parts a word that the treebank
  /// keeps.
  func inOwnTokens() -> TreebankSentence? {
    guard let groups = groups() else { return nil }
    guard groups.count < words.count else { return self }
    var groupOf = [Int](repeating: 0, count: words.count)
    for (number, group) in groups.enumerated() {
      for index in group { groupOf[index] = number }
    }
    var sentence = self
    sentence.words = groups.map { group in
      let head = head(of: group)
      var word = joined(group, head: head)
      word.head = words[head].head.map { groupOf[$0] }
      word.isSpaceAfter = words[group.upperBound - 1].isSpaceAfter
      return word
    }
    return sentence
  }

  // MARK: - Implementation

  /// The treebank's words that each of lede's tokens holds.
  private func groups() -> [Range<Int>]? {
    var article = TreebankDocument(sentences: [self]).annotated()
    let ends = article.tokens.map(\.end)
    Tokenizer().annotate(&article)
    var groups: [Range<Int>] = []
    var next = 0
    for token in article.tokens {
      let first = next
      while next < ends.count, ends[next] < token.end { next += 1 }
      guard next < ends.count, ends[next] == token.end else { return nil }
      next += 1
      groups.append(first..<next)
    }
    return next == ends.count ? groups : nil
  }

  /// The word of the group that depends on one outside; the last where there are several.
  private func head(of group: Range<Int>) -> Int {
    group.last { index in words[index].head.map { !group.contains($0) } ?? true }
      ?? group.upperBound - 1
  }

  private func joined(_ group: Range<Int>, head: Int) -> Word {
    var word = words[head]
    guard group.count > 1 else { return word }
    word.form = words[group].map(\.form).joined()
    if isModifier(group, head: head) {
      word.upos = "ADJ"
      word.xpos = "JJ"
      word.lemma = word.form.lowercased()
    } else {
      let isName = word.upos == "PROPN"
      word.lemma =
        group.map { index in
          if index == head { return words[index].lemma }
          return isName ? words[index].form : words[index].form.lowercased()
        }.joined()
    }
    return word
  }

  /// Whether the Penn Treebank calls the joined word an adjective: "war-torn", "long-term",
  /// "three-year" before a noun, but not "oil-price".
  private func isModifier(_ group: Range<Int>, head: Int) -> Bool {
    let word = words[head]
    guard let governor = word.head, governor >= group.upperBound else { return false }
    switch word.upos {
    case "VERB": return word.relation == "amod"
    case "NOUN", "ADJ", "ADV":
      guard ["amod", "compound", "nmod", "nummod"].contains(word.relation) else { return false }
      return word.upos != "NOUN"
        || ["ADJ", "NUM", "VERB", "ADV", "ADP"].contains(words[group.lowerBound].upos)
    default: return false
    }
  }
}
