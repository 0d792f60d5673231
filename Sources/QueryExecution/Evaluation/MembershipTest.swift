import Columns

/// `in` and `!in`: whether a value equals one of others.
///
/// Constants, arrays and subqueries become a set that is looked up; elements that change from row
/// to row are compared one by one. As an or of equalities, null is in a list only as null: a list
/// with a null in it leaves a null value undecided.
final class MembershipTest {
  private let isNegated: Bool
  private let hasNullElement: Bool
  private let longs: Set<Int64>
  /// One or two elements are compared without hashing.
  private let fewLongs: [Int64]
  private let others: Set<ScalarValue>
  let varying: [Expression]
  private let memo = DictionaryMemo()

  init(type: ScalarType, constants: [ScalarValue], varying: [Expression], isNegated: Bool) {
    self.isNegated = isNegated
    self.varying = varying
    hasNullElement = constants.contains(where: \.isNull)
    var longs: Set<Int64> = []
    var others: Set<ScalarValue> = []
    for value in constants {
      switch value {
      case .null: continue
      case .int(let value): longs.insert(Int64(value))
      case .long(let value), .datetime(let value), .timespan(let value): longs.insert(value)
      case .real(let value) where value.isNaN: continue
      case .real(let value): others.insert(.real(value == 0 ? 0 : value))
      case .dynamic(let value): others.insert(.dynamic(DynamicOrder.key(value)))
      case .bool, .decimal, .string, .guid: others.insert(value)
      }
    }
    self.longs = longs
    self.fewLongs = longs.count <= 2 ? longs.sorted() : []
    self.others = others
  }

  func evaluate(
    _ value: ColumnVector, _ columns: [ColumnVector], count: Int,
    _ context: inout EvaluationContext
  ) throws -> ColumnVector {
    var found = try foundConstants(value, count: count, &context)
    var undecided = [UInt8](repeating: 0, count: hasNullElement || !varying.isEmpty ? count : 0)
    if hasNullElement {
      for row in 0..<count where value.isNull(row) { undecided[row] = 1 }
    }
    for element in varying {
      let other = try element.evaluate(columns, count: count, &context)
      for row in 0..<count where context.isSelected(row) {
        switch (value.isNull(row), other.isNull(row)) {
        case (true, true): undecided[row] = 1
        case (false, false):
          let isFound =
            other.type == .dynamic
            ? isMember(value.value(at: row), of: other.dynamics[other.index(row)])
            : value.hasSameValue(row, as: other, row)
          if isFound { found[row] = 1 }
        case (true, false), (false, true): continue
        }
      }
    }
    var validity: [UInt8]?
    if undecided.contains(1) {
      validity = found.indices.map { found[$0] | (undecided[$0] ^ 1) }
    }
    if isNegated {
      for row in found.indices { found[row] ^= 1 }
    }
    return .bools(found, validity: validity)
  }

  // MARK: - Implementation

  /// Whether a value equals a dynamic one, or a member of it where that is an array.
  private func isMember(_ value: ScalarValue, of list: DynamicValue) -> Bool {
    let wanted = value.inOneForm
    func isWanted(_ member: DynamicValue) -> Bool {
      if case .dynamic = wanted { return ScalarValue.dynamic(member).inOneForm == wanted }
      return member.compared(with: value.type)?.inOneForm == wanted
    }
    guard case .array(let members) = list else { return isWanted(list) }
    return members.contains(where: isWanted)
  }

  /// 1 where the value is one of the constants; 0 for null.
  private func foundConstants(
    _ value: ColumnVector, count: Int, _ context: inout EvaluationContext
  ) throws -> [UInt8] {
    let flat = value.flattened()
    var found: [UInt8]
    switch flat.storage {
    case .int(let values):
      found = lookUp(values.withUnsafeBufferPointer { $0.map(Int64.init) })
    case .long(let values):
      found = lookUp(Array(values))
    case .string:
      context.memo = memo
      let texts = others
      let result = context.mapToBool(flat, count: count) { text in
        texts.contains(.string(String(decoding: text, as: UTF8.self)))
      }
      return Array(result.flattened().bools)
    case .bool, .real, .decimal, .dynamic, .guid:
      found = (0..<count).map { others.contains(flat.value(at: $0).inOneForm) ? 1 : 0 }
    }
    if let validity = flat.validity {
      for row in 0..<count where validity[row] == 0 { found[row] = 0 }
    }
    return found
  }

  private func lookUp(_ values: [Int64]) -> [UInt8] {
    if fewLongs.count == longs.count {
      var found = [UInt8](repeating: 0, count: values.count)
      for wanted in fewLongs {
        for row in values.indices { found[row] |= values[row] == wanted ? 1 : 0 }
      }
      return found
    }
    return values.map { longs.contains($0) ? 1 : 0 }
  }
}

extension DynamicValue {
  /// The value as the type that it is looked for in; nil for a fraction among whole numbers, which
  /// it would lose.
  func compared(with type: ScalarType) -> ScalarValue? {
    let value = DynamicOrder.key(self)
    if case .real = value, type == .int || type == .long { return nil }
    return Conversion.convert(value.scalar, to: type)
  }
}

extension ScalarValue {
  /// Minus zero equals zero, and 1.0 in a dynamic value equals 1.
  fileprivate var inOneForm: ScalarValue {
    if case .real(let value) = self, value == 0 { return .real(0) }
    if case .dynamic(let value) = self { return .dynamic(DynamicOrder.key(value)) }
    return self
  }
}
