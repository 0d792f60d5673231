import Columns
import Testing

@testable import QueryExecution

struct TextFunctionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var function: String
    var arguments: [ScalarValue]
    var expected: String

    init(_ function: String, _ arguments: ScalarValue..., gives expected: String) {
      self.function = function
      self.arguments = arguments
      self.expected = expected
    }

    var testDescription: String { "\(function)(\(arguments.map(text).joined(separator: ", ")))" }
  }

  @Test(arguments: [
    Case("strlen", "naïve 😀", gives: "7"),
    Case("strlen", 123, gives: "3"),
    Case("strlen", .null(.long), gives: "0"),
    Case("string_size", "é", gives: "2"),
    Case("words", "Don’t ask, al-Masri: 1,200 left. No!", gives: "6"),
    Case("words", "", gives: "0"),
    Case("words", "- ' . ,", gives: "0"),
    Case("isascii", "plain", gives: "true"),
    Case("strcat", "a", 1, .bool(true), .null(.int), 1.5, gives: "a1true1.5"),
    Case("strcat_delim", "-", "a", 1, .null(.int), "b", gives: "a-1--b"),
    Case("strcat_array", json(#"[1,"x",null,{"a":1}]"#), "|", gives: #"1|x||{"a":1}"#),
    Case("strrep", "ab", 2, gives: "abab"),
    Case("strrep", "ab", 0, gives: ""),
    Case("strrep", "", 9_000_000_000, gives: ""),
    Case("strrep", "ab", -1, ",", gives: ""),
    Case("substring", "123456", 1, gives: "23456"),
    Case("substring", "123456", 2, 2, gives: "34"),
    Case("substring", "123456", 0, 100, gives: "123456"),
    Case("substring", "123456", -2, 2, gives: "56"),
    Case("substring", "123456", -20, 2, gives: "12"),
    Case("substring", "123456", 20, gives: ""),
    Case("substring", "123456", 2, -1, gives: ""),
    Case("substring", "naïve", 2, 2, gives: "ïv"),
    Case("substring", "abc", .long(.max), .long(.max), gives: ""),
    Case("substring", "abc", .long(.min), .long(.max), gives: "abc"),
    Case("indexof", "abcdefg", "cde", gives: "2"),
    Case("indexof", "abcdefg", "cde", 1, 4, gives: "2"),
    Case("indexof", "abcdefg", "cde", 1, 2, gives: "-1"),
    Case("indexof", "abcdefg", "cde", 3, 4, gives: "-1"),
    Case("indexof", "abcdefg", "cde", -5, gives: "2"),
    Case("indexof", 1_234_567, 5, 1, 4, gives: "4"),
    Case("indexof", "abcdefg", "cde", 2, -1, gives: "2"),
    Case("indexof", "abcdefgabcdefg", "cde", 1, 10, 2, gives: "9"),
    Case("indexof", "abcdefgabcdefg", "cde", 1, -1, 3, gives: "-1"),
    Case("indexof", "éèê", "ê", gives: "2"),
    Case("indexof", "abc", "b", 0, -2, gives: "null"),
    Case("indexof_regex", "on 15 May", "[0-9]{2}", gives: "3"),
    Case("countof", "aaaa", "aa", gives: "3"),
    Case("countof", "aaaa", "aa", "regex", gives: "2"),
    Case("countof", "abcabc", "a.c", "regex", gives: "2"),
    Case("countof", "abc", "", gives: "0"),
    Case("countof", "abc", "x*", "regex", gives: "4"),
    Case("extract", "x=([0-9.]+)", 1, "hello x=45.6|wo", gives: "45.6"),
    Case("extract", "x=([0-9.]+)", 0, "hello x=45.6|wo", gives: "x=45.6"),
    Case("extract", "x=([0-9.]+)", 2, "hello x=45.6|wo", gives: ""),
    Case("extract", "y", 0, "hello", gives: ""),
    Case("extract", "(a)|(b)", 1, "b", gives: ""),
    Case("extract_all", #"(\w)(\w+)"#, "ab cde", gives: #"[["a","b"],["c","de"]]"#),
    Case("extract_all", #"(\w)(\w+)"#, json("[2]"), "ab cde", gives: #"["b","de"]"#),
    Case("extract_all", #"\d+"#, "a 1 b 22", gives: #"["1","22"]"#),
    Case("extract_all", #"(\d+)"#, "none", gives: "null"),
    Case("replace_string", "aaa", "a", "bb", gives: "bbbbbb"),
    Case("replace_string", "aaa", "", "b", gives: "aaa"),
    Case("replace_regex", "a1b22", #"\d+"#, "#", gives: "a#b#"),
    Case("replace_regex", "ab", "(a)(b)", #"\2\1\0\\"#, gives: #"baab\"#),
    Case("replace_regex", "aab", "a*", "-", gives: "-b-"),
    Case("replace_regex", "", "^$", "x", gives: "x"),
    Case("split", "a__b", "_", gives: #"["a","","b"]"#),
    Case("split", "", "_", gives: #"[""]"#),
    Case("split", "aabbcc", "bb", gives: #"["aa","cc"]"#),
    Case("split", "aaa_bbb_ccc", "_", 1, gives: #"["bbb"]"#),
    Case("split", "aaa_bbb", "_", 7, gives: "[]"),
    Case("split", "abc", "", gives: #"["abc"]"#),
    Case("tolower", "ÀÉÎ Σ ẞ", gives: "àéî σ ß"),
    Case("toupper", "àéî σ ß", gives: "ÀÉÎ Σ ß"),
    Case("fold", "Čağla Łukasz Søren Ｒ naïve", gives: "Cagla Lukasz Soren R naive"),
    Case("fold", "e\u{301}", gives: "e"),
    Case("fold", "한국어 हिन्दी が", gives: "한국어 हिन्दी が"),
    Case("trim", "--", "--https://bing.com--", gives: "https://bing.com"),
    Case("trim", #"[^\w]+"#, "- Te st1// $", gives: "Te st1"),
    Case("trim_start", "a", "aaab", gives: "b"),
    Case("trim_end", "ab", "xabab", gives: "x"),
    Case("trim", "a", "aaa", gives: ""),
    Case("trim", "", "abc", gives: "abc"),
    Case("reverse", "naïve😀", gives: "😀evïan"),
    Case("reverse", 123, gives: "321"),
  ])
  func gives(_ example: Case) throws {
    let result = try callList(example.function, example.arguments)
    #expect(text(result) == example.expected)
  }

  @Test func repetitionIsBounded() {
    #expect(throws: ExecutionError.self) { try call("strrep", "abcdef", 1_000_000_000) }
  }

  @Test func cancellingEndsLongCounts() {
    let token = CancellationToken()
    token.cancel()
    let long = String(repeating: "a", count: 10_000)
    #expect(throws: ExecutionError.cancelled) {
      let expression = try Array("a".utf8).withUnsafeBufferPointer {
        try RegularExpression.compiled($0)
      }
      try long.withUTF8Bytes { text in
        try expression.forEachMatch(in: text, cancellation: token) { _ in true }
      }
    }
  }
}
