/// Rows that are not there, as outer joins and looks at other rows meet them.
extension ColumnVector {
  /// The same rows and one more, the last, that is null, "" or refers to no row.
  package func appendingMissing() -> ColumnVector {
    let flat = flattened()
    var mask = flat.validity.map { Array($0) } ?? [UInt8](repeating: 1, count: count)
    mask.append(0)
    let more: Storage
    switch flat.storage {
    case .bool(let values): more = .bool(values.appending(0))
    case .int(let values): more = .int(values.appending(0))
    case .long(let values): more = .long(values.appending(0))
    case .real(let values): more = .real(values.appending(0))
    case .decimal(let values):
      more = .decimal(values.appending(DecimalValue(mantissa: 0, scale: 0)))
    case .dynamic(let values): more = .dynamic(values.appending(.null))
    case .guid(let values): more = .guid(values.appending(0))
    case .string(let ids, let dictionary):
      if let absent = dictionary.absentRow {
        return ColumnVector(
          type: type, count: count + 1, storage: .string(ids.appending(absent), dictionary))
      }
      let longer = StringDictionary(
        bytes: dictionary.bytes, entries: dictionary.entries + [0..<0])
      let empty = Int32(truncatingIfNeeded: dictionary.count)
      return ColumnVector(
        type: type, count: count + 1, storage: .string(ids.appending(empty), longer))
    }
    return ColumnVector(
      type: type, count: count + 1, storage: more, validity: ColumnSlice(mask))
  }
}

extension ColumnSlice {
  fileprivate func appending(_ value: Element) -> ColumnSlice {
    ColumnSlice(Array(self) + [value])
  }
}
