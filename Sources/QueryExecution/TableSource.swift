package import Columns

/// The rows of one catalog table.
package protocol TableSource: Sendable {
  var rowCount: Int { get }
  /// A whole column, `rowCount` long, made or loaded when first asked for and kept. A column that
  /// refers to another table is a string column whose dictionary is that table's row names.
  func column(_ index: Int) throws -> ColumnVector
}
