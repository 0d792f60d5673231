import ArticleModel

/// The verbs and small words that events turn on, by the article's word ids.
struct EventWords {
  let be: WordID?
  let have: WordID?
  let `do`: WordID?
  let to: WordID?
  let by: WordID?
  let of: WordID?
  private let catenatives: Set<WordID>
  private let aspects: Set<WordID>
  private let stative: Set<WordID>
  private let deeds: Set<WordID>
  private let conditions: Set<WordID>
  private let particles: Set<WordID>
  private let relatives: Set<WordID>
  private let negations: Set<WordID>
  private let reporting: Set<WordID>

  init(_ article: AnnotatedArticle) {
    let words = article.words
    func ids(_ list: [String]) -> Set<WordID> { Set(list.compactMap { words.find($0) }) }
    be = words.find("be")
    have = words.find("have")
    `do` = words.find("do")
    to = words.find("to")
    by = words.find("by")
    of = words.find("of")
    catenatives = ids(Self.catenativeVerbs)
    aspects = ids(Self.aspectVerbs)
    stative = ids(Self.stativeVerbs)
    deeds = ids(Self.intransitiveDeeds)
    conditions = ids(["if", "unless", "whether", "lest"])
    particles = ids(["out", "up", "off", "down", "back", "away", "over", "against"])
    relatives = ids(["who", "which", "that"])
    negations = ids(["not", "n't", "never"])
    reporting = ids(Self.reportingVerbs)
  }

  /// "agree", "plan": the verb after "to" is what is meant, and not stated as done.
  func isCatenative(_ lemma: WordID) -> Bool { catenatives.contains(lemma) }

  /// "begin", "continue": the verb after "to" is what is done.
  func isAspect(_ lemma: WordID) -> Bool { aspects.contains(lemma) }

  func isStative(_ lemma: WordID) -> Bool {
    stative.contains(lemma) || lemma == be || lemma == have || lemma == `do`
  }
  /// "resign", "vote": tells something also without an object.
  func isIntransitiveDeed(_ lemma: WordID) -> Bool { deeds.contains(lemma) }

  /// "say", "find": a clause may follow, with a subject of its own.
  func opensClause(_ lemma: WordID) -> Bool { reporting.contains(lemma) }

  func isCondition(_ lower: WordID) -> Bool { conditions.contains(lower) }
  func isParticle(_ lower: WordID) -> Bool { particles.contains(lower) }
  func isRelative(_ lower: WordID) -> Bool { relatives.contains(lower) }
  func isNegation(_ lower: WordID) -> Bool { negations.contains(lower) }

  // MARK: - Implementation

  private static let reportingVerbs: [String] = CueLexicon.standard.verbs.values
    .filter { $0.frames.contains(.clause) }.map(\.lemma)

  private static let catenativeVerbs = [
    "agree", "plan", "want", "decide", "refuse", "promise", "vow", "intend", "try", "attempt",
    "expect", "threaten", "pledge", "offer", "hope", "seek", "aim", "fail", "decline", "prepare",
    "propose", "undertake", "wish", "need", "consent", "opt", "choose",
  ]
  private static let aspectVerbs = [
    "begin", "start", "continue", "manage", "help", "proceed", "rush",
  ]

  private static let intransitiveDeeds = [
    "resign", "die", "vote", "object", "arrive", "withdraw", "retreat", "surrender", "escape",
    "flee",
    "win", "lose", "collapse", "explode", "crash", "protest", "retire", "return", "travel",
    "compete",
    "campaign", "march", "appeal", "quit", "perform", "graduate", "emigrate", "intervene",
    "abstain",
    "appear", "disappear", "rebel", "triumph", "advance", "sink", "drown", "converge", "meet",
    "fight",
    "strike", "leave", "step", "walk", "depart", "land", "merge", "split", "secede", "dissent",
  ]

  /// States, and verbs whose object is what was said or thought.
  private static let stativeVerbs = [
    "seem", "appear", "become", "remain", "stay", "look", "feel", "get", "go", "come", "say",
    "tell",
    "add", "claim", "think", "believe", "know", "report", "note", "explain", "argue", "insist",
    "state", "write", "ask", "hope", "want", "need", "like", "love", "mean", "include", "contain",
    "concern", "involve", "let", "keep", "make", "take", "give", "put", "see", "hear", "suggest",
    "recall", "expect", "fear", "describe", "happen", "occur", "exist", "belong", "consist",
    "depend",
    "seem", "stand", "lie", "sit", "live", "work", "cost", "weigh", "total", "follow", "accord",
    "use", "start", "begin", "continue", "try", "plan", "agree", "decide", "fail", "refuse",
    "reply", "respond", "answer", "comment", "declare", "stress", "emphasize", "acknowledge",
    "concede", "complain", "testify", "tweet", "read", "understand", "consider", "regard", "wonder",
    "realize", "remember", "forget", "learn", "find", "show", "indicate", "reveal", "base",
    "mention",
    "urge", "speak", "talk", "conclude", "warn", "admit", "predict", "estimate", "assert", "allege",
    "lead", "help", "turn", "require", "allow", "enjoy", "prefer", "hate", "wait", "care", "tend",
  ].filter {
    !["allow", "urge", "lead", "make", "take", "give", "put", "find", "keep"].contains($0)
  }
}
