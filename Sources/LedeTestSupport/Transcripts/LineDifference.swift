/// What differs between two lists of lines, as people read it: `-` expected, `+` found.
package enum LineDifference {
  package static func between(_ expected: [String], _ found: [String]) -> String {
    let changes = found.difference(from: expected)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var result: [String] = []
    var i = 0
    var j = 0
    while i < expected.count || j < found.count {
      if i < expected.count, removed.contains(i) {
        result.append("- " + expected[i])
        i += 1
      } else if j < found.count, inserted.contains(j) {
        result.append("+ " + found[j])
        j += 1
      } else if i < expected.count {
        result.append("  " + expected[i])
        i += 1
        j += 1
      } else {
        break
      }
    }
    return result.joined(separator: "\n")
  }
}
