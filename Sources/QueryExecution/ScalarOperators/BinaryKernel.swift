import Columns

/// Something that makes one value of two.
///
/// A type rather than a closure, so that each loop over it is compiled for it alone and the
/// operation stands inside the loop.
protocol BinaryOperation {
  associatedtype Left: Sendable
  associatedtype Right: Sendable
  associatedtype Result: Sendable
  func callAsFunction(_ a: Left, _ b: Right) -> Result
}

/// Something that makes one value of another.
protocol UnaryOperation {
  associatedtype Input: Sendable
  associatedtype Result: Sendable
  func callAsFunction(_ a: Input) -> Result
}

/// Walks two columns in step: what all operators with two operands have in common.
enum BinaryKernel {
  /// A result for each row, or one where both operands are constant.
  ///
  /// Nulls are not looked at.
  static func map<Operation: BinaryOperation>(
    _ a: ColumnVector, _ first: ColumnSlice<Operation.Left>, _ b: ColumnVector,
    _ second: ColumnSlice<Operation.Right>, _ count: Int, _ operation: Operation
  ) -> [Operation.Result] {
    let rows = a.isConstant && b.isConstant ? min(1, count) : count
    return first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        [Operation.Result](unsafeUninitializedCapacity: rows) { buffer, made in
          made = rows
          guard rows > 0, let result = buffer.baseAddress, let x = first.baseAddress,
            let y = second.baseAddress
          else { return }
          if b.isConstant {
            mapConstantRight(x, y.pointee, result, rows, operation)
          } else if a.isConstant {
            mapConstantLeft(x.pointee, y, result, rows, operation)
          } else {
            mapBoth(x, y, result, rows, operation)
          }
        }
      }
    }
  }

  /// A result for each stored value.
  static func map<Operation: UnaryOperation>(
    _ values: ColumnSlice<Operation.Input>, _ operation: Operation
  ) -> [Operation.Result] {
    values.withUnsafeBufferPointer { values in
      [Operation.Result](unsafeUninitializedCapacity: values.count) { buffer, made in
        made = values.count
        guard let result = buffer.baseAddress, let x = values.baseAddress else { return }
        mapOne(x, result, values.count, operation)
      }
    }
  }

  /// Valid where both are; nil where all rows are.
  ///
  /// As long as `map`'s result.
  static func validity(_ a: ColumnVector, _ b: ColumnVector, _ count: Int) -> [UInt8]? {
    if a.validity == nil, b.validity == nil { return nil }
    if a.isConstant, b.isConstant {
      return count == 0 ? [] : [a.isNull(0) || b.isNull(0) ? 0 : 1]
    }
    switch (a.flattened().validity, b.flattened().validity) {
    case (nil, nil): return nil
    case (let mask?, nil), (nil, let mask?): return Array(mask)
    case (let first?, let second?): return byteAnd(Array(first), Array(second))
    }
  }

  /// A vector of the result, constant where both operands are.
  static func vector(
    _ type: ScalarType, _ storage: ColumnVector.Storage, _ validity: [UInt8]?,
    _ a: ColumnVector, _ b: ColumnVector, _ count: Int
  ) -> ColumnVector {
    let isConstant = a.isConstant && b.isConstant && count > 0
    return ColumnVector(
      type: type, count: count, storage: storage, validity: validity.map { ColumnSlice($0) },
      isConstant: isConstant)
  }

  // MARK: - The loops

  // Plain loops over pointers, never inlined: the compiler turns them into vector instructions
  // where the operation allows it.

  @inline(never)
  private static func mapConstantRight<Operation: BinaryOperation>(
    _ x: UnsafePointer<Operation.Left>, _ y: Operation.Right,
    _ result: UnsafeMutablePointer<Operation.Result>, _ count: Int, _ operation: Operation
  ) {
    for row in 0..<count { (result + row).initialize(to: operation(x[row], y)) }
  }

  @inline(never)
  private static func mapConstantLeft<Operation: BinaryOperation>(
    _ x: Operation.Left, _ y: UnsafePointer<Operation.Right>,
    _ result: UnsafeMutablePointer<Operation.Result>, _ count: Int, _ operation: Operation
  ) {
    for row in 0..<count { (result + row).initialize(to: operation(x, y[row])) }
  }

  @inline(never)
  private static func mapBoth<Operation: BinaryOperation>(
    _ x: UnsafePointer<Operation.Left>, _ y: UnsafePointer<Operation.Right>,
    _ result: UnsafeMutablePointer<Operation.Result>, _ count: Int, _ operation: Operation
  ) {
    for row in 0..<count { (result + row).initialize(to: operation(x[row], y[row])) }
  }

  @inline(never)
  private static func mapOne<Operation: UnaryOperation>(
    _ x: UnsafePointer<Operation.Input>, _ result: UnsafeMutablePointer<Operation.Result>,
    _ count: Int, _ operation: Operation
  ) {
    for row in 0..<count { (result + row).initialize(to: operation(x[row])) }
  }
}
