import Columns

/// A type of value that columns hold as such.
protocol ColumnElement: Sendable {
  /// What stands in the place of null.
  static var placeholder: Self { get }
  static func column(_ values: [Self], validity: [UInt8]?, type: ScalarType) -> ColumnVector
}

/// Columns made row by row. Where all arguments are constants one row is worked out; rows that
/// nobody will look at are skipped.
extension EvaluationContext {
  func rows<Element: ColumnElement>(
    _ count: Int, of arguments: [ColumnVector], as type: ScalarType,
    _ body: (Int) throws -> Element?
  ) rethrows -> ColumnVector {
    let isConstant = count > 0 && arguments.allSatisfy(\.isConstant)
    let made = isConstant ? 1 : count
    var values = [Element](repeating: Element.placeholder, count: made)
    var validity: [UInt8]?
    for row in 0..<made where isConstant || isSelected(row) {
      if let value = try body(row) {
        values[row] = value
      } else {
        if validity == nil { validity = [UInt8](repeating: 1, count: made) }
        validity?[row] = 0
      }
    }
    let column = Element.column(values, validity: validity, type: type)
    return isConstant ? column.repeated(count) : column
  }

  /// A column of bool; nil is null.
  func boolRows(
    _ count: Int, of arguments: [ColumnVector], _ body: (Int) throws -> Bool?
  ) rethrows -> ColumnVector {
    try rows(count, of: arguments, as: .bool) { row -> UInt8? in
      try body(row).map { $0 ? 1 : 0 }
    }
  }

  /// A column of strings: `body` appends each row's.
  func textRows(
    _ count: Int, of arguments: [ColumnVector], _ body: (Int, inout [UInt8]) throws -> Void
  ) rethrows -> ColumnVector {
    let isConstant = count > 0 && arguments.allSatisfy(\.isConstant)
    let made = isConstant ? 1 : count
    var builder = StringColumnBuilder(capacity: made)
    for row in 0..<made {
      try builder.appendRow { bytes in
        if isConstant || isSelected(row) { try body(row, &bytes) }
      }
    }
    let column = builder.finish()
    return isConstant ? column.repeated(count) : column
  }

  func dynamicRows(
    _ count: Int, of arguments: [ColumnVector], _ body: (Int) throws -> DynamicValue
  ) rethrows -> ColumnVector {
    let isConstant = count > 0 && arguments.allSatisfy(\.isConstant)
    let made = isConstant ? 1 : count
    var values = [DynamicValue](repeating: .null, count: made)
    for row in 0..<made where isConstant || isSelected(row) { values[row] = try body(row) }
    let column = ColumnVector.dynamics(values)
    return isConstant ? column.repeated(count) : column
  }

  /// Strings made from the first argument's text, once for each different text where all other
  /// arguments are constants; `body` reads those at the row it is given.
  mutating func mapText(
    _ arguments: [ColumnVector], _ count: Int,
    _ body: (UnsafeBufferPointer<UInt8>, Int, inout [UInt8]) throws -> Void
  ) rethrows -> ColumnVector {
    if arguments.dropFirst().allSatisfy(\.isConstant) {
      return try mapToString(arguments[0], count: count) { try body($0, 0, &$1) }
    }
    return try textRows(count, of: arguments) { row, bytes in
      try arguments[0].withUTF8(row) { try body($0, row, &bytes) }
    }
  }

  /// As `mapText`, for whole numbers and times.
  mutating func mapTextToLong(
    _ arguments: [ColumnVector], _ count: Int, as type: ScalarType = .long,
    _ body: (UnsafeBufferPointer<UInt8>, Int) throws -> Int64?
  ) rethrows -> ColumnVector {
    if arguments.dropFirst().allSatisfy(\.isConstant) {
      return try mapToLong(arguments[0], count: count, type: type) { try body($0, 0) }
    }
    return try rows(count, of: arguments, as: type) { row in
      try arguments[0].withUTF8(row) { try body($0, row) }
    }
  }

  /// As `mapText`, for truth values.
  mutating func mapTextToBool(
    _ arguments: [ColumnVector], _ count: Int,
    _ body: (UnsafeBufferPointer<UInt8>, Int) throws -> Bool
  ) rethrows -> ColumnVector {
    if arguments.dropFirst().allSatisfy(\.isConstant) {
      return try mapToBool(arguments[0], count: count) { try body($0, 0) }
    }
    return try boolRows(count, of: arguments) { row in
      try arguments[0].withUTF8(row) { try body($0, row) }
    }
  }
}

extension ColumnVector {
  /// This column of one row as a constant of `count` rows.
  fileprivate func repeated(_ count: Int) -> ColumnVector {
    ColumnVector(
      type: type, count: count, storage: storage, validity: validity, isConstant: true)
  }
}

extension Int64: ColumnElement {
  static var placeholder: Int64 { 0 }
  static func column(_ values: [Int64], validity: [UInt8]?, type: ScalarType) -> ColumnVector {
    .longs(values, validity: validity, type: type)
  }
}

extension Int32: ColumnElement {
  static var placeholder: Int32 { 0 }
  static func column(_ values: [Int32], validity: [UInt8]?, type: ScalarType) -> ColumnVector {
    .ints(values, validity: validity)
  }
}

extension Double: ColumnElement {
  static var placeholder: Double { 0 }
  static func column(_ values: [Double], validity: [UInt8]?, type: ScalarType) -> ColumnVector {
    .reals(values, validity: validity)
  }
}

extension DecimalValue: ColumnElement {
  static var placeholder: DecimalValue { .zero }
  static func column(
    _ values: [DecimalValue], validity: [UInt8]?, type: ScalarType
  ) -> ColumnVector {
    .decimals(values, validity: validity)
  }
}

/// Truth values.
extension UInt8: ColumnElement {
  static var placeholder: UInt8 { 0 }
  static func column(_ values: [UInt8], validity: [UInt8]?, type: ScalarType) -> ColumnVector {
    .bools(values, validity: validity)
  }
}

extension UInt128: ColumnElement {
  static var placeholder: UInt128 { 0 }
  static func column(_ values: [UInt128], validity: [UInt8]?, type: ScalarType) -> ColumnVector {
    .guids(values, validity: validity)
  }
}
