import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct EntityLinkerTests {
  private func linked(_ text: String) -> AnnotatedArticle {
    MarkedText(text).annotated(by: [NameRecognizer(), EntityLinker()])
  }

  @Test func aSurnameIsThePersonNamedInFull() {
    let article = linked("Mayor Ana Ruiz opened the bridge. Ruiz thanked the crowd.")
    #expect(article.mentions(of: "Ana Ruiz") == ["Ana Ruiz", "Ruiz"])
    #expect(article.entity("Ana Ruiz")?.aliases == ["Ruiz"])
    #expect(article.entity("Ana Ruiz")?.titles == ["Mayor"])
  }

  @Test func fullerAndShorterNamesAreOne() {
    let article = linked("Jan M. Orlo came. J. Orlo spoke, said Jan Orlo.")
    #expect(article.mentions(of: "Jan M. Orlo").count == 3)
  }

  @Test func aSurnameOfTwoPeopleStaysApart() {
    let article = linked("Ana Ruiz and Pedro Ruiz met. In the evening Ruiz left.")
    #expect(article.mentions(of: "Ana Ruiz") == ["Ana Ruiz"])
    #expect(article.mentions(of: "Pedro Ruiz") == ["Pedro Ruiz"])
    #expect(article.mentions(of: "Ruiz") == ["Ruiz"])
  }

  @Test func theFormOfAddressTellsTwoPeopleApart() {
    let article = linked("Ana Ruiz and Pedro Ruiz met. Later Ms. Ruiz left, and Mr. Ruiz stayed.")
    #expect(article.mentions(of: "Ana Ruiz") == ["Ana Ruiz", "Ruiz"])
    #expect(article.mentions(of: "Pedro Ruiz") == ["Pedro Ruiz", "Ruiz"])
  }

  @Test func theTitleTellsTwoPeopleApart() {
    let article = linked(
      "Mayor Ana Ruiz met Senator Pedro Ruiz. In the evening Senator Ruiz left.")
    #expect(article.mentions(of: "Pedro Ruiz") == ["Pedro Ruiz", "Ruiz"])
  }

  struct SameCase: Sendable {
    var text: String
    var name: String
    var mentions: [String]
  }

  static let same: [SameCase] = [
    SameCase(
      text: "Aid reached the Naro Strip. People in Naro waited, and the Strip was closed.",
      name: "Naro Strip", mentions: ["Naro Strip", "Naro", "Strip"]),
    SameCase(
      text: "The Orlo Council met on Monday. Later the Council voted.", name: "Orlo Council",
      mentions: ["Orlo Council", "Council"]),
    SameCase(
      text: "The Ministry of Ports agreed. The Ministry had waited.", name: "Ministry of Ports",
      mentions: ["Ministry of Ports", "Ministry"]),
    SameCase(
      text: "The Global Harvest Organization (GHO) met. The GHO has ten members.",
      name: "Global Harvest Organization",
      mentions: ["Global Harvest Organization", "GHO", "GHO"]),
    SameCase(
      text: "Britain left. The UK signed with the United Kingdom's partners.",
      name: "United Kingdom", mentions: ["Britain", "UK", "United Kingdom"]),
    SameCase(
      text: "In Kenya rain fell, and Kenyan farmers and other Kenyans cheered.", name: "Kenya",
      mentions: ["Kenya", "Kenyan", "Kenyans"]),
  ]

  @Test(arguments: same) func linksNamesThatAreOne(example: SameCase) {
    let article = linked(example.text)
    #expect(article.mentions(of: example.name) == example.mentions)
  }

  @Test func aDirectionMakesAPlaceOfItsOwn() {
    let article = linked("Floods hit southern Ghana. Ghana asked for help.")
    #expect(article.mentions(of: "southern Ghana") == ["southern Ghana"])
    #expect(article.mentions(of: "Ghana") == ["Ghana"])
  }

  @Test func peopleOfACountryNotNamedAreAGroup() {
    let article = linked("The Kenyan farmers cheered.")
    #expect(article.entity("Kenyan")?.kind == .group)
    #expect(article.mentions.map(\.form) == [.demonym])
  }
}
