/// Why a model cannot be trained.
enum TrainingError: Error, CustomStringConvertible {
  /// A file that cannot be read or written, and what the system says of it.
  case file(path: String, reason: String)
  /// A line that its format does not know.
  case line(path: String, number: Int, text: String)
  /// A line of marked texts that is no such JSON object.
  case entityLine(path: String, number: Int)
  /// A line of a gazetteer that is no name with kinds.
  case gazetteerLine(path: String, number: Int)
  /// There is nothing to learn from.
  case nothingToLearn

  var description: String {
    switch self {
    case .file(let path, let reason): "\(path): \(reason)"
    case .line(let path, let number, let text):
      "\(path):\(number): this is no line of CoNLL-U: '\(text.prefix(80))'"
    case .entityLine(let path, let number):
      "\(path):\(number): this is no JSON object with id, text and mentions"
    case .gazetteerLine(let path, let number):
      "\(path):\(number): a line is a name, a tab, and kinds such as given,family"
    case .nothingToLearn: "the files hold no sentence to learn from"
    }
  }
}
