package import Columns

/// Results of one call by dictionary entry, kept from batch to batch, so that a function of a
/// string and constants is worked out once for each different string.
///
/// Belongs to one call of one run and is used by one thread; a class so that the context, which is
/// copied, can refer to it.
package final class DictionaryMemo {
  /// The dictionary that the results are of; another one starts afresh.
  private var dictionary: StringDictionary?
  /// A byte an entry: 0 not known, else 1 plus the result.
  fileprivate var truths: [UInt8] = []
  fileprivate var numbers: [Int64] = []
  fileprivate var known: [UInt8] = []
  fileprivate var mapped: StringDictionary?
  fileprivate var rowsSeen = 0

  package init() {}

  fileprivate func begin(_ dictionary: StringDictionary) {
    guard self.dictionary !== dictionary else { return }
    self.dictionary = dictionary
    truths = []
    numbers = []
    known = []
    mapped = nil
    rowsSeen = 0
  }
}

extension EvaluationContext {
  /// A truth value for each row from the row's string alone (and constants).
  ///
  /// Worked out once for each entry that occurs, where the dictionary is kept over batches or is
  /// no larger than the batch; row by row otherwise. Rows not selected are skipped.
  package mutating func mapToBool(
    _ column: ColumnVector, count: Int,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Bool
  ) rethrows -> ColumnVector {
    let dictionary = column.dictionary
    let ids = column.stringIDs
    if column.isConstant {
      let truth = try dictionary.withUTF8(ids[0], body)
      return .constant(.bool(truth), count: count)
    }
    let selection = selection
    var result = [UInt8](repeating: 0, count: count)
    if memo == nil, dictionary.count > count {
      for row in 0..<count where selection.map({ $0[row] != 0 }) ?? true {
        result[row] = try dictionary.withUTF8(ids[row], body) ? 1 : 0
      }
      return .bools(result)
    }
    let memo = memo ?? DictionaryMemo()
    memo.begin(dictionary)
    if memo.truths.isEmpty { memo.truths = [UInt8](repeating: 0, count: dictionary.count) }
    try ids.withUnsafeBufferPointer { ids in
      for row in 0..<count where selection.map({ $0[row] != 0 }) ?? true {
        let id = Int(ids[row])
        var truth = memo.truths[id]
        if truth == 0 {
          truth = try dictionary.withUTF8(ids[row], body) ? 2 : 1
          memo.truths[id] = truth
        }
        result[row] = truth &- 1
      }
    }
    return .bools(result)
  }

  /// A long for each row from the row's string alone (and constants), as `mapToBool`; nil is null.
  package mutating func mapToLong(
    _ column: ColumnVector, count: Int, type: ScalarType = .long,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Int64?
  ) rethrows -> ColumnVector {
    let dictionary = column.dictionary
    let ids = column.stringIDs
    if column.isConstant {
      let number = try dictionary.withUTF8(ids[0], body)
      let one = ColumnVector.longs([number ?? 0], validity: number == nil ? [0] : nil, type: type)
      return ColumnVector(
        type: type, count: count, storage: one.storage, validity: one.validity, isConstant: true)
    }
    let selection = selection
    var result = [Int64](repeating: 0, count: count)
    var validity = [UInt8](repeating: 1, count: count)
    var hasNulls = false
    let keeps = memo != nil || dictionary.count <= count
    let memo = memo ?? DictionaryMemo()
    if keeps {
      memo.begin(dictionary)
      if memo.known.isEmpty {
        memo.known = [UInt8](repeating: 0, count: dictionary.count)
        memo.numbers = [Int64](repeating: 0, count: dictionary.count)
      }
    }
    for row in 0..<count where selection.map({ $0[row] != 0 }) ?? true {
      let id = Int(ids[row])
      if keeps, memo.known[id] != 0 {
        result[row] = memo.numbers[id]
        validity[row] = memo.known[id] &- 1
      } else {
        let number = try dictionary.withUTF8(ids[row], body)
        result[row] = number ?? 0
        validity[row] = number == nil ? 0 : 1
        if keeps {
          memo.numbers[id] = result[row]
          memo.known[id] = validity[row] &+ 1
        }
      }
      if validity[row] == 0 { hasNulls = true }
    }
    return .longs(result, validity: hasNulls ? validity : nil, type: type)
  }

  /// A string for each row from the row's string alone (and constants): `body` appends it.
  ///
  /// Once as many rows were seen as the dictionary has entries, the whole dictionary is mapped and
  /// rows keep their ids; until then each batch gets a dictionary of its own.
  package mutating func mapToString(
    _ column: ColumnVector, count: Int,
    _ body: (UnsafeBufferPointer<UInt8>, inout [UInt8]) throws -> Void
  ) rethrows -> ColumnVector {
    let dictionary = column.dictionary
    let ids = column.stringIDs
    if column.isConstant {
      var bytes: [UInt8] = []
      try dictionary.withUTF8(ids[0]) { try body($0, &bytes) }
      let made = StringDictionary(bytes: bytes, entries: [0..<bytes.count], isUnique: true)
      return ColumnVector(
        type: .string, count: count, storage: .string(ColumnSlice([0]), made), isConstant: true)
    }
    if let memo {
      memo.begin(dictionary)
      memo.rowsSeen &+= count
      if memo.mapped == nil, memo.rowsSeen >= dictionary.count {
        memo.mapped = try dictionary.mapped(body)
      }
      if let mapped = memo.mapped {
        return ColumnVector(type: .string, count: count, storage: .string(ids, mapped))
      }
    } else if dictionary.count <= count {
      return ColumnVector(
        type: .string, count: count, storage: .string(ids, try dictionary.mapped(body)))
    }
    let selection = selection
    var builder = StringColumnBuilder(capacity: count)
    for row in 0..<count {
      if selection.map({ $0[row] != 0 }) ?? true {
        try dictionary.withUTF8(ids[row]) { text in
          try builder.appendRow { try body(text, &$0) }
        }
      } else {
        builder.append("")
      }
    }
    return builder.finish()
  }
}

extension StringDictionary {
  /// A dictionary whose every entry is what `body` makes of the entry here.
  fileprivate func mapped(
    _ body: (UnsafeBufferPointer<UInt8>, inout [UInt8]) throws -> Void
  ) rethrows -> StringDictionary {
    var heap: [UInt8] = []
    var made: [Range<Int>] = []
    made.reserveCapacity(count)
    try bytes.withUnsafeBufferPointer { source in
      for entry in entries {
        let start = heap.count
        try body(UnsafeBufferPointer(rebasing: source[entry]), &heap)
        made.append(start..<heap.count)
      }
    }
    return StringDictionary(bytes: heap, entries: made)
  }
}
