import ArticleModel

/// A stretch of tokens that may be a name, with what speaks for each kind.
struct NameCandidate {
  /// Points for each kind; the kind with the most is taken.
  struct Votes {
    var person = 0
    var organization = 0
    var place = 0
    var group = 0
    var other = 0

    /// The kind with the most points, nil where there are none.
    var winner: (kind: Entity.Kind, points: Int)? {
      var best: (kind: Entity.Kind, points: Int)?
      let all: [(Entity.Kind, Int)] = [
        (.person, person), (.place, place), (.organization, organization), (.group, group),
        (.other, other),
      ]
      for (kind, points) in all where points > 0 && points > (best?.points ?? 0) {
        best = (kind, points)
      }
      return best
    }

    static func += (votes: inout Votes, more: Votes) {
      votes.person += more.person
      votes.organization += more.organization
      votes.place += more.place
      votes.group += more.group
      votes.other += more.other
    }
  }

  var tokens: TokenRange
  var votes = Votes()
  var kind: Entity.Kind?
  var titles: [TokenRange] = []
  var form: Mention.Form = .name
  /// The lexicon's entry of the thing by its usual name; -1 where the lexicon knows none.
  var canonical: Int32 = -1
  /// A word with a capital only because it stands first, so far as is known.
  var isDoubtful = false
  var how = "name.unknown"
}
