import Testing

@testable import lede_train

@Suite("Treebank sentences as newspapers print them")
struct TreebankVariantTests {
  /// Words as `form/lemma/UPOS/XPOS/head/relation`, heads counted from 1; `+` before a word that
  /// follows without a space.
  static func sentence(_ text: String) -> TreebankSentence {
    var sentence = TreebankSentence()
    for item in text.split(separator: " ") {
      let parts = item.drop { $0 == "+" }.split(separator: "/").map(String.init)
      if item.hasPrefix("+") { sentence.words[sentence.words.count - 1].isSpaceAfter = false }
      sentence.words.append(
        TreebankSentence.Word(
          form: parts[0], lemma: parts[1], upos: parts[2], xpos: parts[3],
          head: Int(parts[4]).flatMap { $0 == 0 ? nil : $0 - 1 }, relation: parts[5],
          isSpaceAfter: true))
    }
    return sentence
  }

  private func words(_ sentence: TreebankSentence?) -> [String]? {
    sentence?.words.map { "\($0.form)/\($0.lemma)/\($0.upos)/\($0.xpos)/\(($0.head ?? -1) + 1)" }
  }

  @Test("a headline: capitals, no articles, no auxiliary, no full stop")
  func headline() {
    let sentence = Self.sentence(
      "The/the/DET/DT roads/road/NOUN/NNS are/be/AUX/VBP/4/aux:pass closed/close/VERB/VBN/0/root "
        .replacing("DT ", with: "DT/2/det ").replacing("NNS ", with: "NNS/4/nsubj:pass ")
        + "in/in/ADP/IN/6/case Orlo/Orlo/PROPN/NNP/4/obl ././PUNCT/./4/punct")
    #expect(
      words(sentence.asHeadline()) == [
        "Roads/road/NOUN/NNS/2", "Closed/close/VERB/VBN/0", "in/in/ADP/IN/4",
        "Orlo/Orlo/PROPN/NNP/2",
      ])
    #expect(
      sentence.asHeadline().inCapitals().words.map(\.form) == ["ROADS", "CLOSED", "IN", "ORLO"])
  }

  @Test("words parted at hyphens are one again, with the tag of their head")
  func hyphens() {
    let sentence = Self.sentence(
      "a/a/DET/DT/9/det war/war/NOUN/NN/4/compound +-/-/PUNCT/HYPH/2/punct "
        + "+torn/tear/VERB/VBN/9/amod three/three/NUM/CD/7/nummod +-/-/PUNCT/HYPH/5/punct "
        + "+year/year/NOUN/NN/9/compound oil/oil/NOUN/NN/9/compound plan/plan/NOUN/NN/0/root "
        + "decision/decision/NOUN/NN/12/compound +-/-/PUNCT/HYPH/10/punct "
        + "+makers/maker/NOUN/NNS/9/appos")
    #expect(
      words(sentence.inOwnTokens()) == [
        "a/a/DET/DT/5", "war-torn/war-torn/ADJ/JJ/5", "three-year/three-year/ADJ/JJ/5",
        "oil/oil/NOUN/NN/5", "plan/plan/NOUN/NN/0",
        "decision-makers/decision-maker/NOUN/NNS/5",
      ])
  }

  @Test("a word that lede parts and the treebank keeps has no counterpart")
  func parted() {
    #expect(Self.sentence("and/or/CCONJ/CC/0/root").words.count == 1)
    var sentence = Self.sentence("x/x/CCONJ/CC/0/root")
    sentence.words[0].form = "and/or"
    #expect(sentence.inOwnTokens() == nil)
  }
}
