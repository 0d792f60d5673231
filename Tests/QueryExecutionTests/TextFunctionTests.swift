import Columns
import RegularExpressions
import Testing

@testable import QueryExecution

struct TextFunctionTests {
  @Test(arguments: [
    FunctionCase("strlen", "naïve 😀", gives: "7"),
    FunctionCase("strlen", 123, gives: "3"),
    FunctionCase("strlen", .null(.long), gives: "0"),
    FunctionCase("string_size", "é", gives: "2"),
    FunctionCase("words", "Don’t ask, al-Masri: 1,200 left. No!", gives: "6"),
    FunctionCase("words", "", gives: "0"),
    FunctionCase("words", "- ' . ,", gives: "0"),
    FunctionCase("isascii", "plain", gives: "true"),
    FunctionCase("strcat", "a", 1, .bool(true), .null(.int), 1.5, gives: "a1true1.5"),
    FunctionCase("strcat_delim", "-", "a", 1, .null(.int), "b", gives: "a-1--b"),
    FunctionCase("strcat_array", json(#"[1,"x",null,{"a":1}]"#), "|", gives: #"1|x||{"a":1}"#),
    FunctionCase("strrep", "ab", 2, gives: "abab"),
    FunctionCase("strrep", "ab", 0, gives: ""),
    FunctionCase("strrep", "", 9_000_000_000, gives: ""),
    FunctionCase("strrep", "ab", -1, ",", gives: ""),
    FunctionCase("substring", "123456", 1, gives: "23456"),
    FunctionCase("substring", "123456", 2, 2, gives: "34"),
    FunctionCase("substring", "123456", 0, 100, gives: "123456"),
    FunctionCase("substring", "123456", -2, 2, gives: "56"),
    FunctionCase("substring", "123456", -20, 2, gives: "12"),
    FunctionCase("substring", "123456", 20, gives: ""),
    FunctionCase("substring", "123456", 2, -1, gives: ""),
    FunctionCase("substring", "naïve", 2, 2, gives: "ïv"),
    FunctionCase("substring", "abc", .long(.max), .long(.max), gives: ""),
    FunctionCase("substring", "abc", .long(.min), .long(.max), gives: "abc"),
    FunctionCase("indexof", "abcdefg", "cde", gives: "2"),
    FunctionCase("indexof", "abcdefg", "cde", 1, 4, gives: "2"),
    FunctionCase("indexof", "abcdefg", "cde", 1, 2, gives: "-1"),
    FunctionCase("indexof", "abcdefg", "cde", 3, 4, gives: "-1"),
    FunctionCase("indexof", "abcdefg", "cde", -5, gives: "2"),
    FunctionCase("indexof", 1_234_567, 5, 1, 4, gives: "4"),
    FunctionCase("indexof", "abcdefg", "cde", 2, -1, gives: "2"),
    FunctionCase("indexof", "abcdefgabcdefg", "cde", 1, 10, 2, gives: "9"),
    FunctionCase("indexof", "abcdefgabcdefg", "cde", 1, -1, 3, gives: "-1"),
    FunctionCase("indexof", "éèê", "ê", gives: "2"),
    FunctionCase("indexof", "abc", "b", 0, -2, gives: "null"),
    FunctionCase("indexof_regex", "on 15 May", "[0-9]{2}", gives: "3"),
    FunctionCase("countof", "aaaa", "aa", gives: "3"),
    FunctionCase("countof", "aaaa", "aa", "regex", gives: "2"),
    FunctionCase("countof", "abcabc", "a.c", "regex", gives: "2"),
    FunctionCase("countof", "abc", "", gives: "0"),
    FunctionCase("countof", "abc", "x*", "regex", gives: "4"),
    FunctionCase("extract", "x=([0-9.]+)", 1, "hello x=45.6|wo", gives: "45.6"),
    FunctionCase("extract", "x=([0-9.]+)", 0, "hello x=45.6|wo", gives: "x=45.6"),
    FunctionCase("extract", "x=([0-9.]+)", 2, "hello x=45.6|wo", gives: ""),
    FunctionCase("extract", "y", 0, "hello", gives: ""),
    FunctionCase("extract", "(a)|(b)", 1, "b", gives: ""),
    FunctionCase("extract_all", #"(\w)(\w+)"#, "ab cde", gives: #"[["a","b"],["c","de"]]"#),
    FunctionCase("extract_all", #"(\w)(\w+)"#, json("[2]"), "ab cde", gives: #"["b","de"]"#),
    FunctionCase("extract_all", #"\d+"#, "a 1 b 22", gives: #"["1","22"]"#),
    FunctionCase("extract_all", #"(\d+)"#, "none", gives: "null"),
    FunctionCase("replace_string", "aaa", "a", "bb", gives: "bbbbbb"),
    FunctionCase("replace_string", "aaa", "", "b", gives: "aaa"),
    FunctionCase("replace_regex", "a1b22", #"\d+"#, "#", gives: "a#b#"),
    FunctionCase("replace_regex", "ab", "(a)(b)", #"\2\1\0\\"#, gives: #"baab\"#),
    FunctionCase("replace_regex", "aab", "a*", "-", gives: "-b-"),
    FunctionCase("replace_regex", "", "^$", "x", gives: "x"),
    FunctionCase("split", "a__b", "_", gives: #"["a","","b"]"#),
    FunctionCase("split", "", "_", gives: #"[""]"#),
    FunctionCase("split", "aabbcc", "bb", gives: #"["aa","cc"]"#),
    FunctionCase("split", "aaa_bbb_ccc", "_", 1, gives: #"["bbb"]"#),
    FunctionCase("split", "aaa_bbb", "_", 7, gives: "[]"),
    FunctionCase("split", "abc", "", gives: #"["abc"]"#),
    FunctionCase("tolower", "ÀÉÎ Σ ẞ", gives: "àéî σ ß"),
    FunctionCase("toupper", "àéî σ ß", gives: "ÀÉÎ Σ ß"),
    FunctionCase("fold", "Čağla Łukasz Søren Ｒ naïve", gives: "Cagla Lukasz Soren R naive"),
    FunctionCase("fold", "e\u{301}", gives: "e"),
    FunctionCase("fold", "한국어 हिन्दी が", gives: "한국어 हिन्दी が"),
    FunctionCase("trim", "--", "--https://bing.com--", gives: "https://bing.com"),
    FunctionCase("trim", #"[^\w]+"#, "- Te st1// $", gives: "Te st1"),
    FunctionCase("trim_start", "a", "aaab", gives: "b"),
    FunctionCase("trim_end", "ab", "xabab", gives: "x"),
    FunctionCase("trim", "a", "aaa", gives: ""),
    FunctionCase("trim", "", "abc", gives: "abc"),
    FunctionCase("reverse", "naïve😀", gives: "😀evïan"),
    FunctionCase("reverse", 123, gives: "321"),
  ])
  func gives(_ example: FunctionCase) throws {
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
