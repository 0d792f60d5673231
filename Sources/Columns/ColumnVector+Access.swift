/// Typed views. Asking for the wrong type is a mistake of the engine, never of a query.
extension ColumnVector {
  package var bools: ColumnSlice<UInt8> {
    guard case .bool(let values) = storage else { preconditionFailure("a bool column") }
    return values
  }

  package var ints: ColumnSlice<Int32> {
    guard case .int(let values) = storage else { preconditionFailure("an int column") }
    return values
  }

  /// The values of a long, datetime or timespan column.
  package var longs: ColumnSlice<Int64> {
    guard case .long(let values) = storage else { preconditionFailure("a long column") }
    return values
  }

  package var reals: ColumnSlice<Double> {
    guard case .real(let values) = storage else { preconditionFailure("a real column") }
    return values
  }

  package var decimals: ColumnSlice<DecimalValue> {
    guard case .decimal(let values) = storage else { preconditionFailure("a decimal column") }
    return values
  }

  package var stringIDs: ColumnSlice<Int32> {
    guard case .string(let ids, _) = storage else { preconditionFailure("a string column") }
    return ids
  }

  package var dictionary: StringDictionary {
    guard case .string(_, let dictionary) = storage else { preconditionFailure("a string column") }
    return dictionary
  }

  package var dynamics: ColumnSlice<DynamicValue> {
    guard case .dynamic(let values) = storage else { preconditionFailure("a dynamic column") }
    return values
  }

  package var guids: ColumnSlice<UInt128> {
    guard case .guid(let values) = storage else { preconditionFailure("a guid column") }
    return values
  }

  /// The UTF-8 of a row of a string column, without making a `String`.
  package func withUTF8<Result>(
    _ row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    guard case .string(let ids, let dictionary) = storage else {
      preconditionFailure("a string column")
    }
    return try dictionary.withUTF8(ids[index(row)], body)
  }

  /// The value of one row, for showing it or taking a constant; not for work row by row.
  package func value(at row: Int) -> ScalarValue {
    if isNull(row) { return .null(type) }
    let index = index(row)
    switch storage {
    case .bool(let values): return .bool(values[index] != 0)
    case .int(let values): return .int(values[index])
    case .long(let values):
      switch type {
      case .datetime: return .datetime(values[index])
      case .timespan: return .timespan(values[index])
      case .bool, .int, .long, .real, .decimal, .string, .dynamic, .guid, .unknown:
        return .long(values[index])
      }
    case .real(let values): return .real(values[index])
    case .decimal(let values): return .decimal(values[index])
    case .string(let ids, let dictionary): return .string(dictionary.string(ids[index]))
    case .dynamic(let values): return .dynamic(values[index])
    case .guid(let values):
      let bits = values[index]
      return .guid(
        high: UInt64(truncatingIfNeeded: bits >> 64), low: UInt64(truncatingIfNeeded: bits))
    }
  }
}
