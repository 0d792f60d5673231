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
    FunctionCase(
      "parse_url", "https://ana:pw@press.example:81/a/b%20c?x=1&y&x=2#end",
      gives: #"{"Scheme":"https","Host":"press.example","Port":"81","Path":"a/b%20c","#
        + #""Username":"ana","Password":"pw","Query Parameters":{"x":"2","y":""},"#
        + #""Fragment":"end"}"#),
    FunctionCase(
      "parse_url", "http://[2001:db8::1]/x",
      gives: #"{"Scheme":"http","Host":"[2001:db8::1]","Port":"","Path":"x","Username":"","#
        + #""Password":"","Query Parameters":{},"Fragment":""}"#),
    FunctionCase(
      "parse_url", "",
      gives: #"{"Scheme":"","Host":"","Port":"","Path":"","Username":"","Password":"","#
        + #""Query Parameters":{},"Fragment":""}"#),
    FunctionCase(
      "parse_urlquery", "a=1&b=&=c&d=e=f",
      gives: #"{"Query Parameters":{"a":"1","b":"","":"c","d":"e=f"}}"#),
    FunctionCase(
      "parse_path", #"D:\desk\notes.tar.gz:old"#,
      gives: #"{"Scheme":"","RootPath":"D:","DirectoryPath":"D:\\desk","DirectoryName":"desk","#
        + #""Filename":"notes.tar.gz","Extension":"gz","AlternateDataStreamName":"old"}"#),
    FunctionCase(
      "parse_path", "https://a/b/c",
      gives: #"{"Scheme":"https","RootPath":"","DirectoryPath":"a/b","DirectoryName":"b","#
        + #""Filename":"c","Extension":"","AlternateDataStreamName":""}"#),
    FunctionCase(
      "parse_path", "",
      gives: #"{"Scheme":"","RootPath":"","DirectoryPath":"","DirectoryName":"","#
        + #""Filename":"","Extension":"","AlternateDataStreamName":""}"#),
    FunctionCase("parse_csv", "a,\"b \"\"c\"\", d\",,e\nf,g", gives: #"["a","b \"c\", d","","e"]"#),
    FunctionCase("parse_csv", "", gives: #"[""]"#),
    FunctionCase("parse_csv", "\"open, and on", gives: #"["open, and on"]"#),
    FunctionCase("parse_version", "2.0.1", gives: "2000000000000000100000000"),
    FunctionCase(
      "parse_version", "99999999.99999999.99999999.99999999",
      gives: "99999999999999999999999999999999"),
    FunctionCase("parse_version", "1.2.3.4.5", gives: "null"),
    FunctionCase("parse_version", "1..2", gives: "null"),
    FunctionCase("parse_version", "", gives: "null"),
    FunctionCase("unicode_codepoints_from_string", "aé😀", gives: "[97,233,128512]"),
    FunctionCase("to_utf8", "", gives: "[]"),
    FunctionCase("unicode_codepoints_to_string", 82, json("[117,105]"), 122, gives: "Ruiz"),
    FunctionCase("make_string", 82, 0xd800, gives: ""),
    FunctionCase("make_string", 82, -1, gives: ""),
    FunctionCase("isutf8", "naïve 😀", gives: "true"),
    FunctionCase("title_case", "ANA o’NEILL, élise al-masri", gives: "Ana O’neill, Élise Al-Masri"),
    FunctionCase("similarity", "", "", gives: "1.0"),
    FunctionCase("similarity", "Ruiz", "RUIZ", gives: "1.0"),
    FunctionCase("similarity", "kitten", "sitting", gives: "0.5714285714285714"),
    FunctionCase("similarity", "", "abc", gives: "0.0"),
    FunctionCase("format_bytes", 0, gives: "0 Bytes"),
    FunctionCase("format_bytes", 1023, gives: "1023 Bytes"),
    FunctionCase("format_bytes", 1024, 2, gives: "1 KB"),
    FunctionCase("format_bytes", -1536, 1, gives: "-1.5 KB"),
    FunctionCase("format_bytes", 5_000_000, 1, "kb", gives: "4882.8 KB"),
    FunctionCase("format_bytes", .null(.real), gives: ""),
    FunctionCase("format_number", 1234567, gives: "1,234,567"),
    FunctionCase("format_number", -999.5, 1, gives: "-999.5"),
    FunctionCase("format_number", decimal("0.05"), 3, gives: "0.050"),
    FunctionCase("format_number", 1e6, 2, gives: "1,000,000.00"),
    FunctionCase("format_number", .null(.decimal), gives: ""),
    FunctionCase("tohex", 256, gives: "100"),
    FunctionCase("tohex", 0, gives: "0"),
    FunctionCase("tohex", -1, gives: "ffffffffffffffff"),
    FunctionCase("tohex", .int(-2), gives: "fffffffe"),
    FunctionCase("tohex", 255, 99, gives: "00000000000000ff"),
    FunctionCase("tohex", .null(.long), gives: ""),
    FunctionCase("indexof_regex", "abababa", "aba", 0, -1, 2, gives: "4"),
    FunctionCase("indexof_regex", "ab", "b", -1, gives: "null"),
    FunctionCase("indexof_regex", "aab", "x*", 0, -1, 2, gives: "1"),
    FunctionCase(
      "extract_all", "(?P<a>[a-z])(?P<n>[0-9])", json(#"["n","none",1]"#), "a1b2",
      gives: #"[["1","a"],["2","b"]]"#),
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
