import Columns

/// The values of one argument, row by row; nil is null.
///
/// A constant gives its value for every row.
///
/// Reads slices of arrays: the subscript of a `ColumnSlice` is not specialized in this module, which
/// costs a third of a loop that does little else.
struct RowReader<Element: Sendable> {
  private let values: ArraySlice<Element>
  private let validity: ArraySlice<UInt8>?
  /// Where the first row stands in each.
  private let valueStart: Int
  private let validityStart: Int
  /// 0 for a constant.
  private let step: Int

  init(_ values: ColumnSlice<Element>, of column: ColumnVector) {
    self.values = values.elements
    validity = column.validity?.elements
    valueStart = self.values.startIndex
    validityStart = validity?.startIndex ?? 0
    step = column.isConstant ? 0 : 1
  }

  @inline(__always)
  subscript(row: Int) -> Element? {
    let index = row &* step
    if let validity, validity[validityStart + index] == 0 { return nil }
    return values[valueStart + index]
  }
}

extension ColumnVector {
  var boolRows: RowReader<UInt8> { RowReader(bools, of: self) }
  var intRows: RowReader<Int32> { RowReader(ints, of: self) }
  /// Of long, datetime and timespan columns.
  var longRows: RowReader<Int64> { RowReader(longs, of: self) }
  var realRows: RowReader<Double> { RowReader(reals, of: self) }
  var decimalRows: RowReader<DecimalValue> { RowReader(decimals, of: self) }
  var dynamicRows: RowReader<DynamicValue> { RowReader(dynamics, of: self) }
  var guidRows: RowReader<UInt128> { RowReader(guids, of: self) }

  /// The text of a constant string argument, or nil where it may change from row to row.
  var constantText: [UInt8]? {
    guard isConstant, count > 0 else { return nil }
    return withUTF8(0) { Array($0) }
  }
}
