import ArticleModel
import Calendar
import Diagnostics
import LedeTestSupport
import Testing

@testable import AnalysisScoring

/// Gold as people write it, and what they are told where it is wrong.
@Suite struct GoldFileTests {
  @Test func textsInTheLines() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.write(
      "gold.jsonl",
      """
      {"id": "a", "dct": "2024-03-05", "source": "wire", "text": "On Friday.", "timex": \
      [{"start": 3, "end": 9, "type": "DATE", "value": "2024-03-08"}]}

      {"id": 7, "text": "Naïve 🎈 in May.", "timex": [{"start": 11, "end": 14, "type": "DATE"}]}
      """)
    let documents = try GoldFile(path).documents(TimeGold.self)
    #expect(documents.map(\.article.id) == ["a", "7"])
    #expect(documents[0].article.published?.description == "2024-03-05")
    #expect(documents[0].labels == ["dct": "2024-03-05", "source": "wire", "month": "2024-03"])
    #expect(documents[0].layer.expressions.first?.value == "2024-03-08")
    #expect(documents[1].layer.expressions.map(\.range) == [CodePointRange(11, 14)])
    #expect(documents[1].layer.expressions.first?.value == nil)
  }

  @Test func textsInFilesBesideTheGold() throws {
    let folder = try #require(TemporaryFolder())
    folder.write("text/one.txt", "\u{FEFF}Ruiz said so.\r\n")
    folder.write("text/two.txt", "")
    folder.write(
      "gold.jsonl",
      """
      {"id": "one", "attributions": [{"source": [[0, 4]], "cue": [{"start": 5, "end": 9}], \
      "content": [[10, 12]]}]}
      {"id": "two", "attributions": []}
      """)
    for path in [folder.path, folder.path + "/", folder.path + "/gold.jsonl"] {
      let documents = try GoldFile(path).documents(AttributionGold.self)
      #expect(documents.map(\.article.text.string) == ["Ruiz said so.\r\n", ""])
      #expect(documents[0].layer.attributions.first?.cue == [CodePointRange(5, 9)])
    }
  }

  /// A misspelt key must not pass for an attribution of nothing.
  @Test func attributionsHaveContent() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.write(
      "gold.jsonl",
      "{\"id\": \"a\", \"text\": \"It is over.\", \"attributions\": [{\"contents\": [[0, 5]]}]}")
    do throws(GoldFailure) {
      _ = try GoldFile(path).documents(AttributionGold.self)
      Issue.record("no failure")
    } catch {
      #expect(
        error.messages.first?.diagnostic.message == "has no 'attributions[0].content'")
    }
  }

  /// Documents state times of day without a zone; the day is sound all the same.
  @Test func timesOfDayWithoutZone() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.write(
      "gold.jsonl",
      "{\"id\": \"a\", \"dct\": \"2024-03-05T08:02:00\", \"text\": \"\", \"timex\": []}")
    let article = try GoldFile(path).documents(TimeGold.self)[0].article
    #expect(article.published?.description == "2024-03-05")
  }

  /// Sentences and tokens stay with the article where they are taken as given; else its text alone.
  @Test func treebanks() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.write(
      "two.conllu",
      """
      # newdoc id = a
      1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\t_
      2\trests\trest\tVERB\tVBZ\t_\t0\troot\t_\tSpaceAfter=No

      # newdoc id = b
      1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_

      """)
    for keepsTokens in [false, true] {
      let documents = try TreebankFile(path, keepsTokens: keepsTokens).documents
      #expect(documents.map(\.article.id) == ["a", "b"])
      #expect(documents[0].article.text.string == "She rests")
      #expect(documents[0].article.given?.tokens.count == (keepsTokens ? 2 : nil))
      #expect(documents[0].article.given?.tokens.allSatisfy { $0.head == -1 } != false)
      #expect(documents[0].layer.annotated.tokens.map(\.head) == [1, 1])
    }
    let prose = folder.write("prose.conllu", "A line of prose.\n")
    do throws(GoldFailure) {
      _ = try TreebankFile(prose, keepsTokens: false)
      Issue.record("no failure")
    } catch {
      #expect(error.messages.last?.diagnostic.code == "L0911")
    }
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var line: String
    var code: GoldProblemCode
    /// What is told after the place.
    var message: String

    var testDescription: String { line }
  }

  static let mistakes = [
    Mistake(line: "{\"id\": \"a\"", code: .notJSON, message: "is not JSON from column 11 on"),
    Mistake(line: "{\"é\": nope}", code: .notJSON, message: "is not JSON from column 8 on"),
    Mistake(line: "[1]", code: .notJSON, message: "is an array, not an object"),
    Mistake(line: "{\"text\": \"May.\"}", code: .missing, message: "has no 'id'"),
    Mistake(line: "{\"id\": [], \"text\": \"\"}", code: .wrongType, message: "'id' is an array"),
    Mistake(line: "{\"id\": \"a\", \"text\": 5}", code: .wrongType, message: "'text' is a number"),
    Mistake(line: "{\"id\": \"a\", \"text\": \"May.\"}", code: .missing, message: "has no 'timex'"),
    Mistake(
      line: "{\"id\": \"a\", \"text\": \"May.\", \"timex\": 1}", code: .wrongType,
      message: "'timex' is a number, not an array"),
    Mistake(line: Self.timex("7"), code: .wrongType, message: "'timex[0]' is a number"),
    Mistake(
      line: Self.timex("{\"end\": 3, \"type\": \"DATE\"}"), code: .missing,
      message: "has no 'timex[0].start'"),
    Mistake(
      line: Self.timex("{\"start\": 0, \"end\": 3}"), code: .missing,
      message: "has no 'timex[0].type'"),
    Mistake(
      line: Self.timex("{\"start\": 0, \"end\": 3, \"type\": \"DAET\"}"), code: .unknownValue,
      message: "'timex[0].type' is 'DAET'"),
    Mistake(
      line: Self.timex("{\"start\": 3, \"end\": 0, \"type\": \"DATE\"}"), code: .notSpan,
      message: "'timex[0]' is no span"),
    Mistake(
      line: Self.timex("{\"start\": \"0\", \"end\": 3, \"type\": \"DATE\"}"), code: .notSpan,
      message: "'timex[0]' is no span"),
    Mistake(
      line: Self.timex("{\"start\": 0, \"end\": 5, \"type\": \"DATE\"}"), code: .spanBeyondText,
      message: "'timex[0]' ends at 5, and the text has 4 code points"),
    Mistake(
      line: Self.timex("{\"start\": 0, \"end\": 3, \"type\": \"DATE\", \"value\": 5}"),
      code: .wrongType, message: "'timex[0].value' is a number"),
    Mistake(
      line: "{\"id\": \"a\", \"text\": \"May.\", \"dct\": \"5/3/2024\", \"timex\": []}",
      code: .wrongDate, message: "'dct': '5/3/2024' is not a date"),
    Mistake(
      line: "{\"id\": \"nowhere\", \"timex\": []}", code: .missingText,
      message: "has no 'text', and its file"),
  ]

  @Test(arguments: mistakes)
  func mistakesAreTold(_ mistake: Mistake) throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.write(
      "gold.jsonl", "{\"id\": \"x\", \"text\": \"\", \"timex\": []}\n" + mistake.line + "\n")
    let messages = Self.messages(of: path, TimeGold.self)
    #expect(messages.count == 1)
    #expect(messages.first?.diagnostic.code == mistake.code.rawValue)
    #expect(messages.first?.place == "\(path):2")
    let message = messages.first?.diagnostic.message ?? ""
    #expect(message.contains(mistake.message), "\(message)")
  }

  /// One run tells of every line, not of the first alone.
  @Test func allMistakesAreTold() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.write("gold.jsonl", "{\n{}\n[]\n")
    let failure = GoldFailure(messages: Self.messages(of: path, TimeGold.self))
    #expect(failure.messages.map(\.place) == ["\(path):1", "\(path):2", "\(path):3"])
    #expect(failure.description(limit: 1).hasSuffix("… and 2 more\n"))
  }

  @Test func scopesAreKnownKinds() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.write(
      "gold.jsonl", "{\"id\": \"a\", \"scope\": \"curency\", \"text\": \"\", \"quantities\": []}")
    let message = Self.messages(of: path, QuantityGold.self).first
    #expect(message?.diagnostic.help == "did you mean 'currency'?")
  }

  @Test func filesThatHoldNoGold() throws {
    let folder = try #require(TemporaryFolder())
    let empty = folder.write("empty.jsonl", "\n \n")
    #expect(Self.messages(of: empty, TimeGold.self).first?.diagnostic.code == "L0909")
    let packed = folder.write("gold.jsonl.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
    #expect(
      Self.messages(of: packed, TimeGold.self).first?.diagnostic.message
        == "is a gzip file, not text")
    let missing = Self.messages(of: folder.path + "/none", TimeGold.self).first
    #expect(missing?.diagnostic.message == "cannot be read: no such file or folder")
  }

  /// Entities as numbers or texts, spans of names, and forms that say what is a name.
  @Test func mentions() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.write(
      "gold.jsonl",
      """
      {"id": "a", "text": "Mayor Ana Ruiz rests.", "mentions": [\
      {"start": 0, "end": 14, "kind": "person", "entity": 1, "form": "name", "name": [6, 14]}, \
      {"start": 0, "end": 5, "kind": "person", "entity": null, "named": false, "link": "appos"}]}
      """)
    let mentions = try GoldFile(path).documents(EntityGold.self)[0].layer.mentions
    #expect(mentions.map(\.entity) == ["1", nil])
    #expect(mentions.map(\.isNamed) == [true, false])
    #expect(mentions.map(\.nameRange) == [CodePointRange(6, 14), CodePointRange(0, 5)])
    #expect(mentions.map(\.isAttribute) == [false, true])
  }

  // MARK: - Implementation

  private static func timex(_ element: String) -> String {
    "{\"id\": \"a\", \"text\": \"May.\", \"timex\": [\(element)]}"
  }

  private static func messages<Layer: GoldLayer>(
    of path: String, _: Layer.Type
  ) -> [GoldFailure.Message] {
    do throws(GoldFailure) {
      _ = try GoldFile(path).documents(Layer.self)
      return []
    } catch {
      return error.messages
    }
  }
}
