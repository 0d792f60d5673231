import ArticleModel

/// What news writes otherwise than the web texts that most of the learning was done on.
///
/// Only words that training never saw are touched.
extension TaggerModel {
  /// Classes that stand for another where the word is unknown.
  struct UnknownWords: Sendable {
    /// The class of names, where the model has it.
    let name: Int?
    /// The class of past participles.
    let participle: Int?
    /// The class of past tenses.
    let past: Int?
    let noun: Int?
    let nouns: Int?
    let adjective: Int?
    /// Per class: whether it is an auxiliary other than a modal; whether it is an adverb.
    let isAuxiliary: [Bool]
    let isAdverb: [Bool]

    init(_ classes: [TagClass]) {
      name = classes.firstIndex(of: TagClass(.properNoun, "NNP"))
      participle = classes.firstIndex(of: TagClass(.verb, "VBN"))
      past = classes.firstIndex(of: TagClass(.verb, "VBD"))
      noun = classes.firstIndex(of: TagClass(.noun, "NN"))
      nouns = classes.firstIndex(of: TagClass(.noun, "NNS"))
      adjective = classes.firstIndex(of: TagClass(.adjective, "JJ"))
      isAuxiliary = classes.map { $0.partOfSpeech == .auxiliary && $0.tag != "MD" }
      isAdverb = classes.map { $0.partOfSpeech == .adverb }
    }

    /// The class of an unknown word for which `choice` was chosen.
    ///
    /// `before` is the class of the token before, and 1, or 0 at the start; so is `beforeThat` of the
    /// one before that.
    func corrected(
      _ choice: Int, of word: WordTraits, style: SentenceStyle, before: Int,
      beforeThat: Int
    ) -> Int {
      // "Ruiz sang": listed as the past of a verb and as nothing else.
      if word.entry.lists == Self.pastForm, choice == noun { return past ?? choice }
      guard word.entry == .unknown else { return choice }
      switch word.casing {
      case .capitalized, .upper:
        // "Ruiz called for a bridge": a capital, and no small letters anywhere in the article.
        let isPlural = choice == nouns && word.ending(1) == UInt64(UInt8(ascii: "s"))
        guard style == .ordinary, choice == noun || choice == nouns, !isPlural,
          word.writings & 1 == 0
        else { return choice }
        return name ?? choice
      case .lower:
        // "was jailed", "has since been jailed"
        guard choice == adjective, word.ending(2) == Self.ed, before > 0 else { return choice }
        let isBehindAuxiliary =
          isAuxiliary[before - 1]
          || isAdverb[before - 1] && beforeThat > 0 && isAuxiliary[beforeThat - 1]
        return isBehindAuxiliary ? participle ?? choice : choice
      case .none, .mixed, .letter: return choice
      }
    }

    private static let pastForm = UInt16(VerbForms.Forms.past.rawValue)
    private static let ed = UInt64(UInt8(ascii: "e")) << 8 | UInt64(UInt8(ascii: "d"))
  }
}
