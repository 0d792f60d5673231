import Columns

/// `range`: numbers or times in equal steps, made batch by batch as they are asked for.
final class RangeOperator: PhysicalOperator {
  private enum Progress {
    /// `from` + *i* × `step` for the rest of the integers or ticks.
    case integers(from: Int64, step: Int64)
    case reals(from: Double, step: Double)
  }

  private let type: ScalarType
  private let progress: Progress
  /// Rows in all; there can be more than anyone will ever ask for.
  private let rowCount: UInt64
  private var position: UInt64 = 0
  private let run: RunState

  /// The bounds and the step are of the column's type; a datetime steps by a timespan.
  ///
  /// A null among them, or a step away from the end, gives no row; a step of 0 none either, with a
  /// warning.
  init(
    from: ScalarValue, to: ScalarValue, step: ScalarValue, type: ScalarType,
    context: EvaluationContext, run: RunState
  ) {
    self.type = type
    self.run = run
    if let from = from.wholeNumber, let to = to.wholeNumber, let step = step.wholeNumber {
      progress = .integers(from: from, step: step)
      rowCount = RangeOperator.rowCount(from: from, to: to, step: step)
      if step == 0 { context.warn(.emptyRangeStep) }
    } else if let from = from.realNumber, let to = to.realNumber, let step = step.realNumber {
      progress = .reals(from: from, step: step)
      let steps = ((to - from) / step).rounded(.down)
      rowCount = steps >= 0 && step != 0 ? UInt64(exactly: min(steps, 1e18) + 1) ?? 0 : 0
      if step == 0 { context.warn(.emptyRangeStep) }
    } else {
      progress = .integers(from: 0, step: 0)
      rowCount = 0
    }
  }

  func next() throws -> Batch? {
    guard position < rowCount else { return nil }
    let size = Int(min(UInt64(run.options.batchSize), rowCount - position))
    let column: ColumnVector
    switch progress {
    case .integers(let from, let step):
      let first = from &+ Int64(truncatingIfNeeded: position) &* step
      if type == .int {
        column = .ints(
          RangeOperator.sequence(first, step, size).map { Int32(truncatingIfNeeded: $0) })
      } else {
        column = .longs(RangeOperator.sequence(first, step, size), type: type)
      }
    case .reals(let from, let step):
      column = .reals((0..<size).map { from + Double(position &+ UInt64($0)) * step })
    }
    position &+= UInt64(size)
    try run.step(size)
    return Batch(columns: [column], count: size, lineage: .none)
  }

  // MARK: - Implementation

  private static func rowCount(from: Int64, to: Int64, step: Int64) -> UInt64 {
    if step == 0 || (step > 0 ? from > to : from < to) { return 0 }
    let distance = step > 0 ? to.distance(above: from) : from.distance(above: to)
    let steps = distance / step.magnitude
    return steps == .max ? .max : steps + 1
  }

  @inline(never)
  private static func sequence(_ first: Int64, _ step: Int64, _ count: Int) -> [Int64] {
    [Int64](unsafeUninitializedCapacity: count) { values, made in
      var value = first
      for index in 0..<count {
        values[index] = value
        value &+= step
      }
      made = count
    }
  }
}

extension Int64 {
  /// How far it lies above a smaller number; the distance may be larger than any `Int64`.
  fileprivate func distance(above smaller: Int64) -> UInt64 {
    UInt64(bitPattern: self) &- UInt64(bitPattern: smaller)
  }
}

extension ScalarValue {
  fileprivate var wholeNumber: Int64? {
    switch self {
    case .int(let value): return Int64(value)
    case .long(let value), .datetime(let value), .timespan(let value): return value
    case .null, .bool, .real, .decimal, .string, .dynamic, .guid: return nil
    }
  }

  fileprivate var realNumber: Double? {
    switch self {
    case .int(let value): return Double(value)
    case .long(let value): return Double(value)
    case .real(let value): return value.isFinite ? value : nil
    case .null, .bool, .decimal, .string, .datetime, .timespan, .dynamic, .guid: return nil
    }
  }
}
