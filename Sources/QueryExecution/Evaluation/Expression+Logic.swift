import Columns

/// `and` and `or`: each term is worked out only for rows that the ones before leave open.
extension Expression {
  /// `decisive` ends it: false for `and`, true for `or`.
  func evaluateTerms(
    _ terms: [Expression], _ columns: [ColumnVector], _ count: Int,
    _ context: inout EvaluationContext, decidedBy decisive: Bool
  ) throws -> ColumnVector {
    let outer = context.selection
    defer { context.selection = outer }
    var result: ColumnVector?
    for term in terms {
      let vector = try term.evaluate(columns, count: count, &context).flattened()
      let known =
        result.map { ThreeValuedLogic.combine($0, vector, decidedBy: decisive, count) } ?? vector
      result = known
      guard term !== terms.last else { break }
      guard let open = openRows(known, decidedBy: decisive, within: outer) else { break }
      context.selection = ColumnSlice(open)
    }
    return result ?? .constant(.bool(!decisive), count: count)
  }

  /// A mask of the rows that the next term must be worked out for; nil if there are none.
  private func openRows(
    _ known: ColumnVector, decidedBy decisive: Bool, within outer: ColumnSlice<UInt8>?
  ) -> [UInt8]? {
    let decided: UInt8 = decisive ? 1 : 0
    var open = known.bools.withUnsafeBufferPointer { $0.map { $0 ^ decided } }
    if let validity = known.validity {
      for row in open.indices { open[row] |= validity[row] ^ 1 }
    }
    if let outer { open = byteAnd(open, Array(outer)) }
    return open.contains(1) ? open : nil
  }
}
