import Columns
import Testing

@testable import QueryExecution

struct StringPredicateFunctionTests {
  @Test(arguments: [
    ("has", "the road to Ostrava", "road", true),
    ("has", "the road to Ostrava", "ROAD TO", true),
    ("has", "the road to Ostrava", "roa", false),
    ("has", "the crossroads", "roads", false),
    ("has", "Mr al-Assad spoke", "al-assad", true),
    ("has", "Mr al-Assadi spoke", "al-Assad", false),
    ("has", "Mr al-Assad spoke", "Assad", true),
    ("has", "it cost €5", "5", true),
    ("has", "in 1985", "85", false),
    ("has", "x", "longer than x", false),
    ("has", "anything", "", true),
    ("has", "straße", "STRASSE", false),
    ("has", "Ångström said", "ångström", true),
    ("has", "Ελλάδα και", "ΕΛΛΆΔΑ", true),
    ("has", "élan vital", "lan", false),
    ("has", "elan vital", "élan", false),
    ("has", "東京の", "東京", false),
    ("has", "हिन्दी में", "हिन्दी", true),
    ("has", "हिन्दी में", "ह", false),
    ("has", "a ab abc ab", "ab", true),
    ("has", "abc abc", "ab", false),
    ("has", "“road”", "road", true),
    ("has_cs", "the Road", "road", false),
    ("has_cs", "the Road", "Road", true),
    ("!has", "the Road", "road", false),
    ("!has_cs", "the Road", "road", true),
    ("hasprefix", "the crossroads", "cross", true),
    ("hasprefix", "the crossroads", "roads", false),
    ("hassuffix", "the crossroads ahead", "ROADS", true),
    ("hassuffix", "the crossroads ahead", "cross", false),
    ("hasprefix_cs", "the Crossroads", "cross", false),
    ("!hassuffix", "the crossroads ahead", "roads", false),
    ("contains", "Ceasefire", "FIRE", true),
    ("contains_cs", "Ceasefire", "FIRE", false),
    ("!contains", "Ceasefire", "fires", true),
    ("contains", "ſtill", "S", true),
    ("contains", "300 \u{212a}", "k", true),
    ("contains", "ÉCOLE", "école", true),
    ("contains", "", "", true),
    ("startswith", "Ceasefire", "cease", true),
    ("startswith_cs", "Ceasefire", "cease", false),
    ("endswith", "Ceasefire", "FIRE", true),
    ("!endswith_cs", "Ceasefire", "FIRE", true),
    ("=~", "Ruiz", "RUIZ", true),
    ("=~", "Ruiz", "RUIZÉ", false),
    ("=~", "RUÍZ", "ruíz", true),
    ("=~", "İ", "i", false),
    ("!~", "Ruiz", "RUIZ", false),
  ])
  func tellsTexts(_ predicate: String, _ text: String, _ other: String, _ expected: Bool) throws {
    #expect(try call(predicate, .string(text), .string(other)) == .bool(expected))
  }

  @Test func longPatternsTakeLinearTime() throws {
    let text = String(repeating: "ab ", count: 100_000)
    let pattern = String(repeating: "ab ", count: 20_000) + "a"
    #expect(try call("has", .string(text), .string(pattern)) == .bool(false))
    #expect(try call("contains", .string(text), .string(pattern)) == .bool(true))
  }

  @Test func listsOfTerms() throws {
    #expect(try call("has_any", "the road", "rail", "Road") == .bool(true))
    #expect(try call("has_any", "the road", "rail", "sea") == .bool(false))
    #expect(try call("has_any", "the road", json(#"["rail","road"]"#)) == .bool(true))
    #expect(try call("has_any", "the road", json("[]")) == .bool(false))
    #expect(try call("has_all", "the road", "Road", "the") == .bool(true))
    #expect(try call("has_all", "the road", json(#"["rail","road"]"#)) == .bool(false))
    #expect(try call("has_all", "the road", json("[]")) == .bool(true))
    #expect(try call("has_any", json(#"{"a":"the road"}"#), "road") == .bool(true))
    #expect(try call("has_any", "page 12", json("[12]")) == .bool(true))
  }

  @Test func membershipCaseAside() throws {
    #expect(try call("in~", "Ruiz", "okafor", "RUIZ") == .bool(true))
    #expect(try call("in~", "Ruiz", json(#"["okafor"]"#), "x") == .bool(false))
    #expect(try call("!in~", "Ruiz", json(#"["okafor","ruiz"]"#)) == .bool(false))
    #expect(try call("!in~", "Ruiz", "x") == .bool(true))
  }

  @Test(arguments: [
    ("route 66", "[0-9]+", true), ("Route", "route", false), ("Route", "(?i)route", true),
    ("two\nlines", "^lines", false), ("two\nlines", "(?m)^lines$", true), ("", "", true),
    ("naïve", "^.{5}$", true), ("", "^$", true),
  ])
  func matchesRegex(text: String, pattern: String, expected: Bool) throws {
    #expect(try call("matches regex", .string(text), .string(pattern)) == .bool(expected))
  }

  @Test func badPatternsSayWhy() {
    #expect(throws: ExecutionError.badPattern(pattern: "(a", reason: "missing ): (a")) {
      try call("matches regex", "x", "(a")
    }
    #expect(throws: ExecutionError.badPattern(pattern: "a)|(b", reason: "unexpected ): a)|(b")) {
      try call("trim", "a)|(b", "x")
    }
  }

  @Test func simpleFoldingIsOneForOne() {
    #expect(CaseFolding.fold(0x1e9e) == 0xdf)
    #expect(CaseFolding.fold(0xdf) == 0xdf)
    #expect(CaseFolding.fold(0x130) == 0x130)
    #expect(CaseFolding.fold(0x3c2) == 0x3c3)
    #expect(CaseFolding.fold(0x1f88) == 0x1f80)
    #expect(CaseFolding.fold(0x10400) == 0x10428)
    #expect(CaseFolding.fold(0xfb05) == 0xfb06)
  }
}
