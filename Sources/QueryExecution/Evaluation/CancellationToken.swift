import Synchronization

/// Ends a run from outside: set by another thread or a signal handler, looked at by the engine
/// before each batch and inside long loops.
package final class CancellationToken: Sendable {
  private let flag = Atomic<Bool>(false)
  /// Monotonic clock time after which the run ends; none for `Int64.max`, in nanoseconds.
  private let deadline = Atomic<Int64>(Int64.max)
  private let timeLimit = Atomic<Int64>(0)

  package init() {}

  package func cancel() {
    flag.store(true, ordering: .relaxed)
  }

  package var isCancelled: Bool { flag.load(ordering: .relaxed) }

  package func check() throws {
    if isCancelled { throw ExecutionError.cancelled }
    let deadline = deadline.load(ordering: .relaxed)
    if deadline != .max, MonotonicClock.nanoseconds() > deadline {
      let limit = timeLimit.load(ordering: .relaxed)
      throw ExecutionError.limitExceeded(
        .milliseconds, limit: Int(limit), used: Int(limit) + 1)
    }
  }

  func setDeadline(milliseconds: Int) {
    let (span, overflow) = Int64(milliseconds).multipliedReportingOverflow(by: 1_000_000)
    guard !overflow else { return }
    let (end, late) = MonotonicClock.nanoseconds().addingReportingOverflow(span)
    guard !late else { return }
    timeLimit.store(Int64(milliseconds), ordering: .relaxed)
    deadline.store(end, ordering: .relaxed)
  }
}
