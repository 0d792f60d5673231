import ArticleModel

/// The words by which two people are called of one another, as far as an article has them.
struct RelationWords {
  let father: WordID?
  let mother: WordID?
  let wife: WordID?
  let husband: WordID?
  let parents: WordID?
  let married: WordID?
  private let children: Set<WordID>
  /// By the noun for one of two: what he and what she calls the other back.
  private let converses: [WordID: (male: WordID?, female: WordID?)]

  init(_ words: WordTable) {
    father = words.find("father")
    mother = words.find("mother")
    wife = words.find("wife")
    husband = words.find("husband")
    parents = words.find("parents")
    married = words.find("married")
    children = Set(["son", "daughter", "child"].compactMap { words.find($0) })
    var converses: [WordID: (male: WordID?, female: WordID?)] = [:]
    for (nouns, male, female) in Self.pairs {
      for noun in nouns {
        if let id = words.find(noun) { converses[id] = (words.find(male), words.find(female)) }
      }
    }
    self.converses = converses
  }

  func isChild(_ word: WordID) -> Bool { children.contains(word) }

  /// What somebody is to the one whom he or she calls by the noun: of "his son", the father.
  func converse(of noun: WordID, _ gender: PersonGender.Gender?) -> WordID? {
    guard let pair = converses[noun], let gender else { return nil }
    return gender == .male ? pair.male : pair.female
  }

  private static let pairs: [(nouns: [String], male: String, female: String)] = [
    (["son", "daughter", "child"], "father", "mother"), (["father", "mother"], "son", "daughter"),
    (["brother", "sister", "sibling"], "brother", "sister"),
    (["wife", "husband"], "husband", "wife"),
    (["ex-wife", "ex-husband"], "ex-husband", "ex-wife"), (["uncle", "aunt"], "nephew", "niece"),
    (["nephew", "niece"], "uncle", "aunt"),
    (["girlfriend", "boyfriend"], "boyfriend", "girlfriend"),
    (["grandfather", "grandmother"], "grandson", "granddaughter"),
    (["grandson", "granddaughter"], "grandfather", "grandmother"),
    (["friend"], "friend", "friend"), (["colleague"], "colleague", "colleague"),
    (["partner"], "partner", "partner"), (["cousin"], "cousin", "cousin"),
    (["roommate"], "roommate", "roommate"), (["teammate"], "teammate", "teammate"),
  ]
}
