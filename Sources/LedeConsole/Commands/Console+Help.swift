import LedeKit

/// What `.help` says.
extension Console {
  func help(on topic: String?) {
    guard let topic else {
      showOverview()
      return
    }
    let name = topic.hasPrefix(".") ? String(topic.dropFirst()) : topic
    if topic.hasPrefix("."), let command = ConsoleCommandName(rawValue: name) {
      explain(command)
    } else if let page = session.help(on: topic) {
      present(.text(page))
    } else if let topics = session.helpTopics(ofKind: name.lowercased()) {
      show(topics.map { ($0.text, $0.summary) })
      say("\n.help and one of these words says more.")
    } else if let command = ConsoleCommandName(rawValue: name) {
      explain(command)
    } else if name == "commands" {
      showCommands()
    } else {
      let known =
        session.helpTopics.map(\.text) + ConsoleCommandName.allCases.map { "." + $0.rawValue }
      say("There is no help on '\(topic)'\(hint(for: topic, among: known)).")
    }
  }

  // MARK: - Implementation

  private func explain(_ command: ConsoleCommandName) {
    say("\(command.usage): \(command.summary).")
  }

  private func showCommands() {
    show(
      ConsoleCommandName.allCases.filter { $0 != .exit }.map { ($0.usage, $0.summary) })
  }

  /// What a newcomer needs, on one screen.
  private func showOverview() {
    screen.write(
      wrapped(
        """
        A question is a table and what to do with its rows, step by step:

          quotes | take 10
          quotes | where kind == "direct" | project speaker, cue, text
          quotes | summarize count() by speaker
          people | project name, titles, mention_count

        Enter runs it, or starts a line where something is open or a bar stands at the end;
        Enter twice runs it as it is. Then .show 1 opens row 1 of the answer in its article.
        A line that begins with | goes on with the last answer, which is also called _.
        Tab completes, Ctrl-R searches what was typed before, Ctrl-C clears or breaks off.


        """))
    showCommands()
    say(
      """

      More: .help quotes (a table), .help speaker (a column), .help where (an operator), .help L0301
      (an error), and lists: .help tables, .help columns, .help values, .help operators,
      .help functions, .help aggregates, .help predicates.
      """)
  }
}
