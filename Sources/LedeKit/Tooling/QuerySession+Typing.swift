import Diagnostics
import QueryLanguage

extension QuerySession {
  /// Whether the text is not all there: a bracket or a string is open, or a bar, a comma or an
  /// operator stands at its end.
  package func expectsMore(_ text: String) -> Bool {
    Parser.parse(SourceText(name: "<prompt>", text: text)).0.isIncomplete
  }
}
