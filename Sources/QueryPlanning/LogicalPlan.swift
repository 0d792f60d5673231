package import Columns
package import Diagnostics

/// What is to be done, as few and plain operators as there can be.
///
/// The operators that people write (`extend`, `project-away`, `distinct` …) are lowered to these.
package struct LogicalPlan: Sendable {
  package indirect enum Kind: Sendable {
    /// Rows of a catalog table; only these columns, by their index in the table. There may be none
    /// (`articles | count`): the rows count all the same.
    case scan(TableID, columns: [Int])
    /// A result kept by the session (`_`, `_3`), by its number; only these columns of it.
    case keptResult(Int, columns: [Int])
    /// Rows that the script works out once (`materialize`), by number; only these columns of them.
    case materialized(Int, columns: [Int])
    /// `range`: constants of one type, which the column has.
    case range(from: BoundExpression, to: BoundExpression, step: BoundExpression)
    /// Literal rows (`datatable`, `print`): each row's constants or constant calls.
    case rows([[BoundExpression]])
    /// Rows for which the predicate is true; null counts as false.
    case filter(LogicalPlan, BoundExpression)
    /// One output column an expression. A bare column of the input is not copied.
    case project(LogicalPlan, [BoundExpression])
    /// Groups by keys in order of first appearance; output is the keys, then the aggregates.
    /// Without keys one row, also for no input, unless `hasBy`.
    case aggregate(
      LogicalPlan, keys: [BoundExpression], aggregates: [BoundAggregate], hasBy: Bool)
    /// Stable.
    case sort(LogicalPlan, [BoundSortKey])
    /// The first `count` rows of the sorted input, without sorting the rest.
    case top(LogicalPlan, count: BoundExpression, [BoundSortKey])
    case take(LogicalPlan, count: BoundExpression)
    /// The rows of each, one after the other; all have the columns of this plan.
    case union([LogicalPlan])
    /// The columns of the left, then those of the right; of one side only for a semi or anti join.
    case join(LogicalPlan, LogicalPlan, JoinSpecification)
    /// The columns of the input, then those of the extension.
    case extended(LogicalPlan, RowExtension)
    /// For each row the body's rows over its members; then the columns of the input, then the body's.
    case applied(LogicalPlan, ExpandSpecification, body: LogicalPlan)
    /// In such a body: the members of the row, the columns of the expansion, then the input's.
    case appliedRows
    /// So many rows, chosen by the seed, in their order.
    case sample(LogicalPlan, count: BoundExpression)
    /// Of rows grouped by keys and bin one row a key: the keys, the arrays, the array of bins.
    case series(LogicalPlan, SeriesSpecification)
    /// One row a word near the matches in the input's words.
    case collocations(LogicalPlan, CollocationSpecification)
  }

  package var kind: Kind
  package var columns: [PlanColumn]
  /// The stage that it was written as, for `.explain`, stage counts and run-time errors.
  package var origin: SourceRange

  package init(kind: Kind, columns: [PlanColumn], origin: SourceRange) {
    self.kind = kind
    self.columns = columns
    self.origin = origin
  }
}

package struct BoundAggregate: Sendable {
  /// Indices into the catalog's aggregates and that signature's overloads.
  package var function: Int
  package var overload: Int
  /// For `arg_max(x, *)` all columns are written out.
  package var arguments: [BoundExpression]
  /// How many output columns it makes: 1, more for `arg_max` and `arg_min`, whose outputs are all
  /// their arguments.
  package var outputCount: Int
  package var range: SourceRange

  package init(
    function: Int, overload: Int, arguments: [BoundExpression], outputCount: Int,
    range: SourceRange
  ) {
    self.function = function
    self.overload = overload
    self.arguments = arguments
    self.outputCount = outputCount
    self.range = range
  }
}

package struct BoundSortKey: Sendable {
  package var expression: BoundExpression
  package var isAscending: Bool
  package var nullsFirst: Bool

  package init(expression: BoundExpression, isAscending: Bool, nullsFirst: Bool) {
    self.expression = expression
    self.isAscending = isAscending
    self.nullsFirst = nullsFirst
  }
}

/// A whole script, planned: what to run, in order, and what it takes.
package struct PlannedScript: Sendable {
  /// One of the results that are shown.
  package struct Query: Sendable {
    package var plan: LogicalPlan
    package var range: SourceRange
    /// How the result wants to be shown, where it says so.
    package var presentation: Presentation?

    package init(plan: LogicalPlan, range: SourceRange, presentation: Presentation? = nil) {
      self.plan = plan
      self.range = range
      self.presentation = presentation
    }
  }

  package struct Parameter: Sendable {
    package var name: String
    package var type: ScalarType
    package var defaultValue: ScalarValue?

    package init(name: String, type: ScalarType, defaultValue: ScalarValue?) {
      self.name = name
      self.type = type
      self.defaultValue = defaultValue
    }
  }

  package var queries: [Query]
  /// Plans of the subqueries that expressions refer to by index; run at most once each, before the
  /// query that needs them.
  ///
  /// A subquery refers only to ones before it.
  package var subqueries: [LogicalPlan]
  /// Plans that are run at most once each, when their rows are first asked for; one reads only ones
  /// before it.
  package var materialized: [LogicalPlan]
  package var parameters: [Parameter]

  package init(
    queries: [Query], subqueries: [LogicalPlan], materialized: [LogicalPlan] = [],
    parameters: [Parameter]
  ) {
    self.queries = queries
    self.subqueries = subqueries
    self.materialized = materialized
    self.parameters = parameters
  }
}
