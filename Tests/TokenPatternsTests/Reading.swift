import Diagnostics

@testable import TokenPatterns

/// The pattern of a text that has no mistake.
func pattern(_ text: String) -> TokenPatternSyntax {
  PatternParser.parse(SourceText(name: "test", text: text)).syntax
}

/// What is wrong with a text, a line a message: code, range, message, help.
func mistakes(_ text: String) -> [String] {
  let source = SourceText(name: "test", text: text)
  return PatternParser.parse(source).diagnostics.map { DiagnosticRenderer().line($0, in: source) }
}

extension ToySource {
  /// The matches of a pattern as text, with their captures: `old man{a:old}`.
  func matches(
    _ text: String, _ options: PatternOptions = PatternOptions(),
    _ context: PatternContext = PatternContext(), in ranges: [Range<Int>]? = nil
  ) throws -> [String] {
    let found = try PatternSearch(in: self, context: context, options: options)
      .matches(of: pattern(text), in: ranges)
    return (0..<found.count).map { match in
      var result = words[Int(found.starts[match])..<Int(found.ends[match])].joined(separator: " ")
      for (index, name) in found.captureNames.enumerated() {
        let tokens = found.capture(index, of: match).map { words[$0].joined(separator: " ") } ?? "-"
        result += "{\(name):\(tokens)}"
      }
      return result
    }
  }
}
