import Columns
import QueryPlanning
import RegularExpressions

/// Takes texts apart by a pattern; a column for each part that has a name.
///
/// The parts become one regular expression, so that a text is read in linear time.
final class ParseOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let value: Expression
  private let parse: ParseSpecification
  private let pattern: RegularExpression
  private let run: RunState
  private var context: EvaluationContext

  init(
    _ input: any PhysicalOperator, _ parse: ParseSpecification, value: Expression,
    context: EvaluationContext, run: RunState
  ) throws {
    self.input = input
    self.parse = parse
    self.value = value
    self.context = context
    self.run = run
    pattern = try Array(ParsePattern.text(of: parse).utf8).withUnsafeBufferPointer {
      try RegularExpression.compiled($0)
    }
  }

  func next() throws -> Batch? {
    guard let batch = try input.next()?.compacted() else { return nil }
    try run.step(batch.count)
    context.selection = nil
    let texts = try value.evaluate(batch.columns, count: batch.count, &context).flattened()
    var builders = parse.types.map { _ in StringColumnBuilder(capacity: batch.count) }
    var isMatched = [UInt8](repeating: 0, count: batch.count)
    for row in 0..<batch.count {
      if row % 256 == 255 { try context.checkCancellation() }
      texts.withUTF8(row) { text in
        let groups = pattern.firstMatch(in: text)
        isMatched[row] = groups == nil ? 0 : 1
        for column in builders.indices {
          if let range = groups?[column + 1] {
            builders[column].append(UnsafeBufferPointer(rebasing: text[range]))
          } else {
            builders[column].append("")
          }
        }
      }
    }
    var columns = builders.indices.map { index -> ColumnVector in
      let text = builders[index].finish()
      return parse.types[index] == .string
        ? text : Conversion(target: parse.types[index]).apply(text, count: batch.count, context)
    }
    if parse.mode != .relaxed { emptyWhereOneFailed(&columns, &isMatched) }
    let made = batch.replacingColumns(batch.columns + columns)
    guard parse.dropsOthers else { return made }
    let count = isMatched.withUnsafeBufferPointer { countOnes($0) }
    return Batch(
      columns: made.columns, count: made.count, selection: ColumnSlice(isMatched),
      selectedCount: count, lineage: made.lineage)
  }

  // MARK: - Implementation

  /// Where one part does not convert, the row does not fit at all.
  private func emptyWhereOneFailed(_ columns: inout [ColumnVector], _ isMatched: inout [UInt8]) {
    var failed = [UInt8](repeating: 0, count: isMatched.count)
    var hasFailed = false
    for column in columns where column.type != .string {
      for row in isMatched.indices where isMatched[row] != 0 && column.isNull(row) {
        failed[row] = 1
        hasFailed = true
        isMatched[row] = 0
      }
    }
    guard hasFailed else { return }
    columns = columns.map { column in
      let missing = Int32(truncatingIfNeeded: column.count)
      let rows = failed.indices.map { failed[$0] != 0 ? missing : Int32(truncatingIfNeeded: $0) }
      return column.appendingMissing().gathered(rows)
    }
  }
}

/// The regular expression that a `parse` stands for.
enum ParsePattern {
  static func text(of parse: ParseSpecification) -> String {
    var result = "(?s"
    if parse.mode == .regex {
      result = "(?"
      for flag in parse.flags where "imsU".contains(flag) { result.append(flag) }
      result += result == "(?" ? "s" : ""
    }
    result += ")^"
    let isGreedy = parse.mode == .regex
    for (index, part) in parse.parts.enumerated() {
      let isLast = index == parse.parts.count - 1
      switch part {
      case .text(let text):
        result += parse.mode == .regex ? "(?:\(text))" : quoted(text)
      case .column(nil): result += isLast ? ".*" : ".*?"
      case .column(let number?):
        result +=
          "(\(columnPattern(parse.types[number], parse.mode, isGreedy: isGreedy, isLast: isLast)))"
      }
    }
    if parse.mode != .regex { result += "$" }
    return result
  }

  // MARK: - Implementation

  private static func columnPattern(
    _ type: ScalarType, _ mode: ParseSpecification.Mode, isGreedy: Bool, isLast: Bool
  ) -> String {
    let any = isGreedy || isLast ? ".*" : ".*?"
    switch type {
    case .int, .long: return mode == .relaxed ? #"[-+]?\d+|"# + any : #"[-+]?\d+"#
    case .real, .decimal:
      let number = #"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"#
      return mode == .relaxed ? number + "|" + any : number
    case .bool, .string, .datetime, .timespan, .dynamic, .guid, .unknown: return any
    }
  }

  /// The text as a pattern of itself.
  static func quoted(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      if character.isASCII, !character.properties.isAlphabetic,
        !("0"..."9").contains(character), character != "_", character.value >= 0x20
      {
        result.append("\\")
      }
      result.unicodeScalars.append(character)
    }
    return result
  }
}
