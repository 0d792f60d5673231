import Columns
import Diagnostics
import QueryPlanning

/// Makes expressions ready to run, working out what is constant.
struct ExpressionCompiler {
  let library: FunctionLibrary
  /// For navigation.
  let tables: any TableCatalog
  let parameters: [ScalarValue]
  /// First columns of the subqueries that have been run.
  let subqueries: [Int: SubqueryResult]

  /// Deeper expressions are refused; the parser's own limit is far below.
  private static let depthLimit = 1_000

  func compile(
    _ expression: BoundExpression, _ context: inout EvaluationContext, depth: Int = 0
  ) throws -> Expression {
    guard depth < ExpressionCompiler.depthLimit else {
      throw ExecutionError.located(
        .limitExceeded(.depth, limit: ExpressionCompiler.depthLimit, used: depth),
        expression.range)
    }
    let made = try makeKind(expression, &context, depth: depth + 1)
    let node = Expression(made.kind, type: expression.type, range: expression.range)
    return made.mayFold ? folded(node, &context) : node
  }

  // MARK: - Implementation

  private func makeKind(
    _ expression: BoundExpression, _ context: inout EvaluationContext, depth: Int
  ) throws -> (kind: Expression.Kind, mayFold: Bool) {
    switch expression.kind {
    case .constant(let value):
      return (.constant(.constant(value, count: 1)), false)
    case .column(let index):
      return (.column(index), false)
    case .parameter(let index):
      guard parameters.indices.contains(index) else {
        throw ExecutionError.located(.missingParameter(name: "\(index)"), expression.range)
      }
      return (.constant(.constant(parameters[index], count: 1)), false)
    case .convert(let inner):
      if case .setSubquery = inner.kind {
        // Stays an array; functions of sets take its members as they come.
        return try makeKind(inner, &context, depth: depth)
      }
      let value = try compile(inner, &context, depth: depth)
      if value.type == expression.type {
        guard expression.type == .string, expression.reference == nil else {
          return (value.kind, false)
        }
        return (.call(PlainText.kernel, [value], DictionaryMemo()), value.constant != nil)
      }
      return (.convert(value, Conversion(target: expression.type)), value.constant != nil)
    case .navigate(let inner, let table, let column):
      let reference = try compile(inner, &context, depth: depth)
      let target = try tables.column(column, of: table)
      return (.navigate(reference, Navigation(table: table, target: target)), false)
    case .element(let value, let key):
      let arguments = try [value, key].map { try compile($0, &context, depth: depth) }
      return (
        .call(DynamicElement.kernel, arguments, nil), arguments.allSatisfy { $0.constant != nil }
      )
    case .array(let values):
      let arguments = try values.map { try compile($0, &context, depth: depth) }
      return (
        .call(DynamicArray.kernel, arguments, nil), arguments.allSatisfy { $0.constant != nil }
      )
    case .scalarSubquery(let index):
      let value = subqueries[index]?.firstValue ?? .null(expression.type)
      let converted = Conversion.convert(value, to: expression.type)
      return (.constant(.constant(converted, count: 1)), false)
    case .setSubquery(let index):
      let members = subqueries[index]?.values ?? []
      let array = DynamicValue.array(members.map { DynamicValue($0) })
      return (.constant(.constant(.dynamic(array), count: 1)), false)
    case .call(let index, let overload, let arguments):
      return try makeCall(
        library.scalars[index], overload, arguments, expression, &context, depth: depth)
    }
  }

