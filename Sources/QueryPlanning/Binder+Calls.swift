import Columns
import Diagnostics
import QueryLanguage

extension Binder {
  /// A call as written: of a `let` function, of what the binder does itself, of an aggregate, or of
  /// a function of the catalog, looked for in this order.
  mutating func bindCall(
    _ name: NameSyntax, _ arguments: [ArgumentSyntax], _ range: SourceRange,
    in place: ExpressionPlace
  ) -> BoundExpression {
    switch scope.binding(of: name.text, limit: scopeLimit) {
    case .function(let function):
      return bindScalarBody(of: function, name, arguments, range, in: place)
    case .unknown: return .unknown(at(range))
    case .scalar, .calendarStep, .pattern, .table, nil: break
    }
    if let result = bindSpecial(name, arguments, range, in: place) { return result }
    if let index = catalog.aggregate(named: name.text) {
      switch place.kind {
      case .aggregation: return bindAggregate(index, name, arguments, range, in: place)
      case .aggregateArgument(let outer):
        if catalog.function(named: name.text) == nil {
          report(.nestedAggregate(name: name.text, inside: outer), at: range)
          return .unknown(at(range))
        }
      case .row, .constant:
        if catalog.function(named: name.text) == nil {
          let column = defaultAggregateName(catalog.aggregates[index], arguments)
          var hasRow = true
          if case .constant = place.kind { hasRow = false }
          let error = BinderError.aggregateOutside(
            name: name.text, call: arguments.isEmpty ? "\(name.text)()" : "\(name.text)(…)",
            column: hasRow ? column : nil,
            existing: place.columns.index(of: column) == nil ? nil : column)
          report(error, at: range)
          return .unknown(at(range))
        }
      }
    }
    var argumentPlace = place
    if catalog.function(named: name.text) == nil { argumentPlace.isInUnknownCall = true }
    let values = bindPositional(arguments, of: name.text, in: argumentPlace)
    if catalog.function(named: name.text) == nil {
      reportUnknownFunction(name, in: place)
      return .unknown(at(range))
    }
    if name.text == "isnull" || name.text == "isnotnull", values.first?.type == .string,
      values.first?.isConstant == false
    {
      report(.stringNullTest(function: name.text), at: range)
    }
    return call(name.text, values, syntax: arguments.map(\.value), range, name: name)
  }

  /// A call of a catalog's function or operator with bound arguments: chooses the overload,
  /// converts the arguments.
  ///
  /// `syntax` has the arguments as written, for messages.
  mutating func call(
    _ function: String, _ arguments: [BoundExpression], syntax: [ExpressionSyntax],
    _ range: SourceRange, name: NameSyntax? = nil
  ) -> BoundExpression {
    guard let index = catalog.function(named: function) else {
      report(.unknownFunction(name: function, candidates: []), at: range)
      return .unknown(at(range))
    }
    let arguments = folded(arguments, of: function)
    let overloads = catalog.functions[index].overloads
    let types = arguments.map(\.type)
    switch resolveOverload(overloads, argumentTypes: types) {
    case .found(let overload, let targets, let result):
      let converted = zip(arguments, targets).map { argument, target in
        target.map { argument.converted(to: $0) } ?? argument
      }
      for (position, argument) in converted.enumerated()
      where overloads[overload].parameter(at: position)?.isConstant == true && !argument.isConstant
      {
        let parameter = overloads[overload].parameter(at: position)?.name ?? ""
        report(.notKnownBefore(what: "'\(parameter)' of '\(function)'"), at: argument.range)
      }
      checkPatterns(arguments, of: overloads[overload], syntax)
      let reference = catalog.functions[index].resultTable.flatMap { catalog.table(named: $0) }
      return BoundExpression(
        kind: .call(function: index, overload: overload, arguments: converted), type: result,
        reference: reference, range: at(range))
    case .wrongCount(let least, let most):
      report(
        .wrongCount(function: function, count: arguments.count, least: least, most: most),
        at: name?.range ?? range)
    case .wrongArgument(let position, let expected):
      reportMismatch(function, arguments, syntax, at: position, expected, range)
    case .mixedArguments(let first, let second):
      reportMixedArguments(function, arguments, syntax, first, second, range)
    }
    return .unknown(at(range))
  }

