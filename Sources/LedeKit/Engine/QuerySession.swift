public import Diagnostics
import QueryExecution
import QueryLanguage
package import QueryPlanning

/// What a prompt remembers from statement to statement: the last results (`_`, `_3`) and the names
/// that `let` gave.
public struct QuerySession: Sendable {
  /// What answers.
  public let engine: Engine
  private var scope = SessionScope()
  private var kept: [Int: QueryResult] = [:]
  private var nextNumber = 1
  /// Values given for parameters that a statement before declared.
  private var givenParameters: [String: Value] = [:]

  /// Results kept at most; the oldest goes first.
  private static let keptLimit = 20
  /// Cells of kept results at most, but the last result is always kept.
  private static let keptCellLimit = 20_000_000

  /// A session that remembers nothing yet.
  public init(engine: Engine) { self.engine = engine }

  /// The result that `_` stands for.
  public var lastResult: QueryResult? { scope.lastResult.flatMap { kept[$0] } }

  /// The number of the last result, as in `_3`.
  public var lastResultNumber: Int? { scope.lastResult }

  /// A result kept, by its number.
  public func result(_ number: Int) -> QueryResult? { kept[number] }

  /// Runs statements; a failure keeps all as it was.
  public mutating func run(
    _ source: SourceText, parameters: [String: Value] = [:],
    cancellation: Cancellation = Cancellation()
  ) throws(QueryFailure) -> [QueryResult] {
    let prepared = try engine.prepare(source, session: scope, keptResults: kept.mapValues(\.rows))
    let declared = Set(prepared.parameters.map(\.name))
    let remembered = givenParameters.filter { declared.contains($0.key) }
    let results = try prepared.run(
      parameters: remembered.merging(parameters) { $1 }, cancellation: cancellation)
    givenParameters.merge(parameters) { $1 }
    scope.statements += Parser.parse(source).0.statements.filter(\.isForLaterStatements)
    for result in results { keep(result) }
    return results
  }

  /// What the statements would do, without running them.
  package func prepare(_ source: SourceText) throws(QueryFailure) -> PreparedQuery {
    try engine.prepare(source, session: scope, keptResults: kept.mapValues(\.rows))
  }

  /// For tools that complete and check what is typed.
  package var sessionScope: SessionScope { scope }

  // MARK: - Implementation

  private mutating func keep(_ result: QueryResult) {
    kept[nextNumber] = result
    scope.keptResults[nextNumber] = result.rows.columns
    scope.lastResult = nextNumber
    nextNumber += 1
    var cells = kept.values.reduce(0) { $0 + $1.rowCount * $1.columns.count }
    for number in kept.keys.sorted() where number != scope.lastResult {
      guard kept.count > Self.keptLimit || cells > Self.keptCellLimit else { break }
      if let old = kept.removeValue(forKey: number) {
        cells -= old.rowCount * old.columns.count
      }
      scope.keptResults.removeValue(forKey: number)
    }
  }
}

extension StatementSyntax {
  /// Whether it names something that later statements may refer to, or sets how they are read.
  fileprivate var isForLaterStatements: Bool {
    switch kind {
    case .letBinding, .declareParameters: return true
    case .set(let name, let value): return value != nil && name.text == "fold"
    case .query: return false
    }
  }
}
