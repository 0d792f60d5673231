/// Rewrites plans so that less is read and computed.
///
/// Every rule is a function from plan to plan that keeps the output columns and the rows, in a file
/// of its own.
package struct Optimizer: Sendable {
  /// The index of the function `and`, at which conditions are split.
  private let and: Int?

  package init(catalog: CatalogIndex) { and = catalog.function(named: "and") }

  package func optimize(_ script: PlannedScript) -> PlannedScript {
    var script = script
    for index in script.queries.indices {
      script.queries[index].plan = optimize(script.queries[index].plan)
    }
    script.subqueries = script.subqueries.map(optimize)
    script.materialized = script.materialized.map(optimize)
    return script
  }

  package func optimize(_ plan: LogicalPlan) -> LogicalPlan {
    var plan = pushFiltersDown(plan.mappingSides(optimize), and: and)
    plan = joinSortAndTake(plan)
    return pruneColumns(plan)
  }
}
