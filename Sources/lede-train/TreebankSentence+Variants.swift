import ArticleAnalysis
import ArticleModel

/// The same sentence as a newspaper might print it.
extension TreebankSentence {
  /// In capitals throughout, as headlines of some agencies are.
  func inCapitals() -> TreebankSentence { spelled { $0.form.uppercased() } }

  /// As a headline: every word but short function words with a capital, without articles, without
  /// the auxiliary "be" and the full stop.
  func asHeadline() -> TreebankSentence {
    let isHead = Set(words.compactMap(\.head))
    let kept = words.indices.filter { index in
      let word = words[index]
      guard !isHead.contains(index), words.count > 4 else { return true }
      let isArticle = word.xpos == "DT" && ["a", "an", "the"].contains(word.lemma)
      let isBe = word.upos == "AUX" && word.lemma == "be" && word.relation.hasPrefix("aux")
      let isStop = index == words.count - 1 && word.xpos == "."
      return !isArticle && !isBe && !isStop
    }
    let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    var headline = self
    headline.words = kept.map { index in
      var word = words[index]
      word.head = word.head.flatMap { place[$0] }
      return word
    }
    var isFirst = true
    return headline.spelled { word in
      defer { isFirst = false }
      let isSmall =
        word.form.count < 5 && ["IN", "DT", "CC", "TO", "RP", "POS"].contains(word.xpos)
      return isSmall && !isFirst ? word.form : Self.capitalized(word.form)
    }
  }

  private func spelled(_ spelling: (Word) -> String) -> TreebankSentence {
    var sentence = self
    for index in words.indices { sentence.words[index].form = spelling(words[index]) }
    return sentence
  }

  private static func capitalized(_ form: String) -> String {
    guard let first = form.first, first.isLetter else { return form }
    return first.uppercased() + form.dropFirst()
  }
}
