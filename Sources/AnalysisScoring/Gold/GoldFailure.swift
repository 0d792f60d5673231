package import Diagnostics

/// Why there are no figures: all that is wrong with the gold.
package struct GoldFailure: Error {
  /// A message with the file, and the line where there is one.
  package struct Message: Sendable {
    /// The file and its line: `gold.jsonl:12`.
    package var place: String
    /// What is to be told of it.
    package var diagnostic: Diagnostic

    /// The message on one line, and what would be right on a second.
    package var description: String {
      var text = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]: \(place): "
      text += diagnostic.message + "\n"
      if let help = diagnostic.help { text += "  help: \(help)\n" }
      return text
    }
  }

  /// In the order of the gold; at least one.
  package var messages: [Message]

  /// The first messages, each with its line end; the rest is counted.
  package func description(limit: Int) -> String {
    var text = messages.prefix(limit).map(\.description).joined()
    if messages.count > limit { text += "… and \(messages.count - limit) more\n" }
    return text
  }
}
