package import Columns

/// Runs a plan before the query that it is part of, where the columns of that depend on its rows
/// (`evaluate pivot`, `evaluate bag_unpack`).
///
/// Where a script is only checked there is none, and those columns are not known.
package protocol RowProbe: Sendable {
  /// The values of the plan's first column, row by row; nil where the run fails or parameters
  /// without a default are needed.
  ///
  /// The script has the plan as its only query, with the subqueries and rows that it refers to.
  func values(of script: PlannedScript) -> [ScalarValue]?
}
