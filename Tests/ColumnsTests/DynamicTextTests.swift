import Columns
import Testing

struct DynamicTextTests {
  @Test(arguments: [
    #"{"a":1,"b":[1,2.5,"x"],"c":{"d":null}}"#, "[]", "{}", "true", "12", "[1.0]",
    #"["a\"b\\c\nd"]"#, #"{"z":1,"a":2}"#,
  ])
  func keepsCompactJSON(text: String) {
    #expect(DynamicText.string(DynamicText.parse(text)) == text)
  }

  @Test(arguments: [
    (#" { "a" : [ 1 , 2 ] } "#, #"{"a":[1,2]}"#),
    (#"["\u00e9\ud83d\ude00\ud800x"]"#, "[\"é😀\u{fffd}x\"]"),
    (#"{"a":1,"b":2,"a":3}"#, #"{"a":3,"b":2}"#),
    (#""plain""#, "plain"),
    ("", ""),
    ("null", ""),
    (#"["\/\b\f"]"#, #"["/\b\f"]"#),
    ("[12345678901234567890]", "[1.2345678901234567e+19]"),
    (#"{"a":1,"a":2,"b":1"#, #"{"a":1,"a":2,"b":1"#),
  ])
  func readsJSON(text: String, expected: String) {
    #expect(DynamicText.string(DynamicText.parse(text)) == expected)
  }

  @Test(arguments: [
    "[1,]", "{a:1}", "{'a':1}", "01", "1.", "+1", "[1 2]", "nul", "\"a", "[\"\u{1}\"]", "{\"a\"}",
    "[1]x", "\"\\x\"", "-", "1e", "\u{feff}1", ".5", "NaN",
  ])
  func textThatIsNotJSONStaysText(text: String) {
    #expect(JSONParser.parse(text) == nil)
    #expect(DynamicText.parse(text) == .string(text))
  }

  @Test func depthIsBounded() {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(JSONParser.parse(deep) == nil)
    let allowed = JSONParser.depthLimit
    let fine = String(repeating: "[", count: allowed) + String(repeating: "]", count: allowed)
    #expect(JSONParser.parse(fine) != nil)
  }

  @Test func manyKeysKeepTheirPlaces() {
    var bag = BagBuilder()
    for key in 0..<1000 { bag.set("k\(key)", .long(Int64(key))) }
    for key in 0..<1000 { bag.set("k\(key)", .long(Int64(key) + 1)) }
    #expect(bag.properties.count == 1000)
    #expect(bag.properties[17].value == .long(18))
  }

  @Test func controlCharactersAreEscaped() {
    #expect(DynamicText.string(.array([.string("\u{1f}\u{0}")])) == #"["\u001f\u0000"]"#)
  }
}
