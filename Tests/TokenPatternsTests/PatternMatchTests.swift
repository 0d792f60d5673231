import Testing

@testable import TokenPatterns

struct PatternMatchTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    var expected: [String]
    init(_ text: String, _ expected: [String]) {
      self.text = text
      self.expected = expected
    }
    var testDescription: String { text }
  }

  /// Two articles of the invented town of Brenhaven.
  private static let source = ToySource(
    """
    The/DET old/ADJ ferry/NOUN ,/PUNCT said/VERB/say [person Ana/PROPN Ruiz/PROPN ] ,/PUNCT \
    closes/VERB/close the/DET gap/NOUN ./PUNCT | [quote We/PRON say/VERB it/PRON day/NOUN by/ADP \
    day/NOUN ,/PUNCT and/CCONJ they/PRON say/VERB [quote mind/VERB the/DET gap/NOUN ] ] ./PUNCT \
    || [person Tom/PROPN Baker/PROPN ] told/VERB/tell the/DET little/ADJ green/ADJ man/NOUN to/PART \
    say/VERB little/ADJ ./PUNCT | The/DET baker/NOUN knew/VERB/know Élan/PROPN step/NOUN by/ADP \
    step/NOUN ./PUNCT
    """)

  @Test(arguments: [
    Case(#"[word="gap"]"#, ["gap", "gap"]),
    Case(#""gap""#, ["gap", "gap"]),
    Case(#"'gap'"#, ["gap", "gap"]),
    Case(#"“gap”"#, ["gap", "gap"]),
    Case(#""the gap""#, ["the gap", "the gap"]),
    Case(#""THE" "GAP""#, ["the gap", "the gap"]),
    Case(#""(?-i)The""#, ["The", "The"]),
    Case(#""(?s)The""#, ["The", "The"]),
    Case(#""the"%s"#, ["the", "the", "the"]),
    Case(#""THE"%c "ferry|gap""#, ["the gap", "the gap"]),
    Case(#""elan""#, []),
    Case(#""elan"%d"#, ["Élan"]),
    Case(#""ÉLAN""#, ["Élan"]),
    Case(#""g.p""#, ["gap", "gap"]),
    Case(#""ga""#, []),
    Case(#"l".""#, [".", ".", ".", "."]),
    Case(#"[word=="."]"#, [".", ".", ".", "."]),
    Case(#"".""#, [",", ",", ".", ",", ".", ".", "."]),
    Case(#""."%l"#, [".", ".", ".", "."]),
    Case("{say}", ["said", "say", "say", "say"]),
    Case("{say|tell}", ["said", "say", "say", "told", "say"]),
    Case("_ADJ", ["old", "little", "green", "little"]),
    Case("sa*", ["said", "say", "say", "say"]),
    Case("{say} []{0,3} \"gap\"", ["say mind the gap"]),
    Case("{say} []{0,7} \"gap\"", ["said Ana Ruiz , closes the gap", "say mind the gap"]),
    Case(
      "{say} []* \"gap\"",
      [
        "said Ana Ruiz , closes the gap", "say it day by day , and they say mind the gap",
      ]),
    Case(#"[pos="ADJ"]+ "man""#, ["little green man"]),
    Case(#"[pos="ADJ"]{2} "man""#, ["little green man"]),
    Case(#"[pos="ADJ"]{3,} "man""#, []),
    Case(#"[pos="ADJ"]? "man|ferry""#, ["old ferry", "green man"]),
    Case(
      #"([pos="DET"]? [pos="ADJ"]* [pos="NOUN"])+"#,
      [
        "The old ferry", "the gap", "day", "day", "the gap", "the little green man", "The baker",
        "step", "step",
      ]),
    Case(#"[pos="NOUN" & word!="d.*"]"#, ["ferry", "gap", "gap", "man", "baker", "step", "step"]),
    Case(
      #"[!(pos="NOUN" | pos="PUNCT") & lemma="[a-d].*"]"#,
      ["Ana", "closes", "by", "and", "Baker", "by"]),
    Case(#"[lemma in ("say", "tell")]"#, ["said", "say", "say", "told", "say"]),
    Case(#"[lemma !in ("say", "tell") & pos="VERB"]"#, ["closes", "mind", "knew"]),
    Case(#"[is_quoted & pos="VERB"]"#, ["say", "say", "mind"]),
    Case(#"[is_quoted=false & lemma="say"]"#, ["said", "say"]),
    Case("<person/>", ["Ana Ruiz", "Tom Baker"]),
    Case("/person[]", ["Ana Ruiz", "Tom Baker"]),
    Case("/region[person]", ["Ana Ruiz", "Tom Baker"]),
    Case(#"<person name=".* Baker"/>"#, ["Tom Baker"]),
    Case(#"<"person|place"/> [lemma="tell"]"#, ["Tom Baker told"]),
    Case("<s> []", ["The", "We", "Tom", "The"]),
    Case("[] </s>", [".", ".", ".", "."]),
    Case("<person> []", ["Ana", "Tom"]),
    Case("<quote/>", ["We say it day by day , and they say mind the gap"]),
    Case(#""baker" within <person/>"#, ["Baker"]),
    Case(#""baker" within person"#, ["Baker"]),
    Case(#""baker" !within <person/>"#, ["baker"]),
    Case(#"<person/> containing 'baker'"#, ["Tom Baker"]),
    Case(#"<person/> !containing 'baker'"#, ["Ana Ruiz"]),
    Case(#"([pos="ADJ"]+ containing "little") "man""#, ["little green man"]),
    Case(#"([pos="ADJ"]+ containing "old") "man""#, []),
    Case(
      #"<s/> containing "day""#,
      [
        "We say it day by day , and they say mind the gap ."
      ]),
    Case(#""gap" []{0,3} "we" within s"#, []),
    Case(#""gap" []{0,3} "we" within 2 s"#, ["gap . We"]),
    Case(#""gap" []{0,3} "we""#, ["gap . We"]),
    Case(#""gap" [] [] "baker""#, []),
    Case(#"("the" [] []) overlap ([] "green" "man")"#, ["little green"]),
    Case(#"("green" []) & ([] "man")"#, ["green man"]),
    Case(#"!"d.*" "by""#, ["step by"]),
    Case(
      #"a:[] "by" b:[] :: a.word = b.word"#,
      ["day by day{a:day}{b:day}", "step by step{a:step}{b:step}"]),
    Case(
      #"a:[] "by" b:[] :: a.word = b.word & a.lemma != "d.*""#, ["step by step{a:step}{b:step}"]),
    Case(
      #"(a:[] "by" b:[] :: a.word = b.word) ".""#,
      [
        "day by day ,{a:day}{b:day}", "step by step .{a:step}{b:step}",
      ]),
    Case(#"a:{say} []* b:"gap" :: distance(a, b) < 4"#, ["say mind the gap{a:say}{b:gap}"]),
    Case(#"a:[pos="ADJ"]? [pos="NOUN"] :: a"#, ["old ferry{a:old}", "green man{a:green}"]),
    Case(
      #"[pos="DET"] a:[pos="ADJ"]? [pos="NOUN"] :: a -> a.word = "old""#,
      [
        "The old ferry{a:old}", "the gap{a:-}", "the gap{a:-}", "The baker{a:-}",
      ]),
    Case(#"a:[pos="ADJ"]+ "man""#, ["little green man{a:little green}"]),
    Case(#"<s/> containing a:"say" containing b:"gap" :: start(a) < start(b)"#, []),
    Case(
      #"(<s/> containing a:"day") containing b:"gap" :: start(a) < start(b)"#,
      [
        "We say it day by day , and they say mind the gap .{a:day}{b:gap}"
      ]),
    Case(#""by" @[pos="NOUN"]"#, ["by day{target:day}", "by step{target:step}"]),
    Case(#"who:<person/> ","? {say|tell}"#, ["Tom Baker told{who:Tom Baker}"]),
    Case(#""the" (?= "gap")"#, ["the", "the"]),
    Case(#""the" (?! "gap" | "old")"#, ["the", "The"]),
    Case(#"(?<= "little" "green") "man""#, ["man"]),
    Case(#"(?<! "the") "gap""#, []),
    Case(#""gap" (?! </s>) []"#, ["gap .", "gap ."]),
    Case(#""." (?= "tom")"#, []),
    Case(#"(?<= ".") "tom""#, []),
    Case(#"near("day", "say", 3)"#, ["say it day", "day , and they say"]),
    Case(#""day" w/2 "say""#, ["say it day"]),
    Case(#""day" pre/4 "say""#, ["day , and they say"]),
    Case(#""ruiz" w/1 "closes""#, ["Ruiz , closes"]),
    Case(#"[word=in[1,10]]"#, []),
    Case(#"(?shortest) "little" []* "man""#, ["little green man"]),
    Case(#""THE" %c "gap" %cd"#, ["the gap", "the gap"]),
    Case(
      #"1:[] "by" 2:[] & 1.word = 2.word"#,
      [
        "day by day{1:day}{2:day}", "step by step{1:step}{2:step}",
      ]),
    Case(
      #"<s> [pos="DET"] []* </s>"#,
      [
        "The old ferry , said Ana Ruiz , closes the gap .", "The baker knew Élan step by step .",
      ]),
    Case(
      #"[pos="DET"] [pos="ADJ"]* [pos="NOUN"] :: distabs(match, matchend) >= 3"#,
      [
        "the little green man"
      ]),
    Case(
      #"b:[pos="VERB"] [] c:[] :: b.lemma = "tell" -> c.pos = "NOUN" within s"#,
      [
        "said Ana Ruiz{b:said}{c:Ruiz}", "closes the gap{b:closes}{c:gap}",
        "say it day{b:say}{c:day}", "say mind the{b:say}{c:the}", "say little .{b:say}{c:.}",
        "knew Élan step{b:knew}{c:step}",
      ]),
  ])
  func finds(_ example: Case) throws {
    let context = PatternContext(foldingAccents: { $0.replacing("É", with: "e") })
    #expect(mistakes(example.text) == [])
    let found = try Self.source.matches(example.text, PatternOptions(), context)
    #expect(found == example.expected, "\(found)")
  }
}
