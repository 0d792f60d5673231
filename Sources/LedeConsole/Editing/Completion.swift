/// What could stand in place of the word at the cursor.
package struct Completion: Hashable, Sendable {
  /// Where the word begins, as a UTF-8 offset; it ends at the cursor.
  package var start: Int
  /// In the order they are listed.
  package var candidates: [CompletionCandidate]

  package init(start: Int, candidates: [CompletionCandidate]) {
    self.start = start
    self.candidates = candidates
  }
}

/// One word that completion offers.
package struct CompletionCandidate: Hashable, Sendable {
  /// What is put in place of the word.
  package var text: String
  /// One line on what it is; empty where nothing is known.
  package var summary: String
  /// What follows it where it is the only candidate: a blank, `(`, or nothing.
  package var ending: String

  package init(text: String, summary: String = "", ending: String = " ") {
    self.text = text
    self.summary = summary
    self.ending = ending
  }
}

extension Completion {
  /// The longest text that all candidates begin with.
  var commonPrefix: String {
    guard let first = candidates.first else { return "" }
    var prefix = Array(first.text.unicodeScalars)
    for candidate in candidates.dropFirst() {
      var shared = 0
      for scalar in candidate.text.unicodeScalars {
        guard shared < prefix.count, prefix[shared] == scalar else { break }
        shared += 1
      }
      prefix.removeSubrange(shared...)
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: prefix)
    return String(result)
  }
}
