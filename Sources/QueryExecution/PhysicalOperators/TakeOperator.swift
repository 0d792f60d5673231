/// The first rows; asks for no more once it has them.
final class TakeOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private var remaining: Int

  init(_ input: any PhysicalOperator, count: Int) {
    self.input = input
    remaining = max(0, count)
  }

  func next() throws -> Batch? {
    guard remaining > 0, let batch = try input.next() else { return nil }
    let part = batch.prefix(remaining)
    remaining -= part.selectedCount
    return part
  }
}