  /// The arguments of a function that takes them by position only.
  mutating func bindPositional(
    _ arguments: [ArgumentSyntax], of function: String, in place: ExpressionPlace
  ) -> [BoundExpression] {
    arguments.map { argument in
      if let name = argument.name {
        let error = BinderError.unknownParameter(
          name: name.text, function: function, parameters: [])
        report(error, at: name.range)
      }
      return bind(argument.value, in: place)
    }
  }

  // MARK: - Implementation

  /// The functions that have no kernel, and calendar steps.
  ///
  /// Nil for all other calls.
  private mutating func bindSpecial(
    _ name: NameSyntax, _ arguments: [ArgumentSyntax], _ range: SourceRange,
    in place: ExpressionPlace
  ) -> BoundExpression? {
    switch name.text {
    case "toscalar" where arguments.count == 1:
      return bindToScalar(arguments[0].value, range, in: place)
    case "column_ifexists", "columnifexists":
      return bindColumnIfExists(name, arguments, range, in: place)
    case "matches pattern" where arguments.count == 2:
      guard case .literal(.pattern(let pattern)) = arguments[1].value.kind else { return nil }
      return bindMatchesPattern(arguments[0].value, pattern, range, in: place)
    case "span": return bindSpan(name, arguments, range, in: place)
    case "span_of" where arguments.isEmpty: return bindSpanOfRow(range, in: place)
    case "said_by" where arguments.count == 1:
      return bindSaidBy(arguments[0].value, range, in: place)
    case "is_direct" where arguments.isEmpty: return bindIsDirect(range, in: place)
    case "column_names_of" where arguments.count == 1:
      return bindColumnNames(arguments[0].value, range)
    case "row_number", "row_cumsum", "row_rank_dense", "row_rank_min", "row_window_session", "prev",
      "next":
      return bindWindow(name, arguments, range, in: place)
    case "pack_all" where arguments.count <= 1: return bindPackAll(arguments, range, in: place)
    case "pack_array" where arguments.count == 1:
      guard case .star = arguments[0].value.kind else { return nil }
      let all = passThrough(place.columns.columns, at(range))
      guard spend(all.count, at: range) else { return .unknown(at(range)) }
      return call(name.text, all, syntax: [], range, name: name)
    case "bin", "bin_at", "floor", "ago":
      guard name.text == "bin" || name.text == "ago", let last = arguments.last,
        let months = calendarStep(last.value)
      else { return nil }
      var values = bindPositional(arguments.dropLast(), of: name.text, in: place)
      values.append(.constant(.long(Int64(months)), at(last.value.range)))
      return call(
        "\(name.text)_months", values, syntax: arguments.map(\.value), range, name: name)
    case "bin_auto" where arguments.count == 1:
      guard let size = settings["query_bin_auto_size"] else {
        report(.notKnownBefore(what: "'query_bin_auto_size', the step of 'bin_auto',"), at: range)
        return .unknown(at(range))
      }
      let value = bindPositional(arguments, of: name.text, in: place)
      let syntax = arguments.map(\.value)
      guard let start = settings["query_bin_auto_at"] else {
        return call("bin", value + [size], syntax: syntax, range, name: name)
      }
      return call("bin_at", value + [size, start], syntax: syntax, range, name: name)
    case "case" where catalog.function(named: "case") != nil:
      return bindCase(name, arguments, range, in: place)
    case "extract" where arguments.count == 4, "extract_json" where arguments.count == 3,
      "extractjson" where arguments.count == 3:
      guard let type = arguments.last.flatMap({ typeLiteral($0.value) }) else { return nil }
      let values = bindPositional(Array(arguments.dropLast()), of: name.text, in: place)
      return call(name.text, values, syntax: arguments.map(\.value), range, name: name)
        .converted(to: type)
    default: return nil
    }
  }

  /// The type that `typeof(long)` names.
  private func typeLiteral(_ expression: ExpressionSyntax) -> ScalarType? {
    guard case .call(let function, let arguments) = expression.kind, function.text == "typeof",
      arguments.count == 1, case .name(let name) = arguments[0].value.kind
    else { return nil }
    return ScalarType(name: name.text)
  }

