import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite("The tagger that comes with lede")
struct StandardTaggerTests {
  private func tagged(_ text: String) -> [String] {
    let article = MarkedText(text).annotated(by: [])
    return article.tokens.map {
      "\(article.words[$0.word])/\($0.partOfSpeech.label)/\(article.words[$0.tag])"
    }
  }

  @Test("every listed form of a verb has the listed lemma")
  func verbs() throws {
    let model = try #require(AnalysisModels.standard.tagger)
    for (form, tag, lemma) in WordLists.verbs {
      let bytes = Array(form.utf8)[...]
      let group = LemmaRules.Group(TagClass(.verb, tag), casing: .lower, style: .ordinary)
      let found = model.lemmas.lemma(of: bytes, lower: bytes, group: group)
      #expect(String(decoding: found, as: UTF8.self) == lemma, "\(form) as \(tag)")
    }
  }

  @Test("words that neither training nor a list knows: names, and participles behind 'be'")
  func unknownWords() {
    #expect(tagged("Zorlaz walked home.").first == "Zorlaz/PROPN/NNP")
    #expect(tagged("The mayor was zorfled.")[3] == "zorfled/VERB/VBN")
    #expect(tagged("The mayor was then zorfled.")[4] == "zorfled/VERB/VBN")
  }

  @Test("a headline's verb is one, in title case and in capitals")
  func headlines() {
    #expect(tagged("Mayor Resigns After Bridge Collapse")[1] == "Resigns/VERB/VBZ")
    #expect(tagged("Ruiz says the road is closed.")[1] == "says/VERB/VBZ")
  }
}
