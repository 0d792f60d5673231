/// The functions and operators that queries may use, in the order that a catalog lists them.
package struct FunctionLibrary: Sendable {
  package let scalars: [ScalarFunction]

  package init(scalars: [ScalarFunction]) {
    self.scalars = scalars
  }

  /// Everything built in.
  package static let standard = FunctionLibrary(
    scalars: ScalarFunction.operators + ScalarFunction.named)
}
