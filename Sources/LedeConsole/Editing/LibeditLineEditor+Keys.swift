import CLibedit
import LedeKit

/// What a key function tells libedit to do next.
private enum KeyResult: UInt8 {
  case normal = 0
  case endOfFile = 2
  case refresh = 4
  case cursor = 5
  case error = 6
}

/// The editor's own keys. Functions are named `lede-…`, so that the user's `.editrc` can bind them.
extension LibeditLineEditor {
  /// The key (Ctrl-_) that makes libedit itself end the line.
  ///
  /// One character, since in vi's insert mode nothing may begin with Escape.
  private static let submission = "\u{1F}"

  func bindKeys() {
    addFunctions()
    bindComfort(commandMap: false)
    // The user's settings come after ours and win, but for the keys without which nothing works.
    el_source(editLine, nil)
    guard CLibeditIsVi(editLine) != 0 else {
      bindEssential(commandMap: false)
      bind([(Self.pasteStart, "lede-paste")], commandMap: false)
      return
    }
    CLibeditKeysInsteadOfSignals(editLine)
    bindComfort(commandMap: false, withEscapes: false)
    bindEssential(commandMap: false)
    bindEssential(commandMap: true)
    // Escape has led to the command map before the rest of these sequences is read.
    bind(
      [("[A", "lede-up"), ("[B", "lede-down"), ("[200~", "lede-paste")], commandMap: true)
  }

  private static let pasteStart = "\u{1B}[200~"

  // MARK: - Implementation

  private func bind(_ keys: [(String, String)], commandMap: Bool) {
    for (key, function) in keys { CLibeditBind(editLine, commandMap ? 1 : 0, key, function) }
  }

  private func bindEssential(commandMap: Bool) {
    bind(
      [
        ("\\r", "lede-enter"), ("\\n", "lede-enter"), ("^C", "lede-interrupt"),
        ("^Z", "lede-stop"), (Self.submission, "ed-newline"),
      ], commandMap: commandMap)
  }

  private func bindComfort(commandMap: Bool, withEscapes: Bool = true) {
    let keys = [
      ("^I", "lede-complete"), ("^R", "em-inc-search-prev"), ("^S", "em-inc-search-next"),
      ("^A", "lede-line-start"), ("^E", "lede-line-end"), ("^P", "lede-up"), ("^N", "lede-down"),
      ("\u{1B}[A", "lede-up"), ("\u{1B}[B", "lede-down"), ("\u{1B}OA", "lede-up"),
      ("\u{1B}OB", "lede-down"), ("\u{1B}[H", "lede-line-start"), ("\u{1B}[F", "lede-line-end"),
      ("\u{1B}OH", "lede-line-start"), ("\u{1B}OF", "lede-line-end"),
      ("\u{1B}[1~", "lede-line-start"), ("\u{1B}[4~", "lede-line-end"),
      ("\u{1B}[3~", "ed-delete-next-char"), ("\u{1B}[1;5C", "em-next-word"),
      ("\u{1B}[1;5D", "ed-prev-word"), ("\u{1B}[1;3C", "em-next-word"),
      ("\u{1B}[1;3D", "ed-prev-word"), ("\u{1B}\r", "lede-new-line"),
      ("\u{1B}\n", "lede-new-line"), ("^W", "ed-delete-prev-word"), ("^L", "ed-clear-screen"),
      ("^U", "em-kill-line"), ("^Y", "em-yank"),
    ]
    bind(
      keys.filter { withEscapes || !$0.0.hasPrefix("\u{1B}") }, commandMap: commandMap)
  }

  private func addFunctions() {
    add("lede-enter", "Run the statement, or start a line") { editLine, _ in
      perform(editLine) { $0.enter() }
    }
    add("lede-new-line", "Start a line") { editLine, _ in perform(editLine) { $0.newLine() } }
    add("lede-interrupt", "Throw the statement away") { editLine, _ in
      perform(editLine) { $0.interrupt() }
    }
    add("lede-stop", "Stop the program") { editLine, _ in perform(editLine) { $0.stopKey() } }
    add("lede-complete", "Complete the word") { editLine, _ in
      perform(editLine) { $0.completeWord() }
    }
    add("lede-line-start", "Go to the line's start") { editLine, _ in
      perform(editLine) { $0.lineStart() }
    }
    add("lede-line-end", "Go to the line's end") { editLine, _ in
      perform(editLine) { $0.lineEnd() }
    }
    add("lede-up", "Go up a line or a statement") { editLine, _ in perform(editLine) { $0.up() } }
    add("lede-down", "Go down a line or a statement") { editLine, _ in
      perform(editLine) { $0.down() }
    }
    add("lede-paste", "Insert what is pasted") { editLine, _ in perform(editLine) { $0.paste() } }
  }

  private func add(_ name: String, _ summary: String, _ function: @escaping CLibeditFunction) {
    CLibeditAddFunction(editLine, name, summary, function)
  }
}

private func perform(
  _ editLine: OpaquePointer?, _ action: (LibeditLineEditor) -> KeyResult
) -> UInt8 {
  guard let editor = LibeditLineEditor.editor(of: editLine) else { return KeyResult.error.rawValue }
  return action(editor).rawValue
}

// MARK: - Keys

extension LibeditLineEditor {
  fileprivate func enter() -> KeyResult {
    let (scalars, _) = buffer
    if scalars.count > InputSupport.checkedLength, keyboard.hasWaitingInput { return newLine() }
    guard support.submits(Self.string(scalars)) else { return nextLine() }
    return submit()
  }

  fileprivate func newLine() -> KeyResult {
    insert([0x0A])
    return .refresh
  }

