import ArticleModel

/// The cues of one sentence, the quotations that they stand behind, and how far each may reach.
struct SentenceCues {
  private(set) var sites: [CueSite]
  /// By the head of a cue, the quoted run before it.
  private var runOfHead: [Int: Int] = [:]
  private var reported: Set<Int> = []
  /// By head: no cue left of it has content beyond the limit.
  private var bounds: [(head: Int, limit: Int)] = []

  init(sites: [CueSite]) { self.sites = sites }

  /// The quoted run that the cue stands behind.
  func run(before site: CueSite) -> Int? { runOfHead[site.head] }

  func isReported(run: Int) -> Bool { reported.contains(run) }

  mutating func note(run: Int, before site: CueSite) {
    runOfHead[site.head] = run
    reported.insert(run)
  }

  /// Adds cues that no verb of the lexicon showed, in place of those that share their head.
  mutating func add(_ more: [CueSite]) {
    guard !more.isEmpty else { return }
    let heads = Set(more.map(\.head))
    sites.removeAll { heads.contains($0.head) }
    sites += more
    sites.sort { $0.head < $1.head }
  }

  mutating func bound(leftOf head: Int, at limit: Int) { bounds.append((head, limit)) }

  mutating func sortBounds() { bounds.sort { $0.head < $1.head } }

  /// The end of what the cue may have as content: the nearest bound that is set by a cue behind it.
  func limit(of site: CueSite, inner: Int) -> Int {
    var low = 0
    var high = bounds.count
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle].head <= site.head { low = middle + 1 } else { high = middle }
    }
    guard low < bounds.count, bounds[low].limit > site.clause.end else { return inner }
    return min(inner, bounds[low].limit)
  }
}
