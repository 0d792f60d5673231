import Glibc
import LedeKit
import LedeTestSupport
import Testing

@testable import LedeConsole

/// The pictures of the prompt in the pages: blocks marked `console` are typed and compared.
///
/// A block begins with the command that opens the prompt; what follows `lede> ` is typed. Colour
/// cannot be shown on a page, so marked words stand in brackets there, as on a terminal without it,
/// and every time is `1 ms`. `LEDE_RECORD=1` writes what was seen.
@Suite struct ConsoleExcerptTests {
  @Test(arguments: ["README.md", "Documentation/Tutorial.md"])
  func promptShowsWhatThePageShows(page: String) throws {
    let path = Self.repository + "/" + page
    let text = try #require(Self.contents(of: path))
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var start: Int?
    var blocks: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      if line == "```console" { start = index + 1 }
      if line == "```", let first = start {
        blocks.append(first..<index)
        start = nil
      }
    }
    #expect(!blocks.isEmpty)
    for block in blocks.reversed() {
      let expected = Array(lines[block])
      let seen = try #require(Self.seen(expected))
      #expect(seen == expected, "\(page): the prompt shows\n\(seen.joined(separator: "\n"))")
      lines.replaceSubrange(block, with: seen)
    }
    if CommandLineEnvironment.current["LEDE_RECORD"] != nil {
      _ = Self.write(lines.joined(separator: "\n"), to: path)
    }
  }

  // MARK: - Implementation

  private static var repository: String {
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  }

  /// What is on the screen after the lines of a block were typed; nil where it opens no prompt.
  private static func seen(_ block: [String]) -> [String]? {
    guard let command = block.first, command.hasPrefix("$ ") else { return nil }
    var words = command.split(separator: " ").dropFirst(2).map(String.init)
    var date: String?
    if let option = words.firstIndex(of: "--date"), option + 1 < words.count {
      date = words[option + 1]
      words.removeSubrange(option...(option + 1))
    }
    let paths = words.map { repository + "/" + $0 }
    guard let corpus = try? Corpus.open(paths, defaultDate: date) else { return nil }
    let session = EngineSession(engine: Engine(corpus: corpus))
    let sink = MemorySink()
    let typed = block.filter { $0.hasPrefix("lede> ") }.map { String($0.dropFirst(6)) }
    sink.write(command + "\n")
    // The banner.
    console(session, hasColor: true, sink).run(
      with: ScriptedLineEditor(
        lines: [], support: console(session, hasColor: false, sink).inputSupport, output: sink))
    for line in typed {
      sink.write("lede> " + line + "\n")
      _ = console(session, hasColor: !line.hasPrefix(".show"), sink).execute(line)
      sink.write("\n")
    }
    var lines = plain(sink.text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.trimmingEnd()) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func console(
    _ session: EngineSession, hasColor: Bool, _ sink: MemorySink
  ) -> Console {
    var settings = ConsoleSettings()
    settings.width = 90
    let traits = TerminalTraits(environment: { name in
      name == "CLICOLOR_FORCE" && hasColor ? "1" : name == "TERM" ? "xterm" : nil
    })
    return Console(
      session: session, settings: settings, traits: traits, screen: sink, messages: sink)
  }

  /// The text without escape sequences, its times made alike.
  private static func plain(_ text: String) -> String {
    var result = text
    while let start = result.firstIndex(of: "\u{1B}"),
      let end = result[start...].firstIndex(of: "m")
    {
      result.removeSubrange(start...end)
    }
    return result.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " · ", omittingEmptySubsequences: false).map {
        $0.hasSuffix(" ms") ? "1 ms" : String($0)
      }.joined(separator: " · ")
    }.joined(separator: "\n")
  }

  private static func contents(of path: String) -> String? {
    FileBytes.read(path).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func write(_ text: String, to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_TRUNC)
    guard descriptor >= 0 else { return false }
    let file = FileDescriptorSink(descriptor: descriptor, closesAtEnd: true)
    file.write(text)
    file.flush()
    return file.failure == nil
  }
}
