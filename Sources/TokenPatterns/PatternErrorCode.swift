package import Diagnostics

/// The stable codes of what can be wrong with a token pattern, each with its page.
///
/// A code is added at the end and never used for anything else.
package enum PatternErrorCode: String, CaseIterable, Sendable {
  case expected = "L0501"
  case openBracket = "L0502"
  case empty = "L0503"
  case barBetweenElements = "L0504"
  case unknownAttribute = "L0505"
  case unknownSpan = "L0506"
  case badExpression = "L0507"
  case badRepetition = "L0508"
  case nothingToRepeat = "L0509"
  case openText = "L0510"
  case unquotedText = "L0511"
  case andWithOr = "L0512"
  case unknownFlag = "L0513"
  case meetUnion = "L0514"
  case backReference = "L0515"
  case unknownCapture = "L0516"
  case unknownFunction = "L0517"
  case matchesNoToken = "L0518"
  case unknownStrategy = "L0519"
  case severalWords = "L0520"
  case unknownList = "L0521"
  case unknownPattern = "L0522"
  case circularPattern = "L0523"
  case foreignSign = "L0524"
  case nestedTooDeeply = "L0525"
  case orderOfTexts = "L0526"

  /// What `.help` and the code say.
  package var page: ErrorPage {
    let (meaning, wrong, right) = text
    return ErrorPage(rawValue, meaning, wrong: wrong, right: right)
  }

  private var text: (meaning: String, wrong: String, right: String) {
    switch self {
    case .expected:
      return (
        "Something else has to stand here in a token pattern.", #"[word "gap"]"#, #"[word="gap"]"#
      )
    case .openBracket:
      return (
        "A bracket of the pattern was opened and not closed.", #"[word="gap""#, #"[word="gap"]"#
      )
    case .empty:
      return ("No token pattern stands where one is needed.", "()", #""gap""#)
    case .barBetweenElements:
      return (
        "Outside parentheses a bar ends the pattern and begins the next stage.",
        #""gap" | "hole""#, #"("gap" | "hole")"#
      )
    case .unknownAttribute:
      return ("Tokens have no such attribute.", #"[lemme="say"]"#, #"[lemma="say"]"#)
    case .unknownSpan:
      return ("There are no spans of that name.", "<persn/>", "<person/>")
    case .badExpression:
      return (
        "The text is no regular expression. Put l before a text whose signs mean themselves.",
        #""(gap""#, #"l"(gap""#
      )
    case .badRepetition:
      return ("The bounds of a repetition are turned round or too large.", "[]{3,1}", "[]{1,3}")
    case .nothingToRepeat:
      return ("A sign of repetition has to follow what it repeats.", #"+ "gap""#, #"[]+ "gap""#)
    case .openText:
      return (
        "A text was begun with a quotation mark and not ended.", #"[word="gap]"#, #"[word="gap"]"#
      )
    case .unquotedText:
      return (
        "A text that is looked for stands in quotation marks.", "[lemma=say]", #"[lemma="say"]"#
      )
    case .andWithOr:
      return (
        "'&' binds tighter than '|' here; some other corpus tools read both alike, from the left.",
        #"[pos="VERB" | pos="NOUN" & word="can"]"#, #"[(pos="VERB" | pos="NOUN") & word="can"]"#
      )
    case .unknownFlag:
      return (
        "After a text stand %c (case ignored), %d (accents ignored), %l (literal) or %s (case "
          + "counts).", #""gap"%x"#, #""gap"%c"#
      )
    case .meetUnion:
      return (
        "Queries of words that meet are written with near.", #"MU(meet "gap" "gender" -3 3)"#,
        #"near("gap", "gender", 3)"#
      )
    case .backReference:
      return (
        "A token cannot be compared with another inside its brackets; captures are compared after "
          + "'::'.", "a:[] [word=a.word]", "a:[] b:[] :: a.word = b.word"
      )
    case .unknownCapture:
      return (
        "The constraint names a capture that the pattern does not have.", "a:[] :: b.word = \"x\"",
        "a:[] :: a.word = \"x\""
      )
    case .unknownFunction:
      return ("Constraints have no such function.", "a:[] :: begin(a) > 3", "a:[] :: start(a) > 3")
    case .matchesNoToken:
      return (
        "The pattern is only a place between tokens; a match has at least one token.", "<s>",
        "<s> []"
      )
    case .unknownStrategy:
      return ("There is no such way to choose among matches.", "(?longst) []+", "(?longest) []+")
    case .severalWords:
      return (
        "A test sees one token, and its text holds several; a text in quotes without brackets is "
          + "split into its tokens.", #"[word="two words"]"#, #""two words""#
      )
    case .unknownList:
      return (
        "No list of that name was made before.", "[lemma in sayings]",
        "[lemma in (\"say\", \"tell\")]"
      )
    case .unknownPattern:
      return ("No pattern of that name was made before.", "@nam", "@name")
    case .circularPattern:
      return ("A pattern cannot be a part of itself.", "", "")
    case .foreignSign:
      return (
        "The sign belongs to another language.", #"[word="a" && pos="DET"]"#,
        #"[word="a" & pos="DET"]"#
      )
    case .nestedTooDeeply:
      return ("Parts of the pattern stand in each other beyond the limit.", "", "")
    case .orderOfTexts:
      return (
        "Only numbers are compared by size.", "a:[] :: a.word < \"m\"", "a:[] :: start(a) < 10"
      )
    }
  }
}
