package import Diagnostics
package import LedeKit

/// A line that begins with a dot, understood.
package enum ConsoleCommand: Equatable, Sendable {
  case help(topic: String?)
  case tables
  case schema(table: String?)
  case show(row: Int)
  case why(row: Int)
  case mode(OutputMode?)
  case rows(Int?)
  case width(Int?)
  case timer(Bool?)
  case history(Int)
  case read(path: String, parameters: [String: String])
  case output(path: String?)
  case once(path: String)
  case cite(row: Int)
  case expand(query: String)
  case explain(query: String)
  case quit
}

extension ConsoleCommand {
  /// Whether a text is meant for the console: its first sign is a dot that a letter follows, or
  /// that stands alone.
  package static func isCommand(_ text: String) -> Bool {
    let line = text.utf8.drop { $0 == 0x20 || $0 == 0x09 }
    guard line.first == UInt8(ascii: ".") else { return false }
    guard let next = line.dropFirst().first else { return true }
    return next | 0x20 >= UInt8(ascii: "a") && next | 0x20 <= UInt8(ascii: "z") || next <= 0x20
      || next == UInt8(ascii: "?")
  }

  /// The text as a command, nil where it is none: `help`, `quit`, `exit` and `?` alone are taken for
  /// commands without their dot, since that is what other prompts call them.
  package static func spelled(_ text: String) -> String? {
    if isCommand(text) { return text }
    let words = text.utf8.split { $0 <= 0x20 || $0 == 0x3B }
    guard words.count == 1, let word = words.first.map({ String(decoding: $0, as: UTF8.self) })
    else { return nil }
    switch word {
    case "help", "quit", "exit": return "." + word
    case "?": return ".help"
    default: return nil
    }
  }

  /// Reads a command; ``ConsoleCommandError`` says where and why it is none.
  package static func parse(_ source: SourceText) throws(ConsoleCommandError) -> ConsoleCommand {
    let line = CommandLineWords(source)
    let word = source.text(line.name)
    guard let name = ConsoleCommandName(rawValue: String(word.dropFirst()).lowercased()) else {
      throw .unknownCommand(word, line.name)
    }
    switch name {
    case .help: return .help(topic: line.argument)
    case .tables: return .tables
    case .schema: return .schema(table: line.argument)
    case .show: return .show(row: try line.number(for: name, atLeast: 1))
    case .why: return .why(row: try line.number(for: name, atLeast: 1))
    case .mode:
      guard let text = line.argument else { return .mode(nil) }
      guard let mode = OutputMode(rawValue: text.lowercased()) else {
        throw .unknownMode(text, line.argumentRange)
      }
      return .mode(mode)
    case .rows:
      return .rows(line.argument == nil ? nil : try line.number(for: name, atLeast: 0))
    case .width:
      return .width(line.argument == nil ? nil : try line.number(for: name, atLeast: 0))
    case .timer:
      switch line.argument?.lowercased() {
      case nil: return .timer(nil)
      case "on": return .timer(true)
      case "off": return .timer(false)
      case .some(let text): throw .neitherOnNorOff(text, line.argumentRange)
      }
    case .history:
      return .history(line.argument == nil ? 20 : try line.number(for: name, atLeast: 0))
    case .read:
      let script = ScriptArguments(try line.required(for: name))
      return .read(path: CommandLineWords.path(script.path), parameters: script.parameters)
    case .output: return .output(path: line.argument.map(CommandLineWords.path))
    case .once: return .once(path: try line.required(for: name))
    case .cite: return .cite(row: try line.number(for: name, atLeast: 1))
    case .expand: return .expand(query: try line.required(for: name))
    case .explain: return .explain(query: try line.required(for: name))
    case .quit, .exit: return .quit
    }
  }
}

/// The name of a command and what follows it, with their places.
struct CommandLineWords {
  let name: SourceRange
  let argumentRange: SourceRange
  /// What follows the name, without blanks around it and a `;` at its end; nil where it is empty.
  let argument: String?

  init(_ source: SourceText) {
    let bytes = source.bytes
    func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.count
    let nameEnd = bytes[start...].firstIndex { isBlank($0) || $0 == 0x3B } ?? bytes.count
    name = SourceRange(start, nameEnd)
    var first = nameEnd
    while first < bytes.count, isBlank(bytes[first]) { first += 1 }
    var end = bytes.count
    while end > first, isBlank(bytes[end - 1]) || bytes[end - 1] == 0x3B { end -= 1 }
    argumentRange = SourceRange(min(first, end), end)
    argument = first < end ? source.text(argumentRange) : nil
  }

  func number(
    for name: ConsoleCommandName, atLeast least: Int
  ) throws(ConsoleCommandError) -> Int {
    let text = try required(for: name)
    guard let number = Int(text), number >= least else {
      throw .notANumber(text, argumentRange, name, least: least)
    }
    return number
  }

  func required(for name: ConsoleCommandName) throws(ConsoleCommandError) -> String {
    guard let argument else { throw .missingArgument(name, argumentRange) }
    switch name {
    case .once: return Self.path(argument)
    case .help, .tables, .schema, .show, .why, .mode, .rows, .width, .timer, .history, .read,
      .output, .cite, .expand, .explain, .quit, .exit:
      return argument
    }
  }

  /// A path without the quotes around it.
  static func path(_ text: String) -> String {
    guard text.utf8.count >= 2, let first = text.first, first == "\"" || first == "'",
      text.last == first
    else { return text }
    return String(text.dropFirst().dropLast())
  }
}
