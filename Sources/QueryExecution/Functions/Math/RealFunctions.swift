import Columns
import Glibc
import QueryPlanning

/// Functions of reals: roots, powers, logarithms, angles; and the tests `isnan`, `isinf`,
/// `isfinite`.
///
/// Where a number has no result (the root of a negative) it is null.
enum RealFunctions {
  static let functions: [ScalarFunction] =
    [
      map("sqrt", .ofArgument, "The square root; null for negatives.", "print sqrt(9)", "3.0") {
        $0.squareRoot()
      },
      map("exp", .anonymous, "e to the power of the value.", "print exp(0)", "1.0") { exp($0) },
      map("exp2", .anonymous, "2 to the power of the value.", "print exp2(10)", "1024.0") {
        exp2($0)
      },
      map("exp10", .anonymous, "10 to the power of the value.", "print exp10(3)", "1000.0") {
        pow(10, $0)
      },
      map("log", .ofArgument, "The natural logarithm; null for negatives.", "print log(1)", "0.0") {
        log($0)
      },
      map("log2", .ofArgument, "The logarithm to base 2.", "print log2(8)", "3.0") { log2($0) },
      map("log10", .ofArgument, "The logarithm to base 10.", "print log10(1000)", "3.0") {
        log10($0)
      },
      map("sin", .anonymous, "The sine of an angle in radians.", "print sin(0)", "0.0") { sin($0) },
      map("cos", .anonymous, "The cosine of an angle in radians.", "print cos(0)", "1.0") {
        cos($0)
      },
      map("tan", .anonymous, "The tangent of an angle in radians.", "print tan(0)", "0.0") {
        tan($0)
      },
      map(
        "cot", .anonymous, "The cotangent of an angle in radians.",
        "print round(cot(0.785398163397448), 6)", "1.0"
      ) {
        1 / tan($0)
      },
      map("asin", .anonymous, "The angle whose sine is the value.", "print asin(0)", "0.0") {
        asin($0)
      },
      map("acos", .anonymous, "The angle whose cosine is the value.", "print acos(1)", "0.0") {
        acos($0)
      },
      map("atan", .anonymous, "The angle whose tangent is the value.", "print atan(0)", "0.0") {
        atan($0)
      },
      map("degrees", .anonymous, "An angle in radians as degrees.", "print degrees(pi())", "180.0")
      {
        $0 * 180 / .pi
      },
      map(
        "radians", .anonymous, "An angle in degrees as radians.", "print radians(180)",
        "3.141592653589793"
      ) { $0 * .pi / 180 },
      mapTwo(
        "pow", .ofArgument, "The first value to the power of the second.", "print pow(2, 10)",
        "1024.0"
      ) { pow($0, $1) },
      mapTwo(
        "atan2", .anonymous, "The angle from the x axis to the point (y, x).", "print atan2(0, 1)",
        "0.0"
      ) { atan2($0, $1) },
      ScalarFunction(
        "pi", .taking(giving: .real), summary: "The number π.",
        example: ("print pi()", "3.141592653589793")
      ) { _, _, count in .constant(.real(.pi), count: count) },
    ] + [
      test("isnan", "Whether the value is not a number.", "print isnan(0.0 / 0.0)") { $0.isNaN },
      test("isinf", "Whether the value is infinite.", "print isinf(1.0 / 0.0)") { $0.isInfinite },
      test("isfinite", "Whether the value is neither infinite nor NaN.", "print isfinite(1.5)") {
        $0.isFinite
      },
    ]

  // MARK: - Implementation

  private static func map(
    _ name: String, _ naming: ResultNaming, _ summary: String, _ query: String, _ answer: String,
    _ body: @escaping @Sendable (Double) -> Double
  ) -> ScalarFunction {
    ScalarFunction(
      name, .taking(.real("value"), giving: .real), naming: naming, summary: summary,
      example: (query, answer)
    ) { context, arguments, count in
      let values = arguments[0].realRows
      return context.rows(count, of: arguments, as: .real) { row -> Double? in
        guard let value = values[row] else { return nil }
        let result = body(value)
        return result.isNaN && !value.isNaN ? nil : result
      }
    }
  }

  private static func mapTwo(
    _ name: String, _ naming: ResultNaming, _ summary: String, _ query: String, _ answer: String,
    _ body: @escaping @Sendable (Double, Double) -> Double
  ) -> ScalarFunction {
    ScalarFunction(
      name, .taking(.real("first"), .real("second"), giving: .real), naming: naming,
      summary: summary, example: (query, answer)
    ) { context, arguments, count in
      let (first, second) = (arguments[0].realRows, arguments[1].realRows)
      return context.rows(count, of: arguments, as: .real) { row -> Double? in
        guard let a = first[row], let b = second[row] else { return nil }
        let result = body(a, b)
        return result.isNaN && !a.isNaN && !b.isNaN ? nil : result
      }
    }
  }

  private static func test(
    _ name: String, _ summary: String, _ query: String,
    _ body: @escaping @Sendable (Double) -> Bool
  ) -> ScalarFunction {
    ScalarFunction(
      name, .taking(.real("value"), giving: .bool), summary: summary, example: (query, "true")
    ) { context, arguments, count in
      let values = arguments[0].realRows
      return context.boolRows(count, of: arguments) { values[$0].map(body) }
    }
  }
}
