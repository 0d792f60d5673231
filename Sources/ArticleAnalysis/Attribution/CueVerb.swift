import ArticleModel

/// A verb that reports words or thoughts: what it says of them, and what may follow it.
struct CueVerb {
  /// What the content of a cue looks like.
  struct Frames: OptionSet {
    let rawValue: UInt16
    /// "said that the road was lost", "said the road was lost".
    static let clause = Frames(rawValue: 1)
    /// "asked whether", "explained why".
    static let question = Frames(rawValue: 2)
    /// "vowed to rebuild".
    static let infinitive = Frames(rawValue: 4)
    /// "criticized the plan".
    static let object = Frames(rawValue: 8)
    /// "urged the mayor to resign".
    static let objectInfinitive = Frames(rawValue: 16)
    /// "warned of floods", "called for a vote", "talked about the road".
    static let preposition = Frames(rawValue: 32)
    /// "praised him as", "described the plan as", "accused her of": the object belongs to it.
    static let objectPreposition = Frames(rawValue: 64)
    /// "“We lost,” she said": stands beside words in quotation marks.
    static let quoted = Frames(rawValue: 128)
    /// Has a person before its content ("told reporters that").
    static let addressee = Frames(rawValue: 256)
    /// "is expected to", "was accused of": passive, without a source.
    static let passive = Frames(rawValue: 512)
    /// An object only where some of it stands in quotation marks ("called it a “mess”").
    static let quotedObject = Frames(rawValue: 1024)
    /// "seems to": nobody is named, and the subject belongs to the content.
    static let seeming = Frames(rawValue: 2048)
    /// "referred to the plan", "did not respond to a request": with "to" and a noun.
    static let toward = Frames(rawValue: 4096)
    /// "pleaded not guilty": an adjective says what is claimed.
    static let adjective = Frames(rawValue: 8192)
  }

  var lemma: String
  var attitude: Quotation.Attitude
  var frames: Frames

  /// Whether it gives its object a name ("called it a “mess”").
  var names: Bool { frames.contains(.quotedObject) && !frames.contains(.clause) }

  /// Whether "out" may belong to it ("pointed out that").
  var isPhrasal: Bool { lemma == "point" || lemma == "call" || lemma == "spell" || lemma == "lay" }
}
