import ArticleModel

/// The closed classes of English: no other word is a preposition, a conjunction, an article, a
/// pronoun, an auxiliary or a particle.
///
/// Only words of five letters or more are told by their absence; shorter ones may be clippings.
enum ClosedClasses {
  /// Whether a word, in lower case, can be in no closed class.
  static func excludes(_ word: some BidirectionalCollection<UInt8>) -> Bool {
    guard word.count >= 5, word.allSatisfy({ $0.isASCIILetter }),
      !word.suffix(3).elementsEqual("ing".utf8)
    else { return false }
    return long[FeatureHash.part(of: word)] == nil
  }

  /// Whether words of this part of speech are a closed class.
  static func isClosed(_ partOfSpeech: PartOfSpeech) -> Bool {
    switch partOfSpeech {
    case .adposition, .auxiliary, .coordinatingConjunction, .determiner, .particle, .pronoun,
      .subordinatingConjunction:
      return true
    case .unknown, .adjective, .adverb, .interjection, .noun, .numeral, .properNoun, .punctuation,
      .symbol, .verb, .other:
      return false
    }
  }

  // MARK: - Implementation

  private static let long = HashedTable<Bool>(
    """
    aboard about above abouts across after against ahead albeit along alongside although amidst \
    among amongst another anybody anyone anything around aside atop based because before behind \
    below beneath beside besides better between beyond cannot could couldst despite depends either \
    enough every everybody everyone everything except extra given gonna gotta granted hence herself \
    himself inside instead itself least might minus myself neither nobody nothing notwithstanding \
    nought opposite other others ought ourselves outside outta prior provided quite rather \
    regardless round several shall shoulda should since somebody someone something supposed their \
    theirs them themself themselves there these thine those though through throughout toward \
    towards under underneath unless unlike until upside versus wanna whatever whatsoever whence \
    whenever where whereas whereby wherein whereupon wherever whether which whichever while whilst \
    whoever whole whomever whose within without worth would yours yourself yourselves dared needs \
    thanks according
    """.split(separator: " ").map { (FeatureHash.part(of: $0.utf8), true) })
}
