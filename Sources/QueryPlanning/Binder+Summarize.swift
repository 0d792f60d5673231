import Columns
import Diagnostics
import QueryLanguage

extension Binder {
  /// `summarize aggregates by keys`; without aggregates, the distinct keys.
  ///
  /// Names that are written are taken first, then those of the keys, then those of the aggregates,
  /// so that a key named after its column (`by bin(date, 7d)`) takes nothing from anybody.
  mutating func bindSummarize(
    _ values: [NamedExpressionSyntax], _ keys: [NamedExpressionSyntax], hasBy: Bool,
    _ stage: StageSyntax, in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    if values.isEmpty, keys.isEmpty, !hasBy { report(.noAggregate, at: stage.keyword.range) }
    var names = ResultNames()
    for value in values {
      for name in value.names where !names.reserve(name.text) {
        report(.repeatedColumn(name: name.text), at: name.range)
      }
    }
    let (boundKeys, keyColumns) = bindNamed(keys, in: place, &names)
    let outer = (aggregates, aggregateOutputs)
    defer { (aggregates, aggregateOutputs) = outer }
    (aggregates, aggregateOutputs) = ([], keyColumns)

    var output = keyColumns
    var results = passThrough(keyColumns, at(stage.range))
    var aggregationPlace = place
    aggregationPlace.kind = .aggregation
    aggregationPlace.operation = stage.keyword.text
    let keyIndices = Set(
      boundKeys.compactMap { key -> Int? in
        if case .column(let index) = key.kind { return index }
        return nil
      })
    for value in values {
      let made = bindAggregation(value, keyIndices, in: aggregationPlace)
      checkNameCount(value, values: made.count)
      for (position, part) in made.enumerated() {
        let name: String
        if position < value.names.count {
          name = value.names[position].text
        } else if let wanted = part.name {
          name = names.unique(wanted)
        } else {
          name = names.numbered("Column")
        }
        output.append(
          PlanColumn(name: name, type: part.value.type, reference: part.value.reference))
        results.append(part.value)
      }
    }
    let kind = BoundStage.Kind.summarize(
      keys: boundKeys, aggregates: aggregates, outputs: aggregateOutputs, results: results,
      hasBy: hasBy)
    return (
      BoundStage(kind: kind, columns: output, range: at(stage.range)),
      place.columns.after(stage.keyword.text, columns: output, isOfTable: false)
    )
  }

  /// `distinct a, b`; an empty list stands for all columns.
  mutating func bindDistinct(
    _ values: [NamedExpressionSyntax], _ stage: StageSyntax, in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    var keys = passThrough(place.columns.columns, at(stage.range))
    var output = place.columns.columns
    if !values.isEmpty { (keys, output) = bindNamed(values, in: place) }
    let kind = BoundStage.Kind.summarize(
      keys: keys, aggregates: [], outputs: output,
      results: passThrough(output, at(stage.range)), hasBy: true)
    return (
      BoundStage(kind: kind, columns: output, range: at(stage.range)),
      place.columns.after(stage.keyword.text, columns: output, isOfTable: false)
    )
  }

  /// A call of an aggregate: it is set aside, and its place taken by its output.
  mutating func bindAggregate(
    _ index: Int, _ name: NameSyntax, _ arguments: [ArgumentSyntax], _ range: SourceRange,
    in place: ExpressionPlace
  ) -> BoundExpression {
    var arguments = arguments
    if arguments.count == 1, case .star = arguments[0].value.kind, name.text == "count" {
      arguments = []
    }
    let values = bindPositional(arguments, of: name.text, in: argumentPlace(name, place))
    return aggregate(index, name, values, syntax: arguments.map(\.value), range).first
      ?? .unknown(at(range))
  }

  // MARK: - Implementation

  private typealias Part = (name: String?, value: BoundExpression)

