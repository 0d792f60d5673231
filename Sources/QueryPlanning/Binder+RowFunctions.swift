import Columns
import Diagnostics
import QueryLanguage

/// Functions of the language over articles that look at the columns of the row by themselves.
extension Binder {
  /// `span(a12, 345, 380)`: a bare name that is no column stands for an article's id.
  mutating func bindSpan(
    _ name: NameSyntax, _ arguments: [ArgumentSyntax], _ range: SourceRange,
    in place: ExpressionPlace
  ) -> BoundExpression? {
    guard let first = arguments.first?.value, case .name(let id) = first.kind,
      place.columns.index(of: id.text) == nil,
      scope.binding(of: id.text, limit: scopeLimit) == nil
    else { return nil }
    let rest = bindPositional(Array(arguments.dropFirst()), of: name.text, in: place)
    return call(
      name.text, [.constant(.string(id.text), at(id.range))] + rest,
      syntax: arguments.map(\.value), range, name: name)
  }

  /// `span_of()`: where the row itself stands.
  mutating func bindSpanOfRow(
    _ range: SourceRange, in place: ExpressionPlace
  ) -> BoundExpression {
    rowCall(
      "span", values: [], columns: ["article", "span_start", "span_end"], calledAs: "span_of",
      needsAll: true, range, in: place)
  }

  /// `said_by("Blinken")`: of the row's speaker and source.
  mutating func bindSaidBy(
    _ who: ExpressionSyntax, _ range: SourceRange, in place: ExpressionPlace
  ) -> BoundExpression {
    let value = bind(who, in: place)
    return rowCall(
      "said_by", values: [value], columns: ["speaker", "source"], calledAs: "said_by",
      needsAll: false, range, in: place)
  }

  /// `is_direct()`: of the row's kind.
  mutating func bindIsDirect(
    _ range: SourceRange, in place: ExpressionPlace
  ) -> BoundExpression {
    rowCall(
      "is_direct", values: [], columns: ["kind"], calledAs: "is_direct", needsAll: true, range,
      in: place)
  }

  // MARK: - Implementation

  /// A call that is given columns of the row besides what is written.
  private mutating func rowCall(
    _ function: String, values: [BoundExpression], columns: [String], calledAs name: String,
    needsAll: Bool, _ range: SourceRange, in place: ExpressionPlace
  ) -> BoundExpression {
    var all = values
    var missing: [String] = []
    for column in columns {
      guard let index = place.columns.index(of: column) else {
        missing.append(column)
        continue
      }
      let found = place.columns.columns[index]
      all.append(
        BoundExpression(
          kind: .column(index), type: found.type, reference: found.reference, range: at(range)))
    }
    guard needsAll ? missing.isEmpty : missing.count < columns.count else {
      if !place.columns.isOpen {
        report(.rowLacksColumns(function: name, columns: columns), at: range)
      }
      return .unknown(at(range))
    }
    return call(function, all, syntax: [], range)
  }
}