  /// The months of a calendar step, written out or by a name that stands for one.
  func calendarStep(_ expression: ExpressionSyntax) -> Int? {
    switch expression.kind {
    case .literal(.calendarStep(let months)): return months
    case .parenthesized(let inner): return calendarStep(inner)
    case .name(let name):
      guard case .calendarStep(let months) = scope.binding(of: name.text, limit: scopeLimit) else {
        return nil
      }
      return months
    case .literal, .star, .unary, .binary, .between, .membership, .call, .member, .element, .list,
      .pipeline, .missing:
      return nil
    }
  }

  /// `toscalar(T | …)`; of a value, that value.
  private mutating func bindToScalar(
    _ argument: ExpressionSyntax, _ range: SourceRange, in place: ExpressionPlace
  ) -> BoundExpression {
    switch argument.kind {
    case .parenthesized(let inner): return bindToScalar(inner, range, in: place)
    case .pipeline(let pipeline): return bindScalarSubquery(pipeline, range)
    case .name(let name) where isTable(name.text):
      let source = SourceSyntax(kind: .name(name), range: name.range)
      return bindScalarSubquery(
        PipelineSyntax(source: source, stages: [], range: name.range), range)
    case .call(let name, let arguments) where givesTable(name.text):
      let source = SourceSyntax(kind: .call(name, arguments), range: argument.range)
      return bindScalarSubquery(
        PipelineSyntax(source: source, stages: [], range: argument.range), range)
    case .literal, .name, .star, .unary, .binary, .between, .membership, .call, .member, .element,
      .list, .missing:
      return bind(argument, in: place)
    }
  }

  /// `column_ifexists("x", default)`.
  private mutating func bindColumnIfExists(
    _ name: NameSyntax, _ arguments: [ArgumentSyntax], _ range: SourceRange,
    in place: ExpressionPlace
  ) -> BoundExpression {
    guard arguments.count == 2 else {
      report(
        .wrongCount(function: name.text, count: arguments.count, least: 2, most: 2), at: name.range)
      return .unknown(at(range))
    }
    let key = bind(arguments[0].value, in: .constant)
    let other = bind(arguments[1].value, in: place)
    guard case .string(let wanted)? = key.constantValue else {
      if key.type != .unknown {
        report(.notKnownBefore(what: "the column's name"), at: arguments[0].value.range)
      }
      return .unknown(at(range))
    }
    guard let index = place.columns.index(of: wanted) else { return other }
    let column = place.columns.columns[index]
    return BoundExpression(
      kind: .column(index), type: column.type, reference: column.reference, range: at(range))
  }

  /// `pack_all()`: a bag of all columns; with `true` only of those that are not null or empty.
  private mutating func bindPackAll(
    _ arguments: [ArgumentSyntax], _ range: SourceRange, in place: ExpressionPlace
  ) -> BoundExpression {
    var skipsEmpty = false
    if let option = arguments.first {
      guard case .bool(let value)? = bind(option.value, in: .constant).constantValue else {
        report(.notKnownBefore(what: "the option of 'pack_all'"), at: option.value.range)
        return .unknown(at(range))
      }
      skipsEmpty = value
    }
    guard !place.columns.columns.isEmpty else {
      return .constant(.dynamic(.bag([])), at(range))
    }
    var values: [BoundExpression] = []
    for (index, column) in place.columns.columns.enumerated() {
      values.append(.constant(.string(column.name), at(range)))
      values.append(BoundExpression(kind: .column(index), type: column.type, range: at(range)))
    }
    guard spend(values.count, at: range) else { return .unknown(at(range)) }
    return call(skipsEmpty ? "bag_pack_filled" : "bag_pack", values, syntax: [], range)
  }

  /// `case(condition, value, condition, value, …, otherwise)`: the values meet in one type.
  private mutating func bindCase(
    _ name: NameSyntax, _ arguments: [ArgumentSyntax], _ range: SourceRange,
    in place: ExpressionPlace
  ) -> BoundExpression {
    var values = bindPositional(arguments, of: name.text, in: place)
    guard let index = catalog.function(named: "case"), values.count >= 3, values.count % 2 == 1
    else {
      let count = arguments.count
      report(
        .wrongCount(
          function: name.text, count: count, least: max(3, count + 1), most: nil), at: name.range)
      return .unknown(at(range))
    }
    var common = ScalarType.unknown
    var first = values.count - 1
    for position in values.indices {
      if position % 2 == 0, position < values.count - 1 {
        guard
          values[position].type == .bool || values[position].type == .unknown
            || values[position].type == .dynamic
        else {
          let syntax = arguments[position].value
          report(.notBool(operand(syntax, values[position]), place: "case"), at: syntax.range)
          return .unknown(at(range))
        }
        values[position] = values[position].converted(to: .bool)
        continue
      }
      guard let wider = commonType(common, values[position].type) else {
        reportMixedArguments(
          name.text, values, arguments.map(\.value), first, position, range)
        return .unknown(at(range))
      }
      if common == .unknown { first = position }
      common = wider
    }
    for position in values.indices where position % 2 == 1 || position == values.count - 1 {
      values[position] = values[position].converted(to: common)
    }
    return BoundExpression(
      kind: .call(function: index, overload: 0, arguments: values), type: common, range: at(range))
  }

