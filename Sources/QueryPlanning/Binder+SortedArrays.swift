import Columns
import QueryLanguage

extension Binder {
  /// `array_sort_asc(a, b)` gives a column for each array: `a_sorted`, `b_sorted`.
  ///
  /// It is taken apart before anything is bound, into the elements of the array of arrays that the
  /// function gives.
  mutating func separatingSortedArrays(
    _ values: [NamedExpressionSyntax], in columns: RowScope
  ) -> [NamedExpressionSyntax] {
    // Names that are given or those of columns come first; made ones get numbers behind them.
    var taken = ResultNames()
    for value in values {
      for name in value.names { _ = taken.reserve(name.text) }
      if case .name(let name) = value.expression.kind { _ = taken.reserve(name.text) }
    }
    return values.flatMap { value -> [NamedExpressionSyntax] in
      guard case .call(let name, let arguments) = value.expression.kind,
        name.text == "array_sort_asc" || name.text == "array_sort_desc",
        scope.binding(of: name.text, limit: scopeLimit) == nil
      else { return [value] }
      let hasOption = arguments.last.map { isTruthValue($0.value) } ?? false
      let arrays = hasOption ? arguments.dropLast() : arguments[...]
      guard arrays.count > 1 else { return [value] }
      checkNameCount(value, values: arrays.count)
      return arrays.enumerated().map { index, array in
        var names: [NameSyntax] = []
        if index < value.names.count {
          names = [value.names[index]]
        } else if let text = defaultName(of: array.value, in: columns) {
          names = [NameSyntax(taken.unique("\(text)_sorted"), range: array.value.range)]
        }
        let number = ExpressionSyntax(
          kind: .literal(.value(.long(Int64(index)))), range: value.expression.range)
        let element = ExpressionSyntax(
          kind: .element(value.expression, number), range: value.expression.range)
        return NamedExpressionSyntax(names: names, expression: element, range: value.range)
      }
    }
  }

  // MARK: - Implementation

  private func isTruthValue(_ syntax: ExpressionSyntax) -> Bool {
    switch syntax.kind {
    case .literal(.value(let value)): return value.type == .bool
    case .parenthesized(let inner): return isTruthValue(inner)
    case .literal, .name, .star, .unary, .binary, .between, .membership, .call, .member, .element,
      .list, .pipeline, .missing:
      return false
    }
  }
}
