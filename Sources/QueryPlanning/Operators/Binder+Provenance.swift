import Columns
import Diagnostics
import QueryLanguage

/// `cite` and `expand`: where rows stand, and what stands around them.
extension Binder {
  mutating func bindCite(
    _ options: [OptionSyntax], _ stage: StageSyntax, in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    let style = options["style"]?.word.flatMap { CitationStyle(rawValue: $0) } ?? .full
    let column = PlanColumn(name: "citation", type: .string)
    return replacing(.citation(style), [column], stage, in: place)
  }

  /// The columns `text`, `span_start` and `span_end` are those of the unit from then on.
  mutating func bindWiden(
    _ unit: NameSyntax, _ stage: StageSyntax, in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    let columns = [
      PlanColumn(name: "text", type: .string), PlanColumn(name: "span_start", type: .long),
      PlanColumn(name: "span_end", type: .long),
    ]
    return replacing(
      .widened(SpanUnit(name: unit.text) ?? .sentence), columns, stage, in: place)
  }
}