  private func makeCall(
    _ function: ScalarFunction, _ overload: Int, _ arguments: [BoundExpression],
    _ expression: BoundExpression, _ context: inout EvaluationContext, depth: Int
  ) throws -> (kind: Expression.Kind, mayFold: Bool) {
    if case .membership(let isNegated) = function.form {
      return try makeMembership(arguments, isNegated: isNegated, &context, depth: depth)
    }
    if let (dividend, test) = library.divisibility(function, arguments) {
      let value = try compile(dividend, &context, depth: depth)
      return (.call(test.kernel, [value], nil), value.constant != nil)
    }
    let compiled: [Expression]
    if function.form == .conjunction || function.form == .disjunction {
      // A long chain of `and` leans to the left; taking it apart here keeps recursion flat.
      compiled = try terms(of: expression, &context, depth: depth)
    } else {
      compiled = try arguments.map { try compile($0, &context, depth: depth) }
    }
    let areConstant = compiled.allSatisfy { $0.constant != nil }
    let mayFold = function.signature.isPure && areConstant
    switch function.form {
    case .conjunction: return (.conjunction(compiled), mayFold)
    case .disjunction: return (.disjunction(compiled), mayFold)
    case .choice:
      var branches: [(condition: Expression, value: Expression)] = []
      var index = 0
      while index + 1 < compiled.count {
        branches.append((compiled[index], compiled[index + 1]))
        index += 2
      }
      guard index < compiled.count, let otherwise = compiled.last else {
        let missing = Expression(
          .constant(.nulls(expression.type, count: 1)), type: expression.type,
          range: expression.range)
        return (.choice(branches, otherwise: missing), mayFold)
      }
      return (.choice(branches, otherwise: otherwise), mayFold)
    case .eager, .membership:
      let varying = compiled.count { $0.constant == nil }
      return (
        .call(function.kernels[overload], compiled, varying == 1 ? DictionaryMemo() : nil), mayFold
      )
    }
  }

  /// The terms of nested calls of the same operator, in order.
  private func terms(
    of expression: BoundExpression, _ context: inout EvaluationContext, depth: Int
  ) throws -> [Expression] {
    guard case .call(let function, _, _) = expression.kind else { return [] }
    var pending = [expression]
    var result: [Expression] = []
    while let next = pending.popLast() {
      if case .call(function, _, let arguments) = next.kind {
        pending.append(contentsOf: arguments.reversed())
      } else {
        result.append(try compile(next, &context, depth: depth))
      }
    }
    return result
  }

  private func makeMembership(
    _ arguments: [BoundExpression], isNegated: Bool, _ context: inout EvaluationContext,
    depth: Int
  ) throws -> (kind: Expression.Kind, mayFold: Bool) {
    guard let first = arguments.first else { return (.constant(.nulls(.bool, count: 1)), false) }
    let value = try compile(first, &context, depth: depth)
    var constants: [ScalarValue] = []
    var varying: [Expression] = []
    for argument in arguments.dropFirst() {
      if let index = argument.subqueryIndex {
        let members = subqueries[index]?.values ?? []
        constants.append(contentsOf: members.map { Conversion.convert($0, to: value.type) })
        continue
      }
      let element = try compile(argument, &context, depth: depth)
      guard let constant = element.constant else {
        varying.append(element)
        continue
      }
      if case .dynamic(.array(let members)) = constant.value(at: 0), value.type != .dynamic {
        constants.append(contentsOf: members.compactMap { $0.compared(with: value.type) })
      } else if case .dynamic(.array(let members)) = constant.value(at: 0) {
        constants.append(contentsOf: members.map { .dynamic($0) })
      } else {
        constants.append(Conversion.convert(constant.value(at: 0), to: value.type))
      }
    }
    let test = MembershipTest(
      type: value.type, constants: constants, varying: varying, isNegated: isNegated)
    return (.membership(value, test), value.constant != nil && varying.isEmpty)
  }

  /// The expression as a constant, if it can be worked out.
  ///
  /// What fails or warns is left to the run, where it may never be reached (`iff(true, 1, …)`).
  private func folded(_ node: Expression, _ context: inout EvaluationContext) -> Expression {
    let trial = WarningSink()
    var apart = EvaluationContext(
      now: context.now, seed: context.seed, limits: context.limits,
      cancellation: context.cancellation, warnings: trial, articles: context.articles,
      range: node.range)
    guard let value = try? node.evaluate([], count: 1, &apart), trial.entries.isEmpty else {
      return node
    }
    let one = ColumnVector(
      type: value.type, count: 1, storage: value.flattened().storage, validity: value.validity,
      isConstant: true)
    return Expression(.constant(one), type: node.type, range: node.range)
  }
}

extension BoundExpression {
  /// The subquery that it is, converted or not.
  fileprivate var subqueryIndex: Int? {
    switch kind {
    case .setSubquery(let index): return index
    case .convert(let inner): return inner.subqueryIndex
    case .constant, .column, .call, .navigate, .element, .array, .scalarSubquery, .parameter:
      return nil
    }
  }
}
