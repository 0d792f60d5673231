package import Diagnostics
import LedeKit

/// Why a line that begins with a dot is no command.
package enum ConsoleCommandError: Error, Equatable {
  /// `.tabels`
  case unknownCommand(String, SourceRange)
  /// `.mode tabel`
  case unknownMode(String, SourceRange)
  /// `.timer maybe`
  case neitherOnNorOff(String, SourceRange)
  /// `.show first`
  case notANumber(String, SourceRange, ConsoleCommandName, least: Int)
  /// `.read`
  case missingArgument(ConsoleCommandName, SourceRange)
}

extension ConsoleCommandError {
  /// The error in words.
  package var diagnostic: Diagnostic {
    switch self {
    case .unknownCommand(let word, let range):
      return suggesting(
        code: ConsoleErrorCode.unknownCommand.rawValue, message: "there is no command '\(word)'",
        range: range, word: word,
        among: ConsoleCommandName.allCases.map { "." + $0.rawValue },
        otherwise: ".help lists the commands")
    case .unknownMode(let word, let range):
      let modes = OutputMode.allCases.map(\.rawValue)
      return suggesting(
        code: ConsoleErrorCode.wrongChoice.rawValue, message: "there is no mode '\(word)'",
        range: range, word: word,
        among: modes, otherwise: "the modes are \(modes.joined(separator: ", "))")
    case .neitherOnNorOff(let word, let range):
      return Diagnostic(
        code: ConsoleErrorCode.wrongChoice.rawValue, message: "'\(word)' is neither on nor off",
        range: range,
        help: ".timer on, or .timer off")
    case .notANumber(let word, let range, let name, let least):
      return Diagnostic(
        code: ConsoleErrorCode.wrongChoice.rawValue,
        message: "'\(word)' is no number from \(least) up", range: range,
        help: "\(name.usage): \(name.summary)")
    case .missingArgument(let name, let range):
      return Diagnostic(
        code: ConsoleErrorCode.missingArgument.rawValue,
        message: "something is missing after '.\(name.rawValue)'", range: range,
        help: "\(name.usage): \(name.summary)")
    }
  }

  private func suggesting(
    code: String, message: String, range: SourceRange, word: String, among candidates: [String],
    otherwise: String
  ) -> Diagnostic {
    guard let near = spellingSuggestions(for: word, among: candidates, limit: 1).first else {
      return Diagnostic(code: code, message: message, range: range, help: otherwise)
    }
    return Diagnostic(
      code: code, message: message, range: range, help: "did you mean '\(near)'?",
      suggestion: .init(range: range, replacement: near))
  }
}
