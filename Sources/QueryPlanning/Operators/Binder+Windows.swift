import Columns
import Diagnostics
import QueryLanguage

/// Functions of the rows before or behind: `row_number()`, `prev(x)`, `row_cumsum(x)`.
///
/// They are set aside as they are met, and their place taken by a column that an operator below the
/// stage makes. Rows always have an order in lede, so `serialize` is never needed for it.
extension Binder {
  /// A call of such a function; nil for any other.
  mutating func bindWindow(
    _ name: NameSyntax, _ arguments: [ArgumentSyntax], _ range: SourceRange,
    in place: ExpressionPlace
  ) -> BoundExpression? {
    guard let function = WindowCall.Function(rawValue: name.text) else { return nil }
    guard case .row = place.kind else {
      report(.windowOutside(name: name.text), at: range)
      return .unknown(at(range))
    }
    var values = bindPositional(arguments, of: name.text, in: place)
    let (least, most) = function.argumentCounts
    guard values.count >= least, values.count <= most else {
      report(
        .wrongCount(function: name.text, count: values.count, least: least, most: most),
        at: name.range)
      return .unknown(at(range))
    }
    guard !values.contains(where: { $0.type == .unknown }) else { return .unknown(at(range)) }
    let types = function.parameterTypes(values.map(\.type))
    for index in values.indices {
      guard let wanted = types[index] else { continue }
      guard canAssign(values[index].type, to: wanted) else {
        let wrong = operand(arguments[index].value, values[index])
        report(
          .wrongArgument(wrong, function: name.text, expected: [.exactly(wanted)]),
          at: wrong.range)
        return .unknown(at(range))
      }
      values[index] = values[index].converted(to: wanted)
    }
    let type = function.resultType(values.map(\.type))
    // What is not there is null, unless a value is given for it.
    if function == .previous || function == .next, values.count == 3 {
      values[2] = values[2].converted(to: type)
    }
    windows.append(WindowCall(function: function, arguments: values, type: type))
    let isShift = function == .previous || function == .next
    return BoundExpression(
      kind: .column(place.columns.columns.count + windows.count - 1), type: type,
      reference: isShift ? values[0].reference : nil, range: at(range))
  }

  /// The stage over the columns that its functions of other rows make.
  func wrappingWindows(_ stage: BoundStage, on columns: RowScope) -> BoundStage {
    guard !windows.isEmpty else { return stage }
    let made = windows.enumerated().map { index, call in
      PlanColumn(name: "window_\(index)", type: call.type)
    }
    var stages = [extended(.windows(windows), with: made, of: columns, stage.range)]
    switch stage.kind {
    case .filter, .sort, .top, .take:
      // These hand on all columns, so the made ones are taken away again.
      var passing = stage
      passing.columns = columns.columns + made
      stages.append(passing)
      stages.append(
        BoundStage(
          kind: .project(passThrough(columns.columns, stage.range)), columns: columns.columns,
          range: stage.range))
    default: stages.append(stage)
    }
    return BoundStage(kind: .several(stages), columns: stage.columns, range: stage.range)
  }
}

extension WindowCall.Function {
  /// How many arguments it takes, at least and at most.
  fileprivate var argumentCounts: (Int, Int) {
    switch self {
    case .rowNumber: return (0, 2)
    case .rowCumulativeSum, .rowRankDense, .rowRankMinimum: return (1, 2)
    case .rowWindowSession: return (3, 4)
    case .previous, .next: return (1, 3)
    case .matchesPattern: return (0, 0)
    }
  }

  /// What each argument is brought to; nil leaves it as it is.
  fileprivate func parameterTypes(_ types: [ScalarType]) -> [ScalarType?] {
    switch self {
    case .rowNumber: return [.long, .bool]
    case .rowCumulativeSum: return [types[0] == .int ? .long : nil, .bool]
    case .rowRankDense, .rowRankMinimum: return [nil, .bool]
    case .rowWindowSession: return [.datetime, .timespan, .timespan, .bool]
    case .previous, .next: return [nil, .long, nil]
    case .matchesPattern: return []
    }
  }

  fileprivate func resultType(_ types: [ScalarType]) -> ScalarType {
    switch self {
    case .rowNumber, .rowRankDense, .rowRankMinimum: return .long
    case .rowCumulativeSum, .previous, .next: return types[0]
    case .rowWindowSession: return .datetime
    case .matchesPattern: return .bool
    }
  }
}
