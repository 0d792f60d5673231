package import Diagnostics
import QueryLanguage

extension Engine {
  /// The script with every short form (`said "ceasefire"`) written as the pipeline that it stands
  /// for; the same text where there is none.
  public func expand(_ text: String) -> String {
    let source = SourceText(name: "<query>", text: text)
    var bytes = source.bytes
    for (form, range) in shortForms(in: source).reversed() {
      bytes.replaceSubrange(range.start..<range.end, with: Array(form.expansion.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a `find` in the text has words side by side.
  package func joinsWordsByPosition(_ source: SourceText) -> Bool {
    shortForms(in: source).contains { $0.form.joinsWordsByPosition }
  }

  // MARK: - Implementation

  private func shortForms(
    in source: SourceText
  ) -> [(form: ShortFormSyntax, range: SourceRange)] {
    Parser.parse(source).0.statements.compactMap { statement in
      let pipeline: PipelineSyntax
      switch statement.kind {
      case .query(let written), .letBinding(_, .pipeline(let written)): pipeline = written
      case .letBinding, .declareParameters, .set: return nil
      }
      guard case .shortForm(let form) = pipeline.source.kind else { return nil }
      return (form, pipeline.source.range)
    }
  }
}
