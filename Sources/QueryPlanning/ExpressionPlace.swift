/// Where an expression stands: which row it may read, and whether aggregates may be in it.
struct ExpressionPlace {
  enum Kind {
    case row
    /// What `summarize` computes, outside its aggregates.
    case aggregation
    /// An argument of the aggregate of that name.
    case aggregateArgument(String)
    /// Without a row: `print`, `let`, the count of `take`.
    case constant
  }

  var kind: Kind
  var columns: RowScope
  /// Which row this is; values of another one cannot be used.
  var row: Int
  /// The operator that the expression belongs to (`where`), for messages.
  var operation = ""
  /// Names that the same stage makes, which its expressions do not see.
  var madeHere: Set<String> = []
  /// Whether it is an argument of a function that is not there, and may have been meant for an
  /// aggregate: columns outside aggregates are then no mistake of their own.
  var isInUnknownCall = false

  static let constant = ExpressionPlace(kind: .constant, columns: .empty, row: 0)
}
