import Columns
import Diagnostics
import QueryPlanning
import Testing

@testable import QueryExecution

/// Calls a function by its name, as the binder would, without parser and plan.
///
/// It is worked out with constants, and again with columns of several rows under a fresh memo; both
/// must agree.
func call(
  _ name: String, _ values: ScalarValue..., now: Int64 = 0,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> ScalarValue {
  try callList(name, values, now: now, sourceLocation: sourceLocation)
}

/// The same with the arguments in a list.
func callList(
  _ name: String, _ values: [ScalarValue], now: Int64 = 0,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> ScalarValue {
  let function = try #require(
    FunctionLibrary.standard.scalars.first {
      $0.signature.name == name || $0.signature.aliases.contains(name)
    }, "no function '\(name)'", sourceLocation: sourceLocation)
  let match = resolveOverload(
    function.signature.overloads, argumentTypes: values.map(\.type))
  guard case .found(let overload, let targets, let result) = match else {
    Issue.record("\(name): \(match)", sourceLocation: sourceLocation)
    return .null(.unknown)
  }
  let arguments = zip(values, targets).map { value, target in
    target.map { Conversion.convert(value, to: $0) } ?? value
  }
  var context = EvaluationContext(now: now)
  let constants = arguments.map { ColumnVector.constant($0, count: 3) }
  let one = try function.kernels[overload](&context, constants, 3)
  #expect(one.count == 3, sourceLocation: sourceLocation)
  #expect(one.type == result, sourceLocation: sourceLocation)
  let columns = constants.map { $0.flattened() }
  let many = try function.kernels[overload](&context, columns, 3)
  for row in 0..<3 {
    #expect(
      sameText(many.value(at: row), one.value(at: 0)), "row \(row)", sourceLocation: sourceLocation)
  }
  // Only the first argument changes from row to row, as most calls are.
  let mixed = columns.prefix(1) + constants.dropFirst()
  var memoized = EvaluationContext(now: now)
  memoized.memo = DictionaryMemo()
  for _ in 0..<3 {
    let again = try function.kernels[overload](&memoized, Array(mixed), 3)
    #expect(sameText(again.value(at: 2), one.value(at: 0)), sourceLocation: sourceLocation)
  }
  return one.value(at: 0)
}

/// The value as text, null as "null".
func text(_ value: ScalarValue) -> String {
  if value.isNull { return "null" }
  var bytes: [UInt8] = []
  ValueText.append(ColumnVector(values: [value], type: value.type), 0, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

private func sameText(_ a: ScalarValue, _ b: ScalarValue) -> Bool {
  a.type == b.type && text(a) == text(b)
}

extension ScalarValue: ExpressibleByStringLiteral {
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
}

extension ScalarValue: ExpressibleByIntegerLiteral {
  /// A long.
  public init(integerLiteral value: Int64) { self = .long(value) }
}

extension ScalarValue: ExpressibleByFloatLiteral {
  /// A real.
  public init(floatLiteral value: Double) { self = .real(value) }
}

/// A datetime, timespan, decimal or dynamic value from its text.
func datetime(_ text: String) -> ScalarValue {
  DatetimeText.parse(text).map { .datetime($0) } ?? .null(.datetime)
}

func timespan(_ text: String) -> ScalarValue {
  TimespanText.parse(text).map { .timespan($0) } ?? .null(.timespan)
}

func decimal(_ text: String) -> ScalarValue {
  DecimalText.parse(text).map { .decimal($0) } ?? .null(.decimal)
}

func json(_ text: String) -> ScalarValue { .dynamic(DynamicText.parse(text)) }

/// A call and the text of its answer.
struct FunctionCase: Sendable, CustomTestStringConvertible {
  var function: String
  var arguments: [ScalarValue]
  var expected: String

  init(_ function: String, _ arguments: ScalarValue..., gives expected: String) {
    self.function = function
    self.arguments = arguments
    self.expected = expected
  }

  var testDescription: String { "\(function)(\(arguments.map(text).joined(separator: ", ")))" }
}
