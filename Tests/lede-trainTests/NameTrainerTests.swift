import ArticleAnalysis
import ArticleModel
import Testing

@testable import lede_train

@Suite struct NameTrainerTests {
  /// A document whose names are marked inline.
  ///
  /// `{person:Ana Ruiz} left {place:Orlo}.`
  private static func document(_ marked: String, id: String) -> EntityDocument {
    var text = ""
    var mentions: [DynamicMention] = []
    var open: (kind: String, start: Int)?
    var rest = marked[...]
    while let character = rest.popFirst() {
      if character == "{", let colon = rest.firstIndex(of: ":") {
        open = (String(rest[..<colon]), text.unicodeScalars.count)
        rest = rest[rest.index(after: colon)...]
      } else if character == "}", let (kind, start) = open {
        mentions.append((kind, start, text.unicodeScalars.count))
        open = nil
      } else {
        text.append(character)
      }
    }
    return EntityDocument(
      id: id, source: "invented", text: text,
      names: mentions.compactMap { mention in
        Entity.Kind(rawValue: mention.kind).map {
          EntityDocument.Name(start: mention.start, end: mention.end, kind: $0)
        }
      })
  }

  private typealias DynamicMention = (kind: String, start: Int, end: Int)

  private static let people = ["Ana Ruiz", "Tilde Marsh", "Ivo Brandt", "Lena Hauge", "Jon Lund"]
  private static let places = ["Orlo", "Kenn", "Naro", "Arland", "Dovrin"]
  private static let firms = ["Kenn Lines", "Orlo Metals", "Tellmark Mills", "Farrow Works"]

  private static let documents: [EntityDocument] = (0..<30).map { index in
    let person = people[index % people.count]
    let place = places[index / 2 % places.count]
    let firm = firms[index / 3 % firms.count]
    return document(
      "Mr {person:\(person)} lives in {place:\(place)} and works for the firm "
        + "{organization:\(firm)} there. In {place:\(place)} it was cold, said {person:\(person)}.",
      id: "document \(index)")
  }

  private static func trained() throws -> NameModel {
    var options = NameTrainer.Options()
    options.bits = 12
    options.smallest = 1
    return try NameTrainer(
      documents, readingLike: "invented", gazetteer: NameGazetteer(), options: options
    ).train { _ in }
  }

  @Test func learnsNamesByTheirContext() throws {
    let model = try Self.trained()
    let test = Self.document(
      "Mr {person:Kari Vold} lives in {place:Selmo} and works for the firm {organization:Port Mills} "
        + "there.", id: "test")
    let result = NameEvaluation(model, on: [test])
    #expect(result.all.right == 3 && result.all.found == 3)
    #expect(result.cases.allSatisfy { $0.isRight && $0.probability > 0.3 })
  }

  @Test func equalTextsGiveEqualModels() throws {
    #expect(try Self.trained().file.bytes == Self.trained().file.bytes)
  }

  @Test func nothingToLearnFromIsAnError() {
    #expect(throws: TrainingError.self) {
      _ = try NameTrainer(
        [], readingLike: "invented", gazetteer: NameGazetteer(), options: NameTrainer.Options())
    }
  }

  @Test func aHeadlineShiftsTheNamesBelowIt() {
    let document = Self.document("The mill of {place:Orlo} burned. It was old.", id: "fire")
    let titled = document.withHeadline(.title)
    #expect(titled.text == "The Mill of Orlo Burned\n\nThe mill of Orlo burned. It was old.")
    #expect(titled.names.map(\.start) == [12, 37])
    #expect(document.withHeadline(.upper).text.hasPrefix("THE MILL OF ORLO BURNED\n\n"))
  }

  @Test func aPartOfAHyphenatedWordHasNoLabel() {
    let document = Self.document("An {place:Orlo}-based firm in {place:Kenn} closed.", id: "firm")
    let example = NameExample(document, corpus: 0, gazetteer: NameGazetteer(), bits: 10)
    #expect(example.misaligned == 1)
    #expect(NameLabels.names(in: example.labels).count == 1)
  }
}
