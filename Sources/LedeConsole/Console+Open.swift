import CLibedit
import Glibc
import LedeKit

extension Console {
  /// Opens the prompt on standard input and output and answers until the user leaves.
  ///
  /// libedit serves where input and output are a terminal that can move its cursor; elsewhere lines
  /// are read as they come.
  package static func open(
    _ session: any ConsoleSession, settings: ConsoleSettings, keepsHistory: Bool = true
  ) {
    let traits = TerminalTraits()
    let screen = FileDescriptorSink(descriptor: STDOUT_FILENO)
    let messages = FileDescriptorSink(
      descriptor: traits.isOutputTerminal ? STDOUT_FILENO : STDERR_FILENO)
    screen.isCancelled = { TerminalGuardInterruptCount() > 0 }
    let console = Console(
      session: session, settings: settings, traits: traits, screen: screen, messages: messages)
    let history = StatementHistory(
      path: keepsHistory
        ? StatementHistory.defaultPath { name in getenv(name).map { String(cString: $0) } } : nil)
    let editor = console.editor(history: history)
    InterruptWatcher.start(session.cancel)
    console.run(with: editor)
    editor.close()
    TerminalGuardRemove()
  }

  private func editor(history: StatementHistory) -> any LineEditor {
    if traits.isInputTerminal, traits.isOutputTerminal, !traits.isDumb,
      let editor = LibeditLineEditor(traits: traits, support: inputSupport, history: history)
    {
      return editor
    }
    if traits.isInputTerminal { TerminalGuardInstall(STDIN_FILENO, STDOUT_FILENO) }
    let messages = messages
    return PlainLineEditor(
      input: STDIN_FILENO, support: inputSupport, history: history,
      showPrompt: traits.isInputTerminal
        ? { prompt in
          messages.write(prompt)
          messages.flush()
        } : nil)
  }
}
