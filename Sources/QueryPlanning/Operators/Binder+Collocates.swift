import Columns
import Diagnostics
import QueryLanguage
import TokenPatterns

/// `collocates "migrant" window=5 by=lemma`: which words stand near a pattern more than by chance.
extension Binder {
  mutating func bindCollocates(
    _ match: MatchSyntax, _ stage: StageSyntax, in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    let range = at(stage.range)
    // `within s` limits where the words stand, not the pattern.
    guard let specification = specification(match, window: 0, sort: [], stage.range) else {
      return notKnown(stage, on: place.columns)
    }
    let attributeName = match.options["by"]?.word ?? "lemma"
    guard let attribute = catalog.column(named: attributeName, of: specification.tokens),
      catalog.columns(of: specification.tokens)[attribute].type == .string
    else {
      let known = catalog.columns(of: specification.tokens).filter { $0.type == .string }
      let context = UnknownColumnContext(
        table: "tokens", hasRow: true, candidates: known.map(\.name), path: nil, droppedBy: nil,
        madeBy: nil, expectsText: false)
      report(
        .unknownColumn(name: attributeName, context),
        at: match.options["by"]?.value.range ?? stage.range)
      return notKnown(stage, on: place.columns)
    }
    let window = number(match.options["window"], or: 5)
    let word = match.options["measure"]?.word ?? "logdice"
    let measures =
      word == "all" ? CollocationMeasure.allCases : [CollocationMeasure(rawValue: word) ?? .logDice]
    let collocation = CollocationSpecification(
      match: specification, left: number(match.options["left"], or: window),
      right: number(match.options["right"], or: window), attribute: attribute,
      partOfSpeech: catalog.column(named: "pos", of: specification.tokens),
      minimum: number(match.options["min"], or: 3), measures: measures)
    let output =
      [PlanColumn(name: attributeName, type: .string)]
      + ["O", "f1", "f2", "N"].map { PlanColumn(name: $0, type: .long) }
      + [PlanColumn(name: "articles", type: .long)]
      + measures.map { PlanColumn(name: $0.rawValue, type: .real) }
    return (
      BoundStage(kind: .collocations(collocation), columns: output, range: range),
      RowScope(columns: output, isOpen: place.columns.isOpen)
    )
  }
}
