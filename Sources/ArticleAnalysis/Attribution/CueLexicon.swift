import ArticleModel

/// The verbs that report words and thoughts, by what they say of them.
///
/// Attitudes are the types of the PARC scheme: `assertion` for what is said, `belief` for what is
/// thought, `fact` for what is known, perceived or shown, `eventuality` for what is wanted, planned
/// or ordered.
struct CueLexicon {
  static let standard = CueLexicon()

  /// By lemma.
  private(set) var verbs: [String: CueVerb] = [:]

  subscript(_ lemma: String) -> CueVerb? { verbs[lemma] }

  private init() {
    for (attitude, frames, list) in Self.lists {
      for verb in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let lemma = String(verb)
        let known = verbs[lemma]
        verbs[lemma] = CueVerb(
          lemma: lemma, attitude: known?.attitude ?? attitude,
          frames: (known?.frames ?? []).union(frames))
      }
    }
  }

  private static let lists: [(Quotation.Attitude, CueVerb.Frames, String)] = [
    // Demanded and asked for, whatever follows: before the verbs of saying, for a verb's first list
    // gives its attitude.
    (.eventuality, [.clause, .quoted], "demand urge"),
    // Said, with a clause, with or without "that".
    (
      .assertion, [.clause, .quoted],
      """
      say claim argue add contend insist maintain assert declare announce state explain note observe
      remark comment reply respond answer acknowledge admit concede confess reveal disclose allege
      suggest reiterate repeat stress emphasize emphasise warn caution predict forecast
      deny confirm affirm reaffirm recall recount relate report write tweet conclude continue
      complain boast brag joke quip opine testify swear proclaim pronounce mention indicate
      imply insinuate hint signal counter retort rebut protest object lament muse speculate
      theorize posit assure reassure promise vow pledge guarantee inform notify tell remind
      advise shout yell cry exclaim whisper murmur mutter scream gush crow rail fume
      elaborate clarify summarize blog post plead intone chime volunteer venture concur
      advertise certify attest interject stipulate rule agree estimate underscore underline
      highlight hypothesize charge exhort chant preach lecture bark bellow hiss growl grumble
      """
    ),
    (.assertion, [.addressee], "tell inform notify remind warn assure reassure advise caution ask"),
    (
      .assertion, [.question],
      "ask wonder inquire explain say tell describe discuss reveal note outline question"
    ),
    (.assertion, [.quoted], "ask wonder inquire begin finish snap scoff sneer laugh sigh"),
    // Said, with an object.
    (
      .assertion, [.object, .objectPreposition],
      """
      criticize criticise condemn denounce praise blast slam decry deride mock ridicule applaud
      dismiss describe characterize accuse blame reject deny chastise castigate rebuke
      lambast lambaste assail hail tout downplay dispute commend
      chide scold berate bemoan laud disparage defend
      """
    ),
    (.assertion, [.quotedObject], "call label dub deem term brand cite express describe"),
    (
      .assertion, [.object],
      """
      discuss question announce emphasize stress outline say report mention express accuse cite claim
      suggest declare tweet acknowledge recall note echo voice explain reiterate reveal mock
      identify list highlight estimate confirm underscore underline unveil propose publish retweet
      attack compare thank congratulate mention answer protest invoke address
      """
    ),
    (
      .assertion, [.clause],
      "point cite express release issue share discuss stress list respond accuse"
    ),
    (.assertion, [.seeming], "seem appear"),
    (.belief, [.passive], "expect believe think consider suppose rumor perceive"),
    (.assertion, [.passive], "say report allege"),
    (
      .assertion, [.preposition],
      "warn complain speak talk joke boast brag rail apologize hint allude testify comment elaborate write"
    ),
    (.assertion, [.toward], "refer point allude respond reply"),
    (.assertion, [.adjective], "plead"),
    // What a speech does, behind it: no content of its own.
    (.fact, [], "draw prompt contrast reference"),
    // Thought.
    (
      .belief, [.clause, .quoted],
      """
      think believe feel expect assume suppose suspect doubt fear worry imagine presume reckon
      anticipate consider guess hope figure surmise conclude judge
      """
    ),
    (.belief, [.infinitive], "expect hope"),
    (
      .belief, [.object],
      "doubt fear anticipate believe expect prefer feel consider view deem think"
    ),
    // Known, perceived, shown.
    (
      .fact, [.clause],
      """
      know realize realise learn find discover notice remember forget understand recognize
      recognise show demonstrate prove determine see hear
      """
    ),
    (.fact, [.object], "show see indicate understand"),
    (.fact, [.question], "know understand see learn determine"),
    // Wanted, planned, ordered.
    (
      .eventuality, [.infinitive],
      """
      want vow promise pledge threaten refuse plan hope intend seek offer agree decline
      decide aim prefer propose demand vote
      """
    ),
    (
      .eventuality, [.objectInfinitive],
      "urge ask order want encourage advise tell call beg implore press direct pressure warn caution instruct"
    ),
    (
      .eventuality, [.clause],
      "demand urge propose recommend order decide insist request require wish ask pray"
    ),
    (
      .eventuality, [.object],
      "demand propose recommend want support oppose endorse favor favour advocate request prefer back seek offer promise"
    ),
    (.eventuality, [.preposition], "call push ask plead appeal argue hope press"),
  ]

  /// The prepositions that begin the content of `preposition` cues.
  static let contentPrepositions: Set<String> = ["about", "of", "for", "against", "on", "over"]
}
