import Columns

/// How two values compare, as a kernel asks it.
enum Comparison: Hashable, Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  /// The same question with the operands exchanged.
  var mirrored: Comparison {
    switch self {
    case .equal, .notEqual: return self
    case .less: return .greater
    case .lessOrEqual: return .greaterOrEqual
    case .greater: return .less
    case .greaterOrEqual: return .lessOrEqual
    }
  }

  /// The answer, from an order as `memcmp` gives it.
  @inline(__always)
  func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: return order == 0
    case .notEqual: return order != 0
    case .less: return order < 0
    case .lessOrEqual: return order <= 0
    case .greater: return order > 0
    case .greaterOrEqual: return order >= 0
    }
  }
}

/// Kernels of the comparison operators.
///
/// `==` and `!=` are null only between two nulls (null is not equal to a value); the others are
/// null if either operand is.
enum ComparisonKernel {
  static func kernel(_ comparison: Comparison, _ type: ScalarType) -> ScalarFunction.Kernel {
    switch type {
    case .bool:
      return { _, arguments, count in
        compare(comparison, arguments, \.bools, count)
      }
    case .int:
      return { _, arguments, count in compare(comparison, arguments, \.ints, count) }
    case .long, .datetime, .timespan:
      return { _, arguments, count in compare(comparison, arguments, \.longs, count) }
    case .real:
      return { _, arguments, count in compare(comparison, arguments, \.reals, count) }
    case .decimal:
      return { _, arguments, count in compare(comparison, arguments, \.decimals, count) }
    case .guid:
      return { _, arguments, count in compare(comparison, arguments, \.guids, count) }
    case .string:
      return { context, arguments, count in
        compareStrings(comparison, arguments, count, &context)
      }
    case .dynamic, .unknown: return DynamicComparison.kernel(comparison)
    }
  }

  /// Of a decimal and a real, which meet as reals.
  static func mixedKernel(_ comparison: Comparison) -> ScalarFunction.Kernel {
    { context, arguments, count in
      let reals = arguments.map { Conversion(target: .real).apply($0, count: count, context) }
      return compare(comparison, reals, \.reals, count)
    }
  }

  // MARK: - Implementation

  private static func compare<Value: Comparable & Sendable>(
    _ comparison: Comparison, _ arguments: [ColumnVector],
    _ values: (ColumnVector) -> ColumnSlice<Value>, _ count: Int
  ) -> ColumnVector {
    let (a, b) = (arguments[0], arguments[1])
    let (x, y) = (values(a), values(b))
    let truth: [UInt8]
    switch comparison {
    case .equal: truth = BinaryKernel.map(a, x, b, y, count, IsEqual<Value>(wanted: true))
    case .notEqual: truth = BinaryKernel.map(a, x, b, y, count, IsEqual<Value>(wanted: false))
    case .less: truth = BinaryKernel.map(a, x, b, y, count, IsLess<Value>())
    case .lessOrEqual: truth = BinaryKernel.map(a, x, b, y, count, IsLessOrEqual<Value>())
    case .greater: truth = BinaryKernel.map(b, y, a, x, count, IsLess<Value>())
    case .greaterOrEqual: truth = BinaryKernel.map(b, y, a, x, count, IsLessOrEqual<Value>())
    }
    return result(comparison, truth, a, b, count)
  }

  private static func compareStrings(
    _ comparison: Comparison, _ arguments: [ColumnVector], _ count: Int,
    _ context: inout EvaluationContext
  ) -> ColumnVector {
    let (a, b) = (arguments[0], arguments[1])
    if a.isConstant, !b.isConstant {
      return compareStrings(comparison.mirrored, [b, a], count, &context)
    }
    if b.isConstant, count > 0 {
      let text = Array(b.dictionary.string(b.stringIDs[0]).utf8)
      return text.withUnsafeBufferPointer { text in
        context.mapToBool(a, count: count) { comparison.holds(compareUTF8($0, text)) }
      }
    }
    let (first, second) = (a.dictionary, b.dictionary)
    if first === second, first.isUnique, comparison == .equal || comparison == .notEqual {
      let wanted = comparison == .equal
      return .bools(
        BinaryKernel.map(a, a.stringIDs, b, b.stringIDs, count, IsEqual<Int32>(wanted: wanted)))
    }
    let (x, y) = (a.stringIDs, b.stringIDs)
    return .bools(
      (0..<count).map { row -> UInt8 in
        first.withUTF8(x[a.index(row)]) { text in
          second.withUTF8(y[b.index(row)]) { comparison.holds(compareUTF8(text, $0)) ? 1 : 0 }
        }
      })
  }

  /// Puts in what nulls make of it.
  private static func result(
    _ comparison: Comparison, _ truth: [UInt8], _ a: ColumnVector, _ b: ColumnVector, _ count: Int
  ) -> ColumnVector {
    guard a.validity != nil || b.validity != nil else {
      return BinaryKernel.vector(.bool, .bool(ColumnSlice(truth)), nil, a, b, count)
    }
    guard comparison == .equal || comparison == .notEqual else {
      return BinaryKernel.vector(
        .bool, .bool(ColumnSlice(truth)), BinaryKernel.validity(a, b, count), a, b, count)
    }
    let unequal: UInt8 = comparison == .equal ? 0 : 1
    var truth = truth
    var validity: [UInt8]?
    for row in truth.indices {
      switch (a.isNull(row), b.isNull(row)) {
      case (false, false): continue
      case (true, true):
        if validity == nil { validity = [UInt8](repeating: 1, count: truth.count) }
        validity?[row] = 0
      case (true, false), (false, true): truth[row] = unequal
      }
    }
    return BinaryKernel.vector(.bool, .bool(ColumnSlice(truth)), validity, a, b, count)
  }
}

struct IsEqual<Value: Equatable & Sendable>: BinaryOperation {
  /// False asks for inequality.
  let wanted: Bool

  @inline(__always)
  func callAsFunction(_ a: Value, _ b: Value) -> UInt8 { (a == b) == wanted ? 1 : 0 }
}

struct IsLess<Value: Comparable & Sendable>: BinaryOperation {
  @inline(__always)
  func callAsFunction(_ a: Value, _ b: Value) -> UInt8 { a < b ? 1 : 0 }
}

struct IsLessOrEqual<Value: Comparable & Sendable>: BinaryOperation {
  @inline(__always)
  func callAsFunction(_ a: Value, _ b: Value) -> UInt8 { a <= b ? 1 : 0 }
}