  /// One expression of `summarize`: several columns for `arg_max`, `percentiles`, `take_any(a, b)`.
  private mutating func bindAggregation(
    _ value: NamedExpressionSyntax, _ keys: Set<Int>, in place: ExpressionPlace
  ) -> [Part] {
    var syntax = value.expression
    while case .parenthesized(let inner) = syntax.kind { syntax = inner }
    if case .call(let name, let arguments) = syntax.kind,
      scope.binding(of: name.text, limit: scopeLimit) == nil
    {
      for (several, one, least) in [
        ("percentiles", "percentile", 1), ("percentilesw", "percentilew", 2),
      ]
      where name.text == several && arguments.count > least {
        guard let index = catalog.aggregate(named: one) else { break }
        return bindPercentiles(index, name, arguments, leading: least, syntax.range, in: place)
      }
      if let index = catalog.aggregate(named: name.text) {
        switch catalog.aggregates[index].naming {
        case .extreme:
          return bindExtreme(index, name, arguments, syntax.range, keys, in: place)
        case .ofArgument
        where catalog.aggregates[index].overloads.first?.parameters.count == 1
          && (arguments.count > 1 || arguments.first?.value.isStar == true):
          return bindEach(index, name, arguments, syntax.range, keys, in: place)
        case .ofArgument, .prefixed, .prefixedWithParameter: break
        }
      }
    }
    let before = aggregates.count
    let mistakes = diagnostics.count + silentErrors
    let bound = bind(value.expression, in: place)
    // What went wrong within may be the aggregate itself, misspelt.
    if aggregates.count == before, bound.type != .unknown,
      diagnostics.count + silentErrors == mistakes
    {
      report(.noAggregate, at: value.expression.range)
    }
    return [(defaultName(of: value.expression, in: place.columns), bound)]
  }

  /// `arg_max(x, a, *)`: the row with the greatest `x`, these columns of it.
  private mutating func bindExtreme(
    _ index: Int, _ name: NameSyntax, _ arguments: [ArgumentSyntax], _ range: SourceRange,
    _ keys: Set<Int>, in place: ExpressionPlace
  ) -> [Part] {
    let expanded = expand(arguments, of: name, keys, in: place)
    let outputs = aggregate(
      index, name, expanded.map(\.value), syntax: arguments.map(\.value), range)
    if outputs.isEmpty { return expanded.map { ($0.name, .unknown(at(range))) } }
    return zip(expanded, outputs).map { ($0.name, $1) }
  }

  /// `take_any(a, b)` is `take_any(a), take_any(b)`.
  private mutating func bindEach(
    _ index: Int, _ name: NameSyntax, _ arguments: [ArgumentSyntax], _ range: SourceRange,
    _ keys: Set<Int>, in place: ExpressionPlace
  ) -> [Part] {
    expand(arguments, of: name, keys, in: place).map { part in
      let outputs = aggregate(index, name, [part.value], syntax: [], range)
      return (part.name, outputs.first ?? .unknown(at(range)))
    }
  }

  /// `percentiles(x, 5, 95)` is `percentile(x, 5), percentile(x, 95)`; `leading` arguments are the
  /// same in all.
  private mutating func bindPercentiles(
    _ index: Int, _ name: NameSyntax, _ arguments: [ArgumentSyntax], leading: Int,
    _ range: SourceRange, in place: ExpressionPlace
  ) -> [Part] {
    let values = bindPositional(arguments, of: name.text, in: argumentPlace(name, place))
    return (leading..<arguments.count).map { position in
      let own = Array(arguments[..<leading]) + [arguments[position]]
      let outputs = aggregate(
        index, name, Array(values[..<leading]) + [values[position]], syntax: own.map(\.value),
        range)
      let wanted = defaultAggregateName(catalog.aggregates[index], own, in: place.columns)
      return (wanted, outputs.first ?? .unknown(at(range)))
    }
  }

