package import Diagnostics
package import QueryLanguage

/// From a parsed script to plans that can run: binds, lowers, optimizes.
package struct Planner: Sendable {
  package let catalog: CatalogIndex
  private let probe: (any RowProbe)?

  package init(catalog: any Catalog, probe: (any RowProbe)? = nil) {
    self.catalog = CatalogIndex(catalog)
    self.probe = probe
  }

  /// The script's plans, nil where an error stands in the way, and what there is to say about it.
  package func plan(
    _ syntax: QuerySyntax, session: SessionScope = SessionScope()
  ) -> (PlannedScript?, [Diagnostic]) {
    let (script, diagnostics) = plainPlan(syntax, session: session)
    return (script.map(Optimizer(catalog: catalog).optimize), diagnostics)
  }

  /// The same before any optimizer rule: what tests and `explain` compare with.
  package func plainPlan(
    _ syntax: QuerySyntax, session: SessionScope = SessionScope()
  ) -> (PlannedScript?, [Diagnostic]) {
    var binder = Binder(catalog: catalog, session: session, probe: probe)
    let query = binder.bind(syntax)
    let diagnostics = binder.diagnostics
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return (nil, diagnostics) }
    // The parser has reported what is not all there; there is nothing to run then.
    guard !(query.pipelines + query.subqueries + query.materialized).contains(where: \.isOpen),
      !binder.metMissing
    else {
      return (nil, diagnostics)
    }
    let lowering = Lowering()
    let script = PlannedScript(
      queries: query.pipelines.map {
        PlannedScript.Query(
          plan: lowering.plan($0), range: $0.range, presentation: $0.presentation)
      },
      subqueries: query.subqueries.map(lowering.plan),
      materialized: query.materialized.map(lowering.plan), parameters: query.parameters)
    return (script, diagnostics)
  }
}
