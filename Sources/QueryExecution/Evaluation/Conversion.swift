import Columns

/// Brings vectors to another type: widening, text forms, and in and out of dynamic.
///
/// What does not convert is null ("" for string).
struct Conversion {
  let target: ScalarType

  func apply(_ vector: ColumnVector, count: Int, _ context: EvaluationContext) -> ColumnVector {
    if vector.type == target { return vector }
    if vector.isConstant {
      let one = convert(vector.withCount(1).flattened())
      return ColumnVector(
        type: target, count: count, storage: one.storage, validity: one.validity, isConstant: true)
    }
    return convert(vector)
  }

  /// One value, as the vectors are converted.
  static func convert(_ value: ScalarValue, to target: ScalarType) -> ScalarValue {
    let vector = ColumnVector(values: [value], type: value.type)
    return vector.type == target ? value : Conversion(target: target).convert(vector).value(at: 0)
  }

  // MARK: - Implementation

  private func convert(_ vector: ColumnVector) -> ColumnVector {
    switch target {
    case .bool:
      return map(vector, ColumnSlice<UInt8>.self, { .bool($0) }, 0) { row in
        truth(vector, row).map { $0 ? 1 : 0 }
      }
    case .int:
      return map(vector, ColumnSlice<Int32>.self, { .int($0) }, 0) { row in
        integer(vector, row).flatMap { Int32(exactly: $0) }
      }
    case .long:
      if case .int(let values) = vector.storage { return widened(values, vector) }
      return map(vector, ColumnSlice<Int64>.self, { .long($0) }, 0) { integer(vector, $0) }
    case .real:
      return converted(toReal: vector)
    case .decimal:
      return map(vector, ColumnSlice<DecimalValue>.self, { .decimal($0) }, .zero) {
        decimal(vector, $0)
      }
    case .datetime:
      return map(vector, ColumnSlice<Int64>.self, { .long($0) }, 0) { datetime(vector, $0) }
    case .timespan:
      return map(vector, ColumnSlice<Int64>.self, { .long($0) }, 0) { timespan(vector, $0) }
    case .string:
      var builder = StringColumnBuilder(capacity: vector.count)
      for row in 0..<vector.count {
        builder.appendRow { ValueText.append(vector, row, to: &$0) }
      }
      return builder.finish()
    case .dynamic, .unknown:
      return .dynamics((0..<vector.count).map { DynamicValue(vector.value(at: $0)) })
    case .guid:
      return map(vector, ColumnSlice<UInt128>.self, { .guid($0) }, 0) { guid(vector, $0) }
    }
  }

  private func map<Element: Sendable>(
    _ vector: ColumnVector, _: ColumnSlice<Element>.Type,
    _ storage: (ColumnSlice<Element>) -> ColumnVector.Storage, _ empty: Element,
    _ body: (Int) -> Element?
  ) -> ColumnVector {
    var values = [Element](repeating: empty, count: vector.count)
    var validity = [UInt8](repeating: 1, count: vector.count)
    var hasNulls = false
    for row in 0..<vector.count {
      if !vector.isNull(row), let value = body(row) {
        values[row] = value
      } else {
        validity[row] = 0
        hasNulls = true
      }
    }
    return ColumnVector(
      type: target, count: vector.count, storage: storage(ColumnSlice(values)),
      validity: hasNulls ? ColumnSlice(validity) : nil)
  }

  private func widened(_ values: ColumnSlice<Int32>, _ vector: ColumnVector) -> ColumnVector {
    let wide = values.withUnsafeBufferPointer { $0.map(Int64.init) }
    return ColumnVector(
      type: .long, count: vector.count, storage: .long(ColumnSlice(wide)),
      validity: vector.validity)
  }

  private func converted(toReal vector: ColumnVector) -> ColumnVector {
    let reals: [Double]
    switch vector.storage {
    case .int(let values): reals = values.withUnsafeBufferPointer { $0.map(Double.init) }
    case .long(let values): reals = values.withUnsafeBufferPointer { $0.map(Double.init) }
    case .bool, .real, .decimal, .string, .dynamic, .guid:
      return map(vector, ColumnSlice<Double>.self, { .real($0) }, 0) { real(vector, $0) }
    }
    return ColumnVector(
      type: .real, count: vector.count, storage: .real(ColumnSlice(reals)),
      validity: vector.validity)
  }
}

// MARK: - One value

