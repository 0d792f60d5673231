import CLibedit
import Glibc
import LedeKit

/// The editor of terminals, on libedit: a statement is one buffer with real line ends, edited and
/// recalled whole.
///
/// A class, since libedit keeps a pointer to it for its callbacks. Not for use from several threads.
package final class LibeditLineEditor: LineEditor {
  let editLine: OpaquePointer
  let support: InputSupport
  let traits: TerminalTraits
  let output: Int32
  var keyboard: KeyboardReader
  var recall = HistoryRecall()
  /// Set by Ctrl-C: the text that libedit returns next is thrown away.
  var isInterrupted = false
  /// Whether it has been said in this session that a statement goes on.
  var hasExplainedContinuation = false
  private let history: StatementHistory
  /// The same statements for libedit's own search (Ctrl-R).
  private let searchedHistory: OpaquePointer?
  /// Read by libedit until the next prompt.
  private let promptText: UnsafeMutablePointer<CChar>

  /// nil where libedit cannot work with this terminal.
  package init?(
    input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, traits: TerminalTraits,
    support: InputSupport, history: StatementHistory
  ) {
    CLibeditUseUTF8Locale()
    let prompt =
      traits.hasColor ? "\u{1}\u{1B}[1m\u{1}\(Prompt.first)\u{1}\u{1B}[0m\u{1}" : Prompt.first
    guard let promptText = strdup(prompt) else { return nil }
    TerminalGuardInstall(input, output)
    guard let editLine = CLibeditNew("lede", input, output) else {
      TerminalGuardRemove()
      free(promptText)
      return nil
    }
    self.editLine = editLine
    self.promptText = promptText
    self.support = support
    self.traits = traits
    self.output = output
    self.history = history
    keyboard = KeyboardReader(input: input)
    searchedHistory = CLibeditHistoryNew(10_000)
    CLibeditSetClientData(editLine, Unmanaged.passUnretained(self).toOpaque())
    CLibeditSetPrompt(
      editLine,
      { editLine in LibeditLineEditor.editor(of: editLine)?.promptText },
      1)
    CLibeditSetEditor(editLine, "emacs")
    CLibeditKeysInsteadOfSignals(editLine)
    CLibeditSetCharacterReader(editLine) { editLine, character in
      guard let editor = LibeditLineEditor.editor(of: editLine), let character else { return 0 }
      return editor.readCharacter(into: character)
    }
    if let searchedHistory {
      CLibeditUseHistory(editLine, searchedHistory)
      for statement in history.statements { enter(statement, in: searchedHistory) }
    }
    bindKeys()
  }

  deinit { close() }

  package func readStatement() -> LineInput {
    isInterrupted = false
    recall = HistoryRecall()
    keyboard.beginStatement()
    TerminalGuardClearInterrupts()
    TerminalGuardSetEditing(1)
    var count: Int32 = 0
    let line = el_wgets(editLine, &count)
    TerminalGuardSetEditing(0)
    if isInterrupted { return .interrupted }
    guard let line, count > 0 else {
      // libedit leaves the cursor behind the prompt.
      write("\n")
      return .endOfInput
    }
    var scalars = UnsafeBufferPointer(start: line, count: Int(count)).map { UInt32(bitPattern: $0) }
    if scalars.last == 0x0A { scalars.removeLast() }
    return .statement(Self.string(scalars))
  }

  package func remember(_ statement: String) {
    let count = history.statements.count
    history.add(statement)
    if history.statements.count > count, let searchedHistory {
      enter(statement, in: searchedHistory)
    }
  }

  package var rememberedStatements: [String] { history.statements }

  private var isClosed = false

  package func close() {
    guard !isClosed else { return }
    isClosed = true
    CLibeditEnd(editLine)
    if let searchedHistory { history_wend(searchedHistory) }
    TerminalGuardRemove()
    free(promptText)
  }

  // MARK: - The buffer

  /// The text being edited as scalars, and the cursor as an index into them.
  var buffer: (scalars: [UInt32], cursor: Int) {
    guard let line = el_wline(editLine), let start = line.pointee.buffer else { return ([], 0) }
    let count = start.distance(to: line.pointee.lastchar)
    let scalars = UnsafeBufferPointer(start: start, count: count).map { UInt32(bitPattern: $0) }
    return (scalars, start.distance(to: line.pointee.cursor))
  }

  func insert(_ scalars: some Sequence<UInt32>) {
    var wide = scalars.map { wchar_t(bitPattern: $0 == 0 ? 0xFFFD : $0) }
    guard !wide.isEmpty else { return }
    wide.append(0)
    el_winsertstr(editLine, wide)
  }

  func deleteBeforeCursor(_ count: Int) {
    if count > 0 { el_deletestr(editLine, Int32(clamping: count)) }
  }

  func moveCursor(to index: Int) {
    let distance = index - buffer.cursor
    if distance != 0 { el_cursor(editLine, Int32(clamping: distance)) }
  }

  func replaceBuffer(with text: String) {
    let count = buffer.scalars.count
    moveCursor(to: count)
    deleteBeforeCursor(count)
    insert(text.unicodeScalars.map(\.value))
  }

  /// Writes past libedit, which must have flushed.
  func write(_ text: String) {
    let bytes = Array(text.utf8)
    var offset = 0
    bytes.withUnsafeBytes { bytes in
      while offset < bytes.count {
        let written = Glibc.write(
          output, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
        if written > 0 { offset += written } else if errno != EINTR { return }
      }
    }
  }

  // MARK: - Implementation

  static func editor(of editLine: OpaquePointer?) -> LibeditLineEditor? {
    guard let editLine, let data = CLibeditClientData(editLine) else { return nil }
    return Unmanaged<LibeditLineEditor>.fromOpaque(data).takeUnretainedValue()
  }

  static func string(_ scalars: some Sequence<UInt32>) -> String {
    var text = String.UnicodeScalarView()
    for value in scalars { text.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    return String(text)
  }

  private func enter(_ statement: String, in history: OpaquePointer) {
    let wide = statement.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
    CLibeditHistoryEnter(history, wide)
  }

  /// libedit's character reader: the next key, with signals dealt with in between.
  private func readCharacter(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    while true {
      switch keyboard.next() {
      case .character(let scalar):
        character.pointee = wchar_t(bitPattern: composed(scalar))
        return 1
      case .windowChanged: redrawAfterResize()
      case .continued: resumeAfterStop()
      case .stopRequested: stop()
      case .endOfInput: return 0
      }
    }
  }

  /// A combining mark joins the letter before the cursor where Unicode has one character for both,
  /// since libedit counts a column for each.
  private func composed(_ scalar: UInt32) -> UInt32 {
    guard (0x300..<0x370).contains(scalar) else { return scalar }
    let (scalars, cursor) = buffer
    guard cursor > 0, let joined = ScalarComposition.composed(scalars[cursor - 1], scalar) else {
      return scalar
    }
    deleteBeforeCursor(1)
    redraw(shown: scalars[0..<cursor])
    return joined
  }

  /// Erases prompt and text as the terminal shows them now, and draws them for the new width.
  private func redrawAfterResize() {
    let (scalars, cursor) = buffer
    eraseFromPrompt(cursorAfter: scalars[0..<cursor])
    el_resize(editLine)
    CLibeditRedraw(editLine)
  }

  /// Draws prompt and text again where they stand; `shown` is what stands before the cursor on the
  /// screen.
  func redraw(shown: some Sequence<UInt32>) {
    eraseFromPrompt(cursorAfter: shown)
    CLibeditRedraw(editLine)
  }

  private func eraseFromPrompt(cursorAfter shown: some Sequence<UInt32>) {
    let row = position(after: shown).row
    write((row > 0 ? "\u{1B}[\(row)A" : "") + "\r\u{1B}[J")
  }

  /// Moves the terminal's cursor to the row under the text; libedit must be told to draw again.
  func moveBelowText() {
    let (scalars, cursor) = buffer
    let down = position(after: scalars).row - position(after: scalars[0..<cursor]).row
    write((down > 0 ? "\u{1B}[\(down)B" : "") + "\r\n")
  }

  private func position(after shown: some Sequence<UInt32>) -> ScreenPosition {
    ScreenPosition.after(
      shown, start: Prompt.first.utf8.count, columns: traits.terminalColumns)
  }

  private func resumeAfterStop() {
    CLibeditPrepareTerminal(editLine, 1)
    TerminalGuardSetEditing(1)
    CLibeditRedraw(editLine)
  }

  /// Gives the terminal back and stops, as Ctrl-Z asks.
  func stop() {
    moveBelowText()
    CLibeditPrepareTerminal(editLine, 0)
    TerminalGuardSetEditing(0)
    TerminalGuardStop()
    CLibeditPrepareTerminal(editLine, 1)
    TerminalGuardSetEditing(1)
    CLibeditRedraw(editLine)
  }
}