  /// The arguments with `*` written out: all columns that are neither keys nor given already.
  private mutating func expand(
    _ arguments: [ArgumentSyntax], of name: NameSyntax, _ keys: Set<Int>, in place: ExpressionPlace
  ) -> [Part] {
    var parts: [Part] = []
    var given = keys
    for argument in arguments {
      if argument.value.isStar {
        let all = passThrough(place.columns.columns, at(argument.value.range))
        for (index, column) in place.columns.columns.enumerated()
        where given.insert(index).inserted {
          parts.append((column.name, all[index]))
        }
        continue
      }
      let bound = bindPositional([argument], of: name.text, in: argumentPlace(name, place))
      for value in bound {
        if case .column(let index) = value.kind { given.insert(index) }
        parts.append((defaultName(of: argument.value, in: place.columns), value))
      }
    }
    return parts
  }

  /// Sets an aggregate aside; gives its outputs, none where no overload fits.
  private mutating func aggregate(
    _ index: Int, _ name: NameSyntax, _ arguments: [BoundExpression], syntax: [ExpressionSyntax],
    _ range: SourceRange
  ) -> [BoundExpression] {
    let signature = catalog.aggregates[index]
    let types = arguments.map(\.type)
    switch resolveOverload(signature.overloads, argumentTypes: types) {
    case .found(let overload, let targets, let result):
      let converted = zip(arguments, targets).map { argument, target in
        target.map { argument.converted(to: $0) } ?? argument
      }
      for (position, argument) in converted.enumerated()
      where signature.overloads[overload].parameter(at: position)?.isConstant == true
        && !argument.isConstant
      {
        let parameter = signature.overloads[overload].parameter(at: position)?.name ?? ""
        report(.notKnownBefore(what: "'\(parameter)' of '\(name.text)'"), at: argument.range)
      }
      // What picks a row's value keeps what the value refers to; what computes one does not.
      let outputs: [PlanColumn]
      switch signature.naming {
      case .extreme:
        outputs = converted.map { PlanColumn(name: "", type: $0.type, reference: $0.reference) }
      case .ofArgument:
        outputs = [PlanColumn(name: "", type: result, reference: converted.first?.reference)]
      case .prefixed, .prefixedWithParameter: outputs = [PlanColumn(name: "", type: result)]
      }
      aggregates.append(
        BoundAggregate(
          function: index, overload: overload, arguments: converted, outputCount: outputs.count,
          range: at(range)))
      return outputs.map { output in
        let position = aggregateOutputs.count
        var output = output
        output.name = "aggregate_\(position)"
        aggregateOutputs.append(output)
        return BoundExpression(
          kind: .column(position), type: output.type, reference: output.reference,
          range: at(range))
      }
    case .wrongCount(let least, let most):
      report(
        .wrongCount(function: name.text, count: arguments.count, least: least, most: most),
        at: name.range)
    case .wrongArgument(let position, let expected):
      reportWrong(name, arguments, syntax, position, expected, range)
    case .mixedArguments(_, let second):
      reportWrong(name, arguments, syntax, second, [], range)
    }
    return []
  }

  private mutating func reportWrong(
    _ name: NameSyntax, _ arguments: [BoundExpression], _ syntax: [ExpressionSyntax],
    _ position: Int, _ expected: [ParameterType], _ range: SourceRange
  ) {
    var described = Operand(words: nil, type: .unknown, range: at(range))
    if arguments.indices.contains(position) {
      described.type = arguments[position].type
      if syntax.indices.contains(position) {
        described = operand(syntax[position], arguments[position])
      }
    }
    report(
      .wrongArgument(described, function: name.text, expected: expected), at: described.range)
  }

  private func argumentPlace(_ name: NameSyntax, _ place: ExpressionPlace) -> ExpressionPlace {
    var result = place
    result.kind = .aggregateArgument(name.text)
    return result
  }
}

extension ExpressionSyntax {
  fileprivate var isStar: Bool {
    if case .star = kind { return true }
    return false
  }
}
