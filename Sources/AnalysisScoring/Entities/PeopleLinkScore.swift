/// How often mentions of named people that are no names were linked to the right person.
struct PeopleLinkScore: AnalysisScore, Equatable {
  /// What sort of mention is to be linked.
  enum Form: String, CaseIterable {
    /// "she", "their"
    case thirdPerson = "pronoun3"
    /// "the minister"
    case nominal
    /// "he is [a writer]": a reader need not link it.
    case attribute
    /// "I", "you"
    case firstOrSecondPerson = "pronoun12"
    case otherPronoun = "pronoun-other"
  }

  /// What became of a mention.
  enum Outcome { case right, wrong, unlinked }

  struct Tally: Equatable {
    var right = 0
    var wrong = 0
    var unlinked = 0

    var count: Int { right + wrong + unlinked }
    /// The share of all mentions that are right.
    var accuracy: Double { Agreement.share(right, of: count) }
    /// The share of the linked ones that are right.
    var precision: Double { Agreement.share(right, of: right + wrong) }

    mutating func add(_ other: Tally) {
      right += other.right
      wrong += other.wrong
      unlinked += other.unlinked
    }

    mutating func add(_ outcome: Outcome) {
      switch outcome {
      case .right: right += 1
      case .wrong: wrong += 1
      case .unlinked: unlinked += 1
      }
    }
  }

  private var tallies: [Form: Tally] = [:]

  subscript(form: Form) -> Tally { tallies[form] ?? Tally() }

  mutating func add(_ form: Form, _ outcome: Outcome) {
    tallies[form, default: Tally()].add(outcome)
  }

  mutating func add(_ other: PeopleLinkScore) {
    for (form, tally) in other.tallies { tallies[form, default: Tally()].add(tally) }
  }

  /// Each form, and the two together that a reader would link.
  var rows: [(name: String, tally: Tally)] {
    var both = self[.thirdPerson]
    both.add(self[.nominal])
    return Form.allCases.map { ($0.rawValue, self[$0]) } + [("pronoun3+nominal", both)]
  }
}
