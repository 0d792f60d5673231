import Columns

/// What a subquery gave: the values of its first column.
struct SubqueryResult {
  let values: [ScalarValue]

  var firstValue: ScalarValue? { values.first }
}
