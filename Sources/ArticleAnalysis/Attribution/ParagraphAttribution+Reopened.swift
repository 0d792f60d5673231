import ArticleModel

/// Quotations that reopen at each sentence and close once: "“We lost. “It is over,” Ruiz said."
extension ParagraphAttribution {
  /// Gives the parts of each reopened quotation to the attribution that holds one of them.
  ///
  /// - Complexity: O(*n* log *n*) in the number of runs and parts of contents.
  mutating func joinReopened() {
    var first = 0
    var holders: [Int: Int]?
    while first < runs.count {
      let chain = first..<endOfReopened(from: first)
      first = chain.upperBound
      guard chain.count > 1 else { continue }
      let known = holders ?? draftsByRun()
      holders = known
      join(chain.prefix(Self.longestReopened), known)
    }
  }

  /// The run behind the last one that goes on from `first` by reopening; `first + 1` where none does.
  func endOfReopened(from first: Int) -> Int {
    var end = first + 1
    // The mark that ends a run is the one that opens the next.
    while end < runs.count, runs[end].tokens.start == runs[end - 1].tokens.end + 1 { end += 1 }
    return end
  }

  /// Whether the run ends a reopened quotation that a colon or comma introduced, so that a cue behind
  /// it has none of it ("Ruiz said: “We lost! “It is over!” Holm agreed").
  func isReopenedBehindCue(_ index: Int) -> Bool {
    var first = index
    while first > 0, runs[first - 1].tokens.end + 1 == runs[first].tokens.start { first -= 1 }
    let joint = runs[first].tokens.start - 2
    guard first < index, joint >= 0 else { return false }
    return reader.word(joint) == .colon || reader.word(joint) == .comma
  }

  // MARK: - Implementation

  /// Nobody says so many sentences at once; a bound keeps hostile texts linear.
  private static var longestReopened: Int { 64 }

  /// By run, the first attribution whose content it is, or ends.
  private func draftsByRun() -> [Int: Int] {
    var drafts: [Int: Int] = [:]
    for (draft, attribution) in self.drafts.enumerated() {
      for part in attribution.content {
        guard let run = lastRun(in: part), runs[run].tokens.end <= part.end else { continue }
        if drafts[run] == nil { drafts[run] = draft }
      }
    }
    return drafts
  }

  private mutating func join(_ chain: Range<Int>, _ holders: [Int: Int]) {
    guard let held = chain.first(where: { holders[$0] != nil }), var holder = holders[held] else {
      return
    }
    var before: [TokenRange] = []
    for run in chain.lowerBound..<held where !runs[run].isTaken {
      before.append(runs[run].tokens)
      take(run: run)
    }
    drafts[holder].content.insert(contentsOf: before, at: 0)
    for run in held..<chain.upperBound {
      if let next = holders[run] {
        holder = next
      } else if !runs[run].isTaken {
        drafts[holder].content.append(runs[run].tokens)
        take(run: run)
      }
    }
  }
}
