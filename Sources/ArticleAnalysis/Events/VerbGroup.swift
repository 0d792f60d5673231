import ArticleModel

/// A finite verb with its auxiliaries: "has not been approved", "agreed to open".
struct VerbGroup {
  var range: TokenRange
  /// The token of the verb that says what is done.
  var main: Int
  var isPassive = false
  var isNegated = false
  /// "would", or "agree" of "agreed to open".
  var modal: WordID?

  /// The group that begins at a token; nil where no finite verb group begins there.
  init?(_ article: AnnotatedArticle, _ words: EventWords, at start: Int, before end: Int) {
    var index = start
    var isFinite = false
    var hasBe = false
    var hasHave = false
    var modal: WordID?
    var isNegated = false
    var main = -1
    let limit = min(end, start + 12)
    while index < limit {
      let token = article.tokens[index]
      switch token.partOfSpeech {
      case .auxiliary:
        let tag = article.words[token.tag]
        if !isFinite {
          // "that they be released" demands, it does not state.
          guard tag == "MD" || tag == "VBZ" || tag == "VBD" || tag == "VBP", token.lower != words.be
          else { return nil }
          isFinite = true
        }
        if tag == "MD" { modal = token.lemma }
        hasBe = token.lemma == words.be || hasBe && token.lemma != words.have
        hasHave = hasHave || token.lemma == words.have
        index += 1
        continue
      case .adverb, .particle:
        guard isFinite, token.lower != words.to else { break }
        if words.isNegation(token.lower) { isNegated = true }
        index += 1
        continue
      case .verb:
        let tag = article.words[token.tag]
        if isFinite {
          guard Self.fits(tag, hasBe: hasBe, hasHave: hasHave, hasModal: modal != nil) else {
            break
          }
        } else {
          guard tag == "VBD" || tag == "VBZ" || tag == "VBP" else { return nil }
          isFinite = true
        }
        main = index
        self.isPassive = hasBe && tag == "VBN"
      case .unknown, .adjective, .adposition, .coordinatingConjunction, .determiner, .interjection,
        .noun, .numeral, .pronoun, .properNoun, .punctuation, .subordinatingConjunction, .symbol,
        .other:
        break
      }
      break
    }
    guard main >= 0 else { return nil }
    self.range = TokenRange(start, main + 1)
    self.main = main
    self.isNegated = isNegated
    self.modal = modal
    takeInfinitive(article, words, before: end)
  }

  // MARK: - Implementation

  private static func fits(_ tag: String, hasBe: Bool, hasHave: Bool, hasModal: Bool) -> Bool {
    if hasBe { return tag == "VBN" || tag == "VBD" || tag == "VBG" }
    if hasHave { return tag == "VBN" || tag == "VBD" }
    return tag == "VB" || tag == "VBP" || !hasModal && tag == "VBN"
  }

  /// "agreed to open": the infinitive says what is done.
  private mutating func takeInfinitive(
    _ article: AnnotatedArticle, _ words: EventWords, before end: Int
  ) {
    let lemma = article.tokens[main].lemma
    guard words.isCatenative(lemma) || words.isAspect(lemma) else { return }
    var index = range.end
    guard index + 1 < end, article.tokens[index].lower == words.to else { return }
    index += 1
    while index + 1 < end, article.tokens[index].partOfSpeech == .adverb { index += 1 }
    guard article.tokens[index].partOfSpeech == .verb else { return }
    if words.isCatenative(lemma) { modal = lemma }
    main = index
    isPassive = false
    range.end = index + 1
  }
}
