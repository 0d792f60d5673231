/// Results of a session that later queries read (`_`, `_3`).
package protocol KeptResults: Sendable {
  /// The result of that number, if it is still kept.
  func result(_ number: Int) -> MaterializedResult?
}

/// Where nothing is kept.
package struct NoKeptResults: KeptResults {
  package init() {}
  package func result(_: Int) -> MaterializedResult? { nil }
}
