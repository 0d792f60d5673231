import Diagnostics
import Glibc
import LedeKit

/// What each command does.
extension Console {
  func perform(_ command: ConsoleCommand) {
    switch command {
    case .help(let topic): help(on: topic)
    case .tables: list(tables: session.tables)
    case .schema(let table): describe(table)
    case .show(let row): present(session.show(row: row, options: renderOptions))
    case .why(let row):
      // Its columns say nothing when they are cut to a few letters.
      let isNarrow = settings.mode == .table && (width ?? 100) < 72
      present(session.why(row: row), mode: isNarrow ? .line : nil)
    case .mode(let mode): setMode(mode)
    case .rows(let limit):
      if let limit { settings.rowLimit = limit }
      say(
        settings.rowLimit == 0
          ? "All rows are shown." : "At most \(counted(settings.rowLimit, "row")) are shown.")
    case .width(let width):
      if let width { settings.width = width == 0 ? nil : width }
      say(
        settings.width.map { "Tables are \(counted($0, "column")) wide." }
          ?? "Tables are as wide as the terminal.")
    case .timer(let isOn):
      if let isOn { settings.showsTime = isOn }
      say(settings.showsTime ? "The time of a run is told." : "The time of a run is not told.")
    case .history(let count): showHistory(count)
    case .read(let path, let parameters): readStatements(from: path, parameters)
    case .output(let path): setOutput(path)
    case .once(let path):
      if let file = onceFile { finish(file, rowCount: nil) }
      onceFile = open(path)
      if let file = onceFile { say("The next result goes to '\(path)'\(form(of: file)).") }
    case .cite(let row): present(session.cite(row: row))
    case .expand(let query): present(session.expand(query))
    case .explain(let query):
      present(session.explain(SourceText(name: "<prompt>", text: query)))
    case .quit: break
    }
  }

  func closeFiles() {
    if let file = onceFile { finish(file, rowCount: nil) }
    if let file = outputFile { finish(file, rowCount: nil) }
    (onceFile, outputFile) = (nil, nil)
  }

  /// Writes what is left, and tells what could not be written.
  func finish(_ file: ResultFile, rowCount: Int?) {
    file.sink.flush()
    if let failure = file.sink.failure {
      say("Not all could be written: \(String(cString: strerror(failure))).")
    } else if let rowCount {
      say("Wrote \(counted(rowCount, "row")).")
    }
  }

  // MARK: - Implementation

  private func setMode(_ mode: OutputMode?) {
    if let mode {
      settings.mode = mode
      // What is asked for now counts more than the endings of files named before.
      outputFile?.mode = nil
      onceFile?.mode = nil
      say("Results come as \(mode.rawValue): \(mode.summary).")
    } else {
      say("Results come as \(settings.mode.rawValue). The modes:")
      show(OutputMode.allCases.map { ($0.rawValue, $0.summary) })
    }
  }

  private func list(tables: [ConsoleTable]) {
    var list = TextTable(columns: [
      ResultColumn(name: "table", typeName: "string"),
      ResultColumn(name: "rows", typeName: "long"),
      ResultColumn(name: "a row is", typeName: "string"),
    ])
    for table in tables { list.append([table.name, table.rowCount.map(grouped), table.summary]) }
    show(list)
  }

  private func describe(_ table: String?) {
    guard let table else {
      show(
        session.tables.compactMap { table in
          session.schema(of: table.name).map { schema in
            (table.name, schema.rows.compactMap { $0.first ?? nil }.joined(separator: ", "))
          }
        })
      say("\n.schema TABLE says what each column holds.")
      return
    }
    if let schema = session.schema(of: table) {
      show(schema)
    } else {
      say("There is no table '\(table)'\(hint(for: table, among: session.tables.map(\.name))).")
    }
  }

  private func showHistory(_ count: Int) {
    let statements = editor?.rememberedStatements ?? []
    let first = max(0, statements.count - count)
    let width = String(statements.count).utf8.count
    for (index, statement) in statements.enumerated().dropFirst(first) {
      let number = String(index + 1)
      let indent = String(repeating: " ", count: width - number.utf8.count)
      let lines = statement.split(separator: "\n", omittingEmptySubsequences: false)
      let rest = lines.dropFirst().map {
        "\n" + String(repeating: " ", count: width + 2) + visible($0)
      }
      screen.write("\(indent)\(number)  \(visible(lines.first ?? ""))\(rest.joined())\n")
    }
    screen.flush()
  }

  private func visible(_ line: Substring) -> String {
    String(decoding: CellText(String(line)).bytes, as: UTF8.self)
  }

  private func readStatements(from path: String, _ parameters: [String: String]) {
    guard let bytes = FileBytes.read(path) else {
      say("'\(path)' cannot be read: \(String(cString: strerror(errno))).")
      return
    }
    runStatements(SourceText(name: path, bytes: bytes), parameters: parameters)
  }

  private func setOutput(_ path: String?) {
    if let file = outputFile {
      outputFile = nil
      finish(file, rowCount: nil)
    }
    guard let path else {
      say("Results come to the screen.")
      return
    }
    outputFile = open(path)
    if let file = outputFile {
      say("Results go to '\(path)'\(form(of: file)) until .output without a name.")
    }
  }

  /// ` as csv`, where the file's ending says its form.
  private func form(of file: ResultFile) -> String {
    file.mode.map { " as \($0.rawValue)" } ?? ""
  }

  private func open(_ path: String) -> ResultFile? {
    let descriptor = Glibc.open(
      FileBytes.expanded(path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode_t(0o666))
    guard descriptor >= 0 else {
      say("'\(path)' cannot be written: \(String(cString: strerror(errno))).")
      return nil
    }
    return ResultFile(
      sink: FileDescriptorSink(descriptor: descriptor, closesAtEnd: true),
      mode: OutputMode(fileName: path))
  }

  /// A list of the console's own: a table whatever the mode, without types and footer.
  private func show(_ table: TextTable) {
    let options = RenderOptions(
      width: width, hasColor: traits.hasColor, showsTypes: false, isASCII: isASCII)
    table.render(as: .table, options: options, to: screen)
    screen.flush()
  }

  /// Words and what they mean: in two columns, or, where that leaves too little room, one under the
  /// other.
  func show(_ entries: [(word: String, meaning: String)]) {
    let wordWidth = entries.map { DisplayWidth.of($0.word) }.max() ?? 0
    let room = width ?? 100
    let isNarrow = room < wordWidth + 24
    let indent = isNarrow ? 4 : wordWidth + 4
    for (word, meaning) in entries {
      let lines = WrappedText(Array(meaning.utf8), width: room - indent).lines
      let blanks = String(repeating: " ", count: indent)
      let gap = String(repeating: " ", count: max(0, indent - 2 - DisplayWidth.of(word)))
      if isNarrow {
        let words = WrappedText(Array(word.utf8), width: room - 2).lines
        screen.write(words.map { "  " + $0 + "\n" }.joined())
      } else {
        screen.write("  " + word + gap + (lines.first ?? "") + "\n")
      }
      for line in lines.dropFirst(isNarrow ? 0 : 1) { screen.write(blanks + line + "\n") }
    }
    screen.flush()
  }

  func hint(for word: String, among candidates: [String]) -> String {
    let near = spellingSuggestions(for: word, among: candidates, limit: 1)
    return near.first.map { "; did you mean '\($0)'?" } ?? ""
  }
}
