import Columns
import Diagnostics
import QueryPlanning

/// An expression ready to run on batches: names are column numbers, calls are kernels, what is
/// constant has been worked out.
///
/// A class, because calls keep results by dictionary entry from batch to batch. Belongs to one run.
final class Expression {
  indirect enum Kind {
    /// One row, constant.
    case constant(ColumnVector)
    case column(Int)
    case call(ScalarFunction.Kernel, [Expression], DictionaryMemo?)
    case conjunction([Expression])
    case disjunction([Expression])
    /// Pairs of condition and value, and the value for the rest.
    case choice([(condition: Expression, value: Expression)], otherwise: Expression)
    case membership(Expression, MembershipTest)
    case convert(Expression, Conversion)
    case navigate(Expression, Navigation)
  }

  let kind: Kind
  let type: ScalarType
  let range: SourceRange

  init(_ kind: Kind, type: ScalarType, range: SourceRange) {
    self.kind = kind
    self.type = type
    self.range = range
  }

  var constant: ColumnVector? {
    if case .constant(let value) = kind { return value }
    return nil
  }

  /// The column that it is, if it is no more than that.
  var columnIndex: Int? {
    if case .column(let index) = kind { return index }
    return nil
  }

  /// Its value for all rows of the columns; rows outside the context's selection may get anything.
  func evaluate(
    _ columns: [ColumnVector], count: Int, _ context: inout EvaluationContext
  ) throws -> ColumnVector {
    switch kind {
    case .constant(let value):
      return value.withCount(count)
    case .column(let index):
      return columns[index]
    case .call(let kernel, let arguments, let memo):
      let values = try arguments.map { try $0.evaluate(columns, count: count, &context) }
      context.range = range
      context.memo = memo
      return try located { try kernel(&context, values, count) }
    case .conjunction(let terms):
      return try evaluateTerms(terms, columns, count, &context, decidedBy: false)
    case .disjunction(let terms):
      return try evaluateTerms(terms, columns, count, &context, decidedBy: true)
    case .choice(let branches, let otherwise):
      return try evaluateChoice(branches, otherwise, columns, count, &context)
    case .membership(let value, let test):
      let vector = try value.evaluate(columns, count: count, &context)
      return try test.evaluate(vector, columns, count: count, &context)
    case .convert(let value, let conversion):
      let vector = try value.evaluate(columns, count: count, &context)
      context.range = range
      return conversion.apply(vector, count: count, context)
    case .navigate(let reference, let navigation):
      let vector = try reference.evaluate(columns, count: count, &context)
      return try located { try navigation.follow(vector, count: count) }
    }
  }

  // MARK: - Implementation

  /// Errors of kernels get the place of their call.
  private func located(_ body: () throws -> ColumnVector) throws -> ColumnVector {
    do {
      return try body()
    } catch let error as ExecutionError {
      switch error {
      case .located, .cancelled: throw error
      case .limitExceeded, .badPattern, .badArgument, .noKeptResult, .missingParameter,
        .badParameter, .source:
        throw ExecutionError.located(error, range)
      }
    }
  }
}

extension Expression {
  /// Adds the numbers of the input columns that it reads.
  func addColumns(to used: inout Set<Int>) {
    switch kind {
    case .constant: return
    case .column(let index): used.insert(index)
    case .call(_, let arguments, _): for argument in arguments { argument.addColumns(to: &used) }
    case .conjunction(let terms), .disjunction(let terms):
      for term in terms { term.addColumns(to: &used) }
    case .choice(let branches, let otherwise):
      for branch in branches {
        branch.condition.addColumns(to: &used)
        branch.value.addColumns(to: &used)
      }
      otherwise.addColumns(to: &used)
    case .membership(let value, let test):
      value.addColumns(to: &used)
      for element in test.varying { element.addColumns(to: &used) }
    case .convert(let value, _), .navigate(let value, _): value.addColumns(to: &used)
    }
  }
}
