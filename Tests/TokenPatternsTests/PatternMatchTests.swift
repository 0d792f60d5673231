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
    The/DET late/ADJ ferry/NOUN ,/PUNCT said/VERB/say [person Ana/PROPN Ruiz/PROPN ] ,/PUNCT \
    closes/VERB/close the/DET gap/NOUN ./PUNCT | [quote We/PRON say/VERB it/PRON year/NOUN by/ADP \
    year/NOUN ,/PUNCT and/CCONJ they/PRON say/VERB [quote mind/VERB the/DET gap/NOUN ] ] ./PUNCT \
    || [person Tom/PROPN Porter/PROPN ] told/VERB/tell the/DET hasty/ADJ secret/ADJ deal/NOUN to/PART \
    say/VERB hasty/ADJ ./PUNCT | The/DET porter/NOUN knew/VERB/know Élan/PROPN inch/NOUN by/ADP \
    inch/NOUN ./PUNCT
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
    Case("_ADJ", ["late", "hasty", "secret", "hasty"]),
    Case("sa*", ["said", "say", "say", "say"]),
    Case("{say} []{0,3} \"gap\"", ["say mind the gap"]),
    Case("{say} []{0,7} \"gap\"", ["said Ana Ruiz , closes the gap", "say mind the gap"]),
    Case(
      "{say} []* \"gap\"",
      [
        "said Ana Ruiz , closes the gap", "say it year by year , and they say mind the gap",
      ]),
    Case(#"[pos="ADJ"]+ "deal""#, ["hasty secret deal"]),
    Case(#"[pos="ADJ"]{2} "deal""#, ["hasty secret deal"]),
    Case(#"[pos="ADJ"]{3,} "deal""#, []),
    Case(#"[pos="ADJ"]? "deal|ferry""#, ["late ferry", "secret deal"]),
    Case(
      #"([pos="DET"]? [pos="ADJ"]* [pos="NOUN"])+"#,
      [
        "The late ferry", "the gap", "year", "year", "the gap", "the hasty secret deal",
        "The porter",
        "inch", "inch",
      ]),
    Case(
      #"[pos="NOUN" & word!="y.*"]"#, ["ferry", "gap", "gap", "deal", "porter", "inch", "inch"]),
    Case(
      #"[!(pos="NOUN" | pos="PUNCT") & lemma="[a-d].*"]"#,
      ["Ana", "closes", "by", "and", "by"]),
    Case(#"[lemma in ("say", "tell")]"#, ["said", "say", "say", "told", "say"]),
    Case(#"[lemma !in ("say", "tell") & pos="VERB"]"#, ["closes", "mind", "knew"]),
    Case(#"[is_quoted & pos="VERB"]"#, ["say", "say", "mind"]),
    Case(#"[is_quoted=false & lemma="say"]"#, ["said", "say"]),
    Case("<person/>", ["Ana Ruiz", "Tom Porter"]),
    Case("/person[]", ["Ana Ruiz", "Tom Porter"]),
    Case("/region[person]", ["Ana Ruiz", "Tom Porter"]),
    Case(#"<person name=".* Porter"/>"#, ["Tom Porter"]),
    Case(#"<"person|place"/> [lemma="tell"]"#, ["Tom Porter told"]),
    Case("<s> []", ["The", "We", "Tom", "The"]),
    Case("[] </s>", [".", ".", ".", "."]),
    Case("<person> []", ["Ana", "Tom"]),
    Case("<quote/>", ["We say it year by year , and they say mind the gap"]),
    Case(#""porter" within <person/>"#, ["Porter"]),
    Case(#""porter" within person"#, ["Porter"]),
    Case(#""porter" !within <person/>"#, ["porter"]),
    Case(#"<person/> containing 'porter'"#, ["Tom Porter"]),
    Case(#"<person/> !containing 'porter'"#, ["Ana Ruiz"]),
    Case(#"([pos="ADJ"]+ containing "hasty") "deal""#, ["hasty secret deal"]),
    Case(#"([pos="ADJ"]+ containing "late") "deal""#, []),
    Case(
      #"<s/> containing "year""#,
      [
        "We say it year by year , and they say mind the gap ."
      ]),
    Case(#""gap" []{0,3} "we" within s"#, []),
    Case(#""gap" []{0,3} "we" within 2 s"#, ["gap . We"]),
    Case(#""gap" []{0,3} "we""#, ["gap . We"]),
    Case(#""gap" [] [] "porter""#, []),
    Case(#"("the" [] []) overlap ([] "secret" "deal")"#, ["hasty secret"]),
    Case(#"("secret" []) & ([] "deal")"#, ["secret deal"]),
    Case(#"!"y.*" "by""#, ["inch by"]),
    Case(
      #"a:[] "by" b:[] :: a.word = b.word"#,
      ["year by year{a:year}{b:year}", "inch by inch{a:inch}{b:inch}"]),
    Case(
      #"a:[] "by" b:[] :: a.word = b.word & a.lemma != "y.*""#, ["inch by inch{a:inch}{b:inch}"]),
    Case(
      #"(a:[] "by" b:[] :: a.word = b.word) ".""#,
      [
        "year by year ,{a:year}{b:year}", "inch by inch .{a:inch}{b:inch}",
      ]),
    Case(#"a:{say} []* b:"gap" :: distance(a, b) < 4"#, ["say mind the gap{a:say}{b:gap}"]),
    Case(#"a:[pos="ADJ"]? [pos="NOUN"] :: a"#, ["late ferry{a:late}", "secret deal{a:secret}"]),
    Case(
      #"[pos="DET"] a:[pos="ADJ"]? [pos="NOUN"] :: a -> a.word = "late""#,
      [
        "The late ferry{a:late}", "the gap{a:-}", "the gap{a:-}", "The porter{a:-}",
      ]),
    Case(#"a:[pos="ADJ"]+ "deal""#, ["hasty secret deal{a:hasty secret}"]),
    Case(#"<s/> containing a:"say" containing b:"gap" :: start(a) < start(b)"#, []),
    Case(
      #"(<s/> containing a:"year") containing b:"gap" :: start(a) < start(b)"#,
      [
        "We say it year by year , and they say mind the gap .{a:year}{b:gap}"
      ]),
    Case(#""by" @[pos="NOUN"]"#, ["by year{target:year}", "by inch{target:inch}"]),
    Case(#"who:<person/> ","? {say|tell}"#, ["Tom Porter told{who:Tom Porter}"]),
    Case(#""the" (?= "gap")"#, ["the", "the"]),
    Case(#""the" (?! "gap" | "late")"#, ["the", "The"]),
    Case(#"(?<= "hasty" "secret") "deal""#, ["deal"]),
    Case(#"(?<! "the") "gap""#, []),
    Case(#""gap" (?! </s>) []"#, ["gap .", "gap ."]),
    Case(#""." (?= "tom")"#, []),
    Case(#"(?<= ".") "tom""#, []),
    Case(#"near("year", "say", 3)"#, ["say it year", "year , and they say"]),
    Case(#""year" w/2 "say""#, ["say it year"]),
    Case(#""year" pre/4 "say""#, ["year , and they say"]),
    Case(#""ruiz" w/1 "closes""#, ["Ruiz , closes"]),
    Case(#"[word=in[1,10]]"#, []),
    Case(#"(?shortest) "hasty" []* "deal""#, ["hasty secret deal"]),
    Case(#""THE" %c "gap" %cd"#, ["the gap", "the gap"]),
    Case(
      #"1:[] "by" 2:[] & 1.word = 2.word"#,
      [
        "year by year{1:year}{2:year}", "inch by inch{1:inch}{2:inch}",
      ]),
    Case(
      #"<s> [pos="DET"] []* </s>"#,
      [
        "The late ferry , said Ana Ruiz , closes the gap .", "The porter knew Élan inch by inch .",
      ]),
    Case(
      #"[pos="DET"] [pos="ADJ"]* [pos="NOUN"] :: distabs(match, matchend) >= 3"#,
      [
        "the hasty secret deal"
      ]),
    Case(
      #"b:[pos="VERB"] [] c:[] :: b.lemma = "tell" -> c.pos = "NOUN" within s"#,
      [
        "said Ana Ruiz{b:said}{c:Ruiz}", "closes the gap{b:closes}{c:gap}",
        "say it year{b:say}{c:year}", "say mind the{b:say}{c:the}", "say hasty .{b:say}{c:.}",
        "knew Élan inch{b:knew}{c:inch}",
      ]),
  ])
  func finds(_ example: Case) throws {
    let context = PatternContext(foldingAccents: { $0.replacing("É", with: "e") })
    #expect(mistakes(example.text) == [])
    let found = try Self.source.matches(example.text, PatternOptions(), context)
    #expect(found == example.expected, "\(found)")
  }
}
