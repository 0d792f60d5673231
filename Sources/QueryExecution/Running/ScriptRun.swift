import Columns
import Diagnostics
import QueryPlanning

/// A script while it runs: its queries one after the other; subqueries run once, when first needed.
package final class ScriptRun {
  private let script: PlannedScript
  private let parameters: [ScalarValue]
  private let tables: any TableCatalog
  private let library: FunctionLibrary
  private let kept: any KeptResults
  private let options: RunOptions
  private let sink = WarningSink()
  private var subqueries: [Int: SubqueryResult] = [:]
  private var materialized: [Int: MaterializedResult] = [:]

  init(
    _ script: PlannedScript, parameters: [ScalarValue], tables: any TableCatalog,
    library: FunctionLibrary, kept: any KeptResults, options: RunOptions
  ) {
    self.script = script
    self.parameters = parameters
    self.tables = tables
    self.library = library
    self.kept = kept
    self.options = options
  }

  /// Starts the query at that index of the script.
  package func query(_ index: Int) throws -> QueryRun {
    let plan = script.queries[index].plan
    try runSubqueries(of: plan)
    return try start(plan)
  }

  /// Everything that the queries so far had to say.
  package var warnings: [WarningSink.Entry] { sink.entries }

  // MARK: - Implementation

  private func start(_ plan: LogicalPlan) throws -> QueryRun {
    let run = RunState(
      tables: tables, kept: kept, library: library, options: options, warnings: sink,
      materialized: { [unowned self] in try materializedResult($0) })
    let compiler = ExpressionCompiler(
      library: library, tables: tables, parameters: parameters, subqueries: subqueries)
    let source = try OperatorBuilder(compiler: compiler, run: run).build(plan)
    return QueryRun(plan, source: source, run: run)
  }

  private func materializedResult(_ number: Int) throws -> MaterializedResult {
    if let known = materialized[number] { return known }
    let result = try start(script.materialized[number]).materialize()
    materialized[number] = result
    return result
  }

  /// Runs the subqueries that the plan refers to, and before each those that it refers to, which
  /// have lower numbers.
  private func runSubqueries(of plan: LogicalPlan) throws {
    var needed: Set<Int> = []
    var pending = [plan]
    var readRows: Set<Int> = []
    while let next = pending.popLast() {
      for plan in next.all {
        if case .materialized(let number, _) = plan.kind, readRows.insert(number).inserted {
          pending.append(script.materialized[number])
        }
      }
      var found: Set<Int> = []
      next.collectSubqueries(into: &found)
      for index in found where !needed.contains(index) && script.subqueries.indices.contains(index)
      {
        needed.insert(index)
        pending.append(script.subqueries[index])
      }
    }
    for index in needed.sorted() where subqueries[index] == nil {
      let query = try start(script.subqueries[index])
      var values: [ScalarValue] = []
      while let batch = try query.next() {
        guard let first = batch.columns.first else { break }
        values.append(contentsOf: (0..<batch.count).map { first.value(at: $0) })
      }
      subqueries[index] = SubqueryResult(values: values)
    }
  }
}
