import Columns
import Diagnostics
import Testing

@testable import TokenPatterns

struct PatternSearchTests {
  private let source = ToySource(
    "the/DET late/ADJ ferry/NOUN over/ADP the/DET strait/NOUN in/ADP the/DET north/NOUN | a/DET ferry/NOUN"
  )
  private let nounPhrase = """
    [pos="DET"]? [pos="ADJ"]* [pos="NOUN"] ([pos="ADP"] [pos="DET"]? [pos="ADJ"]* [pos="NOUN"])*
    """

  @Test func strategiesChooseAmongMatches() throws {
    func found(_ strategy: MatchingStrategy, overlap: Bool = false) throws -> [String] {
      try source.matches(
        nounPhrase, PatternOptions(strategy: strategy, allowsOverlap: overlap))
    }
    #expect(try found(.longest) == ["the late ferry over the strait in the north", "a ferry"])
    #expect(try found(.standard) == ["the late ferry", "the strait", "the north", "a ferry"])
    #expect(try found(.shortest) == ["ferry", "strait", "north", "ferry"])
    #expect(
      try found(.standard, overlap: true) == [
        "the late ferry", "late ferry", "ferry", "the strait", "strait", "the north", "north",
        "a ferry",
        "ferry",
      ])
    #expect(try found(.all).count == 3 * 3 + 2 * 2 + 2 + 2)
    #expect(try source.matches("(?shortest) \(nounPhrase)").count == 4)
  }

  @Test func rangesAreLookedInOneByOne() throws {
    let found = try PatternSearch(in: source).matches(
      of: pattern("[pos=\"DET\"] []? \"ferry\""), in: [9..<11, 0..<3, 0..<2, 5..<5])
    #expect(found.starts == [9, 0])
    #expect(found.ends == [11, 3])
    #expect(found.rangeIndices == [0, 1])
    #expect(
      try source.matches("\"ferry\" within s", in: [0..<3, 2..<11]) == ["ferry", "ferry", "ferry"])
  }

  @Test func aPreparedPatternIsLookedForAgainAndAgain() throws {
    let prepared = try PatternSearch(in: source).prepared(
      pattern("d:[pos=\"DET\"] []{0,2} \"ferry\""))
    #expect(prepared.captureNames == ["d"])
    #expect(try prepared.matches(in: [9..<11]).starts == [9])
    #expect(try prepared.matches(in: [0..<9]).starts == [0])
    #expect(try prepared.matches().starts == [0, 7])
    #expect(try prepared.matchingRanges([0..<2, 8..<11]) == [false, true])
  }

  @Test func rangesWithAMatchAreTold() throws {
    let search = PatternSearch(in: source)
    let ranges = [0..<3, 3..<6, 9..<11, 4..<4]
    #expect(
      try search.matchingRanges(of: pattern("\"ferry\""), ranges) == [true, false, true, false])
    #expect(
      try search.matchingRanges(of: pattern("a:[] [] :: a.word = \"over\""), ranges) == [
        false, true, false, false,
      ])
  }

  @Test func spansSayWhichAttributesTheyHave() {
    let failure = #expect(throws: PatternFailure.self) {
      try source.matches("<s nam=\"x\"/>")
    }
    #expect(
      failure?.diagnostics.first?.message == "spans called 's' have no attribute 'nam'")
  }

  @Test func textsAreCutAsTheArticlesAre() throws {
    let words = ToySource("He/PRON did/AUX n't/PART say/VERB no/DET ./PUNCT U.S./PROPN forces/NOUN")
    let context = PatternContext(words: { text in
      text.replacing("n't", with: " n't").split(separator: " ").map(String.init)
    })
    func found(_ text: String) throws -> [String] {
      try words.matches(text, PatternOptions(), context)
    }
    #expect(try found("\"didn't\"") == ["did n't"])
    #expect(try found("\"he didn't say\"") == ["He did n't say"])
    #expect(try found("\"n't sa(y|id) no\"") == ["n't say no"])
    #expect(try found("\"U.S. forces\"") == ["U.S. forces"])
    #expect(try found("\"U.S.\"") == ["U.S."])
  }

  @Test func listsAndNamedPatternsComeFromOutside() throws {
    let context = PatternContext(
      lists: ["waters": ["Strait", "bay"]],
      patterns: ["np": pattern("the:[pos=\"DET\"] [pos=\"ADJ\"]* [pos=\"NOUN\"]")])
    func found(_ text: String) throws -> [String] {
      try source.matches(text, PatternOptions(), context)
    }
    #expect(try found("[lemma in waters]") == ["strait"])
    #expect(try found("[lemma in $waters]") == ["strait"])
    #expect(try found("@np \"over\"") == ["the late ferry over{the:the}"])
    let resolved = try pattern("@np \"over\"").resolved(with: context.patterns)
    #expect(resolved.captureNames == ["the"])
    for (text, code) in [("[word in water]", "L0521"), ("@nq", "L0522")] {
      let failure = #expect(throws: PatternFailure.self) { try found(text) }
      #expect(failure?.diagnostics.first?.code == code)
      #expect(failure?.diagnostics.first?.suggestion != nil)
    }
  }

  @Test func patternsAreNoPartOfThemselves() throws {
    let context = PatternContext(patterns: ["a": pattern("\"x\" @b"), "b": pattern("@a?")])
    let failure = #expect(throws: PatternFailure.self) {
      try source.matches("@a", PatternOptions(), context)
    }
    #expect(failure?.diagnostics.first?.code == "L0523")
  }

  @Test func limitsAreKept() {
    func exceeds(_ text: String, _ limits: PatternLimits, _ kind: PatternLimits.Kind) {
      let error = #expect(throws: PatternLimitExceeded.self) {
        try source.matches(text, PatternOptions(limits: limits))
      }
      #expect(error?.kind == kind)
    }
    exceeds("(([]{100}){100}){100}", PatternLimits(), .states)
    exceeds("[]", PatternLimits(matches: 5), .matches)
    exceeds(
      "[]* a:[] []* b:[] []* c:[] []* d:[] []* :: a.word = \"x\"", PatternLimits(steps: 1000),
      .steps)
  }

  @Test func repeatedPartsAreFoundOnce() throws {
    let long = ToySource(Array(repeating: "a/X b/Y |", count: 2000).joined(separator: " "))
    #expect(try long.matches("(<s/> containing \"a\" []*){900,1000}").count == 2)
    #expect(try long.matches("[word=\"a\" | pos=\"Y\"]{900,1000}").count == 4)
  }

  /// Looking beyond each match to the end of the article again and again would take minutes.
  @Test func wordsThatWereTriedAreNotTriedAgain() throws {
    let long = ToySource(Array(repeating: "a/X b/Y", count: 10_000).joined(separator: " "))
    #expect(try long.matches("\"a\" ([]* \"c\")? within article").count == 10_000)
  }

  @Test func cancellationEndsASearch() throws {
    struct Cancelled: Error {}
    let long = ToySource(Array(repeating: "a/X b/Y", count: 4000).joined(separator: " "))
    for text in [
      "\"a\" []* \"c\"", "a:[] []{0,5} b:[] :: a.word = \"c\"", "(?all) []{1,3}",
      "\"a\" (?= \"c\")",
    ] {
      var checks = 0
      let search = PatternSearch(in: long) {
        checks += 1
        if checks > 2 { throw Cancelled() }
      }
      #expect(throws: Cancelled.self, "\(text)") { try search.matches(of: pattern(text)) }
    }
  }

  @Test func nearIsThereForFunctionsToo() throws {
    let near = TokenPatternSyntax.near(
      pattern("\"ferry\""), pattern("\"north\""), distance: 6, isOrdered: true)
    #expect(near.description == "near(\"ferry\", \"north\", 6, ordered)")
    #expect(try PatternSearch(in: source).matches(of: near).count == 1)
    let closer = TokenPatternSyntax.near(
      pattern("\"north\""), pattern("\"ferry\""), distance: 5, isOrdered: false)
    #expect(try PatternSearch(in: source).matches(of: closer).starts == [8])
  }

  @Test func nothingIsFoundInNothing() throws {
    let empty = ToySource("")
    #expect(try empty.matches("[] []*") == [])
    #expect(try source.matches("[]", in: []) == [])
  }
}
