import ArticleModel
import Diagnostics
import Glibc
import LedeTestSupport
import Testing

@testable import ArticleReading

@Suite struct ArticleCollectionTests {
  /// What reading paths gives: articles, and messages as `code path message`.
  struct Outcome {
    var articles: [Article] = []
    var messages: [String] = []
    var codes: [String] { messages.map { String($0.prefix(5)) } }

    init(_ paths: [String], once: Bool = false, in folder: TemporaryFolder) throws {
      var messages: [String] = []
      let tell = { (told: ReadingDiagnostic) in
        let path =
          told.path.hasPrefix(folder.path) ? told.path.dropFirst(folder.path.count) : told.path[...]
        messages.append("\(told.diagnostic.code) \(path) \(told.diagnostic.message)")
      }
      let collection = ArticleCollection(paths: paths, once: once, report: tell)
      var articles: [Article] = []
      try collection.read(report: tell) { articles.append($0) }
      self.articles = articles
      self.messages = messages
    }
  }

  @Test func readsAFolderInNameOrder() throws {
    let folder = try #require(TemporaryFolder())
    folder.write("b.txt", "B.")
    folder.write("a/2.md", "# Second\n\nText.")
    folder.write("a/1.TXT", "First.")
    folder.write(".hidden.txt", "No.")
    folder.write(".git/x.txt", "No.")
    folder.write("photo.jpg", [0xFF, 0xD8, 0xFF])
    folder.write("table.csv", "a,b")
    folder.write("LICENSE", "Do.")
    let outcome = try Outcome([folder.path], in: folder)
    #expect(outcome.articles.map(\.id) == ["1", "2", "b"])
    #expect(outcome.articles.map(\.format) == ["text", "markdown", "text"])
    #expect(outcome.articles.map { $0.text.string }.first == "First.")
    #expect(outcome.messages == ["L0810  3 files of unknown kind skipped (1 .csv, 1 .jpg)"])
  }

  @Test func namesWhatCannotBeRead() throws {
    let folder = try #require(TemporaryFolder())
    let good = folder.write("good.txt", "Good.")
    folder.write("empty.txt", "")
    folder.write("mark-alone.txt", [0xEF, 0xBB, 0xBF])
    folder.write("blanks.txt", " \n\t\u{A0}\r\n\u{3000}\n")
    folder.write("program.txt", [0x7F, 0x45, 0x4C, 0x46, 1, 2, 3])
    folder.write("page.html", "<p>Text</p>")
    folder.link("dangling.txt", to: "nowhere")
    let paths = [
      "empty.txt", "mark-alone.txt", "program.txt", "page.html", "dangling.txt", "none/x.txt",
      "blanks.txt",
    ]
    let outcome = try Outcome(paths.map { folder.path + "/" + $0 } + [good], in: folder)
    #expect(outcome.articles.map(\.id) == ["good"])
    #expect(
      outcome.messages.sorted() == [
        "L0801 /dangling.txt cannot be read: no such file or folder",
        "L0801 /none/x.txt cannot be read: no such file or folder",
        "L0803 /program.txt is a program (ELF), not text",
        "L0804 /page.html is a web page, which is not read yet",
        "L0805 /blanks.txt the file holds nothing but blanks",
        "L0805 /empty.txt the file is empty",
        "L0805 /mark-alone.txt the file is empty",
      ])
  }

  @Test func namesWhatFoldersHide() throws {
    let folder = try #require(TemporaryFolder())
    folder.write("a/1.txt", "One.")
    folder.link("a/back", to: "..")
    folder.link("a/gone.txt", to: "nowhere")
    mkdir(folder.path + "/bare", 0o755)
    let outcome = try Outcome([folder.path, folder.path + "/bare"], in: folder)
    #expect(outcome.articles.map(\.id) == ["1"])
    #expect(
      outcome.messages == [
        "L0806 /a/back the folder links back to one that holds it, and is left out",
        "L0801 /a/gone.txt cannot be read: no such file or folder",
        "L0802 /bare the folder holds no articles",
      ])
  }

  @Test func readsWhatIsNamedTwiceOnce() throws {
    let folder = try #require(TemporaryFolder())
    let first = folder.write("news/1.txt", "One.")
    folder.write("news/2.txt", "Two.")
    folder.link("same.txt", to: "news/2.txt")
    let news = folder.path + "/news"
    let paths = [first, news + "/./1.txt", news, folder.path + "/same.txt"]
    let outcome = try Outcome(paths, once: true, in: folder)
    #expect(outcome.articles.map(\.id) == ["1", "2"])
    #expect(
      outcome.messages == [
        "L0814 /news/./1.txt was named before and is read once",
        "L0814 /news 1 file in it was named before and is read once",
        "L0814 /same.txt was named before and is read once",
      ])
    #expect(try Outcome(paths, in: folder).articles.count == 5)
  }

  @Test func warnsOfReplacedBytes() throws {
    let folder = try #require(TemporaryFolder())
    folder.write("bad.txt", Array("“Yes” ".utf8) + [0xFF, 0xFF] + Array("“no”".utf8))
    folder.write("zero.txt", Array(String(repeating: "word ", count: 50).utf8) + [0, 0])
    let outcome = try Outcome([folder.path], in: folder)
    #expect(
      outcome.messages == [
        "L0808 /bad.txt 2 places are not UTF-8 and were replaced by U+FFFD; the first is at byte 10",
        "L0809 /zero.txt holds 2 zero bytes; the first is at byte 250",
      ])
    #expect(outcome.articles.first?.text.string == "“Yes” \u{FFFD}\u{FFFD}“no”")
  }

  @Test(arguments: [
    (["a/1.txt", "a/2.txt"], ["1", "2"]),
    (["a/1.txt", "b/1.txt", "3.txt"], ["a/1", "b/1", "3"]),
    (["x/a/1.txt", "y/a/1.txt", "b/1.txt"], ["x/a/1", "y/a/1", "b/1"]),
    (["a/1.txt", "a/1.md", "a/2.md"], ["1.txt", "1.md", "2"]),
    (["a/1.txt", "a/1.txt"], ["1", "1"]),
    (["paper.example1.html", "notes.2023", "-"], ["paper.example1", "notes.2023", "stdin"]),
    (["story.html.gz", ".txt", "dots..txt"], ["story", ".txt", "dots."]),
    (["1.txt", "a/1.txt"], ["1", "a/1"]),
  ])
  func namesArticles(_ paths: [String], _ ids: [String]) {
    #expect(ArticleIdentifiers.ids(for: paths) == ids)
  }

  @Test func readsALongLine() throws {
    let folder = try #require(TemporaryFolder())
    let path = folder.write("long.txt", [UInt8](repeating: UInt8(ascii: "x"), count: 3_000_000))
    let outcome = try Outcome([path], in: folder)
    #expect(outcome.articles.first?.text.utf8.count == 3_000_000)
    #expect(outcome.messages.isEmpty)
  }
}
