import Columns

/// The values of one argument, row by row; nil is null.
///
/// A constant gives its value for every row.
struct RowReader<Element: Sendable> {
  private let values: ColumnSlice<Element>
  private let validity: ColumnSlice<UInt8>?
  /// 0 for a constant.
  private let step: Int

  init(_ values: ColumnSlice<Element>, of column: ColumnVector) {
    self.values = values
    validity = column.validity
    step = column.isConstant ? 0 : 1
  }

  @inline(__always)
  subscript(row: Int) -> Element? {
    let index = row &* step
    if let validity, validity[index] == 0 { return nil }
    return values[index]
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
