/// The examples in a Markdown page: fenced blocks marked `lede`, each a transcript of its own.
package enum DocumentationExamples {
  /// The transcript of a page, with line numbers that are the page's.
  ///
  /// Lines outside the blocks are left empty; a block's first line may be a setting
  /// (`corpus: seeds`).
  package static func transcript(ofMarkdown text: String) -> Transcript {
    var lines: [String] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = !isInside && line.dropFirst(3).trimmingBlanks() == "lede"
        // A heading ends the expected output of the block before.
        lines.append("# ")
      } else {
        lines.append(isInside ? String(line) : "")
      }
    }
    return Transcript(lines.joined(separator: "\n"))
  }
}
