import Columns
import QueryPlanning

extension ScalarFunction {
  /// `and or not iff case`: three truth values, and values worked out only where they are taken.
  static let logic: [ScalarFunction] = [
    ScalarFunction(
      FunctionSignature(
        name: "and",
        overloads: [
          FunctionOverload(
            [Parameter("a", .exactly(.bool)), Parameter("b", .exactly(.bool))],
            result: .exactly(.bool))
        ],
        summary: "True if both are; false if either is false, also beside a null.",
        example: Example("print 1 < 2 and 2 < 3", "true")),
      form: .conjunction, kernel: unreachableKernel),
    ScalarFunction(
      FunctionSignature(
        name: "or",
        overloads: [
          FunctionOverload(
            [Parameter("a", .exactly(.bool)), Parameter("b", .exactly(.bool))],
            result: .exactly(.bool))
        ],
        summary: "True if either is, also beside a null; false if both are false.",
        example: Example("print 1 > 2 or 2 < 3", "true")),
      form: .disjunction, kernel: unreachableKernel),
    ScalarFunction(
      FunctionSignature(
        name: "not",
        overloads: [
          FunctionOverload([Parameter("a", .exactly(.bool))], result: .exactly(.bool))
        ],
        summary: "The opposite truth value; null for null.",
        example: Example("print not(1 > 2)", "true")),
      kernel: { _, arguments, count in
        let value = arguments[0]
        let opposite = value.bools.withUnsafeBufferPointer { $0.map { $0 ^ 1 } }
        return ColumnVector(
          type: .bool, count: count, storage: .bool(ColumnSlice(opposite)),
          validity: value.validity, isConstant: value.isConstant)
      }),
    ScalarFunction(
      FunctionSignature(
        name: "iff", aliases: ["iif"],
        overloads: [
          FunctionOverload(
            [
              Parameter("condition", .exactly(.bool)), Parameter("then", .common),
              Parameter("else", .common),
            ], result: .common)
        ],
        summary: "The second argument where the first is true, else the third.",
        example: Example("print iff(2 > 1, \"more\", \"less\")", "more")),
      form: .choice, kernel: unreachableKernel),
    ScalarFunction(
      FunctionSignature(
        name: "case",
        // Any number of conditions and values by turns; the binder checks them itself.
        overloads: [
          FunctionOverload(
            [
              Parameter("condition", .exactly(.bool)), Parameter("then", .common),
              Parameter("else", .common),
            ], isVariadic: true, result: .common)
        ],
        summary: "The value after the first condition that is true, else the last argument.",
        example: Example("print case(2 < 1, \"a\", 2 < 3, \"b\", \"c\")", "b")),
      form: .choice, kernel: unreachableKernel),
  ]

  /// Functions of a form of their own are worked out by ``Expression``.
  private static let unreachableKernel: Kernel = { _, arguments, count in
    .nulls(arguments.last?.type ?? .bool, count: count)
  }
}
