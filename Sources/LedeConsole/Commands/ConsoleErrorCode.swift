import Diagnostics

/// The stable codes of commands, each with its page.
///
/// A code is added at the end of its hundred and never used for anything else.
enum ConsoleErrorCode: String, CaseIterable, Sendable {
  case unknownCommand = "L0250"
  case wrongChoice = "L0251"
  case missingArgument = "L0252"
}

extension ConsoleErrorCode {
  /// What `.help` and the code say.
  package var page: ErrorPage {
    switch self {
    case .unknownCommand:
      return ErrorPage(
        rawValue,
        "A line that begins with a dot is a command of the prompt, and there is none of this "
          + "name; '.help' lists them.",
        wrong: ".tabels",
        right: ".tables")
    case .wrongChoice:
      return ErrorPage(
        rawValue,
        "The command takes something else.",
        wrong: ".mode tabel",
        right: ".mode table")
    case .missingArgument:
      return ErrorPage(
        rawValue,
        "The command needs a word or a number after it.",
        wrong: ".show",
        right: ".show 1")
    }
  }
}
