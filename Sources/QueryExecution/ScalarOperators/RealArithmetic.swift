import Columns
import Glibc

/// Arithmetic on reals as in IEEE 754: by zero infinite or not a number.
enum RealArithmetic {
  static let add = kernel(RealAddition())
  static let subtract = kernel(RealSubtraction())
  static let multiply = kernel(RealMultiplication())
  static let divide = kernel(RealDivision())
  /// The remainder has the sign of the dividend.
  static let modulo = kernel(RealRemainder())

  static let negate: ScalarFunction.Kernel = { context, arguments, count in
    let minusOne = ColumnVector.constant(.real(-1), count: count)
    return try multiply(&context, [arguments[0], minusOne], count)
  }

  private static func kernel<Operation: BinaryOperation & Sendable>(
    _ operation: Operation
  ) -> ScalarFunction.Kernel
  where Operation.Left == Double, Operation.Right == Double, Operation.Result == Double {
    { _, arguments, count in
      let (a, b) = (arguments[0], arguments[1])
      let values = BinaryKernel.map(a, a.reals, b, b.reals, count, operation)
      return BinaryKernel.vector(
        .real, .real(ColumnSlice(values)), BinaryKernel.validity(a, b, count), a, b, count)
    }
  }
}

struct RealAddition: BinaryOperation {
  @inline(__always)
  func callAsFunction(_ a: Double, _ b: Double) -> Double { a + b }
}

struct RealSubtraction: BinaryOperation {
  @inline(__always)
  func callAsFunction(_ a: Double, _ b: Double) -> Double { a - b }
}

struct RealMultiplication: BinaryOperation {
  @inline(__always)
  func callAsFunction(_ a: Double, _ b: Double) -> Double { a * b }
}

struct RealDivision: BinaryOperation {
  @inline(__always)
  func callAsFunction(_ a: Double, _ b: Double) -> Double { a / b }
}

struct RealRemainder: BinaryOperation {
  func callAsFunction(_ a: Double, _ b: Double) -> Double { fmod(a, b) }
}
