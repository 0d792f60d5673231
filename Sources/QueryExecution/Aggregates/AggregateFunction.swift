import Columns
import Diagnostics
package import QueryPlanning

/// An aggregate function: what the planner knows of it, and what collects its values.
package struct AggregateFunction: Sendable {
  package let signature: AggregateSignature
  let makeAccumulator: @Sendable (AggregateCall) -> any AggregateAccumulator

  init(
    _ signature: AggregateSignature,
    makeAccumulator: @escaping @Sendable (AggregateCall) -> any AggregateAccumulator
  ) {
    self.signature = signature
    self.makeAccumulator = makeAccumulator
  }
}

/// What is known of one use of an aggregate before any row comes.
struct AggregateCall {
  /// Types of the arguments.
  let types: [ScalarType]
  /// Values of the arguments that are constant, nil for the others.
  let constants: [ScalarValue?]
  /// Where it is written, for warnings.
  let range: SourceRange

  func constant(_ index: Int) -> ScalarValue? {
    index < constants.count ? constants[index] : nil
  }

  /// The argument at that index as a number of rows, if it is one.
  func size(_ index: Int) -> Int? {
    switch constant(index) {
    case .long(let value): return Int(clamping: value)
    case .int(let value): return Int(value)
    case .null, .bool, .real, .decimal, .string, .datetime, .timespan, .dynamic, .guid, nil:
      return nil
    }
  }
}

/// Collects values by group.
///
/// Belongs to one run.
protocol AggregateAccumulator: AnyObject {
  /// Takes in a batch: the argument vectors, as many rows as there are groups named.
  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _ context: EvaluationContext) throws
  /// The result columns, `groupCount` rows each; groups without a row get what empty input gives.
  func finish(groupCount: Int, _ context: EvaluationContext) -> [ColumnVector]
  /// Bytes held, for limits.
  var byteCount: Int { get }
}

/// The rows of a batch by group.
struct GroupedRows {
  /// The group of each row.
  let groups: [Int32]
  /// Groups so far; all numbers are below.
  let groupCount: Int

  var count: Int { groups.count }

  /// Calls `body` with each row that has a value and with its group.
  ///
  /// Accumulators take their states out of their properties first: a property of a class that is
  /// touched row by row is checked for overlapping accesses each time.
  @inline(__always)
  func forEachValue(
    of column: ColumnVector, _ body: (_ row: Int, _ group: Int) -> Void
  ) {
    groups.withUnsafeBufferPointer { groups in
      guard let validity = column.validity else {
        for row in groups.indices { body(row, Int(groups[row])) }
        return
      }
      validity.withUnsafeBufferPointer { validity in
        for row in groups.indices where validity[row] != 0 { body(row, Int(groups[row])) }
      }
    }
  }
}

extension Array {
  /// Appends `value` until there are `count`.
  mutating func grow(to count: Int, with value: Element) {
    if self.count < count {
      append(contentsOf: repeatElement(value, count: count - self.count))
    }
  }
}
