extension AggregateFunction {
  /// In the order that listings show.
  static let all: [AggregateFunction] = [count, countIf]
}
