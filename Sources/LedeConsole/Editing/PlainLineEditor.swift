import CLibedit
import Glibc

/// Reads lines as they come: where there is no terminal, or one that cannot move its cursor.
package final class PlainLineEditor: LineEditor {
  private let input: Int32
  private let support: InputSupport
  private let history: StatementHistory
  /// Writes a prompt; nil where nobody sees it.
  private let showPrompt: ((String) -> Void)?
  private var buffer: [UInt8] = []
  private var position = 0

  package init(
    input: Int32, support: InputSupport, history: StatementHistory,
    showPrompt: ((String) -> Void)? = nil
  ) {
    self.input = input
    self.support = support
    self.history = history
    self.showPrompt = showPrompt
  }

  package func readStatement() -> LineInput {
    var text: [UInt8] = []
    showPrompt?(Prompt.first)
    while true {
      switch readLine() {
      case .line(let line):
        text.append(contentsOf: line)
      case .interrupted:
        showPrompt?("\n")
        return .interrupted
      case .endOfInput:
        guard !text.isEmpty else { return .endOfInput }
        return .statement(String(decoding: text, as: UTF8.self))
      }
      if text.count <= InputSupport.checkedLength || !hasWaitingInput {
        let statement = String(decoding: text, as: UTF8.self)
        if support.submits(statement) { return .statement(statement) }
      }
      text.append(0x0A)
      showPrompt?(Prompt.continuation)
    }
  }

  package func remember(_ statement: String) { history.add(statement) }
  package var rememberedStatements: [String] { history.statements }
  package func close() {}

  // MARK: - Implementation

  private enum Line {
    case line(ArraySlice<UInt8>)
    case interrupted, endOfInput
  }

  private func readLine() -> Line {
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        var line = buffer[position..<end]
        if line.last == 0x0D { line.removeLast() }
        position = end + 1
        return .line(line)
      }
      searched = buffer.count
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(input, &piece, piece.count)
      if count < 0, errno == EINTR {
        guard TerminalGuardInterruptCount() > 0 else { continue }
        TerminalGuardClearInterrupts()
        position = buffer.count
        return .interrupted
      }
      guard count > 0 else {
        let rest = buffer[position...]
        position = buffer.count
        return rest.isEmpty ? .endOfInput : .line(rest)
      }
      if position > 0 {
        buffer.removeSubrange(0..<position)
        searched -= position
        position = 0
      }
      buffer.append(contentsOf: piece[0..<count])
    }
  }

  private var hasWaitingInput: Bool {
    if position < buffer.count { return true }
    var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0
  }
}
