/// The rows of each input, one input after the other.
final class UnionOperator: PhysicalOperator {
  private let inputs: [any PhysicalOperator]
  private var position = 0

  init(_ inputs: [any PhysicalOperator]) { self.inputs = inputs }

  func next() throws -> Batch? {
    while position < inputs.count {
      if let batch = try inputs[position].next() { return batch }
      position += 1
    }
    return nil
  }
}
