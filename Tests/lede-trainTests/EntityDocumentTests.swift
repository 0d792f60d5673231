import ArticleModel
import Columns
import Testing

@testable import lede_train

@Suite struct EntityDocumentTests {
  private static func document(_ json: String) throws -> EntityDocument? {
    EntityDocument(try #require(JSONParser.parse(json)))
  }

  @Test func readsNamesWithTheirKinds() throws {
    let document = try #require(
      try Self.document(
        """
        {"id": "a", "source": "invented", "text": "Ana Ruiz left Orlo, she said.", "mentions": [
          {"start": 0, "end": 8, "kind": "person", "named": true},
          {"start": 14, "end": 18, "kind": "place", "named": true},
          {"start": 20, "end": 23, "kind": "person", "named": false},
          {"start": 0, "end": 3, "kind": "date", "named": true}]}
        """))
    #expect(document.names.map(\.kind) == [.person, .place])
    #expect(document.names.map(\.start) == [0, 14])
  }

  @Test func takesTheNameOfALongerMentionAndTheLongerOfTwo() throws {
    let document = try #require(
      try Self.document(
        """
        {"id": "a", "text": "the minister Ana Ruiz of Orlo", "mentions": [
          {"start": 0, "end": 29, "kind": "person", "named": true, "name": [13, 21]},
          {"start": 13, "end": 16, "kind": "place", "named": true}]}
        """))
    #expect(document.names.map(\.end) == [21])
    #expect(document.names.map(\.kind) == [.person])
  }

  @Test(arguments: [
    "[]", "{\"id\": \"a\", \"mentions\": []}",
    "{\"id\": \"a\", \"text\": \"b\", \"mentions\": [{\"named\": true, \"kind\": \"person\"}]}",
  ]) func refusesOtherObjects(json: String) throws {
    #expect(try Self.document(json) == nil)
  }
}
