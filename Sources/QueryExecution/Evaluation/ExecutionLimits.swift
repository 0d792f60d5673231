/// Bounds on one run; nil is none.
package struct ExecutionLimits: Hashable, Sendable {
  /// Rows of a result.
  package var rows: Int?
  /// Bytes held at once by results, groups and sorted rows, in the engine's own accounting.
  package var bytes: Int?
  package var milliseconds: Int?
  /// Rows that all operators together may take in.
  package var steps: Int?

  package init(
    rows: Int? = nil, bytes: Int? = nil, milliseconds: Int? = nil, steps: Int? = nil
  ) {
    self.rows = rows
    self.bytes = bytes
    self.milliseconds = milliseconds
    self.steps = steps
  }

  package enum Kind: String, Hashable, Sendable {
    case rows, bytes, milliseconds, steps, depth
  }
}
