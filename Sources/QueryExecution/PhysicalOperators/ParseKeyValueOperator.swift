import Columns
import QueryPlanning
import RegularExpressions

/// Finds values behind their keys in texts (`name=Ana; age=41`); a column for each key.
final class ParseKeyValueOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let value: Expression
  private let parse: ParseKeyValueSpecification
  private let reader: PairReader
  private let run: RunState
  private var context: EvaluationContext

  init(
    _ input: any PhysicalOperator, _ parse: ParseKeyValueSpecification, value: Expression,
    context: EvaluationContext, run: RunState
  ) throws {
    self.input = input
    self.parse = parse
    self.value = value
    self.context = context
    self.run = run
    reader = try PairReader(parse)
  }

  func next() throws -> Batch? {
    guard let batch = try input.next()?.compacted() else { return nil }
    try run.step(batch.count)
    context.selection = nil
    let texts = try value.evaluate(batch.columns, count: batch.count, &context).flattened()
    var builders = parse.types.map { _ in StringColumnBuilder(capacity: batch.count) }
    let keys = parse.keys.map { Array($0.utf8) }
    for row in 0..<batch.count {
      if row % 256 == 255 { try context.checkCancellation() }
      var found = [[UInt8]?](repeating: nil, count: keys.count)
      try texts.withUTF8(row) { text in
        try reader.forEachPair(in: text, context) { key, value in
          // The first of a key counts.
          guard let index = keys.firstIndex(where: { $0.elementsEqual(key) }), found[index] == nil
          else { return }
          found[index] = value
        }
      }
      for (index, value) in found.enumerated() { builders[index].append(value ?? []) }
    }
    let columns = builders.indices.map { index -> ColumnVector in
      let text = builders[index].finish()
      return parse.types[index] == .string
        ? text : Conversion(target: parse.types[index]).apply(text, count: batch.count, context)
    }
    return batch.replacingColumns(batch.columns + columns)
  }
}

/// Reads pairs of key and value.
private struct PairReader {
  private let pattern: RegularExpression?
  private let pairDelimiter: [UInt8]?
  private let keyDelimiter: [UInt8]
  private let quotes: [(open: UInt8, close: UInt8)]
  private let escape: UInt8?
  private let isGreedy: Bool

  init(_ parse: ParseKeyValueSpecification) throws {
    pattern = try parse.pattern.map { text in
      try Array(text.utf8).withUnsafeBufferPointer { try RegularExpression.compiled($0) }
    }
    pairDelimiter = parse.pairDelimiter.map { Array($0.utf8) }
    keyDelimiter = Array((parse.keyDelimiter ?? "=").utf8)
    quotes = parse.quotes.compactMap { quote in
      let bytes = Array(quote.utf8)
      guard let first = bytes.first, let last = bytes.last else { return nil }
      return (first, last)
    }
    escape = parse.escape.flatMap { $0.utf8.first }
    isGreedy = parse.isGreedy
  }

  func forEachPair(
    in text: UnsafeBufferPointer<UInt8>, _ context: EvaluationContext,
    _ body: (ArraySlice<UInt8>, [UInt8]) -> Void
  ) throws {
    let bytes = Array(text)
    if let pattern {
      try pattern.forEachMatch(in: text, cancellation: context.cancellation) { groups in
        if groups.count > 2, let key = groups[1], let value = groups[2] {
          body(bytes[key], Array(bytes[value]))
        }
        return true
      }
      return
    }
    guard !keyDelimiter.isEmpty else { return }
    var position = 0
    var steps = 0
    while position < bytes.count {
      steps += 1
      if steps % 1024 == 0 { try context.checkCancellation() }
      guard let delimiter = find(keyDelimiter, in: bytes, from: position) else { return }
      let key = trimmed(bytes, keyStart(bytes, position, delimiter)..<delimiter)
      let (value, next) = readValue(bytes, from: delimiter + keyDelimiter.count)
      body(bytes[key], value)
      position = max(next, delimiter + keyDelimiter.count)
    }
  }

  // MARK: - Implementation

  /// A key begins behind the last pair's end that stands before its delimiter.
  private func keyStart(_ bytes: [UInt8], _ from: Int, _ delimiter: Int) -> Int {
    var start = from
    if let pairDelimiter, !pairDelimiter.isEmpty {
      while let next = find(pairDelimiter, in: bytes, from: start), next < delimiter {
        start = next + pairDelimiter.count
      }
    } else {
      for index in from..<delimiter where !isWord(bytes[index]) { start = index + 1 }
    }
    return start
  }

  private func readValue(_ bytes: [UInt8], from start: Int) -> ([UInt8], Int) {
    var position = start
    if position < bytes.count, let quote = quotes.first(where: { $0.open == bytes[position] }) {
      position += 1
      var value: [UInt8] = []
      while position < bytes.count, bytes[position] != quote.close {
        if bytes[position] == escape, position + 1 < bytes.count { position += 1 }
        value.append(bytes[position])
        position += 1
      }
      return (value, min(bytes.count, position + 1))
    }
    if let pairDelimiter, !pairDelimiter.isEmpty {
      var end = find(pairDelimiter, in: bytes, from: start) ?? bytes.count
      if isGreedy {
        // A value goes on over delimiters up to the one before the next key.
        while end < bytes.count, let next = find(keyDelimiter, in: bytes, from: end) {
          if let later = find(pairDelimiter, in: bytes, from: end + pairDelimiter.count),
            later < next
          {
            end = later
          } else {
            break
          }
        }
        if find(keyDelimiter, in: bytes, from: end) == nil { end = bytes.count }
      }
      return (Array(bytes[trimmed(bytes, start..<end)]), end)
    }
    var end = start
    while end < bytes.count, isWord(bytes[end]) { end += 1 }
    return (Array(bytes[start..<end]), end)
  }

  private func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard !wanted.isEmpty, start <= bytes.count - wanted.count else { return nil }
    var position = max(0, start)
    while position <= bytes.count - wanted.count {
      if bytes[position] == wanted[0],
        bytes[position..<position + wanted.count].elementsEqual(wanted)
      {
        return position
      }
      position += 1
    }
    return nil
  }

  private func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }

  /// Where no delimiter of pairs is given, a key or value is a run of these.
  private func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      || ((byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z"))
  }
}
