import ArticleModel

/// A cue with one of the sources and one of the contents that it may have.
struct AttributionCandidate {
  /// How the source stands to the cue.
  enum SourceRelation: UInt8 {
    case none, rule, subject, inheritedSubject, modifiedNoun, agent, possessor, nounOblique
    case subjectOfGovernor, object
  }

  /// How the content stands to the cue.
  enum ContentRelation: UInt8 {
    case rule, clause, openClause, object, objectAndOpenClause, oblique, prepositional
    case adverbialClause, parataxis, rest, around, before, quoteBefore, nounClause
    case subjectAndOpenClause, passiveSubject
  }

  struct Source {
    var range: TokenRange?
    var relation: SourceRelation
    /// The token that carries its meaning; -1 without a source.
    var head: Int
  }

  struct Content {
    var parts: [TokenRange]
    var relation: ContentRelation
    /// How its end was found: 0 for the whole, else which cut.
    var cut: UInt8
    /// The token in the tree that it hangs from; -1 where there is none.
    var head: Int
  }

  var cueHead: Int
  var cue: TokenRange
  var source: Source
  var content: Content
  /// The draft that the rules made of it, by place in their list; nil for one of the tree's.
  var draft: Int?
}
