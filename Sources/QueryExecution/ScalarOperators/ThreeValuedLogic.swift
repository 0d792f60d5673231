import Columns

/// `and` and `or` of whole columns, with null as the third truth value.
enum ThreeValuedLogic {
  /// `and` where false decides, `or` where true does.
  static func combine(
    _ a: ColumnVector, _ b: ColumnVector, decidedBy decisive: Bool, _ count: Int
  ) -> ColumnVector {
    let (first, second) = (a.flattened(), b.flattened())
    let x = Array(first.bools)
    let y = Array(second.bools)
    guard first.validity != nil || second.validity != nil else {
      return .bools(decisive ? byteOr(x, y) : byteAnd(x, y))
    }
    let decided: UInt8 = decisive ? 1 : 0
    var truth = [UInt8](repeating: decided ^ 1, count: count)
    var validity = [UInt8](repeating: 1, count: count)
    for row in 0..<count {
      let isFirstNull = first.isNull(row)
      let isSecondNull = second.isNull(row)
      if (!isFirstNull && x[row] == decided) || (!isSecondNull && y[row] == decided) {
        truth[row] = decided
      } else if isFirstNull || isSecondNull {
        validity[row] = 0
      }
    }
    return .bools(truth, validity: validity)
  }
}
