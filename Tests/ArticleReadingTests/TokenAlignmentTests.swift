import ArticleModel
import Testing

@testable import ArticleReading

/// Where the words of a sentence stand in its text.
@Suite struct TokenAlignmentTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    /// Parted by bars.
    var forms: String
    /// The text at each form's place, parted by bars.
    var places: String
    var missing: [Int] = []

    var testDescription: String { text }

    init(_ text: String, _ forms: String, _ places: String, missing: [Int] = []) {
      self.text = text
      self.forms = forms
      self.places = places
      self.missing = missing
    }
  }

  static let cases = [
    Case("We left.", "We|left|.", "We|left|."),
    Case("  We   left .  ", "We|left|.", "We|left|."),
    // What lies between two tokens is no token.
    Case("“We left”, she said: go!", "We|left|she|said|go", "We|left|she|said|go"),
    Case("He said [laughter] go on", "He|said|go|on", "He|said|go|on"),
    Case("don't", "do|n't", "do|n't"),
    Case("10 000 crowns", "10 000|crowns", "10 000|crowns"),
    Case("10\u{A0}000 crowns", "10 000|crowns", "10\u{A0}000|crowns"),
    Case("a  b", "a b", "a  b"),
    Case("他说走", "他|说|走", "他|说|走"),
    Case("a\u{A0}b", "a|\u{A0}|b", "a|\u{A0}|b"),
    // Forms that were changed take what stands there.
    Case("gone (away) home", "gone|-LRB-|away|-RRB-|home", "gone|(|away|)|home", missing: [1, 3]),
    Case("He said \"go\".", "He|said|``|go|''|.", "He|said|\"|go|\"|.", missing: [2, 4]),
    Case("the colour red", "the|color|red", "the|colour|red", missing: [1]),
    Case("of e\u{301}te\u{301} now", "of|été|now", "of|e\u{301}te\u{301}|now", missing: [1]),
    Case("ab cd ef gh", "ab|x|y|gh", "ab|cd|ef|gh", missing: [1, 2]),
    Case("ab cd ef gh", "ab|x|y|z|gh", "ab|cd ef|cd ef|cd ef|gh", missing: [1, 2, 3]),
    // Those without any text share their neighbor's place.
    Case("He goes the way", "He|will|go|the|way", "He|goes|goes|the|way", missing: [1, 2]),
    Case("He left", "He|has|left", "He|He|left", missing: [1]),
    Case("left", "He|left", "left|left", missing: [0]),
    Case("left now", "x|y", "left|now", missing: [0, 1]),
    Case("left", "x|y|z", "left|left|left", missing: [0, 1, 2]),
    // A word that is left out in the text is not looked for at the next place where it stands.
    Case(
      "saw ferry and then the quay", "saw|the|ferry|and|then|the|quay",
      "saw|saw|ferry|and|then|the|quay", missing: [1]),
    Case("abc a b", "a|b", "a|b"),
  ]

  @Test(arguments: cases)
  func place(_ given: Case) {
    let text = Array(("<" + given.text + ">").utf8)
    let forms = given.forms.split(separator: "|").map { Array($0.utf8)[...] }
    let alignment = TokenAlignment(of: forms, in: text, range: TextRange(1, text.count - 1))
    let places = alignment.ranges.map { text.string($0) }
    #expect(places.joined(separator: "|") == given.places)
    #expect(alignment.missing == given.missing)
  }

  /// Whatever the text and the forms: a place for each, in order, none empty.
  @Test(arguments: 0..<4)
  func anyTextAndForms(_ group: Int) {
    var random = UInt64(group + 1)
    func below(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((random >> 33) % UInt64(bound))
    }
    let pieces = ["a", "b", " ", "é", ".", ",", "\u{A0}", "ab", "the", "说", "(", "  "]
    for _ in 0..<400 {
      let text = Array(((0..<below(30)).map { _ in pieces[below(12)] }.joined() + "x").utf8)
      let forms = (0..<(1 + below(20))).map { _ in
        Array((0...below(2)).map { _ in pieces[below(12)] }.joined().utf8)[...]
      }
      let alignment = TokenAlignment(of: forms, in: text, range: TextRange(0, text.count))
      #expect(alignment.ranges.count == forms.count)
      var previous = TextRange(0, 0)
      for (index, range) in alignment.ranges.enumerated() {
        let isSound =
          range.start >= previous.start && range.end >= previous.end && !range.isEmpty
          && range.end <= text.count
        #expect(isSound, "\(index) of \(text) \(forms)")
        previous = range
      }
    }
  }

  /// Time grows with the text, also where nothing matches or words come again and again.
  @Test(arguments: ["other ", "a b ", "(((", "the ", "x"])
  func longSentences(_ piece: String) {
    let text = Array(String(repeating: piece, count: 3_000).utf8)
    let forms = (0..<3_000).map { index in
      Array(["the", "a", "(", "q\(index)"][index % 4].utf8)[...]
    }
    let alignment = TokenAlignment(of: forms, in: text, range: TextRange(0, text.count))
    #expect(alignment.ranges.count == forms.count)
  }
}
