import CLibedit
import Diagnostics
package import LedeKit

/// The prompt: reads statements and commands, has them run, and shows the answers.
///
/// A class: the editor's questions while a person types come back to it.
package final class Console {
  package var settings: ConsoleSettings
  let session: any ConsoleSession
  let traits: TerminalTraits
  /// Where results go unless `.output` or `.once` say otherwise.
  let screen: any OutputSink
  /// Where all else goes.
  let messages: any OutputSink
  /// The file that `.output` named.
  var outputFile: ResultFile?
  /// The file that `.once` named, for the next statement.
  var onceFile: ResultFile?
  var editor: (any LineEditor)?

  package init(
    session: any ConsoleSession, settings: ConsoleSettings, traits: TerminalTraits,
    screen: any OutputSink, messages: any OutputSink
  ) {
    self.session = session
    self.settings = settings
    self.traits = traits
    self.screen = screen
    self.messages = messages
  }

  /// What the editor asks while a person types.
  package var inputSupport: InputSupport {
    var support = InputSupport(
      isComplete: { [unowned self] in isComplete($0) },
      complete: { [unowned self] in complete($0, at: $1) })
    support.explainsContinuation = !settings.isQuiet
    return support
  }

  /// Reads and answers until the input ends or `.quit`.
  package func run(with editor: any LineEditor) {
    self.editor = editor
    defer {
      self.editor = nil
      closeFiles()
    }
    if !settings.isQuiet {
      say(session.overview + " · .help explains, Tab completes")
      if let note = session.openingNote { say(note) }
    }
    while true {
      switch editor.readStatement() {
      case .statement(let text):
        guard text.utf8.contains(where: { $0 > 0x20 }) else { continue }
        editor.remember(text)
        guard execute(text) else { return }
        if traits.isInputTerminal, traits.isOutputTerminal { say("") }
      case .interrupted:
        continue
      case .endOfInput:
        return
      }
    }
  }

  /// Runs a statement or a command; false where it asks to leave.
  package func execute(_ text: String) -> Bool {
    if let text = ConsoleCommand.spelled(text) {
      let source = SourceText(name: "<prompt>", text: text)
      do {
        let command = try ConsoleCommand.parse(source)
        if command == .quit { return false }
        perform(command)
      } catch {
        present(.diagnostics([error.diagnostic], source))
      }
    } else {
      runStatements(SourceText(name: "<prompt>", text: Self.completed(text)))
    }
    return true
  }

  /// A line that begins with a bar goes on with the last result.
  private static func completed(_ text: String) -> String {
    continuesResult(text) ? "_ " + text : text
  }

  private static func continuesResult(_ text: String) -> Bool {
    text.utf8.first { $0 > 0x20 } == UInt8(ascii: "|")
  }

  private func isComplete(_ text: String) -> Bool {
    guard ConsoleCommand.isCommand(text) else { return session.isComplete(Self.completed(text)) }
    let source = SourceText(name: "<prompt>", text: text)
    switch try? ConsoleCommand.parse(source) {
    case .explain(let query), .expand(let query): return session.isComplete(query)
    default: return true
    }
  }

  private func complete(_ text: String, at cursor: Int) -> Completion {
    if ConsoleCommand.isCommand(text) {
      return ConsoleCommandCompletion(session: session).complete(text, at: cursor)
    }
    guard Self.continuesResult(text) else { return session.complete(text, at: cursor) }
    let added = 2
    var completion = session.complete(Self.completed(text), at: cursor + added)
    completion.start -= added
    return completion
  }
}

// MARK: - Running and showing

extension Console {
  /// Runs a text; Ctrl-C breaks it off.
  ///
  /// `parameters` has values for what it declares, as text.
  func runStatements(_ source: SourceText, parameters: [String: String] = [:]) {
    TerminalGuardBeginRun()
    var rowCount = 0
    session.run(
      source, parameters: parameters, isInterrupted: { TerminalGuardInterruptCount() > 0 }
    ) { answer in
      if case .table(_, let summary) = answer { rowCount += summary.rowCount }
      present(answer, source: source)
    }
    TerminalGuardEndRun()
    TerminalGuardClearInterrupts()
    (screen as? FileDescriptorSink)?.reopen()
    if let file = onceFile {
      onceFile = nil
      finish(file, rowCount: rowCount)
    }
  }