  // MARK: - Messages

  /// Says which regular expressions that are written out are none.
  private mutating func checkPatterns(
    _ arguments: [BoundExpression], of overload: FunctionOverload, _ syntax: [ExpressionSyntax]
  ) {
    for (position, argument) in arguments.enumerated()
    where overload.parameter(at: position)?.isPattern == true {
      guard case .string(let pattern)? = argument.constantValue,
        let reason = catalog.problem(ofPattern: pattern)
      else { continue }
      let range = syntax.indices.contains(position) ? syntax[position].range : argument.range
      report(.badPattern(pattern: pattern, reason: reason), at: range)
    }
  }

  private mutating func reportMismatch(
    _ function: String, _ arguments: [BoundExpression], _ syntax: [ExpressionSyntax],
    at position: Int, _ expected: [ParameterType], _ range: SourceRange
  ) {
    let isBinary = BinaryOperator(rawValue: function) != nil && arguments.count == 2
    if isBinary, syntax.count == 2 {
      if BinaryOperator(rawValue: function)?.isComparison == true {
        reportMixed(function, syntax[0], arguments[0], syntax[1], arguments[1], range)
        return
      }
      let isArithmetic = ["+", "-", "*", "/", "%"].contains(function)
      if isArithmetic {
        let error = BinderError.cannotCombine(
          operand(syntax[0], arguments[0]), operand(syntax[1], arguments[1]), operation: function)
        report(error, at: range)
        return
      }
    }
    let described = described(arguments, syntax, position, range)
    report(
      .wrongArgument(described, function: function, expected: expected), at: described.range)
  }

  private mutating func reportMixedArguments(
    _ function: String, _ arguments: [BoundExpression], _ syntax: [ExpressionSyntax],
    _ first: Int, _ second: Int, _ range: SourceRange
  ) {
    let isComparison =
      BinaryOperator(rawValue: function)?.isComparison == true || function.hasSuffix("between")
    if isComparison, syntax.indices.contains(first), syntax.indices.contains(second) {
      reportMixed(
        function, syntax[first], arguments[first], syntax[second], arguments[second], range)
      return
    }
    let error = BinderError.mixedArguments(
      described(arguments, syntax, first, range), described(arguments, syntax, second, range),
      function: function)
    report(error, at: range)
  }

  private func described(
    _ arguments: [BoundExpression], _ syntax: [ExpressionSyntax], _ position: Int,
    _ range: SourceRange
  ) -> Operand {
    if syntax.indices.contains(position), arguments.indices.contains(position) {
      return operand(syntax[position], arguments[position])
    }
    let type = arguments.indices.contains(position) ? arguments[position].type : .unknown
    return Operand(words: nil, type: type, range: at(range))
  }

  private mutating func reportUnknownFunction(_ name: NameSyntax, in place: ExpressionPlace) {
    if namesUnderway.contains(name.text) {
      report(.recursion(name: name.text), at: name.range)
      return
    }
    var candidates = catalog.callableFunctions.flatMap { [$0.name] + $0.aliases }
    candidates += ["toscalar", "column_ifexists", "pack_all", "bin_auto"]
    if case .aggregation = place.kind {
      // Where an aggregate is expected and one is close, a function is not what was meant.
      let aggregates = catalog.aggregates.flatMap { [$0.name] + $0.aliases }
      let isClose = !spellingSuggestions(for: name.text, among: aggregates, limit: 1).isEmpty
      candidates = isClose ? aggregates : aggregates + candidates
    }
    for (known, binding) in scope.names {
      if case .function = binding { candidates.append(known) }
    }
    report(.unknownFunction(name: name.text, candidates: candidates), at: name.range)
  }
}
