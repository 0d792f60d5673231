/// The words of English whose classes take no new members, and common adverbs and adjectives
/// that their form does not show.
enum ClosedClasses {
  /// A word's part of speech with its Penn Treebank tag.
  typealias Tagging = (PartOfSpeechLabel, String)

  enum PartOfSpeechLabel {
    case determiner, pronoun, possessive, adposition, coordination, subordination, modal, auxiliary,
      particle, adverb, adjective, number, noun, relative, existential
  }

  static let tags: [String: PartOfSpeechLabel] = {
    var tags: [String: PartOfSpeechLabel] = [:]
    func add(_ label: PartOfSpeechLabel, _ words: String) {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        tags[String(word)] = label
      }
    }
    add(
      .determiner,
      "the a an this these those every each some any no another all both either neither most more fewer"
    )
    add(
      .pronoun,
      """
      i you he she it we they me him us them myself yourself himself herself itself ourselves
      themselves someone somebody anyone anybody everyone everybody nobody none something anything
      everything nothing mine yours hers ours theirs
      """)
    add(.possessive, "my your his her its our their whose")
    add(.relative, "who whom which what whoever whatever")
    add(
      .adposition,
      """
      of in on at by for with from into onto through during about against between among amid under
      over above below behind beyond near across around along toward towards upon within without
      per via despite off out up down outside inside alongside throughout besides beside regarding concerning
      versus except
      """)
    add(.coordination, "and or but nor plus")
    add(
      .subordination,
      """
      that because although though while whereas if unless until since whether as after before than
      when where why how once lest whenever wherever
      """)
    add(.modal, "will would can could may might shall should must 'll 'd ca wo sha ought cannot")
    add(
      .auxiliary,
      "am is are was were be been being 're 'm has have had having 've do does did")
    add(.particle, "to not n't")
    add(.existential, "there")
    add(
      .adverb,
      """
      also still just only even now then here soon often never always sometimes ever again already
      yet too very so quite rather almost nearly perhaps maybe meanwhile however instead thus hence
      therefore moreover furthermore nevertheless nonetheless otherwise indeed later earlier ago
      once twice away back forward together apart abroad ahead afterward afterwards today yesterday
      tomorrow tonight far well much less least better best worse worst elsewhere
      somewhere anyway else seldom rarely about approximately roughly
      """)
    add(
      .adjective,
      """
      new old good great big small large little long short high low early late young own other
      such same different few many several last next first second third former current senior
      chief top key major minor main public private political social economic military federal
      national international local foreign domestic global state-run former british french german
      russian chinese american israeli european italian spanish japanese turkish iranian ukrainian
      right left free full open clear sure true false real possible likely unlikely hard easy strong
      weak poor rich safe dead ready able unable black white red blue green hot cold dark
      bad important serious common final total whole half past present recent nuclear civil legal
      illegal human medical general special certain nice fair wrong happy sad angry afraid aware
      daily weekly monthly anonymous unnamed independent conservative liberal democratic republican presidential
      """)
    add(
      .number,
      """
      one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
      sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
      hundred thousand million billion trillion dozen
      """)
    add(
      .noun,
      """
      people man woman men women child children government official officials minister ministers
      president party state country city year years month months week weeks day days time times way
      part parts war law court police group groups company companies world house case
      system program plan plans problem problems number point points report reports question
      questions work vote votes call calls claim claims statement statements interview campaign
      candidate candidates election elections voters spokesman spokeswoman spokesperson
      money tax taxes trade market markets price prices rate rates bank banks share shares area
      areas region issue issues policy support power office job jobs deal talks talk meeting
      conference news media press story television newspaper
      evening morning afternoon night noon midnight weekend news means
      family home school university student students teacher teachers member members
      leader leaders chairman director secretary adviser aide aides ambassador governor mayor senator
      general attorney judge lawyer lawyers doctor doctors soldier soldiers resident residents
      analyst analysts expert experts critic critics source sources author authors
      remarks comments notes states rules views quotes
      water food fuel oil gas energy health security peace aid
      """)
    return tags
  }()
}
