/// Where Up and Down stand in the history while one statement is edited.
struct HistoryRecall {
  /// The entry shown, or nil for the text typed.
  private var index: Int?
  private var typed = ""

  /// The entry before the one shown, or nil at the oldest.
  mutating func previous(in statements: [String], shown: String) -> String? {
    let from = place(of: shown, in: statements)
    if from == nil { typed = shown }
    let next = (from ?? statements.count) - 1
    guard next >= 0, next < statements.count else { return nil }
    index = next
    return statements[next]
  }

  /// The entry after the one shown, at the end the text that was typed; nil below that.
  mutating func next(in statements: [String], shown: String) -> String? {
    guard let from = place(of: shown, in: statements) else { return nil }
    guard from + 1 < statements.count else {
      index = nil
      return typed
    }
    index = from + 1
    return statements[from + 1]
  }

  // MARK: - Implementation

  /// The entry on show; where a search (Ctrl-R) put one there, the newest like it.
  private func place(of shown: String, in statements: [String]) -> Int? {
    if let index, index < statements.count { return index }
    guard !shown.isEmpty else { return nil }
    return statements.lastIndex(of: shown)
  }
}
