/// Joins vectors of one type, one after the other, to one column.
///
/// String vectors that share a dictionary keep it; otherwise their strings are gathered in a new
/// one, each dictionary entry once.
package struct ColumnBuilder: Sendable {
  fileprivate enum Values: Sendable {
    case bool([UInt8])
    case int([Int32])
    case long([Int64])
    case real([Double])
    case decimal([DecimalValue])
    case string(StringMerger)
    case dynamic([DynamicValue])
    case guid([UInt128])
  }

  package let type: ScalarType
  package private(set) var count = 0
  private var values: Values
  private var validity: [UInt8]?

  package init(_ type: ScalarType) {
    self.type = type
    switch type {
    case .bool: values = .bool([])
    case .int: values = .int([])
    case .long, .datetime, .timespan: values = .long([])
    case .real: values = .real([])
    case .decimal: values = .decimal([])
    case .string: values = .string(StringMerger())
    case .dynamic, .unknown: values = .dynamic([])
    case .guid: values = .guid([])
    }
  }

  /// Bytes held, for limits; of dynamic values only their handles.
  package var byteCount: Int {
    let width: Int
    switch values {
    case .bool: width = 1
    case .int: width = 4
    case .long, .real: width = 8
    case .decimal: width = 32
    case .guid: width = 16
    case .dynamic: width = MemoryLayout<DynamicValue>.stride
    case .string(let merger): return merger.byteCount
    }
    return count * width + (validity?.count ?? 0)
  }

  package mutating func append(_ vector: ColumnVector) {
    let flat = vector.flattened()
    if let mask = flat.validity {
      if validity == nil { validity = [UInt8](repeating: 1, count: count) }
      mask.withUnsafeBufferPointer { validity?.append(contentsOf: $0) }
    } else if validity != nil {
      validity?.append(contentsOf: repeatElement(1, count: flat.count))
    }
    count += flat.count
    switch flat.storage {
    case .bool(let more): values.appendBools(more)
    case .int(let more): values.appendInts(more)
    case .long(let more): values.appendLongs(more)
    case .real(let more): values.appendReals(more)
    case .decimal(let more): values.appendDecimals(more)
    case .dynamic(let more): values.appendDynamics(more)
    case .guid(let more): values.appendGuids(more)
    case .string(let ids, let dictionary): values.appendStrings(ids, dictionary)
    }
  }

  package consuming func finish() -> ColumnVector {
    let mask = validity.map { ColumnSlice($0) }
    let storage: ColumnVector.Storage
    switch values {
    case .bool(let all): storage = .bool(ColumnSlice(all))
    case .int(let all): storage = .int(ColumnSlice(all))
    case .long(let all): storage = .long(ColumnSlice(all))
    case .real(let all): storage = .real(ColumnSlice(all))
    case .decimal(let all): storage = .decimal(ColumnSlice(all))
    case .dynamic(let all): storage = .dynamic(ColumnSlice(all))
    case .guid(let all): storage = .guid(ColumnSlice(all))
    case .string(let merger): return merger.finish()
    }
    return ColumnVector(type: type, count: count, storage: storage, validity: mask)
  }
}

/// Each takes the array out while it grows, so that it stays uniquely referenced and is not copied.
extension ColumnBuilder.Values {
  fileprivate mutating func appendBools(_ more: ColumnSlice<UInt8>) {
    guard case .bool(var all) = self else { preconditionFailure("vectors of one type") }
    self = .bool([])
    more.append(to: &all)
    self = .bool(all)
  }

  fileprivate mutating func appendInts(_ more: ColumnSlice<Int32>) {
    guard case .int(var all) = self else { preconditionFailure("vectors of one type") }
    self = .int([])
    more.append(to: &all)
    self = .int(all)
  }

  fileprivate mutating func appendLongs(_ more: ColumnSlice<Int64>) {
    guard case .long(var all) = self else { preconditionFailure("vectors of one type") }
    self = .long([])
    more.append(to: &all)
    self = .long(all)
  }

  fileprivate mutating func appendReals(_ more: ColumnSlice<Double>) {
    guard case .real(var all) = self else { preconditionFailure("vectors of one type") }
    self = .real([])
    more.append(to: &all)
    self = .real(all)
  }

  fileprivate mutating func appendDecimals(_ more: ColumnSlice<DecimalValue>) {
    guard case .decimal(var all) = self else { preconditionFailure("vectors of one type") }
    self = .decimal([])
    more.append(to: &all)
    self = .decimal(all)
  }

  fileprivate mutating func appendDynamics(_ more: ColumnSlice<DynamicValue>) {
    guard case .dynamic(var all) = self else { preconditionFailure("vectors of one type") }
    self = .dynamic([])
    more.append(to: &all)
    self = .dynamic(all)
  }

  fileprivate mutating func appendGuids(_ more: ColumnSlice<UInt128>) {
    guard case .guid(var all) = self else { preconditionFailure("vectors of one type") }
    self = .guid([])
    more.append(to: &all)
    self = .guid(all)
  }

  fileprivate mutating func appendStrings(
    _ ids: ColumnSlice<Int32>, _ dictionary: StringDictionary
  ) {
    guard case .string(var all) = self else { preconditionFailure("vectors of one type") }
    self = .bool([])
    all.append(ids, dictionary)
    self = .string(all)
  }
}

extension ColumnSlice {
  fileprivate func append(to all: inout [Element]) {
    withUnsafeBufferPointer { all.append(contentsOf: $0) }
  }
}
