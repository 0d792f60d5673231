import Diagnostics
import Testing

@testable import QueryLanguage

@Suite struct LexerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    /// The texts of the tokens, parted by `·`.
    var tokens: String
    var testDescription: String { text }

    init(_ text: String, _ tokens: String) {
      self.text = text
      self.tokens = tokens
    }
  }

  @Test(arguments: [
    Case("project-away a", "project-away·a"), Case("a-b", "a·-·b"),
    Case("top-nested", "top-nested"),
    Case("project-awy", "project·-·awy"), Case("a!has b", "a·!has·b"),
    Case("a in~(b)", "a·in~·(·b·)"),
    Case("a !in~ b", "a·!in~·b"), Case("a=~b!~c", "a·=~·b·!~·c"), Case("1..10", "1·..·10"),
    Case("(10...20)", "(·10·..·.·20·)"), Case("2.6h", "2.6h"), Case("10.", "10."),
    Case("10.|", "10.·|"), Case("1e3 1e-3", "1e3·1e-3"), Case("1e", "1e"), Case("0xfF", "0xfF"),
    Case("3rd_party", "3rd_party"), Case("a[0].b", "a·[·0·]·.·b"), Case("a.[0]", "a·.·[·0·]"),
    Case("\"a\\\"b\"'c'", "\"a\\\"b\"·'c'"), Case("@\"a\"\"b\\\" c", "@\"a\"\"b\\\"·c"),
    Case("```a\n\"b```c", "```a\n\"b```·c"), Case("~~~a~~~", "~~~a~~~"),
    Case("h\"a\" h'b'", "h\"a\"·h'b'"),
    Case("h", "h"), Case("d\"2024-03-05\"", "d\"2024-03-05\""), Case("a//b\nc", "a·c"),
    Case("a/*b*/c", "a·c"), Case("a/b", "a·/·b"),
    Case("datetime(2024-03-05 14:30) x", "datetime(2024-03-05 14:30)·x"),
    Case("dynamic({\"a\":\")\"})x", "dynamic({\"a\":\")\"})·x"), Case("date, time", "date·,·time"),
    Case("time(1.02:03:04)", "time(1.02:03:04)"),
    Case("2024-03-05T10:00Z-1", "2024-03-05T10:00Z·-·1"),
    Case("2024-03-051", "2024·-·03·-·051"), Case("<= >= <> == =>", "<=·>=·<>·==·=>"),
    Case("$left.a", "$left·.·a"), Case("straße 東京", "straße·東京"), Case("a\u{A0}b", "a·b"),
    Case("\u{FEFF}a", "a"), Case("#!/usr/bin/lede\na", "a"), Case("“a” ‘don’t’", "“a”·‘don’t’"),
    Case("«a»", "«a»"), Case("'open", "'open"), Case("'open\nb", "'open·b"),
  ])
  func tokensAreCut(_ item: Case) {
    let source = SourceText(name: "test", text: item.text)
    let tokens = Lexer.tokens(in: source).tokens.dropLast().map { source.text($0.range) }
    #expect(tokens.joined(separator: "·") == item.tokens)
  }

  @Test(arguments: [
    ("\"a\\n\\t\\\\\\\"\\u00e9\\ud83d\\ude00\\x41\\101\"", "a\n\t\\\"é😀AA"),
    ("@\"a\\n\"\"b\"", "a\\n\"b"), ("@'it''s'", "it's"), ("'it\\'s'", "it's"),
    ("```a\n\"b\"```", "a\n\"b\""), ("~~~a\\n~~~", "a\\n"), ("h\"a\"", "a"), ("h@'a'", "a"),
    ("“a\\tb”", "a\tb"), ("‘don’t’", "don’t"), ("„a“", "a"), ("'a' \"b\"\n@'c'", "abc"),
    ("\"\"", ""),
  ])
  func stringsDecode(text: String, expected: String) {
    let tree = parsed("print \(text)").tree
    #expect(SyntaxDump.text(tree).hasSuffix(StringLiteral.encode(expected)))
  }

  @Test(arguments: [
    ("12", "12"), ("0xff", "255"), ("0xffffffffffffffff", "long(-1)"), ("int(3)", "int(3)"),
    ("long(null)", "long(null)"), ("1.5", "1.5"), ("10.", "10.0"), ("real(nan)", "real(nan)"),
    ("real(+inf)", "real(+inf)"), ("double(5)", "5.0"), ("decimal(1.20)", "decimal(1.20)"),
    ("bool(1)", "true"), ("TRUE", "true"), ("1d", "1d"),
    ("24hours", "1d"), ("1.5m", "90s"), ("2w", "14d"), ("1microsecond", "1microsecond"),
    ("3tick", "3tick"), ("timespan(2)", "2d"), ("timespan(0.12:34:56)", "45296s"),
    ("time('1h')", "1h"), ("1mo", "1mo"), ("2q", "2q"), ("4q", "1y"),
    ("datetime(2024-03-05)", "datetime(2024-03-05)"),
    ("datetime(\"2024-03-05 14:30\")", "datetime(2024-03-05T14:30:00.0000000Z)"),
    ("date(2024-3-5)", "datetime(2024-03-05)"), ("datetime(2025, 6, 14)", "datetime(2025-06-14)"),
    ("datetime(2024/03/05)", "datetime(2024-03-05)"),
    ("datetime(5 Mar 2024)", "datetime(2024-03-05)"),
    ("datetime(2024-03-05T14:30:00+02:00)", "datetime(2024-03-05T12:30:00.0000000Z)"),
    ("datetime(null)", "datetime(null)"), ("d'2024-03-05'", "datetime(2024-03-05)"),
    ("dynamic({'a':[1,dynamic(null)]})", "dynamic({\"a\": [1, null]})"),
    ("dynamic([datetime(2024-03-05)])", "dynamic([datetime(2024-03-05)])"),
    ("dynamic(null)", "dynamic(null)"), ("dynamic('x')", "dynamic(\"x\")"),
    ("guid(74BE27DE1e4e49d9b579fe0b331d3642)", "guid(74be27de-1e4e-49d9-b579-fe0b331d3642)"),
    ("-9223372036854775808", "-9223372036854775808"), ("99999999999999999999", "long(null)"),
  ])
  func literalsAreRead(text: String, expected: String) {
    let tree = parsed("print \(text)").tree
    #expect(SyntaxDump.text(tree) == "pipeline\n  print\n    \(expected)")
  }

  @Test func highlightsByPlace() {
    let text = "T | where count has \"x\" and f(kind) == 1.5h // no\n| count"
    let source = SourceText(name: "test", text: text)
    let classes = Highlight.ranges(in: source).map {
      "\(source.text($0.range)):\($0.kind.rawValue)"
    }
    #expect(
      classes == [
        "T:name", "|:operator", "where:keyword", "count:name", "has:keyword", "\"x\":string",
        "and:keyword", "f:function", "(:punctuation", "kind:name", "):punctuation", "==:operator",
        "1.5h:number", "// no:comment", "|:operator", "count:keyword",
      ])
  }
}
