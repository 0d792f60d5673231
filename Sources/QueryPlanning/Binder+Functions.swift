import Columns
import Diagnostics
import QueryLanguage

/// Functions made by `let`: their bodies are bound anew at each call, in the scope that they were
/// written in, with the arguments in place of the parameters.
extension Binder {
  /// A call of a function that gives a value.
  mutating func bindScalarBody(
    of function: LetFunction, _ name: NameSyntax, _ arguments: [ArgumentSyntax],
    _ range: SourceRange, in place: ExpressionPlace
  ) -> BoundExpression {
    if function.givesTable {
      report(.tableAsValue(name: name.text), at: range)
      return .unknown(at(range))
    }
    var bodyPlace = place
    // The body sees the arguments, not the columns of the row that it is called for.
    bodyPlace.columns = .empty
    if case .aggregation = place.kind { bodyPlace.kind = .constant }
    let scope = bindArguments(arguments, of: function, name, in: place)
    var result = inBody(of: function, scope, at: range) { binder in
      switch function.syntax.value {
      case .expression(let expression): return binder.bind(expression, in: bodyPlace)
      case .pipeline(let pipeline): return binder.bindScalarSubquery(pipeline, pipeline.range)
      case .function: return .unknown(range)
      }
    }
    result?.range = at(range)
    return result ?? .unknown(at(range))
  }

  /// A call of a function that gives a table.
  mutating func bindTableBody(
    of function: LetFunction, _ name: NameSyntax, _ arguments: [ArgumentSyntax],
    _ range: SourceRange
  ) -> BoundPipeline? {
    let scope = bindArguments(arguments, of: function, name, in: .constant)
    return inBody(of: function, scope, at: range) { binder in
      switch function.syntax.value {
      case .pipeline(let pipeline): return binder.bind(pipeline)
      case .expression(let expression): return binder.bindTable(expression)
      case .function: return nil
      }
    } ?? nil
  }

  /// Binds a body once without a call, so that its mistakes are found where it is never called.
  mutating func check(_ function: LetFunction) {
    guard !isSilent else { return }
    let scope = LetScope(parent: function.scope, parentLimit: function.limit)
    for parameter in function.syntax.parameters {
      scope.add(parameter.name.text, placeholder(for: parameter))
    }
    let count = subqueries.count
    let materializedCount = materialized.count
    _ = inBody(of: function, scope, at: function.syntax.range) { binder in
      switch function.syntax.value {
      case .expression(let expression):
        if function.givesTable {
          _ = binder.bindTable(expression)
        } else {
          _ = binder.bind(expression, in: .constant)
        }
      case .pipeline(let pipeline): _ = binder.bind(pipeline)
      case .function: break
      }
    }
    subqueries.removeSubrange(count...)
    materialized.removeSubrange(materializedCount...)
  }

  /// Whether a function's value is a table, told from its text and the names before it.
  func isTabular(_ function: FunctionSyntax) -> Bool {
    var local: [String: Bool] = [:]
    for parameter in function.parameters {
      if case .table = parameter.kind {
        local[parameter.name.text] = true
      } else {
        local[parameter.name.text] = false
      }
    }
    for statement in function.statements {
      guard case .letBinding(let name, let value) = statement.kind else { continue }
      local[name.text] = isTabular(value, local)
    }
    return isTabular(function.value, local)
  }

  // MARK: - Implementation

  private func isTabular(_ value: LetValueSyntax, _ local: [String: Bool]) -> Bool {
    switch value {
    case .function(let function): return isTabular(function)
    case .pipeline(let pipeline):
      guard pipeline.stages.isEmpty, case .name(let name) = pipeline.source.kind else {
        return true
      }
      return local[name.text] ?? isTable(name.text)
    case .expression(let expression):
      var inner = expression
      while case .parenthesized(let next) = inner.kind { inner = next }
      switch inner.kind {
      case .name(let name): return local[name.text] ?? isTable(name.text)
      case .call(let name, _): return local[name.text] ?? givesTable(name.text)
      case .pipeline: return true
      case .literal, .star, .unary, .binary, .between, .membership, .member, .element, .list,
        .parenthesized, .missing:
        return false
      }
    }
  }

  /// Runs `bind` in a function's body; nil where that is too deep.
  private mutating func inBody<Result>(
    of function: LetFunction, _ bodyScope: LetScope, at range: SourceRange,
    _ bind: (inout Binder) -> Result
  ) -> Result? {
    guard enter(range), spend(1, at: range) else { return nil }
    let outer = (scope, scopeLimit, foreignRange)
    scope = bodyScope
    scopeLimit = .max
    if function.isForeign { foreignRange = at(range) }
    bodyDepth += 1
    namesUnderway.append(function.name)
    for statement in function.syntax.statements {
      if case .letBinding(let name, let value) = statement.kind {
        define(name, as: value, isRepeatable: false)
      }
    }
    let result = bind(&self)
    namesUnderway.removeLast()
    bodyDepth -= 1
    (scope, scopeLimit, foreignRange) = outer
    leave()
    return result
  }

