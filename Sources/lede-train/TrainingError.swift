/// Why a model cannot be trained.
enum TrainingError: Error, CustomStringConvertible {
  /// A file that cannot be read or written, and what the system says of it.
  case file(path: String, reason: String)
  /// A line that its format does not know.
  case line(path: String, number: Int, text: String)
  /// There is nothing to learn from.
  case nothingToLearn

  var description: String {
    switch self {
    case .file(let path, let reason): "\(path): \(reason)"
    case .line(let path, let number, let text):
      "\(path):\(number): this is no line of CoNLL-U: '\(text.prefix(80))'"
    case .nothingToLearn: "the files hold no sentence to learn from"
    }
  }
}
