import Columns
public import Diagnostics
import QueryExecution
package import QueryPlanning

/// A script that has been checked and planned: it runs any number of times, on any thread.
public struct PreparedQuery: Sendable {
  /// A parameter that `declare query_parameters` names.
  public struct Parameter: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its type; text is read as that type.
    public var type: ValueType
    /// Whether a value must be given.
    public var isRequired: Bool
  }

  /// What runs it.
  public let engine: Engine
  /// The script.
  public let source: SourceText
  /// What there is to say of the text that does not keep it from running.
  public let warnings: [Diagnostic]
  package let script: PlannedScript
  let keptResults: [Int: MaterializedResult]

  init(
    engine: Engine, source: SourceText, script: PlannedScript,
    keptResults: [Int: MaterializedResult], warnings: [Diagnostic]
  ) {
    self.engine = engine
    self.source = source
    self.script = script
    self.keptResults = keptResults
    self.warnings = warnings
  }

  /// In the order in which they are declared.
  public var parameters: [Parameter] {
    script.parameters.map {
      Parameter(name: $0.name, type: ValueType($0.type), isRequired: $0.defaultValue == nil)
    }
  }

  /// Whether any of its queries reads the articles.
  public var readsArticles: Bool {
    (script.queries.map(\.plan) + script.subqueries + script.materialized).contains { plan in
      plan.all.contains { if case .scan = $0.kind { true } else { false } }
    }
  }

  /// The number of results that a run gives.
  public var resultCount: Int { script.queries.count }

  /// How the result at that index wants to be shown: what its `render` says; nil without.
  public func presentation(ofResult index: Int) -> ChartPresentation? {
    guard script.queries.indices.contains(index) else { return nil }
    return script.queries[index].presentation.map { ChartPresentation($0) }
  }

  /// Runs the script; one result for each of its queries.
  ///
  /// - Parameters:
  ///   - parameters: values by name; text is read as the parameter's type.
  ///   - cancellation: ends the run from outside.
  /// - Returns: The results in the order of the queries.
  /// - Throws: ``QueryFailure`` where it goes wrong, reaches a limit or is cancelled; the engine
  ///   stays usable.
  public func run(
    parameters: [String: Value] = [:], cancellation: Cancellation = Cancellation()
  ) throws(QueryFailure) -> [QueryResult] {
    try failing(cancellation) { run in
      try script.queries.indices.map { index in
        let before = run.warnings.count
        let query = try run.query(index)
        let rows = try query.materialize()
        return QueryResult(
          rows: rows, corpus: engine.corpus, source: source,
          warnings: (index == 0 ? warnings : [])
            + run.warnings.dropFirst(before).map { $0.diagnostic },
          stages: stages(of: query), presentation: presentation(ofResult: index))
      }
    } parameters: {
      parameters
    }
  }

  /// Runs the script and writes each result as its rows come, keeping none.
  /// - Parameters:
  ///   - parameters: values by name; text is read as the parameter's type.
  ///   - cancellation: ends the run from outside.
  ///   - sink: where the results are written.
  ///   - attachments: what goes with each row or result besides what the query gives.
  ///   - tell: is given what each result has to say, after its rows.
  ///   - makeRenderer: makes the renderer for the result at that index.
  /// - Returns: The number of rows of the last result.
  /// - Throws: ``QueryFailure`` where it goes wrong, reaches a limit or is cancelled.
  @discardableResult
  package func stream(
    parameters: [String: Value] = [:], cancellation: Cancellation = Cancellation(),
    to sink: any OutputSink, with attachments: ResultAttachments = ResultAttachments(),
    warnings tell: ([Diagnostic]) -> Void,
    renderer makeRenderer: (Int) -> any ResultRenderer
  ) throws(QueryFailure) -> Int {
    try failing(cancellation) { run in
      var rowCount = 0
      for index in script.queries.indices where sink.isOpen {
        let before = run.warnings.count
        let query = try run.query(index)
        var writer = AttachmentWriter(
          attachments, columns: QueryResult.renderedColumns(query.columns), in: engine.corpus)
        // What goes wrong before there are rows leaves no head of a table behind.
        var next = try query.next()
        var renderer = makeRenderer(index)
        renderer.begin(writer.columns, to: sink)
        rowCount = 0
        while sink.isOpen, let batch = next {
          renderer.append(writer.table(of: batch), to: sink)
          rowCount += batch.count
          next = sink.isOpen ? try query.next() : nil
        }
        let warnings =
          (index == 0 ? self.warnings : []) + run.warnings.dropFirst(before).map { $0.diagnostic }
        let summary = ResultSummary(
          rowCount: rowCount, warnings: warnings, jsonMembers: writer.members(stages(of: query)))
        renderer.finish(summary, to: sink)
        tell(warnings)
      }
      return rowCount
    } parameters: {
      parameters
    }
  }

  /// One line a stage, indented by what it feeds: the plan as it would run.
  package var planDescription: String {
    script.description(in: CatalogIndex(engine.catalog))
  }

  // MARK: - Implementation

  /// Starts a run and turns what goes wrong in it into a ``QueryFailure``.
  private func failing<Result>(
    _ cancellation: Cancellation, _ body: (ScriptRun) throws -> Result,
    parameters: () -> [String: Value]
  ) throws(QueryFailure) -> Result {
    do {
      let executor = Executor(
        tables: engine.corpus.sources, library: engine.library,
        kept: SessionResults(results: keptResults))
      let run = try executor.start(
        script, parameters: try scalars(parameters()),
        options: RunOptions(
          now: engine.options.now ?? SystemClock.now, seed: engine.options.seed,
          limits: ExecutionLimits(engine.options.limits), cancellation: cancellation.token))
      return try body(run)
    } catch let error as ExecutionError {
      throw QueryFailure(error, in: source, surroundings: engine.options.surroundings)
    } catch let failure as QueryFailure {
      throw failure
    } catch {
      throw QueryFailure(
        .source(reason: String(describing: error)), in: source,
        surroundings: engine.options.surroundings)
    }
  }

  /// The values by name; a name that the script does not declare is an error.
  private func scalars(_ values: [String: Value]) throws -> [String: ScalarValue] {
    var result: [String: ScalarValue] = [:]
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      guard let parameter = script.parameters.first(where: { $0.name == name }) else {
        throw QueryFailure(
          unknownParameter: name, declared: script.parameters.map(\.name), in: source)
      }
      result[name] = value.scalar(for: parameter.type)
    }
    return result
  }

  /// The rows that each stage gave, with its words.
  private func stages(of query: QueryRun) -> [QueryResult.Stage] {
    query.stageCounts.map {
      QueryResult.Stage(text: source.text($0.origin), rowCount: $0.rows, range: $0.origin)
    }
  }
}

/// Results of a session, for queries that read them.
struct SessionResults: KeptResults {
  let results: [Int: MaterializedResult]

  func result(_ number: Int) -> MaterializedResult? { results[number] }
}

extension ExecutionLimits {
  init(_ limits: EngineOptions.Limits) {
    self.init(
      rows: limits.rows, bytes: limits.bytes, milliseconds: limits.milliseconds,
      steps: limits.steps)
  }
}