extension Conversion {
  private func truth(_ vector: ColumnVector, _ row: Int) -> Bool? {
    switch vector.storage {
    case .bool(let values): return values[row] != 0
    case .int(let values): return values[row] != 0
    case .long(let values): return values[row] != 0
    case .real(let values): return values[row].isNaN ? nil : values[row] != 0
    case .decimal(let values): return values[row].mantissa != 0
    case .string:
      return vector.withUTF8(row) { text in
        if text.matchesIgnoringCase("true") { return true }
        if text.matchesIgnoringCase("false") { return false }
        return IntegerText.parse(text).map { $0 != 0 }
      }
    case .dynamic(let values): return inner(values[row]).flatMap { truth($0, 0) }
    case .guid: return nil
    }
  }

  private func integer(_ vector: ColumnVector, _ row: Int) -> Int64? {
    switch vector.storage {
    case .bool(let values): return Int64(values[row])
    case .int(let values): return Int64(values[row])
    case .long(let values): return values[row]
    case .real(let values): return Int64(exactly: values[row].rounded(.towardZero))
    case .decimal(let values): return Int64(exactly: values[row].truncated.mantissa)
    case .string: return vector.withUTF8(row) { IntegerText.parse($0) }
    case .dynamic(let values): return inner(values[row]).flatMap { integer($0, 0) }
    case .guid: return nil
    }
  }

  private func real(_ vector: ColumnVector, _ row: Int) -> Double? {
    switch vector.storage {
    case .bool(let values): return Double(values[row])
    case .int(let values): return Double(values[row])
    case .long(let values): return Double(values[row])
    case .real(let values): return values[row]
    case .decimal(let values): return values[row].real
    case .string: return vector.withUTF8(row) { RealText.parse($0) }
    case .dynamic(let values): return inner(values[row]).flatMap { real($0, 0) }
    case .guid: return nil
    }
  }

  private func decimal(_ vector: ColumnVector, _ row: Int) -> DecimalValue? {
    switch vector.storage {
    case .bool(let values): return DecimalValue(Int64(values[row]))
    case .int(let values): return DecimalValue(Int64(values[row]))
    case .long(let values): return DecimalValue(values[row])
    case .real(let values): return DecimalText.parse(RealText.string(values[row]))
    case .decimal(let values): return values[row]
    case .string: return vector.withUTF8(row) { DecimalText.parse($0) }
    case .dynamic(let values): return inner(values[row]).flatMap { decimal($0, 0) }
    case .guid: return nil
    }
  }

  private func datetime(_ vector: ColumnVector, _ row: Int) -> Int64? {
    switch vector.storage {
    case .long(let values): return Ticks.isDatetime(values[row]) ? values[row] : nil
    case .int(let values): return Ticks.isDatetime(Int64(values[row])) ? Int64(values[row]) : nil
    case .string: return vector.withUTF8(row) { DatetimeText.parse($0) }
    case .dynamic(let values): return inner(values[row]).flatMap { datetime($0, 0) }
    case .bool, .real, .decimal, .guid: return nil
    }
  }

  private func timespan(_ vector: ColumnVector, _ row: Int) -> Int64? {
    switch vector.storage {
    case .long(let values): return values[row]
    case .int(let values): return Int64(values[row])
    case .string: return vector.withUTF8(row) { TimespanText.parse($0) }
    case .dynamic(let values): return inner(values[row]).flatMap { timespan($0, 0) }
    case .bool, .real, .decimal, .guid: return nil
    }
  }

  private func guid(_ vector: ColumnVector, _ row: Int) -> UInt128? {
    switch vector.storage {
    case .string:
      guard let bits = vector.withUTF8(row, { GuidText.parse($0, ignoresRest: true) }) else {
        return nil
      }
      return UInt128(bits.high) << 64 | UInt128(bits.low)
    case .dynamic(let values): return inner(values[row]).flatMap { guid($0, 0) }
    case .bool, .int, .long, .real, .decimal, .guid: return nil
    }
  }

  /// A one-row vector of what a dynamic value holds; nil for null, arrays and bags.
  private func inner(_ value: DynamicValue) -> ColumnVector? {
    switch value {
    case .null, .array, .bag: return nil
    case .bool(let value): return .bools([value ? 1 : 0])
    case .long(let value): return .longs([value])
    case .real(let value): return .reals([value])
    case .string(let value): return ColumnVector(values: [.string(value)], type: .string)
    case .datetime(let value): return .longs([value], type: .datetime)
    case .timespan(let value): return .longs([value], type: .timespan)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these are the word's letters, in any case.
  ///
  /// `word` is lower-case ASCII.
  fileprivate func matchesIgnoringCase(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      zip(self, word).allSatisfy { $0 | 0x20 == $1 }
    }
  }
}
