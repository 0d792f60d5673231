/// Counts the rows that a stage gives, for `.explain` and for saying which stage removed the last.
final class CountingOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let stage: Int
  private let run: RunState

  init(_ input: any PhysicalOperator, stage: Int, run: RunState) {
    self.input = input
    self.stage = stage
    self.run = run
  }

  func next() throws -> Batch? {
    guard let batch = try input.next() else { return nil }
    run.countStage(stage, batch.selectedCount)
    return batch
  }
}
