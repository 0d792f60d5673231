import Columns

/// Says of each token whether it fits a test: the entries of the attribute's dictionary are judged
/// once, a token is then one look into a table.
final class TokenMatcher {
  enum Kind {
    case any
    /// Ids of a string column.
    case entries(ColumnSlice<Int32>, attribute: String)
    /// Bytes of a bool column.
    case flags(ColumnSlice<UInt8>, attribute: String)
    case all([TokenMatcher])
    case either([TokenMatcher])
    case not(TokenMatcher)
  }

  let kind: Kind
  /// By entry: 1 where it fits.
  private let table: [UInt8]
  /// The ids again, outside the enumeration: this is what a search asks all the time.
  private let ids: ColumnSlice<Int32>
  private let looksUpEntries: Bool

  init(_ kind: Kind, table: [UInt8] = []) {
    self.kind = kind
    self.table = table
    if case .entries(let ids, attribute: _) = kind {
      self.ids = ids
      looksUpEntries = true
    } else {
      ids = ColumnSlice([])
      looksUpEntries = false
    }
  }

  @inline(__always)
  func matches(_ position: Int) -> Bool {
    looksUpEntries ? table[Int(ids[position])] != 0 : matchesOther(position)
  }

  /// Appends the positions of a range that fit.
  func appendPositions(in range: Range<Int>, to positions: inout [Int32]) {
    if case .entries(let ids, attribute: _) = kind {
      table.withUnsafeBufferPointer { table in
        ids.withUnsafeBufferPointer { ids in
          for position in range where table[Int(ids[position])] != 0 {
            positions.append(Int32(truncatingIfNeeded: position))
          }
        }
      }
      return
    }
    if case .all(let parts) = kind,
      let rarest = parts.min(by: { $0.share(in: range) < $1.share(in: range) })
    {
      var found: [Int32] = []
      rarest.appendPositions(in: range, to: &found)
      for position in found where matches(Int(position)) { positions.append(position) }
      return
    }
    for position in range where matches(position) {
      positions.append(Int32(truncatingIfNeeded: position))
    }
  }

  /// The share of tokens that fit, by evenly spread samples.
  func share(in range: Range<Int>) -> Double {
    guard !range.isEmpty else { return 0 }
    let step = max(1, range.count / 8192)
    var found = 0
    var seen = 0
    for position in stride(from: range.lowerBound, to: range.upperBound, by: step) {
      seen += 1
      if matches(position) { found += 1 }
    }
    return Double(found) / Double(seen)
  }

  /// Both or one of them; one table where all look at the same attribute.
  static func combined(_ parts: [TokenMatcher], isAnd: Bool) -> TokenMatcher {
    guard let first = parts.first else { return TokenMatcher(.any) }
    if parts.count == 1 { return first }
    if let attribute = first.attribute, parts.allSatisfy({ $0.attribute == attribute }) {
      var table = first.table
      for part in parts.dropFirst() {
        for entry in table.indices {
          table[entry] = isAnd ? table[entry] & part.table[entry] : table[entry] | part.table[entry]
        }
      }
      return TokenMatcher(first.kind, table: table)
    }
    return TokenMatcher(isAnd ? .all(parts) : .either(parts))
  }

  var negated: TokenMatcher {
    if attribute != nil { return TokenMatcher(kind, table: table.map { 1 - $0 }) }
    return TokenMatcher(.not(self))
  }

  // MARK: - Implementation

  private var attribute: String? {
    switch kind {
    case .entries(_, let attribute), .flags(_, let attribute): return attribute
    case .any, .all, .either, .not: return nil
    }
  }

  private func matchesOther(_ position: Int) -> Bool {
    switch kind {
    case .any: return true
    case .entries(let ids, attribute: _): return table[Int(ids[position])] != 0
    case .flags(let bytes, attribute: _): return table[Int(bytes[position] & 1)] != 0
    case .all(let parts):
      for part in parts where !part.matches(position) { return false }
      return true
    case .either(let parts):
      for part in parts where part.matches(position) { return true }
      return false
    case .not(let part): return !part.matches(position)
    }
  }
}
