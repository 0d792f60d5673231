import ArticleModel

/// The verbs and small words that events turn on, by the article's word ids.
struct EventWords {
  let be: WordID?
  let get: WordID?
  let by: WordID?
  let of: WordID?
  let who: WordID?
  let this: WordID?
  let questionMark: WordID?
  private let catenatives: Set<WordID>
  private let aspects: Set<WordID>
  private let controls: Set<WordID>
  private let stative: Set<WordID>
  private let deeds: Set<WordID>
  private let conditions: Set<WordID>
  private let relatives: Set<WordID>
  private let relativeAdverbs: Set<WordID>
  private let circumstances: Set<WordID>
  private let negations: Set<WordID>
  private let measures: Set<WordID>
  private let pronouns: Set<WordID>
  private let placePrepositions: Set<WordID>
  private let openingQuote: WordID?
  private let closingQuote: WordID?
  /// The forms of verbs by their tags.
  let verbTags: VerbTags

  init(_ article: AnnotatedArticle) {
    let words = article.words
    func ids(_ list: [String]) -> Set<WordID> { Set(list.compactMap { words.find($0) }) }
    be = words.find("be")
    get = words.find("get")
    by = words.find("by")
    of = words.find("of")
    who = words.find("who")
    this = words.find("this")
    questionMark = words.find("?")
    catenatives = ids(Self.catenativeWords)
    aspects = ids(Self.aspectVerbs)
    controls = ids(Self.controlVerbs)
    stative = ids(Self.stativeVerbs)
    deeds = ids(Self.intransitiveDeeds)
    conditions = ids(["if", "unless", "whether", "lest", "until"])
    relatives = ids(["who", "whom", "which", "that"])
    relativeAdverbs = ids(["where", "when", "why", "how"])
    circumstances = ids(
      ["day", "time", "moment", "year", "week", "month", "place", "way", "reason", "case", "point"])
    negations = ids(["not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nor"])
    measures = ids(["%", "percent", "point", "points", "cent", "pc"])
    pronouns = ids(Self.barePronouns)
    placePrepositions = ids(["in", "at", "near"])
    openingQuote = words.find(PennTag.openQuote.rawValue)
    closingQuote = words.find(PennTag.closeQuote.rawValue)
    verbTags = VerbTags(words)
  }

  /// By its tag, whether a token is a quotation mark that opens (1), that closes (-1), or is none (0).
  func quotation(_ tag: WordID) -> Int { tag == openingQuote ? 1 : tag == closingQuote ? -1 : 0 }

  /// "agree", "plan", "likely": the verb after it is what is meant, and not stated as done.
  func isCatenative(_ lemma: WordID) -> Bool { catenatives.contains(lemma) }

  /// "begin", "continue": the verb after it is what is done.
  func isAspect(_ lemma: WordID) -> Bool { aspects.contains(lemma) }

  /// "order", "force": the verb after its object is what that one is to do.
  func isControl(_ lemma: WordID) -> Bool { controls.contains(lemma) }

  func isStative(_ lemma: WordID) -> Bool { stative.contains(lemma) }

  /// "resign", "vote": tells something also without an object.
  func isIntransitiveDeed(_ lemma: WordID) -> Bool { deeds.contains(lemma) }

  func isCondition(_ lower: WordID) -> Bool { conditions.contains(lower) }
  func isRelative(_ lower: WordID) -> Bool { relatives.contains(lower) }
  func isRelativeAdverb(_ lower: WordID) -> Bool { relativeAdverbs.contains(lower) }

  /// "day", "way": a clause behind it says what happened then or so.
  func isCircumstance(_ lemma: WordID) -> Bool { circumstances.contains(lemma) }

  func isNegation(_ lower: WordID) -> Bool { negations.contains(lower) }
  func isMeasure(_ lower: WordID) -> Bool { measures.contains(lower) }
  func isPlacePreposition(_ lower: WordID) -> Bool { placePrepositions.contains(lower) }

  /// "they", "something": says nothing of who it is.
  func isPronoun(_ lower: WordID) -> Bool { pronouns.contains(lower) }

  // MARK: - Implementation

  private static let catenativeWords = list(
    """
    agree plan want decide refuse promise vow intend try attempt expect threaten pledge offer hope
    seek aim fail decline prepare propose undertake wish need consent opt choose have go deny admit
    consider avoid stop cease
    set likely unlikely able unable willing unwilling ready due poised bound certain sure keen
    reluctant eager
    """)

  private static let aspectVerbs = list("begin start continue manage help proceed rush keep")

  private static let controlVerbs = list(
    """
    order force allow permit require urge ask tell authorize authorise instruct oblige compel
    persuade convince encourage invite forbid
    """)

  private static let intransitiveDeeds = list(
    """
    resign die vote object arrive withdraw retreat surrender escape flee win lose collapse explode
    crash protest retire return travel compete campaign march appeal quit perform graduate emigrate
    intervene abstain appear disappear rebel triumph advance sink drown converge meet fight strike
    leave step walk depart land merge split secede dissent
    """)

  /// States, and verbs whose object is what was said or thought.
  private static let stativeVerbs = list(
    """
    be have do seem appear become remain stay look feel get go come say tell add claim think believe
    know report note explain argue insist state write ask hope want need like love mean include
    contain concern involve let see hear suggest recall expect fear describe happen occur exist
    belong consist depend stand lie sit live work cost weigh total follow accord use start begin
    continue try plan agree decide fail refuse reply respond answer comment declare stress emphasize
    acknowledge concede complain testify tweet read understand consider regard wonder realize
    remember forget learn show indicate reveal base mention speak talk conclude warn admit predict
    estimate assert allege help turn require enjoy prefer hate wait care tend
    """)

  private static let barePronouns = list(
    """
    it they them this that these those which who what there you one i we us me something anything
    everything nothing some many all others such
    """)

  private static func list(_ words: String) -> [String] {
    words.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
