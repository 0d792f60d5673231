import Diagnostics
import Testing

@testable import TokenPatterns

struct PatternErrorTests {
  @Test(arguments: [
    (#"[word "gap"]"#, "error[L0501]: expected = or != after 'word', found '\"'   1:7..<1:8"),
    (#"[word="gap""#, "error[L0502]: '[' is never closed   1:1..<1:2   close it with ']'"),
    (#"("gap" "x""#, "error[L0502]: '(' is never closed   1:1..<1:2   close it with ')'"),
    (
      "()",
      #"error[L0503]: a token pattern should stand here   1:2..<1:3   a word in quotes, or [lemma="say"]"#
    ),
    (
      #""gap" | "hole""#,
      #"error[L0504]: a bar ends the pattern here   1:7..<1:8   put the alternatives in parentheses: ("gap" | "hole")"#
    ),
    (
      #"[lemme="say"]"#,
      "error[L0505]: tokens have no attribute 'lemme'   1:2..<1:7   did you mean 'lemma'?"
    ),
    (
      #"[punctBefore=","]"#,
      "error[L0505]: tokens have no attribute 'punctBefore'   1:2..<1:13   did you mean 'punct_before'?"
    ),
    (
      "<persn/>",
      "error[L0506]: there are no spans called 'persn'   1:2..<1:7   did you mean 'person'?"
    ),
    (
      #""gap" within sentence"#,
      "error[L0506]: there are no spans called 'sentence'   1:14..<1:22   did you mean 's'?"
    ),
    (
      #""(gap""#,
      #"error[L0507]: '(gap' is no regular expression: missing ): (gap   1:1..<1:7   for the signs themselves write l"…""#
    ),
    (
      "{(}",
      #"error[L0507]: '(' is no regular expression: missing ): (   1:1..<1:4   for the signs themselves write l"…""#
    ),
    (
      "[]{3,1}", "error[L0508]: at least 3 is more than at most 1   1:3..<1:8   did you mean {1,3}?"
    ),
    ("[]{2000}", "error[L0508]: a repetition counts to 1000 at most   1:3..<1:9"),
    (
      #"+ "gap""#,
      "error[L0509]: '+' has nothing before it to repeat   1:1..<1:2   [] is any token: []+"
    ),
    (
      #"[word="gap]"#,
      #"error[L0510]: the text is never closed   1:7..<1:12   did you mean "gap]"?"#
    ),
    (
      "[lemma=say]",
      #"error[L0511]: 'say' should stand in quotes   1:8..<1:11   did you mean "say"?"#
    ),
    (
      "say",
      #"error[L0501]: expected a token pattern, found 'say'   1:1..<1:4   the word itself is "say", all its forms are {say}"#
    ),
    (
      #"[pos="VERB" | pos="NOUN" & word="can"]"#,
      "note[L0512]: '&' binds tighter than '|'   1:2..<1:38   parentheses make it plain"
    ),
    (
      #""gap"%x"#,
      "error[L0513]: '%x' is no flag of a text   1:6..<1:8   %c ignores case, %d accents, %l takes signs as they are, %s lets case count"
    ),
    (
      #"MU(meet "gap" "gender" -3 3)"#,
      #"error[L0514]: queries of words that meet are written with near   1:1..<1:3   near("a", "b", 5)"#
    ),
    (
      "a:[] [word=a.word]",
      "error[L0515]: 'a.word' cannot be asked inside brackets   1:12..<1:18   name this token too, and compare after '::' (a.word = b.word)"
    ),
    (
      #"aa:[] :: ab.word = "x""#,
      "error[L0516]: the pattern has no capture 'ab'   1:10..<1:12   did you mean 'aa'?"
    ),
    (
      "a:[] :: strt(a) > 3",
      "error[L0517]: constraints have no function 'strt'   1:9..<1:13   did you mean 'start'?"
    ),
    ("a:[] :: distance(a) > 3", "error[L0501]: distance takes two captures, not 1   1:9..<1:20"),
    (
      "<s>",
      "error[L0518]: the pattern matches no token, only places between them   1:1..<1:4   add one: []"
    ),
    (
      "(?longst) []+",
      "error[L0519]: there is no way of matching called 'longst'   1:3..<1:9   did you mean 'longest'?"
    ),
    (
      "(?traditional) []+",
      "error[L0519]: there is no way of matching called 'traditional'   1:3..<1:14   did you mean 'standard' with (overlap=true)?"
    ),
    (
      #"[word="two words"]"#,
      #"warning[L0520]: 'two words' is several tokens, and a test sees one   1:7..<1:18   without brackets it is split: "two words""#
    ),
    (
      #"[word="a" && pos="DET"]"#,
      "error[L0524]: '&&' has no meaning in a pattern   1:11..<1:13   did you mean '&'?"
    ),
    (
      #"[word="a" and pos="DET"]"#,
      "error[L0524]: 'and' has no meaning in a pattern   1:11..<1:14   did you mean '&'?"
    ),
    (
      #"[word="a", pos="DET"]"#,
      "error[L0524]: ',' has no meaning in a pattern   1:10..<1:11   did you mean '&'?"
    ),
    (
      #"a:[] :: a.word < "m""#,
      "error[L0526]: only numbers are compared by size   1:9..<1:21   start(a) < start(b)"
    ),
  ])
  func says(_ text: String, _ expected: String) {
    #expect(mistakes(text) == [expected])
  }

  @Test func depthIsLimited() {
    for text in ["(", "[(", "[!", "a:", "!", "(?= ", "near("] {
      let whole = String(repeating: text, count: 10_000) + "\"a\""
      #expect(mistakes(whole).contains { $0.contains("L0525") || $0.contains("L0501") }, "\(text)")
    }
    #expect(
      mistakes("\"a\"" + String(repeating: "?", count: 10_000)).first?.contains("L0525") == true)
    #expect(
      mistakes("\"a\"" + String(repeating: " w/1 \"a\"", count: 10_000)).first?.contains("L0525")
        == true)
  }

  @Test(arguments: [
    ("\"gap\" | count", 5), ("\"gap\"; print 1", 5), ("\"gap\") | count", 5),
    ("\"gap\" within s with (matching=all)", 14), ("{say} sort=R1", 5), ("{say} window 5", 5),
    ("a:[] \"b\" :: a.word = \"x\" | count", 24), ("(\"a\" | \"b\") |take 3", 11),
    ("\"gap\" within 2 s | count", 16), ("\"gap\" // a note\n | count", 5), ("@p|count", 2),
  ])
  func endsWhereThePatternEnds(_ text: String, _ end: Int) {
    let found = PatternParser.parsePrefix(of: SourceText(name: "test", text: text), from: 0)
    #expect(found.end == end)
    #expect(found.diagnostics.isEmpty)
  }

  @Test func leavesWithinToStagesThatReadIt() {
    let source = SourceText(name: "test", text: "collocates {say} within s")
    let found = PatternParser.parsePrefix(of: source, from: 10, leavesWithin: true)
    #expect(found.end == 16)
    #expect(found.syntax.description == "[lemma=\"say\"]")
  }

  @Test func barsPartAlternativesInTheQuerysParentheses() {
    let source = SourceText(name: "test", text: #"pattern("a" | "b" "c") | count"#)
    let found = PatternParser.parsePrefix(of: source, from: 8, inParentheses: true)
    #expect(found.end == 21)
    #expect(found.diagnostics.isEmpty)
    #expect(found.syntax.description == #"("a" | "b" "c")"#)
  }

  @Test func everyCodeHasAPage() {
    let codes = PatternErrorCode.allCases
    #expect(Set(codes.map(\.rawValue)).count == codes.count)
    for code in codes where !code.page.wrong.isEmpty {
      let told = mistakes(code.page.wrong)
      let isFoundLater = [.unknownList, .unknownPattern].contains(code)
      #expect(isFoundLater || told.contains { $0.contains(code.rawValue) }, "\(code) \(told)")
      #expect(mistakes(code.page.right) == [], "\(code)")
    }
  }
}
