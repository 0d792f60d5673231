package import Columns
package import Diagnostics

/// An expression whose names and types are resolved.
package struct BoundExpression: Sendable {
  package indirect enum Kind: Sendable {
    case constant(ScalarValue)
    /// A column of the input, by index.
    case column(Int)
    /// A scalar function or operator of the catalog: the index of its signature, of the overload
    /// chosen, and the arguments, already converted to the types that it takes.
    case call(function: Int, overload: Int, arguments: [BoundExpression])
    /// The expression brought to this node's type; what does not convert gives null.
    case convert(BoundExpression)
    /// A column of the row that a reference refers to; null (or "") where there is none.
    case navigate(BoundExpression, table: TableID, column: Int)
    /// A property or element of a dynamic value, by a string or a number; null where there is none.
    case element(BoundExpression, BoundExpression)
    /// An array made of the values, each taken as dynamic (`[1, x]`).
    case array([BoundExpression])
    /// The one value of a query without input from the row (`toscalar(…)`); planned apart.
    case scalarSubquery(Int)
    /// The first column of such a query as a set (`x in (quotes | project speaker)`).
    case setSubquery(Int)
    /// A parameter of `declare query_parameters`, by index; bound when the query runs.
    case parameter(Int)
  }

  package var kind: Kind
  package var type: ScalarType
  /// The table whose rows this string column refers to.
  package var reference: TableID?
  /// Where it is written; run-time errors point there.
  package var range: SourceRange

  package init(
    kind: Kind, type: ScalarType, reference: TableID? = nil, range: SourceRange
  ) {
    self.kind = kind
    self.type = type
    self.reference = reference
    self.range = range
  }
}

/// A column of a plan's output.
package struct PlanColumn: Hashable, Sendable {
  package var name: String
  /// Another name that finds it (`date` for `published`).
  package var alias: String?
  package var type: ScalarType
  package var reference: TableID?
  /// The only texts that it holds, besides blank; empty where it may hold any.
  package var values: [String]

  package init(
    name: String, alias: String? = nil, type: ScalarType, reference: TableID? = nil,
    values: [String] = []
  ) {
    self.name = name
    self.alias = alias
    self.type = type
    self.reference = reference
    self.values = values
  }
}
