package import QueryExecution

/// Ends a run from outside: another thread, or a signal handler, may cancel it at any time.
public struct Cancellation: Sendable {
  package let token: CancellationToken

  /// Not cancelled.
  public init() { token = CancellationToken() }

  /// The run that was given this ends within milliseconds, with a ``QueryFailure`` of its own kind.
  public func cancel() { token.cancel() }

  /// Whether it was cancelled.
  public var isCancelled: Bool { token.isCancelled }
}
