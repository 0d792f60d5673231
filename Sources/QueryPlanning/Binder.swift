import Columns
import Diagnostics
package import QueryLanguage

/// Resolves the names and types of a script.
///
/// It collects errors and goes on. What cannot be resolved has type `.unknown`, which fits
/// everything, so that one mistake gives one message. Names are looked up in the row first, then
/// among what `let` made, then in the catalog.
package struct Binder {
  /// Nesting that is followed: expressions, pipelines in pipelines and calls of `let` functions
  /// count together.
  ///
  /// Chosen so that neither this nor what walks the plan later runs out of stack.
  static let deepestNesting = 400
  /// Stages that rows may pass, those of the tables that a pipeline begins with included.
  static let mostStages = 1000
  /// Nodes that written-out values and bodies of `let` may add to a script.
  static let mostInlinedNodes = 200_000
  /// A value made by `let` is written out where it is used up to this size; a larger one is
  /// worked out once, before the query.
  static let largestInlinedValue = 16
  /// Messages past this number are not made.
  static let mostDiagnostics = 100

  let catalog: CatalogIndex
  let session: SessionScope
  /// What runs a plan whose rows decide about columns; nil where a script is only checked.
  let probe: (any RowProbe)?
  var diagnostics: [Diagnostic] = []
  var subqueries: [BoundPipeline] = []
  var materialized: [BoundPipeline] = []
  var parameters: [PlannedScript.Parameter] = []
  var scope = LetScope()
  /// How many of the scope's names are seen: in a function's body those made before it.
  var scopeLimit = Int.max
  var depth = 0
  var inlinedNodes = 0
  /// How many bodies of functions are being bound, one in another.
  var bodyDepth = 0
  /// The place in this text that stands for what is written in another one (an earlier line at the
  /// prompt, a view's definition).
  var foreignRange: SourceRange?
  /// Set for the session's own statements, which have been accepted before: what is wrong with them
  /// by now is not said, but what they define is then not defined.
  var isSilent = false
  var silentErrors = 0
  /// Whether the parser left out a piece, and said so.
  var metMissing = false
  /// Names whose definition is being bound; to meet one of them is recursion.
  var namesUnderway: [String] = []
  var viewsUnderway: Set<Int> = []
  /// The aggregates of the `summarize` that is being bound.
  var aggregates: [BoundAggregate] = []
  /// What `set` statements before have set, of the options that lede heeds.
  var settings: [String: BoundExpression] = [:]
  /// Whether predicates that do not tell upper from lower case do not see accents either.
  var foldsAccents = false
  /// The keys and, behind them, what those aggregates make.
  var aggregateOutputs: [PlanColumn] = []
  var lastRow = 0
  /// The functions of other rows in the stage that is being bound.
  var windows: [WindowCall] = []
  /// Whether `*` stands in a `search`, where a table without any text has no row to give.
  var isSearching = false
  /// How the last short form wants to be shown.
  var shortFormPresentation: Presentation?
  /// Whether the columns of the operator that the last pipeline began with are not all known.
  var openStageSource = false
  /// For each `mv-apply` around: the columns of its members, and the names of all of its row.
  var appliedColumns: [(columns: [PlanColumn], row: [String], isOpen: Bool)] = []
  /// Set by whoever expects a text where a bare name stands.
  var expectsText = false

  package init(
    catalog: CatalogIndex, session: SessionScope = SessionScope(), probe: (any RowProbe)? = nil
  ) {
    self.catalog = catalog
    self.session = session
    self.probe = probe
  }

  /// Binds a whole script.
  ///
  /// What comes back is sound only if no diagnostic is an error.
  package mutating func bind(_ script: QuerySyntax) -> BoundQuery {
    isSilent = true
    foreignRange = SourceRange(0, 0)
    for statement in session.statements { _ = bind(statement, isRepeatable: true) }
    isSilent = false
    foreignRange = nil
    // The script's own names hide the session's, and may not repeat each other.
    scope = LetScope(parent: scope)
    var pipelines: [BoundPipeline] = []
    for statement in script.statements {
      if let pipeline = bind(statement, isRepeatable: false) { pipelines.append(pipeline) }
    }
    return BoundQuery(
      pipelines: pipelines, subqueries: subqueries, materialized: materialized,
      parameters: parameters)
  }

  // MARK: - Implementation

  private mutating func bind(
    _ statement: StatementSyntax, isRepeatable: Bool
  ) -> BoundPipeline? {
    switch statement.kind {
    case .query(let pipeline): return bind(pipeline)
    case .letBinding(let name, let value):
      define(name, as: value, isRepeatable: isRepeatable)
    case .declareParameters(let declared):
      for parameter in declared { declare(parameter, isRepeatable: isRepeatable) }
    case .set(let name, let value?) where name.text == "fold": setFolding(name, value)
    case .set(let name, let value?) where name.text.hasPrefix("query_bin_auto_"):
      settings[name.text] = bind(value, in: .constant)
    case .set(let name, _): report(.settingWithoutEffect(name: name.text), at: name.range)
    }
    return nil
  }

  mutating func report(_ error: BinderError, at range: SourceRange) {
    if isSilent { silentErrors += 1 }
    guard !isSilent, diagnostics.count < Self.mostDiagnostics else { return }
    var diagnostic = error.diagnostic(at: at(range))
    if foreignRange != nil {
      // Nothing in another text can be pointed at or edited from here.
      diagnostic.labels = []
      diagnostic.suggestion = nil
    }
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  /// Where something is, in the text that is bound.
  func at(_ range: SourceRange) -> SourceRange { foreignRange ?? range }

  /// Goes one level down, unless that is too deep; pair with ``leave()``.
  mutating func enter(_ range: SourceRange) -> Bool {
    guard depth < Self.deepestNesting else {
      reportOnce(.nestedTooDeep(limit: Self.deepestNesting), at: range)
      return false
    }
    depth += 1
    return true
  }

  mutating func leave() { depth -= 1 }

  /// Counts nodes that the text does not have itself; false when there are too many.
  mutating func spend(_ nodes: Int, at range: SourceRange) -> Bool {
    inlinedNodes += nodes
    guard inlinedNodes <= Self.mostInlinedNodes else {
      reportOnce(.tooLarge(limit: Self.mostInlinedNodes), at: range)
      return false
    }
    return true
  }

  mutating func newRow() -> Int {
    lastRow += 1
    return lastRow
  }

  private mutating func reportOnce(_ error: BinderError, at range: SourceRange) {
    if !diagnostics.contains(where: { $0.code == error.code.rawValue }) { report(error, at: range) }
  }
}
