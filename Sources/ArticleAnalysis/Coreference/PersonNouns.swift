import ArticleModel

/// Nouns that say what somebody is: those of the word lists, and others that are no titles.
struct PersonNouns {
  private let tokens: NameTokens
  private let others: [WordID: PersonGender.Gender?]

  init(_ tokens: NameTokens) {
    self.tokens = tokens
    let words = tokens.article.words
    var others: [WordID: PersonGender.Gender?] = [:]
    for (word, gender) in Self.others {
      if let id = words.find(word) { others.updateValue(gender, forKey: id) }
    }
    self.others = others
  }

  /// Whether the word is a noun for one person.
  func contains(_ index: Int) -> Bool {
    tokens.has(index, [.title, .role, .kin]) || others[lower(index)] != nil
  }

  /// Whether the word says no more of somebody than age and gender: "man", "girl", "teenager".
  func isPlain(_ index: Int) -> Bool {
    Self.plain.contains { tokens.matches(index, $0) }
  }

  /// The gender that the noun tells.
  func gender(_ index: Int) -> PersonGender.Gender? { others[lower(index)] ?? nil }

  // MARK: - Implementation

  private func lower(_ index: Int) -> WordID { tokens.article.tokens[index].lower }

  private static let plain: [StaticString] = [
    "man", "woman", "boy", "girl", "kid", "teenager", "teen", "youth", "guy", "lady", "gentleman",
    "toddler", "pensioner",
  ]

  private static let others: [(word: String, gender: PersonGender.Gender?)] =
    lists.flatMap { list, gender in
      "\(list)".split(separator: " ").map { (String($0), gender) }
    }

  private static let lists: [(StaticString, PersonGender.Gender?)] = [
    (
      """
      man boy guy gentleman father son brother husband uncle nephew grandfather grandson boyfriend \
      stepfather stepson widower ex-husband half-brother stepbrother fiancé actor spokesman \
      businessman waiter hero kinsman policeman fisherman cowboy salesman stuntman
      """, .male
    ),
    (
      """
      woman girl lady mother daughter sister wife aunt niece grandmother granddaughter girlfriend \
      stepmother stepdaughter widow ex-wife half-sister stepsister fiancée actress spokeswoman \
      businesswoman waitress heroine ballerina policewoman midwife
      """, .female
    ),
    (
      """
      kid child teenager teen youth toddler pensioner partner mentor tutor pupil disciple protégé \
      protege successor predecessor client patient employer employee heir heiress co-star costar \
      co-worker coworker collaborator bandmate companion comrade laureate superhero cook baker \
      butcher barber gamer user vlogger defector whistleblower champion winner runner-up gymnast \
      wrestler medalist medallist linguist theologian translator biographer psychoanalyst \
      criminologist climatologist cardiologist virologist oncologist immunologist zoologist \
      botanist geneticist theorist logician magician dancer jockey jeweler \
      jeweller tailor carpenter plumber electrician mechanic rancher nanny babysitter \
      guardian godfather godmother twin sibling spouse ex-boyfriend ex-girlfriend benefactor \
      patron rapper frontman bandleader saxophonist cellist organist soprano tenor baritone \
      filmmaker showrunner essayist lexicographer cosmologist cosmonaut mountaineer explorer \
      frontiersman abolitionist suffragist missionary evangelist hermit saint apostle prophet
      """, nil
    ),
  ]
}
