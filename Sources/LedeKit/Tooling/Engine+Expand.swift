import Diagnostics
import QueryLanguage

extension Engine {
  /// The script with every short form (`said "ceasefire"`) written as the pipeline that it stands
  /// for; the same text where there is none.
  public func expand(_ text: String) -> String {
    let source = SourceText(name: "<query>", text: text)
    var bytes = source.bytes
    for statement in Parser.parse(source).0.statements.reversed() {
      let pipeline: PipelineSyntax
      switch statement.kind {
      case .query(let written), .letBinding(_, .pipeline(let written)): pipeline = written
      case .letBinding, .declareParameters, .set: continue
      }
      guard case .shortForm(let form) = pipeline.source.kind else { continue }
      let range = pipeline.source.range
      bytes.replaceSubrange(range.start..<range.end, with: Array(form.expansion.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
