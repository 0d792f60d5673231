import Columns
import Glibc

/// Arithmetic on reals as in IEEE 754: by zero infinite or not a number.
enum RealArithmetic {
  static let add = kernel { $0 + $1 }
  static let subtract = kernel { $0 - $1 }
  static let multiply = kernel { $0 * $1 }
  static let divide = kernel { $0 / $1 }
  /// The remainder has the sign of the dividend.
  static let modulo = kernel { fmod($0, $1) }

  static let negate: ScalarFunction.Kernel = { context, arguments, count in
    let minusOne = ColumnVector.constant(.real(-1), count: count)
    return try multiply(&context, [arguments[0], minusOne], count)
  }

  @inline(__always)
  private static func kernel(
    _ body: @escaping @Sendable (Double, Double) -> Double
  ) -> ScalarFunction.Kernel {
    { _, arguments, count in
      let (a, b) = (arguments[0], arguments[1])
      let values = BinaryKernel.map(a, a.reals, b, b.reals, count, body)
      return BinaryKernel.vector(
        .real, .real(ColumnSlice(values)), BinaryKernel.validity(a, b, count), a, b, count)
    }
  }
}
