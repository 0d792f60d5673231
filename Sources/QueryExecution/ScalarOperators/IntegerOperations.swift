/// Integer arithmetic that can go over the edge.
protocol IntegerOperation: BinaryOperation
where Left == Int64, Right == Int64, Result == Int64 {
  /// The sign bit is set where `result`, wrapped, is not the true result.
  func overflow(_ a: Int64, _ b: Int64, _ result: Int64) -> Int64
  func checked(_ a: Int64, _ b: Int64) -> Int64?
}

struct IntegerAddition: IntegerOperation {
  @inline(__always)
  func callAsFunction(_ a: Int64, _ b: Int64) -> Int64 { a &+ b }

  @inline(__always)
  func overflow(_ a: Int64, _ b: Int64, _ result: Int64) -> Int64 { (a ^ result) & (b ^ result) }

  func checked(_ a: Int64, _ b: Int64) -> Int64? {
    let (value, isOver) = a.addingReportingOverflow(b)
    return isOver ? nil : value
  }
}

struct IntegerSubtraction: IntegerOperation {
  @inline(__always)
  func callAsFunction(_ a: Int64, _ b: Int64) -> Int64 { a &- b }

  @inline(__always)
  func overflow(_ a: Int64, _ b: Int64, _ result: Int64) -> Int64 { (a ^ b) & (a ^ result) }

  func checked(_ a: Int64, _ b: Int64) -> Int64? {
    let (value, isOver) = a.subtractingReportingOverflow(b)
    return isOver ? nil : value
  }
}

struct IntegerMultiplication: IntegerOperation {
  @inline(__always)
  func callAsFunction(_ a: Int64, _ b: Int64) -> Int64 { a &* b }

  @inline(__always)
  func overflow(_ a: Int64, _ b: Int64, _: Int64) -> Int64 {
    a.multipliedReportingOverflow(by: b).overflow ? -1 : 0
  }

  func checked(_ a: Int64, _ b: Int64) -> Int64? {
    let (value, isOver) = a.multipliedReportingOverflow(by: b)
    return isOver ? nil : value
  }
}

struct QuotientByConstant: UnaryOperation {
  let divisor: ConstantDivisor

  @inline(__always)
  func callAsFunction(_ a: Int64) -> Int64 { divisor.quotient(a) }
}

struct ModuloByConstant: UnaryOperation {
  let divisor: ConstantDivisor

  @inline(__always)
  func callAsFunction(_ a: Int64) -> Int64 { divisor.modulo(a) }
}
