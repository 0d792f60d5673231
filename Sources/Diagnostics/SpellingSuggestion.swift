/// The candidates close enough to a misspelt name to be offered, closest first; none where nothing
/// is close.
///
/// Optimal string alignment distance (insert, delete, replace, swap neighbours), upper and lower
/// case alike, at most a third of the longer name. A name that begins alike and has all letters
/// typed in their order (`count` for `cnt`) comes first, and may be longer by two thirds.
public func spellingSuggestions(
  for name: String, among candidates: some Sequence<String>, limit: Int = 3
) -> [String] {
  let wanted = Array(name.lowercased().unicodeScalars)
  // Names longer than any real one are not misspellings; the matrix stays small.
  guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
  var found: [(distance: Int, order: Int, candidate: String)] = []
  for (order, candidate) in candidates.enumerated() {
    let other = Array(candidate.lowercased().unicodeScalars)
    if abbreviates(wanted, other) {
      found.append((1, order, candidate))
      continue
    }
    let allowed = max(1, max(wanted.count, other.count) / 3)
    guard abs(wanted.count - other.count) <= allowed else { continue }
    let distance = alignmentDistance(wanted, other)
    if distance <= allowed, distance < max(wanted.count, other.count) {
      found.append((distance * 2, order, candidate))
    }
  }
  found.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
  var result: [String] = []
  for entry in found where !result.contains(entry.candidate) {
    result.append(entry.candidate)
    if result.count == limit { break }
  }
  return result
}

// MARK: - Implementation

/// Whether a short form leaves out letters of a name, but not its first, and two in five at most.
private func abbreviates(_ short: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
  guard short.count >= 3, short.count < name.count, short.count * 5 >= name.count * 3,
    short.first == name.first
  else { return false }
  var rest = short[...]
  for letter in name where letter == rest.first { rest.removeFirst() }
  return rest.isEmpty
}

private func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 1...max(1, a.count) where i <= a.count {
    var row = [i] + Array(repeating: 0, count: b.count)
    for j in 0..<b.count {
      let cost = a[i - 1] == b[j] ? 0 : 1
      row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + cost)
      if i > 1, j > 0, a[i - 1] == b[j - 1], a[i - 2] == b[j] {
        row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
      }
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
