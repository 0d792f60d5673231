import CLibedit
import Glibc
import LedeKit

/// What happened while the editor waited for a key.
enum KeyboardEvent {
  case character(UInt32)
  case windowChanged
  case continued
  case stopRequested
  case endOfInput
}

/// Characters from the keyboard: UTF-8 read in large pieces, and signals between them.
///
/// Keys typed ahead stay here from one statement to the next.
struct KeyboardReader {
  private let input: Int32
  private var buffer: [UInt8] = []
  private var position = 0
  /// Whether what waits at the terminal was typed before it was given to the editor.
  private var isTypedAhead = false

  init(input: Int32) { self.input = input }

  /// Whether more input is there already.
  var hasWaitingInput: Bool {
    if position < buffer.count { return true }
    var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0
  }

  /// Tells that a statement is about to be read, after something else had the terminal.
  ///
  /// A Ctrl-D typed meanwhile is a zero byte now: the terminal took it for the end of its line.
  mutating func beginStatement() { isTypedAhead = true }

  /// Waits for a key or a signal.
  mutating func next() -> KeyboardEvent {
    while true {
      if let scalar = takeScalar() { return .character(scalar) }
      switch fill() {
      case .filled: continue
      case .ended:
        guard position < buffer.count else { return .endOfInput }
        position = buffer.count  // half a character, then nothing
        return .character(0xFFFD)
      case .woken(let reason):
        switch reason {
        case UInt8(ascii: "W"): return .windowChanged
        case UInt8(ascii: "C"): return .continued
        case UInt8(ascii: "Z"): return .stopRequested
        case UInt8(ascii: "I"):
          TerminalGuardClearInterrupts()
          return .character(3)
        default: continue
        }
      }
    }
  }

  /// The text of a bracketed paste up to its end mark; Ctrl-C as the last key gives up on a paste
  /// whose end never comes, and nil is returned.
  mutating func takePaste() -> [UInt8]? {
    let mark = Array("\u{1B}[201~".utf8)
    var searched = position
    while true {
      while searched + mark.count <= buffer.count {
        if buffer[searched] == mark[0], buffer[searched..<searched + mark.count].elementsEqual(mark)
        {
          let text = Array(buffer[position..<searched])
          position = searched + mark.count
          return text
        }
        searched += 1
      }
      let before = searched - position
      switch fill() {
      case .filled:
        searched = position + before
        if buffer.last == 3, !hasInputWaitingAtDescriptor {
          position = buffer.count
          return nil
        }
      case .ended:
        position = buffer.count
        return nil
      case .woken:
        searched = position + before
      }
    }
  }

  // MARK: - Implementation

  private enum Filling {
    case filled, ended
    case woken(UInt8)
  }

  private var hasInputWaitingAtDescriptor: Bool {
    var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0
  }

  /// Waits for input or a signal, and keeps what came behind the bytes not taken yet.
  private mutating func fill() -> Filling {
    let isTypedAhead = isTypedAhead && hasInputWaitingAtDescriptor
    self.isTypedAhead = false
    var waiting = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: TerminalGuardWakeDescriptor(), events: Int16(POLLIN), revents: 0),
    ]
    while true {
      if poll(&waiting, 2, -1) < 0 {
        if errno == EINTR { continue }
        return .ended
      }
      if waiting[1].revents & Int16(POLLIN) != 0 {
        var byte: UInt8 = 0
        if read(waiting[1].fd, &byte, 1) == 1 { return .woken(byte) }
      }
      guard waiting[0].revents != 0 else { continue }
      var piece = [UInt8](repeating: 0, count: 1 << 14)
      let count = read(input, &piece, piece.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return .ended }
      if position > 0 {
        buffer.removeSubrange(0..<position)
        position = 0
      }
      let keys = piece[0..<count]
      buffer.append(contentsOf: isTypedAhead ? keys.map { $0 == 0 ? 4 : $0 }[...] : keys)
      return .filled
    }
  }

  /// The next scalar, or nil where its bytes are not all there.
  private mutating func takeScalar() -> UInt32? {
    guard position < buffer.count else { return nil }
    let first = buffer[position]
    if first < 0x80 {
      position += 1
      return UInt32(first)
    }
    let expected = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    let scalar = buffer.withUnsafeBufferPointer { UTF8Scalar.decode($0, at: position) }
    if !scalar.isValid, position + scalar.length == buffer.count, scalar.length < expected {
      return nil
    }
    position += scalar.length
    return scalar.value
  }
}
