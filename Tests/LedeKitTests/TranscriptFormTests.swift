import LedeTestSupport
import Testing

@Suite struct TranscriptFormTests {
  @Test func readsInputsSettingsAndOutput() {
    let transcript = Transcript(
      """
      # A heading
      What it is about.
      corpus: a b
      date: 2024-03-05
      > articles
      >> | count
      2

      # Another
      $ lede --version
      lede 1

      two lines
      """)
    #expect(transcript.steps.count == 2)
    #expect(transcript.steps.first?.input == .query("articles\n| count"))
    #expect(transcript.steps.first?.expected == ["2"])
    #expect(transcript.steps.first?.settings.corpus == ["a", "b"])
    #expect(transcript.steps.first?.settings.date == "2024-03-05")
    #expect(transcript.steps.last?.input == .command("lede --version"))
    #expect(transcript.steps.last?.expected == ["lede 1", "", "two lines"])
  }

  @Test func takesExamplesFromPages() {
    let transcript = DocumentationExamples.transcript(
      ofMarkdown: """
        # Page
        > not an input
        ```lede
        corpus: seeds
        > print 1
        1
        ```
        text
        ```
        > not one either
        ```
        """)
    #expect(transcript.steps.map(\.input) == [.query("print 1")])
    #expect(transcript.steps.first?.expected == ["1"])
    #expect(transcript.steps.first?.line == 5)
    #expect(transcript.steps.first?.settings.corpus == ["seeds"])
  }

  @Test func recordsWhatWasFound() {
    let text = "# A\n> print 1\n2\n3\n\n> print 4\n4\n"
    let transcript = Transcript(text)
    let mismatch = TranscriptRunner.Mismatch(step: transcript.steps[0], found: ["1"])
    #expect(
      TranscriptRunner.recorded(text, [mismatch]) == "# A\n> print 1\n1\n\n> print 4\n4\n")
  }

  @Test func recordsIntoPagesAndKeepsTheirText() {
    let text = "# Page\n\n```lede\n> print 1\n2\n```\n\nText stays.\n"
    let transcript = DocumentationExamples.transcript(ofMarkdown: text)
    let mismatch = TranscriptRunner.Mismatch(step: transcript.steps[0], found: ["1", "more"])
    #expect(
      TranscriptRunner.recorded(text, [mismatch])
        == "# Page\n\n```lede\n> print 1\n1\nmore\n```\n\nText stays.\n")
  }
}
