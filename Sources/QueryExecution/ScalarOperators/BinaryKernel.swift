import Columns

/// Walks two columns in step: what all operators with two operands have in common.
enum BinaryKernel {
  /// A result for each row, nulls giving null. `body` is inlined into three plain loops (both
  /// vary, either is constant), which the compiler turns into vector instructions where it can.
  @inline(__always)
  static func map<A: Sendable, B: Sendable, R: Sendable>(
    _ a: ColumnVector, _ first: ColumnSlice<A>, _ b: ColumnVector, _ second: ColumnSlice<B>,
    _ count: Int, _ body: (A, B) -> R
  ) -> [R] {
    let rows = a.isConstant && b.isConstant ? min(1, count) : count
    return first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        [R](unsafeUninitializedCapacity: rows) { buffer, made in
          made = rows
          guard rows > 0, let result = buffer.baseAddress, let x = first.baseAddress,
            let y = second.baseAddress
          else { return }
          if b.isConstant {
            let right = y.pointee
            for row in 0..<rows { (result + row).initialize(to: body(x[row], right)) }
          } else if a.isConstant {
            let left = x.pointee
            for row in 0..<rows { (result + row).initialize(to: body(left, y[row])) }
          } else {
            for row in 0..<rows { (result + row).initialize(to: body(x[row], y[row])) }
          }
        }
      }
    }
  }

  /// Valid where both are; nil where all rows are. As long as `map`'s result.
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
}
