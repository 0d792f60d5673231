extension ColumnVector {
  /// `count` rows of one value, which is stored once.
  package static func constant(_ value: ScalarValue, count: Int) -> ColumnVector {
    let one = ColumnVector(values: [value], type: value.type)
    return ColumnVector(
      type: one.type, count: count, storage: one.storage, validity: one.validity, isConstant: true)
  }

  /// `count` nulls of that type; empty strings for string.
  package static func nulls(_ type: ScalarType, count: Int) -> ColumnVector {
    constant(.null(type), count: count)
  }

  /// A column of these values, each null or of that type (a null string is "").
  package init(values: [ScalarValue], type: ScalarType) {
    var validity: [UInt8]?
    for (row, value) in values.enumerated() where value.isNull {
      if validity == nil { validity = [UInt8](repeating: 1, count: values.count) }
      validity?[row] = 0
    }
    let storage: Storage
    switch type {
    case .bool:
      storage = .bool(ColumnSlice(values.map { if case .bool(true) = $0 { 1 } else { 0 } }))
    case .int:
      storage = .int(ColumnSlice(values.map { if case .int(let value) = $0 { value } else { 0 } }))
    case .long, .datetime, .timespan:
      storage = .long(ColumnSlice(values.map(\.ticksOrLong)))
    case .real:
      storage = .real(
        ColumnSlice(values.map { if case .real(let value) = $0 { value } else { 0 } }))
    case .decimal:
      storage = .decimal(
        ColumnSlice(
          values.map {
            if case .decimal(let value) = $0 { value } else { DecimalValue(mantissa: 0, scale: 0) }
          }))
    case .string:
      var builder = StringColumnBuilder()
      for value in values {
        if case .string(let text) = value { builder.append(text) } else { builder.append("") }
      }
      self = builder.finish()
      return
    case .dynamic, .unknown:
      self = .dynamics(
        values.map { if case .dynamic(let value) = $0 { value } else { .null } })
      return
    case .guid:
      storage = .guid(
        ColumnSlice(
          values.map {
            if case .guid(let high, let low) = $0 { UInt128(high) << 64 | UInt128(low) } else { 0 }
          }))
    }
    self.init(
      type: type, count: values.count, storage: storage, validity: validity.map { ColumnSlice($0) })
  }
}

extension ScalarValue {
  fileprivate var ticksOrLong: Int64 {
    switch self {
    case .long(let value), .datetime(let value), .timespan(let value): return value
    case .null, .bool, .int, .real, .decimal, .string, .dynamic, .guid: return 0
    }
  }
}