  /// Shows an answer; `mode` is the form of a table on the screen, where not the one that is set.
  func present(
    _ answer: ConsoleAnswer, source: SourceText? = nil, mode: OutputMode? = nil
  ) {
    switch answer {
    case .table(let table, var summary):
      if !settings.showsTime { summary.elapsed = nil }
      let file = onceFile ?? outputFile
      let sink: any OutputSink = file?.sink ?? screen
      table.render(
        as: file?.mode ?? mode ?? settings.mode, options: renderOptions, summary: summary, to: sink)
      sink.flush()
      if !summary.warnings.isEmpty, let source { tell(summary.warnings, in: source) }
    case .text(let text):
      let sink: any OutputSink = outputFile?.sink ?? screen
      sink.write(outputFile == nil ? wrapped(text) : text)
      if !text.hasSuffix("\n") { sink.write("\n") }
      sink.flush()
    case .note(let sentence):
      if !settings.isQuiet, outputFile == nil, onceFile == nil { say(sentence) }
    case .diagnostics(let diagnostics, let source):
      tell(diagnostics, in: source)
    case .cancelled:
      say("Cancelled; the last result stays as it was.")
    case .refusal(let sentence):
      say(sentence)
    }
  }

  /// How the next result is shown: files get no colour, no footer, all rows and their full width.
  var renderOptions: RenderOptions {
    if onceFile != nil || outputFile != nil { return RenderOptions() }
    return RenderOptions(
      width: width, rowLimit: settings.mode.isForReading ? settings.rowLimit : 0,
      hasColor: traits.hasColor, showsFooter: !settings.isQuiet, shortensMoments: true,
      isASCII: isASCII)
  }

  var width: Int? { settings.width ?? traits.width }

  /// Whether only ASCII is drawn.
  var isASCII: Bool { traits.isDumb || settings.isASCII }

  /// A line to the person at the prompt, broken where the terminal is narrower.
  func say(_ sentence: String) {
    screen.flush()
    messages.write(wrapped(sentence) + "\n")
    messages.flush()
  }

  /// A page with its lines broken where they are wider than the terminal.
  func wrapped(_ page: String) -> String {
    guard let width else { return page }
    return page.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard DisplayWidth.of(String(line)) > width else { return String(line) }
      let indent = String(line.prefix { $0 == " " }.prefix(width / 3))
      return WrappedText(Array(line.utf8), width: width - indent.utf8.count).lines
        .map { indent + $0 }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private func tell(_ diagnostics: [Diagnostic], in source: SourceText) {
    screen.flush()
    let diagnostics = diagnostics.map { fitted(withCommandInMind($0, source)) }
    // Before a line stand its number and a bar, around it an ellipsis where it is cut.
    let lines = source.position(of: source.bytes.count).line
    let gutter = String(lines).utf8.count + 5
    let renderer = DiagnosticRenderer(
      usesColor: traits.hasColor, lineLimit: min(width ?? 100, 200) - gutter)
    messages.write(renderer.text(diagnostics, in: source, limit: 5))
    messages.flush()
  }

  /// The message and its help broken between words where the terminal is narrower.
  private func fitted(_ diagnostic: Diagnostic) -> Diagnostic {
    guard let width else { return diagnostic }
    func broken(_ text: String, after head: String) -> String {
      let lines = WrappedText(Array((head + text).utf8), width: width).lines
      let message = lines.joined(separator: "\n").dropFirst(head.count)
      // Where the break took the place of the blank after the head, it stays one.
      return ((lines.first?.count ?? 0) < head.count ? "\n" : "") + message
    }
    var result = diagnostic
    let head = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]: "
    result.message = broken(diagnostic.message, after: head)
    result.help = diagnostic.help.map { broken($0, after: "help: ") }
    return result
  }

  /// A command's name without its dot is taken for a table: `tables`, `schema quotes`.
  private func withCommandInMind(_ diagnostic: Diagnostic, _ source: SourceText) -> Diagnostic {
    guard diagnostic.severity == .error, let range = diagnostic.range,
      !source.bytes[..<min(range.start, source.bytes.count)].contains(where: { $0 > 0x20 }),
      let command = ConsoleCommandName(rawValue: source.text(range))
    else { return diagnostic }
    var result = diagnostic
    result.help = "the command is '.\(command.rawValue)'"
    result.suggestion = nil
    return result
  }
}
