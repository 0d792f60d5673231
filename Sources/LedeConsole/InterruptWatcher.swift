import CLibedit
import Glibc

/// A thread that waits for Ctrl-C while queries run, and calls for their end.
///
/// The handler of a signal may not do that itself; it writes a byte that is read here.
enum InterruptWatcher {
  static func start(_ action: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Action(perform: action))
    let status = pthread_create(
      &thread, nil,
      { data in
        guard let data else { return nil }
        let action = Unmanaged<Action>.fromOpaque(data).takeRetainedValue()
        var waiting = pollfd(
          fd: TerminalGuardInterruptDescriptor(), events: Int16(POLLIN), revents: 0)
        var byte: UInt8 = 0
        while waiting.fd >= 0 {
          guard poll(&waiting, 1, -1) > 0 else {
            if errno == EINTR { continue }
            break
          }
          while read(waiting.fd, &byte, 1) == 1 { action.perform() }
        }
        return nil
      }, box.toOpaque())
    if status == 0 { pthread_detach(thread) } else { box.release() }
  }

  private final class Action: Sendable {
    let perform: @Sendable () -> Void
    init(perform: @escaping @Sendable () -> Void) { self.perform = perform }
  }
}
