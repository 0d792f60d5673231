extension ColumnVector {
  /// A column whose row *i* is row *i* of the vector that `choice[i]` names.
  ///
  /// All are of one type.
  package static func merging(_ vectors: [ColumnVector], by choice: [Int32]) -> ColumnVector {
    guard let first = vectors.first else { preconditionFailure("at least one vector") }
    var validity: [UInt8]?
    if vectors.contains(where: { $0.validity != nil }) {
      validity = choice.indices.map { row in
        vectors[Int(choice[row])].isNull(row) ? 0 : 1
      }
    }
    let storage: Storage
    switch first.storage {
    case .bool: storage = .bool(merge(vectors.map(\.bools), vectors, choice))
    case .int: storage = .int(merge(vectors.map(\.ints), vectors, choice))
    case .long: storage = .long(merge(vectors.map(\.longs), vectors, choice))
    case .real: storage = .real(merge(vectors.map(\.reals), vectors, choice))
    case .decimal: storage = .decimal(merge(vectors.map(\.decimals), vectors, choice))
    case .dynamic: storage = .dynamic(merge(vectors.map(\.dynamics), vectors, choice))
    case .guid: storage = .guid(merge(vectors.map(\.guids), vectors, choice))
    case .string(_, let dictionary):
      if vectors.allSatisfy({ $0.dictionary === dictionary }) {
        storage = .string(merge(vectors.map(\.stringIDs), vectors, choice), dictionary)
      } else if let merged = mergeSmall(vectors, by: choice) {
        return merged
      } else {
        var builder = StringColumnBuilder(capacity: choice.count)
        for row in choice.indices {
          vectors[Int(choice[row])].withUTF8(row) { builder.append($0) }
        }
        return builder.finish()
      }
    }
    return ColumnVector(
      type: first.type, count: choice.count, storage: storage,
      validity: validity.map { ColumnSlice($0) })
  }

  private static func merge<Element>(
    _ slices: [ColumnSlice<Element>], _ vectors: [ColumnVector], _ choice: [Int32]
  ) -> ColumnSlice<Element> {
    // 0 for a constant, whose one value serves all rows.
    let steps = vectors.map { $0.isConstant ? 0 : 1 }
    return ColumnSlice(
      choice.indices.map { row in
        let number = Int(choice[row])
        return slices[number][row &* steps[number]]
      })
  }

  /// Strings of several dictionaries that together have few entries (`iff(x, "yes", "no")`): one
  /// dictionary of them all, and ids.
  ///
  /// Nil where copying the rows' strings costs less.
  private static func mergeSmall(_ vectors: [ColumnVector], by choice: [Int32]) -> ColumnVector? {
    let dictionaries = vectors.map(\.dictionary)
    guard dictionaries.reduce(0, { $0 + $1.count }) <= choice.count else { return nil }
    var bytes: [UInt8] = []
    var entries: [Range<Int>] = []
    var offsets: [Int32] = []
    for dictionary in dictionaries {
      offsets.append(Int32(truncatingIfNeeded: entries.count))
      for entry in dictionary.entries {
        let start = bytes.count
        bytes.append(contentsOf: dictionary.bytes[entry])
        entries.append(start..<bytes.count)
      }
    }
    let slices = vectors.map(\.stringIDs)
    let steps = vectors.map { $0.isConstant ? 0 : 1 }
    if !steps.contains(1) {
      let fixed = slices.indices.map { slices[$0][0] &+ offsets[$0] }
      return .strings(
        choice.map { fixed[Int($0)] }, in: StringDictionary(bytes: bytes, entries: entries))
    }
    let ids = choice.indices.map { row in
      let number = Int(choice[row])
      return slices[number][row &* steps[number]] &+ offsets[number]
    }
    return .strings(ids, in: StringDictionary(bytes: bytes, entries: entries))
  }
}
