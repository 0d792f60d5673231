extension ScalarFunction {
  /// Arithmetic, comparison, logic and membership.
  static let operators: [ScalarFunction] = arithmetic + comparisons + logic + membership
}
