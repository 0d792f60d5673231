import Columns
import Diagnostics
import QueryLanguage

/// `make-series`: aggregates over even steps of an axis, as arrays.
extension Binder {
  mutating func bindMakeSeries(
    _ made: MakeSeriesSyntax, _ stage: StageSyntax, in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    let range = at(stage.range)
    let axis = bind(made.axis.expression, in: place)
    let axisName =
      made.axis.names.first?.text ?? defaultName(of: made.axis.expression, in: place.columns)
      ?? "Column1"
    var constantPlace = ExpressionPlace.constant
    constantPlace.operation = stage.keyword.text
    let from = made.from.map { bindBound($0, like: axis, in: constantPlace) }
    let to = made.to.map { bindBound($0, like: axis, in: constantPlace) }
    let months = calendarStep(made.step)
    let step: SeriesSpecification.Step
    var bin: BoundExpression
    if let months {
      step = .months(months)
      let count = BoundExpression.constant(.long(Int64(months)), at(made.step.range))
      bin = call(
        "bin_months", [axis, count], syntax: [made.axis.expression, made.step], made.axis.range)
    } else {
      var value = bind(made.step, in: constantPlace)
      value = value.converted(to: stepType(of: axis.type, value.type))
      step = .value(value)
      let arguments = [axis, value] + (from.map { [$0] } ?? [])
      bin = call(
        from == nil ? "bin" : "bin_at", arguments,
        syntax: [made.axis.expression, made.step] + (made.from.map { [$0] } ?? []),
        made.axis.range)
    }
    bin = bin.converted(to: axis.type)

    // Rows off the axis are left out before they are grouped.
    var stages: [BoundStage] = []
    for condition in conditions(axis, from, to, made) {
      stages.append(
        BoundStage(kind: .filter(condition), columns: place.columns.columns, range: range))
    }
    var names = ResultNames()
    for series in made.series {
      for name in series.value.names where !names.reserve(name.text) {
        report(.repeatedColumn(name: name.text), at: name.range)
      }
    }
    _ = names.reserve(axisName)
    let (keys, keyColumns) = bindNamed(made.keys, in: place, &names)
    let binColumn = PlanColumn(name: axisName, type: axis.type)
    let outer = (aggregates, aggregateOutputs)
    defer { (aggregates, aggregateOutputs) = outer }
    (aggregates, aggregateOutputs) = ([], keyColumns + [binColumn])
    var aggregationPlace = place
    aggregationPlace.kind = .aggregation
    aggregationPlace.operation = stage.keyword.text
    var results = passThrough(keyColumns + [binColumn], range)
    var seriesColumns: [PlanColumn] = []
    var defaults: [BoundExpression] = []
    for series in made.series {
      let value = bind(series.value.expression, in: aggregationPlace)
      let wanted = defaultName(of: series.value.expression, in: place.columns)
      let name =
        series.value.names.first?.text ?? wanted.map { names.unique($0) }
        ?? names.numbered("Column")
      var missing = BoundExpression.constant(.long(0), at(series.value.range))
      if let syntax = series.defaultValue { missing = bind(syntax, in: constantPlace) }
      if value.type != .unknown, missing.type != .unknown {
        if let common = commonType(value.type, missing.type) {
          missing = missing.converted(to: common)
          results.append(value.converted(to: common))
        } else if series.defaultValue == nil {
          missing = .constant(.null(value.type), at(series.value.range))
          results.append(value)
        } else {
          let error = BinderError.wrongDefault(
            parameter: name, wanted: value.type, found: missing.type)
          report(error, at: series.value.range)
          results.append(value)
        }
      } else {
        results.append(value)
      }
      defaults.append(missing)
      seriesColumns.append(PlanColumn(name: name, type: .dynamic))
    }
    let grouped =
      keyColumns + [binColumn]
      + seriesColumns.indices.map { index in
        PlanColumn(name: seriesColumns[index].name, type: results[keys.count + 1 + index].type)
      }
    stages.append(
      BoundStage(
        kind: .summarize(
          keys: keys + [bin], aggregates: aggregates, outputs: aggregateOutputs, results: results,
          hasBy: true),
        columns: grouped, range: range))
    let output = keyColumns + seriesColumns + [PlanColumn(name: axisName, type: .dynamic)]
    let specification = SeriesSpecification(
      keyCount: keys.count, from: from, to: to, includesEnd: made.isRange, step: step,
      defaults: defaults, isNonempty: made.options["kind"]?.word == "nonempty" && keys.isEmpty)
    stages.append(BoundStage(kind: .series(specification), columns: output, range: range))
    return (
      BoundStage(kind: .several(stages), columns: output, range: range),
      place.columns.after(stage.keyword.text, columns: output, isOfTable: false)
    )
  }

  // MARK: - Implementation

  private mutating func bindBound(
    _ syntax: ExpressionSyntax, like axis: BoundExpression, in place: ExpressionPlace
  ) -> BoundExpression {
    let value = bind(syntax, in: place)
    guard axis.type != .unknown, value.type != .unknown else { return value }
    guard canAssign(value.type, to: axis.type) else {
      let error = BinderError.wrongFunctionArgument(
        operand(syntax, value), parameter: "the axis", function: "make-series",
        wanted: axis.type.withArticle)
      report(error, at: syntax.range)
      return .unknown(at(syntax.range))
    }
    return value.converted(to: axis.type)
  }

  private func stepType(of axis: ScalarType, _ step: ScalarType) -> ScalarType {
    switch axis {
    case .datetime, .timespan: return .timespan
    case .bool, .int, .long, .real, .decimal, .string, .dynamic, .guid, .unknown:
      return step == .real && axis != .real ? .real : axis
    }
  }

  private mutating func conditions(
    _ axis: BoundExpression, _ from: BoundExpression?, _ to: BoundExpression?,
    _ made: MakeSeriesSyntax
  ) -> [BoundExpression] {
    var result: [BoundExpression] = []
    let syntax = made.axis.expression
    if let from, let written = made.from {
      result.append(call(">=", [axis, from], syntax: [syntax, written], made.axis.range))
    }
    if let to, let written = made.to {
      result.append(
        call(made.isRange ? "<=" : "<", [axis, to], syntax: [syntax, written], made.axis.range))
    }
    if result.isEmpty {
      result.append(call("isnotnull", [axis], syntax: [syntax], made.axis.range))
    }
    return result
  }
}
