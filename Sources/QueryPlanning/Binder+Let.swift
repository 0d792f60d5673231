package import Columns
import Diagnostics
import QueryLanguage

extension Binder {
  /// `let name = value`.
  mutating func define(_ name: NameSyntax, as value: LetValueSyntax, isRepeatable: Bool) {
    if !isRepeatable, scope.hasOwn(name.text) {
      report(.repeatedName(name: name.text), at: name.range)
    }
    namesUnderway.append(name.text)
    let errors = silentErrors
    let binding = bindLetValue(value, name: name)
    namesUnderway.removeLast()
    if silentErrors == errors { scope.add(name.text, binding) }
  }

  /// One of `declare query_parameters(…)`.
  mutating func declare(_ parameter: ParameterSyntax, isRepeatable: Bool) {
    let name = parameter.name
    guard case .scalar(let typeName) = parameter.kind else {
      report(.tableParameterHere(name: name.text), at: parameter.range)
      scope.add(name.text, .unknown)
      return
    }
    let type = bindType(typeName)
    if !isRepeatable, scope.hasOwn(name.text) {
      report(.repeatedName(name: name.text), at: name.range)
    }
    var defaultValue: ScalarValue?
    if let syntax = parameter.defaultValue {
      let value = bind(syntax, in: .constant)
      let converted = convert(value, toDeclared: type, of: name)
      defaultValue = converted.constantValue
      if defaultValue == nil, converted.type != .unknown {
        report(.notKnownBefore(what: "the default of '\(name.text)'"), at: syntax.range)
      }
    }
    let index = parameters.count
    parameters.append(
      PlannedScript.Parameter(name: name.text, type: type, defaultValue: defaultValue))
    let bound = BoundExpression(kind: .parameter(index), type: type, range: at(name.range))
    scope.add(name.text, .scalar(bound, size: 1, row: nil))
  }

  /// The type of that name; `.unknown`, reported, if there is none.
  mutating func bindType(_ name: TypeSyntax) -> ScalarType {
    if let type = ScalarType(name: name.text) { return type }
    report(.unknownType(name: name.text), at: name.range)
    return .unknown
  }

  // MARK: - Implementation

  private mutating func bindLetValue(_ value: LetValueSyntax, name: NameSyntax) -> NameBinding {
    switch value {
    case .function(let syntax):
      let function = LetFunction(
        name: name.text, syntax: syntax, scope: scope, limit: min(scope.count, scopeLimit),
        isForeign: foreignRange != nil, givesTable: isTabular(syntax))
      check(function)
      return .function(function)
    case .pipeline(let pipeline): return .table(bind(pipeline))
    case .expression(let expression): return bindLetExpression(expression)
    }
  }

  mutating func convert(
    _ value: BoundExpression, toDeclared type: ScalarType, of name: NameSyntax
  ) -> BoundExpression {
    guard canAssign(value.type, to: type) else {
      let error = BinderError.wrongDefault(parameter: name.text, wanted: type, found: value.type)
      report(error, at: value.range)
      return .unknown(value.range)
    }
    return value.converted(to: type)
  }

  /// A scalar, or a name, call or pipeline in parentheses that is a table.
  private mutating func bindLetExpression(_ expression: ExpressionSyntax) -> NameBinding {
    switch expression.kind {
    case .parenthesized(let inner): return bindLetExpression(inner)
    case .pipeline(let pipeline): return .table(bind(pipeline))
    case .literal(.calendarStep(let months)): return .calendarStep(months: months)
    case .literal(.pattern(let value)): return .pattern(value.pattern)
    case .name(let name):
      if let binding = scope.binding(of: name.text, limit: scopeLimit) { return binding }
      if isTable(name.text) {
        return .table(bind(SourceSyntax(kind: .name(name), range: name.range)))
      }
    case .call(let name, let arguments):
      if name.text == "materialize", arguments.count == 1, !isTableArgument(arguments[0].value) {
        return bindLetExpression(arguments[0].value)
      }
      if givesTable(name.text) {
        let source = SourceSyntax(kind: .call(name, arguments), range: expression.range)
        return .table(bind(source))
      }
    case .literal, .star, .unary, .binary, .between, .membership, .member, .element, .list,
      .missing:
      break
    }
    let value = bind(expression, in: .constant)
    guard value.type != .unknown else { return .unknown }
    return .scalar(shared(value), size: 1, row: nil)
  }

  /// Whether an argument of `materialize` is a table; it may be a value too.
  private func isTableArgument(_ argument: ExpressionSyntax) -> Bool {
    switch argument.kind {
    case .parenthesized(let inner): return isTableArgument(inner)
    case .pipeline: return true
    case .name(let name): return isTable(name.text)
    case .call(let name, _): return givesTable(name.text)
    case .literal, .star, .unary, .binary, .between, .membership, .member, .element, .list,
      .missing:
      return false
    }
  }

  /// A value that is cheap to write out again, however often its name is used.
  private mutating func shared(_ value: BoundExpression) -> BoundExpression {
    if value.nodeCount <= Self.largestInlinedValue { return value }
    let column = PlanColumn(name: "value", type: value.type)
    let source = BoundSource(kind: .rows([[value]]), columns: [column], range: value.range)
    subqueries.append(
      BoundPipeline(
        source: source, stages: [], columns: [column], isOpen: false, stageDepth: 0,
        range: value.range))
    return BoundExpression(
      kind: .scalarSubquery(subqueries.count - 1), type: value.type, range: value.range)
  }

  /// A source alone, as a pipeline.
  private mutating func bind(_ source: SourceSyntax) -> BoundPipeline {
    bind(PipelineSyntax(source: source, stages: [], range: source.range))
  }
}

/// Whether a value of one type is taken where another is declared: what converts by itself, and a
/// whole number for an int.
package func canAssign(_ type: ScalarType, to declared: ScalarType) -> Bool {
  conversionCost(from: type, to: declared) != nil || (type == .long && declared == .int)
    || declared == .dynamic
}
