/// The functions and operators that queries may use, in the order that a catalog lists them.
package struct FunctionLibrary: Sendable {
  package let scalars: [ScalarFunction]
  package let aggregates: [AggregateFunction]

  package init(scalars: [ScalarFunction], aggregates: [AggregateFunction]) {
    self.scalars = scalars
    self.aggregates = aggregates
  }

  /// Everything built in.
  package static let standard = FunctionLibrary(
    scalars: ScalarFunction.operators + ScalarFunction.named,
    aggregates: AggregateFunction.all)
}
