public import Diagnostics
package import QueryExecution
import QueryLanguage
package import QueryPlanning

/// Answers queries over a corpus.
///
/// A value that may be shared by any number of threads; preparing and running change nothing.
public struct Engine: Sendable {
  /// What queries are asked of.
  public let corpus: Corpus
  /// What a run may use.
  public let options: EngineOptions
  package let library: FunctionLibrary
  package let catalog: ArticleCatalog

  /// An engine over a corpus; without one, queries may still compute.
  public init(corpus: Corpus = .empty, options: EngineOptions = EngineOptions()) {
    self.corpus = corpus
    self.options = options
    library = .standard
    catalog = .standard
  }

  /// What is wrong with a script, without running it; in text order.
  public func check(_ source: SourceText) -> [Diagnostic] {
    plan(source, session: SessionScope()).diagnostics
  }

  /// Checks a script and makes it ready to run any number of times.
  ///
  /// - Parameters:
  ///   - text: the script.
  ///   - name: what messages call the text.
  /// - Returns: The script, ready to run.
  /// - Throws: ``QueryFailure`` with all that is wrong with it.
  public func prepare(
    _ text: String, name: String = "<query>"
  ) throws(QueryFailure) -> PreparedQuery {
    try prepare(SourceText(name: name, text: text))
  }

  /// Checks a script and makes it ready to run any number of times.
  public func prepare(_ source: SourceText) throws(QueryFailure) -> PreparedQuery {
    try prepare(source, session: SessionScope(), keptResults: [:])
  }

  /// Runs a script and returns the result of its last query; an empty result where it has none.
  ///
  /// - Parameters:
  ///   - text: the script.
  ///   - parameters: values for `declare query_parameters`; never part of the text.
  /// - Returns: All rows of the last result.
  /// - Throws: ``QueryFailure`` where the text is wrong or the run ends early.
  public func query(
    _ text: String, parameters: [String: Value] = [:]
  ) throws(QueryFailure) -> QueryResult {
    let results = try prepare(text).run(parameters: parameters)
    return results.last ?? QueryResult.empty(in: corpus)
  }

  // MARK: - Implementation

  package func prepare(
    _ source: SourceText, session: SessionScope, keptResults: [Int: MaterializedResult]
  ) throws(QueryFailure) -> PreparedQuery {
    let probe = QueryProbe(engine: self, keptResults: keptResults)
    let (script, diagnostics) = plan(source, session: session, probe: probe)
    guard let script else {
      throw QueryFailure(kind: .query, diagnostics: diagnostics, source: source)
    }
    return PreparedQuery(
      engine: self, source: source, script: script, keptResults: keptResults,
      warnings: diagnostics)
  }

  private func plan(
    _ source: SourceText, session: SessionScope, probe: QueryProbe? = nil
  ) -> (script: PlannedScript?, diagnostics: [Diagnostic]) {
    let (syntax, found) = Parser.parse(source)
    var diagnostics = found
    let (script, more) = Planner(catalog: catalog, probe: probe).plan(syntax, session: session)
    diagnostics += more
    diagnostics.sort { ($0.range?.start ?? 0, $0.code) < ($1.range?.start ?? 0, $1.code) }
    return (diagnostics.contains { $0.severity == .error } ? nil : script, diagnostics)
  }
}