  /// The scope of a body: its parameters with their arguments, given by position or by name.
  private mutating func bindArguments(
    _ arguments: [ArgumentSyntax], of function: LetFunction, _ name: NameSyntax,
    in place: ExpressionPlace
  ) -> LetScope {
    let parameters = function.syntax.parameters
    var given: [String: ExpressionSyntax] = [:]
    var position = 0
    // A misspelt name is why another one has no value.
    var hasUnknown = false
    for argument in arguments {
      guard let wanted = argument.name else { continue }
      guard parameters.contains(where: { $0.name.text == wanted.text }) else {
        let error = BinderError.unknownParameter(
          name: wanted.text, function: name.text, parameters: parameters.map(\.name.text))
        report(error, at: wanted.range)
        hasUnknown = true
        continue
      }
      given[wanted.text] = argument.value
    }
    // Those without a name go to the parameters that none was given by name for, in order.
    let open = parameters.filter { given[$0.name.text] == nil }
    for argument in arguments where argument.name == nil {
      if position < open.count { given[open[position].name.text] = argument.value }
      position += 1
    }
    if position > open.count {
      let least = parameters.count { $0.defaultValue == nil }
      report(
        .wrongCount(
          function: name.text, count: arguments.count, least: least, most: parameters.count),
        at: name.range)
    }
    let scope = LetScope(parent: function.scope, parentLimit: function.limit)
    for parameter in parameters {
      let parameterName = parameter.name.text
      if hasUnknown, given[parameterName] == nil, parameter.defaultValue == nil {
        scope.add(parameterName, .unknown)
        continue
      }
      let binding = bindArgument(
        given[parameter.name.text], for: parameter, of: function, name, in: place)
      scope.add(parameter.name.text, binding)
    }
    return scope
  }

  private mutating func bindArgument(
    _ argument: ExpressionSyntax?, for parameter: ParameterSyntax, of function: LetFunction,
    _ name: NameSyntax, in place: ExpressionPlace
  ) -> NameBinding {
    switch parameter.kind {
    case .table(let columns):
      guard let argument else { return missing(parameter, name) }
      guard var table = bindTable(argument) else { return .unknown }
      if !hasColumns(columns, table, parameter, at: argument.range) { table.isOpen = true }
      return .table(table)
    case .scalar(let typeName):
      // Wrong types of parameters are reported where the function is made.
      let type = ScalarType(name: typeName.text) ?? .unknown
      guard let argument else {
        guard let syntax = parameter.defaultValue else { return missing(parameter, name) }
        let value = bind(syntax, in: .constant)
        return canAssign(value.type, to: type)
          ? .scalar(value.converted(to: type), size: value.nodeCount, row: nil) : .unknown
      }
      let value = bind(argument, in: place)
      guard canAssign(value.type, to: type) else {
        let error = BinderError.wrongFunctionArgument(
          operand(argument, value), parameter: parameter.name.text, function: name.text,
          wanted: type.withArticle)
        report(error, at: argument.range)
        return .unknown
      }
      let converted = value.converted(to: type)
      let row = converted.isConstant ? nil : place.row
      return .scalar(converted, size: converted.nodeCount, row: row)
    }
  }

  private mutating func missing(_ parameter: ParameterSyntax, _ name: NameSyntax) -> NameBinding {
    report(
      .missingArgument(parameter: parameter.name.text, function: name.text), at: name.range)
    return .unknown
  }

  /// Whether a table has the columns that a parameter asks for; says which is missing.
  private mutating func hasColumns(
    _ columns: [ColumnDeclarationSyntax]?, _ table: BoundPipeline, _ parameter: ParameterSyntax,
    at range: SourceRange
  ) -> Bool {
    guard !table.isOpen else { return true }
    var hasAll = true
    for column in columns ?? [] {
      guard let type = ScalarType(name: column.type.text) else { continue }
      let found = table.columns.first { $0.name == column.name.text }
      if let found, canAssign(found.type, to: type) { continue }
      let error = BinderError.missingTableColumn(
        parameter: parameter.name.text, column: column.name.text, type: type)
      report(error, at: range)
      hasAll = false
    }
    return hasAll
  }

  /// A parameter where there is no call: of its type, without a value.
  private mutating func placeholder(for parameter: ParameterSyntax) -> NameBinding {
    switch parameter.kind {
    case .scalar(let typeName):
      let type = bindType(typeName)
      if let syntax = parameter.defaultValue {
        _ = convert(bind(syntax, in: .constant), toDeclared: type, of: parameter.name)
      }
      // An index that is no parameter's; what is made of it is thrown away.
      let value = BoundExpression(kind: .parameter(-1), type: type, range: at(parameter.range))
      return .scalar(value, size: 1, row: nil)
    case .table(let declared):
      let columns = (declared ?? []).map {
        PlanColumn(name: $0.name.text, type: bindType($0.type))
      }
      let source = BoundSource(kind: .unknown, columns: columns, range: at(parameter.range))
      return .table(
        BoundPipeline(
          source: source, stages: [], columns: columns, isOpen: declared == nil, stageDepth: 0,
          range: at(parameter.range)))
    }
  }
}
