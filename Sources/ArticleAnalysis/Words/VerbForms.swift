/// The forms of English verbs, each with its dictionary form.
struct VerbForms {
  struct Forms: OptionSet {
    let rawValue: UInt8
    static let base = Forms(rawValue: 1)
    static let thirdPerson = Forms(rawValue: 2)
    static let past = Forms(rawValue: 4)
    static let pastParticiple = Forms(rawValue: 8)
    static let ing = Forms(rawValue: 16)
  }

  struct Entry {
    var lemma: String
    var forms: Forms
  }

  static let standard = VerbForms()

  /// By form, in lower case.
  private var entries: [String: Entry] = [:]

  subscript(_ form: String) -> Entry? { entries[form] }

  /// All forms, sorted.
  var forms: [String] { entries.keys.sorted() }

  private init() {
    entries.reserveCapacity(6_000)
    for line in Self.irregular {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count == 3 else { continue }
      add(parts[0], parts[0], .base)
      add(Self.thirdPerson(of: parts[0]), parts[0], .thirdPerson)
      add(Self.ing(of: parts[0]), parts[0], .ing)
      for past in parts[1].split(separator: "/") { add(String(past), parts[0], .past) }
      for participle in parts[2].split(separator: "/") {
        add(String(participle), parts[0], .pastParticiple)
      }
    }
    for (form, lemma, forms) in Self.special { add(form, lemma, forms) }
    for verb in Self.regular.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init) {
      add(verb, verb, .base)
      add(Self.thirdPerson(of: verb), verb, .thirdPerson)
      add(Self.past(of: verb), verb, [.past, .pastParticiple])
      add(Self.ing(of: verb), verb, .ing)
    }
  }

  private mutating func add(_ form: String, _ lemma: String, _ forms: Forms) {
    if let entry = entries[form] {
      // The first verb listed keeps a form that two share ("found").
      entries[form] = Entry(lemma: entry.lemma, forms: entry.forms.union(forms))
    } else {
      entries[form] = Entry(lemma: lemma, forms: forms)
    }
  }

  // MARK: - Regular inflection

  private static let doubling: Set<String> = [
    "plan", "admit", "permit", "commit", "refer", "prefer", "occur", "stop", "drop", "grab", "plot",
    "ban", "beg", "rob", "slam", "slip", "step", "tap", "trap", "trim", "wrap", "quip", "submit",
    "omit", "defer", "concur", "incur", "infer", "confer", "deter", "scrap", "ship", "skip", "snap",
    "stab", "strip", "swap", "tip", "chat", "clap", "control", "compel", "dispel", "expel",
    "propel",
    "rebut", "regret", "rip", "scan", "sob", "spur", "star", "stun", "transfer", "wed", "zip",
    "fit",
    "hop", "nod", "jog", "log", "tag", "top", "map", "pin", "whip", "allot", "acquit", "equip",
    "recap", "tweet-", "blog", "vet", "dub", "rig", "patrol", "mob", "pat", "hug", "drag", "flip",
    "jot", "fret", "gun", "dim", "cap", "bar", "mar", "stir", "blur",
  ]

  static func thirdPerson(of verb: String) -> String {
    let bytes = Array(verb.utf8)
    guard let last = bytes.last, bytes.count > 1 else { return verb + "s" }
    let before = bytes[bytes.count - 2]
    switch last {
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): return verb + "es"
    case UInt8(ascii: "h") where before == UInt8(ascii: "s") || before == UInt8(ascii: "c"):
      return verb + "es"
    case UInt8(ascii: "o"): return verb + "es"
    case UInt8(ascii: "y") where !isVowel(before): return String(verb.dropLast()) + "ies"
    default: return verb + "s"
    }
  }

  static func past(of verb: String) -> String {
    let bytes = Array(verb.utf8)
    guard let last = bytes.last, bytes.count > 1 else { return verb + "ed" }
    if last == UInt8(ascii: "e") { return verb + "d" }
    if last == UInt8(ascii: "y"), !isVowel(bytes[bytes.count - 2]) {
      return String(verb.dropLast()) + "ied"
    }
    if doubling.contains(verb) { return verb + String(decoding: [last], as: UTF8.self) + "ed" }
    return verb + "ed"
  }

  static func ing(of verb: String) -> String {
    let bytes = Array(verb.utf8)
    guard let last = bytes.last, bytes.count > 2 else { return verb + "ing" }
    let before = bytes[bytes.count - 2]
    if verb.hasSuffix("ie") { return String(verb.dropLast(2)) + "ying" }
    if last == UInt8(ascii: "e"), before != UInt8(ascii: "e"), before != UInt8(ascii: "o"),
      before != UInt8(ascii: "y")
    {
      return String(verb.dropLast()) + "ing"
    }
    let doubles: Set<String> = [
      "put", "cut", "get", "let", "set", "sit", "run", "win", "begin", "forget", "hit", "quit",
      "swim",
      "bet", "dig", "shut", "spin", "split", "spit", "rid", "upset", "forbid", "shed",
    ]
    if doubling.contains(verb) || doubles.contains(verb) {
      return verb + String(decoding: [last], as: UTF8.self) + "ing"
    }
    return verb + "ing"
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      return true
    default: return false
    }
  }

  // MARK: - Lists

  private static let special: [(String, String, Forms)] = [
    ("am", "be", .base), ("is", "be", .thirdPerson), ("are", "be", .base), ("was", "be", .past),
    ("were", "be", .past), ("been", "be", .pastParticiple), ("being", "be", .ing),
    ("be", "be", .base), ("'s", "be", .thirdPerson), ("'re", "be", .base), ("'m", "be", .base),
    ("has", "have", .thirdPerson), ("have", "have", .base),
    ("had", "have", [.past, .pastParticiple]),
    ("having", "have", .ing), ("'ve", "have", .base), ("does", "do", .thirdPerson),
    ("focusing", "focus", .ing), ("focused", "focus", [.past, .pastParticiple]),
  ]

  /// Base, past, past participle.
  private static let irregular: [String] = [
    "say said said", "tell told told", "think thought thought", "know knew known",
    "see saw seen", "find found found", "make made made", "take took taken", "give gave given",
    "come came come", "go went gone", "get got got/gotten", "write wrote written",
    "speak spoke spoken", "hold held held", "stand stood stood", "lead led led", "lose lost lost",
    "win won won", "begin began begun", "bring brought brought", "buy bought bought",
    "build built built", "send sent sent", "spend spent spent", "sell sold sold",
    "leave left left", "keep kept kept", "meet met met", "feel felt felt", "hear heard heard",
    "mean meant meant", "read read read", "run ran run", "sit sat sat", "set set set",
    "put put put", "cut cut cut", "hit hit hit", "let let let", "shut shut shut", "cost cost cost",
    "fall fell fallen", "rise rose risen", "grow grew grown", "draw drew drawn",
    "show showed shown/showed", "fly flew flown", "throw threw thrown", "blow blew blown",
    "break broke broken", "choose chose chosen", "drive drove driven", "eat ate eaten",
    "fight fought fought", "forget forgot forgotten", "freeze froze frozen", "hide hid hidden",
    "pay paid paid", "ride rode ridden", "ring rang rung", "seek sought sought",
    "shake shook shaken", "shoot shot shot", "sing sang sung", "sink sank sunk",
    "sleep slept slept", "steal stole stolen", "strike struck struck", "swear swore sworn",
    "teach taught taught", "tear tore torn", "understand understood understood",
    "wear wore worn", "withdraw withdrew withdrawn", "catch caught caught", "deal dealt dealt",
    "feed fed fed", "foresee foresaw foreseen", "forbid forbade forbidden",
    "overcome overcame overcome", "become became become", "bear bore borne/born",
    "beat beat beaten", "bend bent bent", "bet bet bet", "bind bound bound", "bite bit bitten",
    "bleed bled bled", "do did done", "dig dug dug", "hang hung hung",
    "hurt hurt hurt", "lay laid laid", "lend lent lent", "lie lay lain", "quit quit quit",
    "shed shed shed", "shine shone shone", "slide slid slid", "spread spread spread",
    "spring sprang sprung", "stick stuck stuck", "sweep swept swept", "swim swam swum",
    "swing swung swung", "wake woke woken", "weep wept wept", "wind wound wound",
    "undergo underwent undergone", "undertake undertook undertaken", "uphold upheld upheld",
    "retell retold retold", "rewrite rewrote rewritten", "overturn overturned overturned",
    "oversee oversaw overseen", "mistake mistook mistaken",
    "misunderstand misunderstood misunderstood",
    "mislead misled misled", "foretell foretold foretold", "forecast forecast forecast",
    "broadcast broadcast broadcast", "undo undid undone", "upset upset upset", "split split split",
    "burst burst burst", "cast cast cast", "leap leapt leapt",
    "learn learned/learnt learned/learnt",
    "dream dreamed/dreamt dreamed/dreamt", "plead pleaded/pled pleaded/pled",
    "prove proved proved/proven", "burn burned/burnt burned/burnt", "flee fled fled",
    "sue sued sued", "forgive forgave forgiven", "withhold withheld withheld",
    "intend intended intended", "rebuild rebuilt rebuilt", "retake retook retaken",
    "overthrow overthrew overthrown", "creep crept crept", "spin spun spun", "spit spat spat",
    "rid rid rid", "reset reset reset", "offset offset offset", "outbid outbid outbid",
    "kneel knelt knelt", "light lit lit", "shrink shrank shrunk",
    "stink stank stunk", "swell swelled swollen", "tread trod trodden", "weave wove woven",
    "wring wrung wrung", "arise arose arisen", "awake awoke awoken", "breed bred bred",
    "cling clung clung", "drink drank drunk", "sting stung stung",
    "spell spelled/spelt spelled/spelt",
  ]

  private static let regular = """
    abandon abolish absorb abuse accept accompany accuse achieve acknowledge acquire acquit act add
    address adjust admire admit adopt advance advise advocate affect affirm afford agree aim air allege
    allocate allot allow alter amend amount analyze announce answer anticipate apologize appeal
    appear applaud apply appoint appreciate approach approve argue arm arrange arrest arrive ask
    assail assassinate assault assert assess assign assist assume assure attach attack attempt
    attend attract attribute avoid await award back ban bar base beg behave believe belong
    benefit blame blast block blog boast bomb boost border borrow bother brand brief buck calculate
    call calm campaign cancel capture care carry cause caution cease celebrate certify challenge
    change characterize charge chase chastise cheer chide circulate cite claim clarify clash
    clear climb close coach collapse collect combine comfort command commence commend comment
    commission commit compare compel compete complain complete comply compliment concede conceive
    concentrate concern conclude concur condemn conduct confess confide confirm confront confuse
    congratulate connect consent consider consist constitute construct consult contact contain
    contemplate contend contest continue contradict contrast contribute control convene convey
    convict convince cooperate correct counsel count counter cover crash crave create credit
    criticise criticize cross crush cry curb damage dance dare dash date debate decide declare decline
    decree decrease decry deem defeat defend defer define defy delay delegate delete deliver demand
    demonstrate denounce deny depart depend depict deploy deport deride describe deserve design
    designate desire destroy detail detain detect deter determine develop devise devote die differ
    direct disagree disappear disappoint disapprove discharge disclose discourage discover discuss
    dismiss disparage dispatch dispel display dispute disqualify disrupt distance distribute disturb
    divide document dominate donate double doubt downplay draft drag dread drop dub earn ease
    echo edit educate elaborate elect eliminate embrace emerge emphasise emphasize employ enable
    enact encounter encourage end endorse endure enforce engage enjoy ensure enter envision equate
    erupt escape establish estimate evacuate evaluate evolve examine exceed exchange exclaim exclude
    excuse execute exercise exist expand expect expel experience explain explode explore export
    expose express extend face fail fail-safe fan favor favour fear feature figure file fill film
    finalize finance finish fire fix flag flatter flip float flow focus follow force forge
    form formulate forward foster found frame free frown fuel fulfil fulfill fume fund gain gather
    gauge generate gesture grab grade graduate grant greet grill groan guarantee guard guess guide
    hail halt handle happen harass harm hate haul head heal help hesitate highlight hint hire
    honor honour hope host hurl identify ignore illustrate imagine impact imply implore import
    impose impress improve include increase incur indicate infer influence inform inherit
    initiate injure inquire insert insinuate insist inspect inspire install instruct insult integrate
    intensify interpret interrupt intervene interview introduce invade invent invest investigate
    invite invoke involve isolate issue jeopardize join joke judge jump justify kick kidnap kill
    kiss knock label lack lambast lambaste lament land last laud laugh launch lean lecture
    legalize lift like limit link list listen live load lobby locate lock long look love lower
    maintain manage march mark marry marvel match matter measure mediate mention message mind miss mix
    mobilize mock modify monitor mount mourn move mumble murder muse name narrow near need negotiate
    nod nominate note notice notify nudge object oblige observe obtain occupy occur offend
    offer omit ooze open operate opine oppose opt order organize oust outline outrage overhaul
    overlook overrule overstate owe own pack paint park part participate pass patrol pause
    peg perceive perform permit persist persuade phone pick picture pitch place plan plant play
    pledge plot point ponder portray pose possess post postpone pour practice praise pray
    preach predict prefer prepare present preserve press pressure presume pretend prevail prevent proceed
    proclaim produce profess profile project prolong promise promote prompt pronounce
    propose prosecute protect protest provide provoke publish pull punish purchase pursue push qualify
    query question quip quiz quote race raise rally range rank rant rap rate ratify reach react
    reaffirm realise realize reason reassert reassure rebuff rebuke rebut recall receive reckon
    recognise recognize recommend recommit reconsider record recount recover recruit reduce reelect
    refer reflect refrain refuse refute regain regard register regret regulate reinforce reinstate
    reiterate reject rejoice relate relax relay release relent relinquish rely remain remark
    remember remind remove renew renounce reopen repair repeal repeat replace replicate reply report
    represent reprimand request require rescue resemble resent reserve resign resist resolve
    respect respond rest restart restore restrict result resume retain retaliate retire retort retract
    retreat retweet return reveal reverse review revise revive revoke reward ridicule rip
    risk roll ruin rule rush sanction satisfy save savor scale scoff scold score scrap scream
    screen search secure seem seize select sense separate serve settle shape share shelve shift
    shock shop shout shove shrug shutter sigh sign signal silence slam slap slash slow smack smash
    smear smile snap sneer snub soften solicit solve sound spark speculate spoil sponsor spot
    stab stabilize staff stage stall start state station stay stem step stifle stipulate stop
    store storm strengthen stress stretch strive stroke struggle study stump submit subpoena succeed
    suffer suggest suit summarize summon supervise supply support suppose surge surmise surpass surprise
    surrender surround survey survive suspect suspend sustain sympathize tackle talk target taunt
    tax tease telegraph telephone tempt tend term test testify thank theorize threaten tick tie tolerate
    top touch tout track trade trail train transfer transform translate transport travel
    treat trend trigger triumph trouble trust try turn tweet type uncover underline underscore
    underestimate understate unite unveil update upgrade urge use usher utter vacate validate value vent
    venture verify veto view violate visit voice volunteer vote vow wait walk want warn wash waste
    watch weigh welcome whip whisper widen will wish witness wonder work worry worsen yell yield
    """
}
