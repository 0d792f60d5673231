import Columns
import QueryPlanning

/// `x % 7 == 0`, and `!= 0`, in one step: a multiplication by the divisor's inverse instead of the
/// remainder.
///
/// Follows Warren, Hacker's Delight (2nd edition), section 10-17: test for zero remainder.
struct Divisibility: UnaryOperation {
  private let inverse: Int64
  /// The largest quotient, by the divisor's odd part, and twice that: the range of quotients.
  private let largest: Int64
  private let range: UInt64
  /// The places that must be 0, for the divisor's power of two.
  private let lowBits: Int64
  private let wanted: Bool

  /// For a divisor of at least 2.
  init?(by divisor: Int64, wanted: Bool) {
    guard divisor >= 2 else { return nil }
    let odd = divisor >> Int64(divisor.trailingZeroBitCount)
    // Each step doubles the places that are right; an odd number is its own inverse in three.
    var inverse = odd
    for _ in 0..<5 { inverse = inverse &* (2 &- odd &* inverse) }
    self.inverse = inverse
    largest = Int64.max / odd
    range = odd == 1 ? .max : UInt64(largest) * 2
    lowBits = (divisor & (0 &- divisor)) &- 1
    self.wanted = wanted
  }

  @inline(__always)
  func callAsFunction(_ value: Int64) -> UInt8 {
    let quotient = UInt64(bitPattern: value &* inverse &+ largest)
    let isMultiple = (quotient <= range ? 1 : 0) & (value & lowBits == 0 ? 1 : 0)
    return isMultiple == (wanted ? 1 : 0) ? 1 : 0
  }

  /// Null is no multiple.
  var kernel: ScalarFunction.Kernel {
    { _, arguments, count in
      let value = arguments[0]
      var truth = BinaryKernel.map(value.longs, self)
      if value.validity != nil {
        for row in truth.indices where value.isNull(row) { truth[row] = wanted ? 0 : 1 }
      }
      return ColumnVector(
        type: .bool, count: count, storage: .bool(ColumnSlice(truth)),
        isConstant: value.isConstant)
    }
  }
}

extension FunctionLibrary {
  /// The dividend and the test, where a call of `==` or `!=` asks whether something is a multiple.
  func divisibility(
    _ function: ScalarFunction, _ arguments: [BoundExpression]
  ) -> (dividend: BoundExpression, test: Divisibility)? {
    let name = function.signature.name
    guard name == "==" || name == "!=", arguments.count == 2,
      case .constant(.long(0)) = arguments[1].kind,
      case .call(let index, _, let operands) = arguments[0].kind,
      scalars[index].signature.name == "%", arguments[0].type == .long, operands[0].type == .long,
      case .constant(.long(let divisor)) = operands[1].kind,
      let test = Divisibility(by: divisor, wanted: name == "==")
    else { return nil }
    return (operands[0], test)
  }
}
