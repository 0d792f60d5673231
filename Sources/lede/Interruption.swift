import Glibc
import LedeKit
import Synchronization

/// Ctrl-C while a script runs: the first cancels the run, a second ends the program at once.
enum Interruption {
  private static let current = Mutex<Cancellation?>(nil)
  private static let count = Atomic<Int>(0)

  static func cancels(_ cancellation: Cancellation) {
    current.withLock { $0 = cancellation }
    var mask = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, SIGINT)
    // A thread that waits for the signal may do what a handler may not.
    pthread_sigmask(SIG_BLOCK, &mask, nil)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        Interruption.wait()
        return nil
      }, nil)
  }

  private static func wait() {
    var mask = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, SIGINT)
    var signal: Int32 = 0
    while sigwait(&mask, &signal) == 0 {
      if count.add(1, ordering: .relaxed).newValue > 1 { _exit(ExitStatus.interrupted.rawValue) }
      current.withLock { $0 }?.cancel()
    }
  }
}
