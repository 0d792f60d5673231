/// The text of any value, as `tostring` gives it; null is "".
package enum ValueText {
  /// Appends the text of one row.
  package static func append(_ vector: ColumnVector, _ row: Int, to bytes: inout [UInt8]) {
    if vector.isNull(row) { return }
    let index = vector.index(row)
    switch vector.storage {
    case .bool(let values): bytes.append(contentsOf: (values[index] != 0 ? "true" : "false").utf8)
    case .int(let values): IntegerText.append(Int64(values[index]), to: &bytes)
    case .long(let values):
      switch vector.type {
      case .datetime: DatetimeText.append(values[index], to: &bytes)
      case .timespan: TimespanText.append(values[index], to: &bytes)
      case .bool, .int, .long, .real, .decimal, .string, .dynamic, .guid, .unknown:
        IntegerText.append(values[index], to: &bytes)
      }
    case .real(let values): RealText.append(values[index], to: &bytes)
    case .decimal(let values): DecimalText.append(values[index], to: &bytes)
    case .string: vector.withUTF8(row) { bytes.append(contentsOf: $0) }
    case .dynamic(let values): DynamicText.append(values[index], to: &bytes)
    case .guid(let values):
      let bits = values[index]
      GuidText.append(
        high: UInt64(truncatingIfNeeded: bits >> 64), low: UInt64(truncatingIfNeeded: bits),
        to: &bytes)
    }
  }
}
