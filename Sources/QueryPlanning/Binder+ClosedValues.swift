import Columns
import QueryLanguage

/// Columns that hold a few texts only (`kind`, `role`): a comparison with another one is a slip that
/// would give no rows and no word of why.
extension Binder {
  /// The only texts that a value can be, besides blank; empty where it may be any.
  func closedValues(of value: BoundExpression, in columns: RowScope) -> [String] {
    switch value.kind {
    case .column(let index):
      return columns.columns.indices.contains(index) ? columns.columns[index].values : []
    case .navigate(_, let table, let column):
      guard let entry = catalog[table], entry.columns.indices.contains(column) else { return [] }
      return entry.columns[column].values
    case .constant, .call, .convert, .element, .array, .scalarSubquery, .setSubquery, .parameter:
      return []
    }
  }

  /// Warns where a column is compared with a text that it never holds.
  mutating func warnOfValueNeverHeld(
    _ column: ExpressionSyntax, _ boundColumn: BoundExpression, _ text: ExpressionSyntax,
    _ boundText: BoundExpression, ignoresCase: Bool, in place: ExpressionPlace
  ) {
    // Outside its aggregates the numbers of columns in 'summarize' are those of its results.
    if case .aggregation = place.kind { return }
    guard case .string(let value)? = boundText.constantValue, !value.isEmpty else { return }
    let values = closedValues(of: boundColumn, in: place.columns)
    guard !values.isEmpty, let name = words(for: column) else { return }
    let isHeld = values.contains {
      $0 == value || ignoresCase && $0.lowercased() == value.lowercased()
    }
    guard !isHeld else { return }
    report(.valueNeverHeld(column: name, value: value, values: values), at: text.range)
  }
}
