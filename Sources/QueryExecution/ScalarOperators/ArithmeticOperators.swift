import Columns
import QueryPlanning

extension ScalarFunction {
  /// `+ - * / %`: which types go together, and what comes out (LANGUAGE 4.2).
  static let arithmetic: [ScalarFunction] = [
    ScalarFunction(
      "+", "The sum; a datetime plus a timespan is a datetime.",
      Example("print 2 + 3", "5"),
      [
        (.long, .long, .long, IntegerArithmetic.add(.long)),
        (.real, .real, .real, RealArithmetic.add),
        (.decimal, .decimal, .decimal, DecimalArithmetic.add),
        (.datetime, .timespan, .datetime, IntegerArithmetic.add(.datetime)),
        (.timespan, .datetime, .datetime, IntegerArithmetic.add(.datetime)),
        (.timespan, .timespan, .timespan, IntegerArithmetic.add(.timespan)),
        (.dynamic, .dynamic, .dynamic, DynamicArithmetic.add),
      ]),
    ScalarFunction(
      "-", "The difference, or with one operand its negative; two datetimes give a timespan.",
      Example("print 2 - 3", "-1"),
      [
        (.long, .long, .long, IntegerArithmetic.subtract(.long)),
        (.real, .real, .real, RealArithmetic.subtract),
        (.decimal, .decimal, .decimal, DecimalArithmetic.subtract),
        (.datetime, .datetime, .timespan, IntegerArithmetic.subtract(.timespan)),
        (.datetime, .timespan, .datetime, IntegerArithmetic.subtract(.datetime)),
        (.timespan, .timespan, .timespan, IntegerArithmetic.subtract(.timespan)),
        (.dynamic, .dynamic, .dynamic, DynamicArithmetic.subtract),
      ],
      unary: [
        (.long, IntegerArithmetic.negate),
        (.real, RealArithmetic.negate),
        (.decimal, DecimalArithmetic.negate),
        (.timespan, IntegerArithmetic.negate),
        (.dynamic, DynamicArithmetic.negate),
      ]),
    ScalarFunction(
      "*", "The product; a timespan times a number is a timespan.",
      Example("print 2 * 3", "6"),
      [
        (.long, .long, .long, IntegerArithmetic.multiply(.long)),
        (.real, .real, .real, RealArithmetic.multiply),
        (.decimal, .decimal, .decimal, DecimalArithmetic.multiply),
        (.timespan, .long, .timespan, IntegerArithmetic.multiply(.timespan)),
        (.long, .timespan, .timespan, IntegerArithmetic.multiply(.timespan)),
        (.timespan, .real, .timespan, TimespanArithmetic.multiplyByReal),
        (.real, .timespan, .timespan, TimespanArithmetic.multiplyReal),
        (.dynamic, .dynamic, .dynamic, DynamicArithmetic.multiply),
      ]),
    ScalarFunction(
      "/", "The quotient; of two integers without the rest; by zero null, for reals infinite.",
      Example("print 7 / 2", "3"),
      [
        (.long, .long, .long, IntegerArithmetic.divide(.long)),
        (.real, .real, .real, RealArithmetic.divide),
        (.decimal, .decimal, .decimal, DecimalArithmetic.divide),
        (.timespan, .timespan, .real, TimespanArithmetic.ratio),
        (.timespan, .long, .timespan, IntegerArithmetic.divide(.timespan)),
        (.timespan, .real, .timespan, TimespanArithmetic.divideByReal),
        (.dynamic, .dynamic, .dynamic, DynamicArithmetic.divide),
      ]),
    ScalarFunction(
      "%", "The rest of a division, never below zero for integers; by zero null.",
      Example("print -14 % 12", "10"),
      [
        (.long, .long, .long, IntegerArithmetic.modulo(.long)),
        (.real, .real, .real, RealArithmetic.modulo),
        (.decimal, .decimal, .decimal, DecimalArithmetic.modulo),
        (.datetime, .timespan, .timespan, IntegerArithmetic.modulo(.timespan)),
        (.timespan, .timespan, .timespan, IntegerArithmetic.modulo(.timespan)),
        (.dynamic, .dynamic, .dynamic, DynamicArithmetic.modulo),
      ]),
  ]

  /// An operator of two operands, perhaps also of one.
  fileprivate init(
    _ spelling: String, _ summary: String, _ example: Example,
    _ binary: [(ScalarType, ScalarType, ScalarType, Kernel)],
    unary: [(ScalarType, Kernel)] = []
  ) {
    var overloads: [FunctionOverload] = []
    var kernels: [Kernel] = []
    for (left, right, result, kernel) in binary {
      overloads.append(
        FunctionOverload(
          [Parameter("a", .exactly(left)), Parameter("b", .exactly(right))],
          result: .exactly(result)))
      kernels.append(kernel)
    }
    for (type, kernel) in unary {
      overloads.append(
        FunctionOverload([Parameter("a", .exactly(type))], result: .exactly(type)))
      kernels.append(kernel)
    }
    self.init(
      FunctionSignature(name: spelling, overloads: overloads, summary: summary, example: example),
      kernels: kernels)
  }
}
