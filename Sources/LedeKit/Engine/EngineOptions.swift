package import Diagnostics

/// What a run may use, and what it takes for now.
public struct EngineOptions: Sendable {
  /// The clock of every run, in 100 ns steps since 0001-01-01T00:00 UTC; nil takes the system's,
  /// once a script.
  public var now: Int64?
  /// Where chance is asked for, it comes from here.
  public var seed: UInt64 = 0
  /// Bounds on each run.
  public var limits = Limits()
  /// Where queries are asked, for messages that say what to do.
  package var surroundings = Surroundings.library

  /// The system's clock, seed 0, no limits.
  public init() {}

  /// Bounds on one run; nil is none.
  public struct Limits: Sendable, Hashable {
    /// Rows of a result.
    public var rows: Int?
    /// Bytes held at once by results, groups and sorted rows, by lede's own accounting.
    public var bytes: Int?
    /// Wall time.
    public var milliseconds: Int?
    /// Rows that all operators together may take in.
    public var steps: Int?

    /// The bounds for queries of strangers: ten million rows, a gigabyte, ten seconds.
    public static let safe = Limits(rows: 10_000_000, bytes: 1 << 30, milliseconds: 10_000)

    /// The bounds given; nil is none.
    public init(
      rows: Int? = nil, bytes: Int? = nil, milliseconds: Int? = nil, steps: Int? = nil
    ) {
      self.rows = rows
      self.bytes = bytes
      self.milliseconds = milliseconds
      self.steps = steps
    }
  }
}
