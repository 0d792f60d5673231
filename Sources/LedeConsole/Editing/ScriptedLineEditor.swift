package import LedeKit

/// Types what a test says, line by line, and shows it as a terminal would.
///
/// A line ending in `\t` asks for completion and shows the candidates, `^C` throws the statement
/// away, `^D` leaves; where the lines end, the input ends.
package final class ScriptedLineEditor: LineEditor {
  private var lines: ArraySlice<String>
  private let support: InputSupport
  private let output: any OutputSink
  package private(set) var rememberedStatements: [String] = []

  package init(lines: [String], support: InputSupport, output: any OutputSink) {
    self.lines = lines[...]
    self.support = support
    self.output = output
  }

  package func readStatement() -> LineInput {
    var text = ""
    var prompt = Prompt.first
    while let line = lines.popFirst() {
      output.write(prompt + line + "\n")
      if line == "^C" { return .interrupted }
      if line == "^D" { return .endOfInput }
      if line.hasSuffix("\t") {
        let typed = text + line.dropLast()
        let completion = support.complete(typed, typed.utf8.count)
        let listing = CompletionListing(
          completion.candidates, width: 80, height: 24, hasColor: false)
        for row in listing.rows { output.write(row + "\n") }
        continue
      }
      text += line
      if support.submits(text) { return .statement(text) }
      text += "\n"
      prompt = Prompt.continuation
    }
    return text.isEmpty ? .endOfInput : .statement(text)
  }

  package func remember(_ statement: String) { rememberedStatements.append(statement) }
  package func close() {}
}
