import Columns

extension DynamicOrder {
  /// The form in which equal values are the same: a real without a fraction as a long.
  static func key(_ value: DynamicValue) -> DynamicValue {
    if case .real(let number) = value, let whole = Int64(exactly: number) { return .long(whole) }
    return value
  }
}
