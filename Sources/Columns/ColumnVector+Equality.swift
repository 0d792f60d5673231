extension ColumnVector {
  /// Whether two rows that are not null hold equal values; the vectors are of one type.
  package func hasSameValue(_ row: Int, as other: ColumnVector, _ otherRow: Int) -> Bool {
    let a = index(row)
    let b = other.index(otherRow)
    switch (storage, other.storage) {
    case (.bool(let first), .bool(let second)): return first[a] == second[b]
    case (.int(let first), .int(let second)): return first[a] == second[b]
    case (.long(let first), .long(let second)): return first[a] == second[b]
    case (.real(let first), .real(let second)): return first[a] == second[b]
    case (.decimal(let first), .decimal(let second)): return first[a] == second[b]
    case (.guid(let first), .guid(let second)): return first[a] == second[b]
    case (.dynamic(let first), .dynamic(let second)): return first[a] == second[b]
    case (.string(let first, let dictionary), .string(let second, let otherDictionary)):
      if dictionary === otherDictionary, first[a] == second[b] { return true }
      return dictionary.withUTF8(first[a]) { text in
        otherDictionary.withUTF8(second[b]) { compareUTF8(text, $0) == 0 }
      }
    case (.bool, _), (.int, _), (.long, _), (.real, _), (.decimal, _), (.string, _),
      (.dynamic, _), (.guid, _):
      return false
    }
  }
}
