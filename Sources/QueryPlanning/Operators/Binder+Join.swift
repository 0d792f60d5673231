import Columns
import Diagnostics
import QueryLanguage

/// `join` and `lookup`.
extension Binder {
  mutating func bindJoin(
    _ join: JoinSyntax, _ stage: StageSyntax, on columns: RowScope
  ) -> (BoundStage, RowScope) {
    let range = at(stage.range)
    let right = bind(join.right)
    let written = join.options["kind"]?.word
    let kind = joinKind(written, isLookup: join.isLookup)
    let rightScope = RowScope(columns: right.columns, isOpen: right.isOpen)
    var leftKeys: [BoundExpression] = []
    var rightKeys: [BoundExpression] = []
    for condition in join.conditions.flatMap(conjuncts) {
      guard let (left, other) = bindPair(condition, columns, rightScope, stage) else { continue }
      leftKeys.append(left)
      rightKeys.append(other)
    }
    let specification = JoinSpecification(
      kind: kind, leftKeys: leftKeys, rightKeys: rightKeys,
      tellsOfDropped: kind == .innerUnique && written == nil)

    var dropsRight: Set<Int> = []
    if join.isLookup {
      for key in rightKeys {
        var key = key
        while case .convert(let inner) = key.kind { key = inner }
        if case .column(let index) = key.kind { dropsRight.insert(index) }
      }
    }
    let left = kind.isOfRight ? [] : columns.columns
    var output = left
    var results = passThrough(left, range)
    var names = ResultNames()
    for column in left { _ = names.reserve(column.name) }
    let rightColumns = kind.isOfLeft ? [] : right.columns
    for (index, column) in rightColumns.enumerated() where !dropsRight.contains(index) {
      var column = column
      if kind.isOfRight {
        _ = names.reserve(column.name)
      } else {
        let name = names.unique(column.name)
        if name != column.name { column.alias = nil }
        column.name = name
      }
      output.append(column)
      results.append(
        BoundExpression(
          kind: .column(left.count + index), type: column.type, reference: column.reference,
          range: range))
    }
    let joined = BoundStage(
      kind: .join(right, specification), columns: left + rightColumns, range: range)
    let renamed = BoundStage(kind: .project(results), columns: output, range: range)
    return (
      BoundStage(kind: .several([joined, renamed]), columns: output, range: range),
      RowScope(columns: output, isOpen: columns.isOpen || right.isOpen)
    )
  }

  /// The columns of the input, and nothing of it left out, then columns of the extension.
  func extended(
    _ more: RowExtension, with columns: [PlanColumn], of input: RowScope, _ range: SourceRange
  ) -> BoundStage {
    BoundStage(kind: .extended(more), columns: input.columns + columns, range: range)
  }

  // MARK: - Implementation

  private func joinKind(_ written: String?, isLookup: Bool) -> JoinSpecification.Kind {
    switch written {
    case nil: return isLookup ? .leftOuter : .innerUnique
    case "anti", "leftantisemi": return .leftAnti
    case "rightantisemi": return .rightAnti
    case .some(let word): return JoinSpecification.Kind(rawValue: word) ?? .inner
    }
  }

  /// The parts of a condition that are joined by `and`.
  private func conjuncts(_ condition: ExpressionSyntax) -> [ExpressionSyntax] {
    var pending = [condition]
    var parts: [ExpressionSyntax] = []
    while let next = pending.popLast() {
      switch next.kind {
      case .binary(.and, let left, let right): pending += [right, left]
      case .parenthesized(let inner): pending.append(inner)
      default: parts.append(next)
      }
    }
    return parts
  }

  /// A condition as a value of each side, brought to one type.
  private mutating func bindPair(
    _ condition: ExpressionSyntax, _ left: RowScope, _ right: RowScope, _ stage: StageSyntax
  ) -> (BoundExpression, BoundExpression)? {
    var leftPlace = ExpressionPlace(kind: .row, columns: left, row: newRow())
    var rightPlace = ExpressionPlace(kind: .row, columns: right, row: newRow())
    leftPlace.operation = stage.keyword.text
    rightPlace.operation = stage.keyword.text
    let first: BoundExpression
    let second: BoundExpression
    switch condition.kind {
    case .name(let name):
      first = bind(condition, in: leftPlace)
      guard first.type != .unknown || left.isOpen else { return nil }
      if right.index(of: name.text) == nil, !right.isOpen {
        let near = right.columns.map(\.name)
        report(.joinColumnMissing(name: name.text, candidates: near), at: name.range)
        return nil
      }
      second = bind(condition, in: rightPlace)
    case .binary(.equal, let one, let other):
      guard let (onLeft, mine) = side(one), let (otherOnLeft, theirs) = side(other),
        onLeft != otherOnLeft
      else {
        report(.badJoinCondition, at: condition.range)
        return nil
      }
      first = bind(onLeft ? mine : theirs, in: leftPlace)
      second = bind(onLeft ? theirs : mine, in: rightPlace)
    default:
      report(.badJoinCondition, at: condition.range)
      return nil
    }
    guard first.type != .unknown, second.type != .unknown else { return nil }
    guard let common = commonType(first.type, second.type) else {
      var one = Operand(words: words(for: condition), type: first.type, range: at(condition.range))
      var other = one
      if case .binary(_, let a, let b) = condition.kind {
        let isSwapped = side(a)?.isLeft == false
        one = operand(isSwapped ? b : a, first)
        other = operand(isSwapped ? a : b, second)
      } else {
        other.type = second.type
      }
      report(.joinKeyTypes(one, other), at: condition.range)
      return nil
    }
    if first.reference == nil || first.reference != second.reference {
      return (first.asPlainText(common), second.asPlainText(common))
    }
    return (first.converted(to: common), second.converted(to: common))
  }

  /// `$left.a` as `a`, and whose it is.
  private func side(_ expression: ExpressionSyntax) -> (isLeft: Bool, column: ExpressionSyntax)? {
    switch expression.kind {
    case .parenthesized(let inner): return side(inner)
    case .member(let base, let name):
      if case .name(let word) = base.kind, word.text == "$left" || word.text == "$right" {
        return (
          word.text == "$left", ExpressionSyntax(kind: .name(name), range: expression.range)
        )
      }
      guard let (isLeft, inner) = side(base) else { return nil }
      return (
        isLeft, ExpressionSyntax(kind: .member(inner, name), range: expression.range)
      )
    case .element(let base, let key):
      guard let (isLeft, inner) = side(base) else { return nil }
      return (isLeft, ExpressionSyntax(kind: .element(inner, key), range: expression.range))
    default: return nil
    }
  }
}
