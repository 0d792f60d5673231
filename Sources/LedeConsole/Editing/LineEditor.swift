/// Reads what a person types, a whole statement at a time.
package protocol LineEditor: AnyObject {
  /// Reads a statement, over several lines where ``InputSupport/isComplete`` asks for more.
  func readStatement() -> LineInput

  /// Keeps a statement for recall.
  func remember(_ statement: String)

  /// The statements kept, oldest first.
  var rememberedStatements: [String] { get }

  /// Where the program may no longer use the terminal as an editor does.
  func close()
}

/// What a line editor read.
package enum LineInput: Hashable, Sendable {
  /// A statement without its last line end; may be blank.
  case statement(String)
  /// Ctrl-C: what was typed is thrown away.
  case interrupted
  /// Ctrl-D on an empty line, or no more input.
  case endOfInput
}

/// What an editor asks the language while a person types.
package struct InputSupport {
  /// Whether Enter runs the text or starts another line.
  package var isComplete: (String) -> Bool
  /// What could stand at the cursor, a UTF-8 offset.
  package var complete: (_ text: String, _ cursor: Int) -> Completion

  /// Whether a person is told, once, that a statement goes on in the next line.
  package var explainsContinuation = false

  package init(
    isComplete: @escaping (String) -> Bool,
    complete: @escaping (_ text: String, _ cursor: Int) -> Completion
  ) {
    self.isComplete = isComplete
    self.complete = complete
  }

  /// Whether Enter at the end of this text submits it: it is complete, blank, or followed by two
  /// empty lines, the way out for whoever does not know what is missing.
  func submits(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 } || text.hasSuffix("\n\n")
      || isComplete(text)
  }

  /// A text longer than this is not checked line by line while more input waits, since each check
  /// reads it whole.
  static let checkedLength = 1 << 16
}

/// The words before the cursor.
struct Prompt {
  static let first = "lede> "
  static let continuation = "  ..> "
  /// What an editor says that shows no prompt before further lines.
  static let continuationNote =
    "The statement goes on: Enter twice runs it as it is, Ctrl-C drops it."
}
