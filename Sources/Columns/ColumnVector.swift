/// Values of one type, one a row; parts of it may be shared with other vectors.
///
/// A constant vector holds its one value once, whatever its `count`: read values through
/// `index(_:)` or `flattened()` before walking them. A row whose validity byte is 0 is null and its
/// value may be anything; strings are never null.
package struct ColumnVector: Sendable {
  package enum Storage: Sendable {
    /// One byte a value, 0 or 1.
    case bool(ColumnSlice<UInt8>)
    case int(ColumnSlice<Int32>)
    /// long, datetime and timespan.
    case long(ColumnSlice<Int64>)
    case real(ColumnSlice<Double>)
    case decimal(ColumnSlice<DecimalValue>)
    /// Ids into the dictionary.
    case string(ColumnSlice<Int32>, StringDictionary)
    case dynamic(ColumnSlice<DynamicValue>)
    /// The 128 bits, most significant first.
    case guid(ColumnSlice<UInt128>)
  }

  package let type: ScalarType
  package let count: Int
  package let storage: Storage
  /// A byte a row, 1 where there is a value; nil where all have one.
  ///
  /// One byte for a constant.
  package let validity: ColumnSlice<UInt8>?
  /// The one stored value stands for all rows.
  package let isConstant: Bool

  package init(
    type: ScalarType, count: Int, storage: Storage, validity: ColumnSlice<UInt8>? = nil,
    isConstant: Bool = false
  ) {
    let expected = isConstant ? 1 : count
    precondition(storage.count == expected, "a value for each row")
    precondition(validity.map { $0.count == expected } ?? true, "a validity byte for each row")
    self.type = type
    self.count = count
    self.storage = storage
    self.validity = validity
    self.isConstant = isConstant
  }

  /// Where the value of `row` stands in the storage.
  @inlinable
  package func index(_ row: Int) -> Int { isConstant ? 0 : row }

  @inlinable
  package func isNull(_ row: Int) -> Bool {
    guard let validity else { return false }
    return validity[index(row)] == 0
  }

  /// Known to hold no null.
  @inlinable
  package var isAllValid: Bool { validity == nil }
}

// MARK: - Making columns from values

extension ColumnVector {
  package static func bools(_ values: [UInt8], validity: [UInt8]? = nil) -> ColumnVector {
    ColumnVector(
      type: .bool, count: values.count, storage: .bool(ColumnSlice(values)),
      validity: validity.map { ColumnSlice($0) })
  }

  package static func ints(_ values: [Int32], validity: [UInt8]? = nil) -> ColumnVector {
    ColumnVector(
      type: .int, count: values.count, storage: .int(ColumnSlice(values)),
      validity: validity.map { ColumnSlice($0) })
  }

  /// A column of long, or of `type` datetime or timespan.
  package static func longs(
    _ values: [Int64], validity: [UInt8]? = nil, type: ScalarType = .long
  ) -> ColumnVector {
    ColumnVector(
      type: type, count: values.count, storage: .long(ColumnSlice(values)),
      validity: validity.map { ColumnSlice($0) })
  }

  package static func reals(_ values: [Double], validity: [UInt8]? = nil) -> ColumnVector {
    ColumnVector(
      type: .real, count: values.count, storage: .real(ColumnSlice(values)),
      validity: validity.map { ColumnSlice($0) })
  }

  package static func decimals(
    _ values: [DecimalValue], validity: [UInt8]? = nil
  ) -> ColumnVector {
    ColumnVector(
      type: .decimal, count: values.count, storage: .decimal(ColumnSlice(values)),
      validity: validity.map { ColumnSlice($0) })
  }

  package static func strings(_ ids: [Int32], in dictionary: StringDictionary) -> ColumnVector {
    ColumnVector(
      type: .string, count: ids.count, storage: .string(ColumnSlice(ids), dictionary))
  }

  /// Null is `DynamicValue.null`; a validity mask is made of it where there is one.
  package static func dynamics(_ values: [DynamicValue]) -> ColumnVector {
    var validity: [UInt8]?
    for (row, value) in values.enumerated() {
      if case .null = value {
        if validity == nil { validity = [UInt8](repeating: 1, count: values.count) }
        validity?[row] = 0
      }
    }
    return ColumnVector(
      type: .dynamic, count: values.count, storage: .dynamic(ColumnSlice(values)),
      validity: validity.map { ColumnSlice($0) })
  }

  package static func guids(_ values: [UInt128], validity: [UInt8]? = nil) -> ColumnVector {
    ColumnVector(
      type: .guid, count: values.count, storage: .guid(ColumnSlice(values)),
      validity: validity.map { ColumnSlice($0) })
  }
}

extension ColumnVector.Storage {
  package var count: Int {
    switch self {
    case .bool(let values): return values.count
    case .int(let values): return values.count
    case .long(let values): return values.count
    case .real(let values): return values.count
    case .decimal(let values): return values.count
    case .string(let ids, _): return ids.count
    case .dynamic(let values): return values.count
    case .guid(let values): return values.count
    }
  }
}
