import ArticleModel

/// The people met last while reading, and the choice among them.
struct RecentPeople {
  /// Somebody met, named or not.
  struct Candidate {
    /// -1 for somebody without a name ("a woman").
    var entity: Int
    var token: Int
    var sentence: Int
    var paragraph: Int
    var isSubject: Bool
    /// How the words stand that met the person last.
    var place: Place
    var gender: PersonGender.Gender?
    /// How often the person was met so far.
    var count: Int
  }

  /// Where somebody is met.
  enum Place {
    /// In the reporter's words.
    case told
    /// In somebody's words in quotation marks.
    case quoted
    /// As whoever is quoted.
    case speaking
  }

  struct Choice {
    var person: Int
    var confidence: Double
  }

  private(set) var candidates: [Candidate] = []
  private var genders: [PersonGender.Gender?]
  private var sentence = 0
  private var paragraph = 0

  private static let kept = 12
  private static let sentences = 6
  private static let paragraphs = 3

  init(tokens: NameTokens, entities: [Entity], mentions: [Mention]) {
    genders = Array(repeating: nil, count: entities.count)
    let gender = PersonGender(tokens)
    for mention in mentions where entities[mention.entity].kind == .person {
      guard genders[mention.entity] == nil else { continue }
      let name = tokens.tokens(in: mention.range)
      genders[mention.entity] = gender.address(before: name.start) ?? gender.name(name)
    }
  }

  func gender(of person: Int) -> PersonGender.Gender? { genders[person] }

  mutating func enter(sentence: Int, paragraph: Int) {
    self.sentence = sentence
    self.paragraph = paragraph
    candidates.removeAll {
      sentence - $0.sentence > Self.sentences || paragraph - $0.paragraph > Self.paragraphs
    }
  }

  mutating func meet(
    _ person: Int, at token: Int, isSubject: Bool, place: Place,
    gender: PersonGender.Gender? = nil
  ) {
    if genders[person] == nil { genders[person] = gender }
    var count = 1
    var isSubject = isSubject
    if let known = candidates.firstIndex(where: { $0.entity == person }) {
      count += candidates[known].count
      // Once the subject of a sentence, always its subject.
      if candidates[known].sentence == sentence, candidates[known].isSubject { isSubject = true }
      candidates.remove(at: known)
    }
    add(
      Candidate(
        entity: person, token: token, sentence: sentence, paragraph: paragraph,
        isSubject: isSubject, place: place, gender: genders[person], count: count))
  }

  mutating func meetUnnamed(
    at token: Int, gender: PersonGender.Gender?, isSubject: Bool, place: Place
  ) {
    add(
      Candidate(
        entity: -1, token: token, sentence: sentence, paragraph: paragraph, isSubject: isSubject,
        place: place, gender: gender, count: 1))
  }

  /// Whom a pronoun stands for; nil where that is nobody named, or nobody in particular.
  func resolve(
    _ pronoun: Pronouns.Third, at token: Int, place: Place, speaker: Int?, clauseSubject: Int?
  ) -> Choice? {
    resolve(
      pronoun.gender, at: token, place: place, speaker: speaker, clauseSubject: clauseSubject)
  }

  /// Whom a word stands for that tells this gender, or none.
  func resolve(
    _ wanted: PersonGender.Gender?, at token: Int, place: Place, speaker: Int?,
    clauseSubject: Int? = nil
  ) -> Choice? {
    let lastSubject = candidates.last { $0.isSubject && $0.token < token }?.token ?? -1
    var best: (score: Int, candidate: Candidate)?
    var second = Int.min
    for candidate in candidates where candidate.token < token {
      if candidate.entity >= 0, candidate.entity == speaker { continue }
      let gender = candidate.entity >= 0 ? genders[candidate.entity] : candidate.gender
      if let gender, let wanted, gender != wanted { continue }
      if let clauseSubject, candidate.token > clauseSubject, candidate.isSubject { continue }
      let score = score(
        candidate, from: place, isKnown: gender != nil && gender == wanted,
        lastSubject: lastSubject)
      if score > best?.score ?? Int.min {
        second = best?.score ?? Int.min
        best = (score, candidate)
      } else {
        second = max(second, score)
      }
    }
    guard let best, best.candidate.entity >= 0 else { return nil }
    let margin = second == Int.min ? 10 : best.score - second
    guard margin >= 1 else { return nil }
    let isKnown = wanted != nil && genders[best.candidate.entity] == wanted
    return Choice(
      person: best.candidate.entity,
      confidence: isKnown ? (margin >= 4 ? 0.9 : 0.75) : (margin >= 4 ? 0.7 : 0.55))
  }

  // MARK: - Implementation

  private mutating func add(_ candidate: Candidate) {
    candidates.append(candidate)
    if candidates.count > Self.kept { candidates.removeFirst() }
  }

  private func score(
    _ candidate: Candidate, from place: Place, isKnown: Bool, lastSubject: Int
  ) -> Int {
    var score = -3 * (sentence - candidate.sentence)
    if candidate.paragraph != paragraph { score -= 1 }
    if candidate.isSubject { score += 3 }
    // Whoever was the subject last goes on being it.
    if candidate.token == lastSubject { score += 2 }
    if isKnown { score += 4 }
    switch (candidate.place, place) {
    // "… said Ruiz. … he added": whoever spoke goes on.
    case (.speaking, .speaking): score += 4
    // "I met Lund," said Ruiz. He …: not whom he only speaks of.
    case (.quoted, .told), (.quoted, .speaking): score -= 3
    // The prosecutor said Lund had fled. Police arrested him: whom was spoken of, not who spoke.
    case (.speaking, .told): score -= 3
    case (.told, _), (.quoted, .quoted), (.speaking, .quoted): break
    }
    score += min(candidate.count, 4) - 1
    return score
  }
}
