import Columns
import QueryPlanning

/// Some of the rows, each as likely as any other, in their order; the seed of the run decides.
final class SampleOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let types: [ScalarType]
  private let count: Int
  private let run: RunState
  private var output: KeptRows?

  init(_ input: any PhysicalOperator, columns: [PlanColumn], count: Int, run: RunState) {
    self.input = input
    types = columns.map(\.type)
    self.count = count
    self.run = run
  }

  func next() throws -> Batch? {
    if output == nil { output = try choose() }
    return try output?.nextBatch(run)
  }

  // MARK: - Implementation

  private func choose() throws -> KeptRows {
    var collected = RowCollector(types: types, keepsLineage: run.options.keepsLineage)
    var held = 0
    while count > 0, let batch = try input.next()?.compacted() {
      try run.step(batch.count)
      collected.append(columns: batch.columns, count: batch.count, lineage: batch.lineage)
      try run.hold(collected.byteCount - held)
      held = collected.byteCount
    }
    let all = collected.finish()
    guard all.count > count else { return all }
    // Selection sampling (Knuth, The Art of Computer Programming 2, algorithm 3.4.2 S).
    var generator = SplitMix64(state: run.options.seed)
    var rows: [Int32] = []
    rows.reserveCapacity(count)
    for row in 0..<all.count where rows.count < count {
      let left = UInt64(all.count - row)
      if generator.next(below: left) < UInt64(count - rows.count) {
        rows.append(Int32(truncatingIfNeeded: row))
      }
    }
    return KeptRows(
      columns: all.columns.map { $0.gathered(rows) }, count: rows.count,
      lineage: all.lineage.gathered(rows))
  }
}

/// A generator of pseudo-random numbers (Steele, Lea and Flood 2014), the same on every machine.
struct SplitMix64 {
  private var state: UInt64

  init(state: UInt64) { self.state = state }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits &>> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits &>> 31)
  }

  /// A number from 0 up to a limit, which it does not reach.
  mutating func next(below limit: UInt64) -> UInt64 {
    next().multipliedFullWidth(by: limit).high
  }
}
