import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct QuantityNumeralTests {
  @Test(arguments: [
    ("60,000", "60000"), ("180 thousand", "180000"), ("3.5 million", "3500000"),
    ("3bn", "3000000000"),
    ("2 1/2", "2.5"), ("3/4", "0.75"), ("½", "0.5"), ("twenty-one", "21"), ("ninety nine", "99"),
    ("one hundred and three", "103"), ("two hundred thousand", "200000"),
    ("one million two hundred thousand and five", "1200005"), ("a dozen", "12"),
    ("two and a half", "2.5"), ("3 million and a half", "3500000"), ("half a million", "500000"),
    ("a quarter million", "250000"), ("two point seven five", "2.75"), ("three-quarters", "0.75"),
    ("40 000", "40000"), ("twenty-first", "21"), ("21st", "21"), ("two hundredth", "200"),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
    ("twenty and three fifths", "20.6"), ("two million and one half", "2500000"),
    ("five billion and three quarters", "5750000000"), ("three and one fourth", "3.25"),
    ("one billion and a quarter million", "1000250000"), ("one and a fourth", "1.25"),
    ("one mln", "1000000"), ("300-mln", "300000000"), ("two bn", "2000000000"),
    ("nineteen", "19"), ("zero", "0"), ("0.000", "0"), ("1,234,567.89", "1234567.89"),
  ])
  func reads(_ text: String, _ value: String) {
    let utf8 = Array(text.utf8)
    var pieces: [LexicalPiece] = []
    PieceLexer.lex(utf8, TextRange(0, utf8.count), into: &pieces)
    let numeral = NumeralReader(utf8: utf8, pieces: pieces).numeral(at: 0)
    #expect(numeral?.value.description == value)
    #expect(numeral?.end == pieces.count)
  }

  @Test(arguments: [
    ("$75m", ["$", "75", "m"]), ("10-year", ["10", "-", "year"]),
    ("6:30 p.m.", ["6", ":", "30", "p.m."]),
    ("60,000, then 1,5", ["60,000", ",", "then", "1", ",", "5"]),
    ("3.11.2004", ["3", ".", "11", ".", "2004"]),
    ("naïve “x”", ["naïve", "“", "x", "”"]), ("3.5.", ["3.5", "."]), ("U.S.", ["U.S."]), ("", []),
    ("1,234", ["1,234"]), ("£8.10", ["£", "8.10"]),
  ])
  func cuts(_ text: String, _ expected: [String]) {
    let utf8 = Array(text.utf8)
    var pieces: [LexicalPiece] = []
    PieceLexer.lex(utf8, TextRange(0, utf8.count), into: &pieces)
    #expect(pieces.map { String(decoding: utf8[$0.start..<$0.end], as: UTF8.self) } == expected)
  }
}
