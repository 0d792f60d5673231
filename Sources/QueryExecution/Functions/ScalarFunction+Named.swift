extension ScalarFunction {
  /// String predicates and all functions called by name.
  static let named: [ScalarFunction] = []
}
