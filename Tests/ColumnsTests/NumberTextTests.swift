import Columns
import Testing

struct NumberTextTests {
  @Test(arguments: [
    ("1.0", 1.0), ("1", 1), ("-0.1", -0.1), ("1e3", 1000), ("10.", 10), (".5", 0.5),
    ("123456789012345678", 123_456_789_012_345_678),
    ("1.7976931348623157e308", 1.797_693_134_862_315_7e308),
    ("inf", Double.infinity), ("-Infinity", -Double.infinity), (" 2.5 ", 2.5),
  ])
  func readsReals(text: String, expected: Double) {
    #expect(RealText.parse(text) == expected)
  }

  @Test(arguments: ["", "-", ".", "1e", "1.2.3", "0x10", "1,5", "one", "1 2"])
  func refusesReals(text: String) {
    #expect(RealText.parse(text) == nil)
  }

  @Test(arguments: [
    (1.0, "1.0"), (0.1, "0.1"), (-2.5, "-2.5"), (1e20, "1e+20"), (.nan, "NaN"),
    (.infinity, "Infinity"), (-Double.infinity, "-Infinity"), (100, "100.0"),
  ])
  func writesReals(value: Double, expected: String) {
    #expect(RealText.string(value) == expected)
  }

  @Test(arguments: [
    ("0", 0), ("-12", -12), ("0xff", 255), ("9223372036854775807", Int64.max),
    ("-9223372036854775808", Int64.min), (" 7 ", 7),
  ])
  func readsIntegers(text: String, expected: Int64) {
    #expect(IntegerText.parse(text) == expected)
  }

  @Test(arguments: ["", "-", "0x", "1.5", "9223372036854775808", "1e3", "1a"])
  func refusesIntegers(text: String) {
    #expect(IntegerText.parse(text) == nil)
  }

  @Test(arguments: [
    ("1.20", "1.20"), ("-0.5", "-0.5"), ("1.5e3", "1500"), ("12e-4", "0.0012"), ("0", "0"),
    ("1234567890123456789012345678901234", "1234567890123456789012345678901234"),
    ("0.12345678901234567890123456789012345", "0.1234567890123456789012345678901234"),
    ("0.12345678901234567890123456789012355", "0.1234567890123456789012345678901236"),
    ("1e-40", "0.0000000000000000000000000000000000"),
  ])
  func readsDecimals(text: String, expected: String) throws {
    #expect(DecimalText.string(try #require(DecimalText.parse(text))) == expected)
  }

  @Test(arguments: ["", ".", "1e40", "abc", "1 2", "10000000000000000000000000000000000"])
  func refusesDecimals(text: String) {
    #expect(DecimalText.parse(text) == nil)
  }

  @Test(arguments: [
    ("1.10", "+", "2.25", "3.35"), ("0.1", "-", "0.3", "-0.2"), ("1.5", "*", "-2.5", "-3.75"),
    ("10", "/", "4", "2.5"), ("1", "/", "3", "0.3333333333333333333333333333333333"),
    ("2", "/", "3", "0.6666666666666666666666666666666667"),
    ("1e33", "+", "0.05", "1000000000000000000000000000000000"),
    ("1e32", "+", "0.06", "100000000000000000000000000000000.1"),
    ("7.5", "%", "2", "1.5"), ("-7.5", "%", "2", "-1.5"),
    ("0.0000000000000000000000000000000001", "*", "0.5", "0"),
    ("9999999999999999999999999999999999", "*", "0.1", "999999999999999999999999999999999.9"),
  ])
  func calculatesDecimals(a: String, operation: String, b: String, expected: String) throws {
    let (a, b) = (try #require(DecimalText.parse(a)), try #require(DecimalText.parse(b)))
    let result: DecimalValue?
    switch operation {
    case "+": result = a.adding(b)
    case "-": result = a.subtracting(b)
    case "*": result = a.multiplied(by: b)
    case "/": result = a.divided(by: b)
    default: result = a.remainder(dividingBy: b)
    }
    #expect(DecimalText.string(try #require(result).normalized) == expected)
  }

  @Test func decimalsThatDoNotFitAreNil() throws {
    let large = try #require(DecimalText.parse("9e33"))
    #expect(large.adding(large) == nil)
    #expect(large.multiplied(by: large) == nil)
    #expect(large.divided(by: .zero) == nil)
    let small = try #require(DecimalText.parse("0.01"))
    #expect(large.divided(by: small) == nil)
  }

  @Test func decimalsCompareByValue() throws {
    let ordered = ["-2", "-1.50", "-0.1", "0", "0.01", "1.5", "1.51", "9e33"]
    let values = try ordered.map { try #require(DecimalText.parse($0)) }
    #expect(values.shuffled().sorted() == values)
    #expect(DecimalText.parse("1.50") == DecimalText.parse("1.5"))
  }

  @Test(arguments: [
    ("2.5", 0, "2"), ("3.5", 0, "4"), ("-2.5", 0, "-2"), ("1.25", 1, "1.2"), ("1250", -2, "1200"),
    ("0.5", 3, "0.5"),
  ])
  func roundsDecimals(text: String, scale: Int, expected: String) throws {
    let value = try #require(DecimalText.parse(text))
    #expect(value.rounded(toScale: scale).map(DecimalText.string) == expected)
  }
}
