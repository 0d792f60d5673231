import Glibc

/// Where rendered bytes go.
package protocol OutputSink: AnyObject {
  /// False once nobody reads any more (a closed pipe), the disk is full or the user broke off:
  /// writing more is pointless, and renderers stop.
  var isOpen: Bool { get }
  func write(_ bytes: [UInt8])
  func flush()
}

extension OutputSink {
  package func write(_ text: String) { write(Array(text.utf8)) }
}

/// A file, a pipe or a terminal, written in large pieces.
///
/// A class, since the console and its commands write into one buffer. A closed pipe ends it quietly;
/// the process must ignore SIGPIPE for that.
package final class FileDescriptorSink: OutputSink {
  package let descriptor: Int32
  /// The `errno` of the write that failed; a closed pipe (`EPIPE`) is no failure.
  package private(set) var failure: Int32?
  package private(set) var isOpen = true
  /// Asked at each flush; true ends the output, as when the user broke off.
  package var isCancelled: () -> Bool = { false }
  private let ownsDescriptor: Bool
  private var buffer: [UInt8] = []
  private static let pieceSize = 1 << 16

  package init(descriptor: Int32, closesAtEnd: Bool = false) {
    self.descriptor = descriptor
    ownsDescriptor = closesAtEnd
  }

  deinit {
    flush()
    if ownsDescriptor { close(descriptor) }
  }

  package func write(_ bytes: [UInt8]) {
    guard isOpen else { return }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.pieceSize { flush() }
  }

  package func flush() {
    guard isOpen, !buffer.isEmpty else { return }
    let bytes = buffer
    buffer.removeAll(keepingCapacity: true)
    bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        if isCancelled() {
          isOpen = false
          return
        }
        // A terminal takes small pieces so that Ctrl-C is seen soon.
        let size = min(bytes.count - offset, 1 << 12)
        let written = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: offset), size)
        if written >= 0 {
          offset += written
        } else if errno == EAGAIN {
          var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&waiting, 1, 100)
        } else if errno != EINTR {
          if errno != EPIPE { failure = errno }
          isOpen = false
          return
        }
      }
    }
  }

  /// Opens the sink again after the user broke off one result.
  package func reopen() {
    if failure == nil { isOpen = true }
  }
}

/// Bytes kept in memory.
package final class MemorySink: OutputSink {
  package private(set) var bytes: [UInt8] = []
  package var isOpen = true

  package init() {}

  package func write(_ bytes: [UInt8]) {
    if isOpen { self.bytes.append(contentsOf: bytes) }
  }

  package func flush() {}

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package func clear() { bytes.removeAll() }
}