  /// Starts a line because the statement is not complete, which looks like a hang to whoever does not
  /// know it: so the first time in a session that is said.
  private func nextLine() -> KeyResult {
    guard support.explainsContinuation, !hasExplainedContinuation, !keyboard.hasWaitingInput else {
      return newLine()
    }
    hasExplainedContinuation = true
    moveBelowText()
    let lines = WrappedText(
      Array(Prompt.continuationNote.utf8), width: traits.width ?? 80
    ).lines
    for line in lines { write(TextStyle.dim.apply(to: line, if: traits.hasColor) + "\r\n") }
    insert([0x0A])
    CLibeditRedraw(editLine)
    return .normal
  }

  private func submit() -> KeyResult {
    el_push(editLine, Self.submission)
    return .normal
  }

  fileprivate func interrupt() -> KeyResult {
    isInterrupted = true
    moveCursor(to: buffer.scalars.count)
    insert([0x5E, 0x43])  // ^C, so that the line left behind tells its fate
    _ = submit()
    return .refresh
  }

  fileprivate func stopKey() -> KeyResult {
    stop()
    return .normal
  }

  fileprivate func lineStart() -> KeyResult {
    let (scalars, cursor) = buffer
    moveCursor(to: Self.lineStart(of: cursor, in: scalars))
    return .cursor
  }

  fileprivate func lineEnd() -> KeyResult {
    let (scalars, cursor) = buffer
    moveCursor(to: Self.lineEnd(of: cursor, in: scalars))
    return .cursor
  }

  fileprivate func up() -> KeyResult {
    let (scalars, cursor) = buffer
    let start = Self.lineStart(of: cursor, in: scalars)
    if start > 0 {
      let above = Self.lineStart(of: start - 1, in: scalars)
      moveCursor(to: min(above + cursor - start, start - 1))
      return .cursor
    }
    guard let text = recall.previous(in: rememberedStatements, shown: Self.string(scalars)) else {
      return .error
    }
    replaceBuffer(with: text)
    return .refresh
  }

  fileprivate func down() -> KeyResult {
    let (scalars, cursor) = buffer
    let end = Self.lineEnd(of: cursor, in: scalars)
    if end < scalars.count {
      let start = Self.lineStart(of: cursor, in: scalars)
      moveCursor(to: min(end + 1 + cursor - start, Self.lineEnd(of: end + 1, in: scalars)))
      return .cursor
    }
    guard let text = recall.next(in: rememberedStatements, shown: Self.string(scalars)) else {
      return .error
    }
    replaceBuffer(with: text)
    return .refresh
  }

  /// Line ends as in the text pasted, the last one left out: Enter, not the paste, runs it.
  fileprivate func paste() -> KeyResult {
    guard let bytes = keyboard.takePaste() else { return interrupt() }
    var scalars: [UInt32] = []
    scalars.reserveCapacity(bytes.count)
    var previous: UInt32 = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let value = scalar.value
      switch value {
      case 0x0D: scalars.append(0x0A)
      case 0x0A: if previous != 0x0D { scalars.append(0x0A) }
      case 0x09: scalars.append(0x20)
      case 0..<0x20, 0x7F: break
      default: scalars.append(value)
      }
      previous = value
    }
    while scalars.last == 0x0A { scalars.removeLast() }
    insert(scalars)
    return .refresh
  }

  fileprivate func completeWord() -> KeyResult {
    let (scalars, cursor) = buffer
    let lineStart = Self.lineStart(of: cursor, in: scalars)
    if lineStart > 0, scalars[lineStart..<cursor].allSatisfy({ $0 == 0x20 }) {
      insert([0x20, 0x20])
      return .refresh
    }
    let text = Self.string(scalars)
    let before = Self.string(scalars[0..<cursor])
    let completion = support.complete(text, before.utf8.count)
    guard !completion.candidates.isEmpty, completion.start >= 0,
      completion.start <= before.utf8.count
    else { return .error }
    let word = String(decoding: Array(before.utf8)[completion.start...], as: UTF8.self)
    if completion.candidates.count == 1, let only = completion.candidates.first {
      let next = cursor < scalars.count ? scalars[cursor] : 0
      let ending = only.ending == " " && next == 0x20 ? "" : only.ending
      replace(word, with: only.text + ending)
      return .refresh
    }
    let prefix = completion.commonPrefix
    if prefix.utf8.count > word.utf8.count {
      replace(word, with: prefix)
      return .refresh
    }
    list(completion.candidates, cursor: cursor, end: scalars.count)
    return .normal
  }

  // MARK: - Implementation of keys

  private func replace(_ word: String, with text: String) {
    deleteBeforeCursor(word.unicodeScalars.count)
    insert(text.unicodeScalars.map(\.value))
  }

  /// Shows the candidates under the text, then prompt and text again below them.
  private func list(_ candidates: [CompletionCandidate], cursor: Int, end: Int) {
    let listing = CompletionListing(
      candidates, width: traits.width ?? 80, height: traits.height, hasColor: traits.hasColor)
    moveBelowText()
    write(listing.rows.map { $0 + "\r\n" }.joined())
    CLibeditRedraw(editLine)
  }

  private static func lineStart(of cursor: Int, in scalars: [UInt32]) -> Int {
    var start = cursor
    while start > 0, scalars[start - 1] != 0x0A { start -= 1 }
    return start
  }

  private static func lineEnd(of cursor: Int, in scalars: [UInt32]) -> Int {
    var end = cursor
    while end < scalars.count, scalars[end] != 0x0A { end += 1 }
    return end
  }
}
