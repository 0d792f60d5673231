package import Columns
package import QueryPlanning

/// A scalar function or operator: what the planner knows of it, and the kernel of each overload.
package struct ScalarFunction: Sendable {
  /// Works out one batch: a vector for each argument, all `count` rows long (constants stay
  /// constant vectors), of the types that the overload declares; gives a vector of `count` rows of
  /// its result type.
  ///
  /// With no argument, or constants alone, a constant vector may be given back. Rows that the
  /// context's selection leaves out may get any value. Nulls are the kernel's to handle.
  package typealias Kernel =
    @Sendable (inout EvaluationContext, [ColumnVector], _ count: Int) throws -> ColumnVector

  /// Which arguments are worked out for which rows.
  package enum Form: Hashable, Sendable {
    /// All arguments for all rows, then the kernel.
    case eager
    /// Each argument only for rows that the ones before leave open: false decides `and`, true `or`.
    case conjunction
    case disjunction
    /// Condition and value by turns, then the value for the rest (`iff`, `case`).
    case choice
    /// The first argument among the others (`in`); the constant ones are looked up in a set made
    /// once. Negated for `!in`.
    case membership(isNegated: Bool)
  }

  package let signature: FunctionSignature
  package let form: Form
  /// One for each overload of the signature, in its order.
  package let kernels: [Kernel]

  package init(_ signature: FunctionSignature, form: Form = .eager, kernels: [Kernel]) {
    precondition(kernels.count == signature.overloads.count, "a kernel for each overload")
    self.signature = signature
    self.form = form
    self.kernels = kernels
  }

  /// One kernel for all overloads.
  package init(
    _ signature: FunctionSignature, form: Form = .eager, kernel: @escaping Kernel
  ) {
    self.init(
      signature, form: form,
      kernels: [Kernel](repeating: kernel, count: signature.overloads.count))
  }
}
