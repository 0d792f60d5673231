/// Taking and repeating rows.
extension ColumnVector {
  /// The rows of `range`; copies nothing.
  package subscript(range: Range<Int>) -> ColumnVector {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "rows of the column")
    if isConstant { return withCount(range.count) }
    let part: Storage
    switch storage {
    case .bool(let values): part = .bool(values[range])
    case .int(let values): part = .int(values[range])
    case .long(let values): part = .long(values[range])
    case .real(let values): part = .real(values[range])
    case .decimal(let values): part = .decimal(values[range])
    case .string(let ids, let dictionary): part = .string(ids[range], dictionary)
    case .dynamic(let values): part = .dynamic(values[range])
    case .guid(let values): part = .guid(values[range])
    }
    return ColumnVector(type: type, count: range.count, storage: part, validity: validity?[range])
  }

  /// The rows with these numbers, in their order.
  package func gathered(_ rows: [Int32]) -> ColumnVector {
    if isConstant { return withCount(rows.count) }
    let part: Storage
    switch storage {
    case .bool(let values): part = .bool(values.gathered(rows))
    case .int(let values): part = .int(values.gathered(rows))
    case .long(let values): part = .long(values.gathered(rows))
    case .real(let values): part = .real(values.gathered(rows))
    case .decimal(let values): part = .decimal(values.gathered(rows))
    case .string(let ids, let dictionary): part = .string(ids.gathered(rows), dictionary)
    case .dynamic(let values): part = .dynamic(values.gathered(rows))
    case .guid(let values): part = .guid(values.gathered(rows))
    }
    return ColumnVector(
      type: type, count: rows.count, storage: part, validity: validity?.gathered(rows))
  }

  /// The same values, each row having its own; copies nothing unless this is a constant.
  package func flattened() -> ColumnVector {
    guard isConstant else { return self }
    let part: Storage
    switch storage {
    case .bool(let values): part = .bool(values.repeated(count))
    case .int(let values): part = .int(values.repeated(count))
    case .long(let values): part = .long(values.repeated(count))
    case .real(let values): part = .real(values.repeated(count))
    case .decimal(let values): part = .decimal(values.repeated(count))
    case .string(let ids, let dictionary): part = .string(ids.repeated(count), dictionary)
    case .dynamic(let values): part = .dynamic(values.repeated(count))
    case .guid(let values): part = .guid(values.repeated(count))
    }
    return ColumnVector(
      type: type, count: count, storage: part, validity: validity?.repeated(count))
  }

  /// A constant for another number of rows.
  package func withCount(_ count: Int) -> ColumnVector {
    precondition(isConstant, "a constant")
    return ColumnVector(
      type: type, count: count, storage: storage, validity: validity, isConstant: true)
  }

  /// The same storage under another type that is stored alike (long, datetime, timespan).
  package func relabelled(_ type: ScalarType) -> ColumnVector {
    ColumnVector(
      type: type, count: count, storage: storage, validity: validity, isConstant: isConstant)
  }

  /// The same values with other validity.
  package func withValidity(_ validity: [UInt8]?) -> ColumnVector {
    ColumnVector(
      type: type, count: count, storage: storage, validity: validity.map { ColumnSlice($0) },
      isConstant: isConstant)
  }
}

extension ColumnSlice {
  fileprivate func gathered(_ rows: [Int32]) -> ColumnSlice {
    withUnsafeBufferPointer { values in
      ColumnSlice(
        [Element](unsafeUninitializedCapacity: rows.count) { buffer, made in
          guard let target = buffer.baseAddress else { return }
          for (place, row) in rows.enumerated() {
            (target + place).initialize(to: values[Int(row)])
          }
          made = rows.count
        })
    }
  }

  fileprivate func repeated(_ count: Int) -> ColumnSlice {
    ColumnSlice([Element](repeating: self[0], count: count))
  }
}
