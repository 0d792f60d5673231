package import Columns
import Diagnostics

extension BoundExpression {
  /// The expressions right below this one.
  package var children: [BoundExpression] {
    switch kind {
    case .constant, .column, .scalarSubquery, .setSubquery, .parameter: return []
    case .call(_, _, let arguments): return arguments
    case .convert(let value): return [value]
    case .navigate(let base, _, _): return [base]
    case .element(let base, let key): return [base, key]
    case .array(let elements): return elements
    }
  }

  /// The same expression over other columns.
  package func mappingColumns(_ transform: (Int) -> BoundExpression.Kind) -> BoundExpression {
    var result = self
    switch kind {
    case .constant, .scalarSubquery, .setSubquery, .parameter: break
    case .column(let index): result.kind = transform(index)
    case .call(let function, let overload, let arguments):
      result.kind = .call(
        function: function, overload: overload,
        arguments: arguments.map { $0.mappingColumns(transform) })
    case .convert(let value): result.kind = .convert(value.mappingColumns(transform))
    case .navigate(let base, let table, let column):
      result.kind = .navigate(base.mappingColumns(transform), table: table, column: column)
    case .element(let base, let key):
      result.kind = .element(base.mappingColumns(transform), key.mappingColumns(transform))
    case .array(let elements): result.kind = .array(elements.map { $0.mappingColumns(transform) })
    }
    return result
  }

  /// Whether its value needs no row, and so is known before the run.
  package var isConstant: Bool {
    if case .column = kind { return false }
    return children.allSatisfy(\.isConstant)
  }

  /// The value, where it is written out.
  package var constantValue: ScalarValue? {
    if case .constant(let value) = kind { return value }
    return nil
  }

  /// How many nodes it has.
  package var nodeCount: Int { children.reduce(1) { $0 + $1.nodeCount } }

  /// Adds the columns that it reads.
  package func collectColumns(into columns: inout Set<Int>) {
    if case .column(let index) = kind { columns.insert(index) }
    for child in children { child.collectColumns(into: &columns) }
  }

  /// The same value in another type; numbers that are written out are widened on the spot.
  package func converted(to target: ScalarType) -> BoundExpression {
    guard type != target, type != .unknown, target != .unknown else { return self }
    var result = self
    result.type = target
    result.reference = nil
    if let value = constantValue, let widened = value.widened(to: target) {
      result.kind = .constant(widened)
    } else {
      result.kind = .convert(self)
    }
    return result
  }

  /// The same value as text that refers to no row, or in another type.
  ///
  /// A column of names stands for its rows too, although the plan calls it text.
  func asPlainText(_ target: ScalarType) -> BoundExpression {
    guard type == .string, constantValue == nil else { return converted(to: target) }
    let plain = BoundExpression(kind: .convert(self), type: .string, range: range)
    return plain.converted(to: target)
  }

  /// A null, said to be of that type.
  func typed(_ type: ScalarType) -> BoundExpression {
    var result = self
    result.type = type
    return result
  }

  /// What stands where nothing could be bound; it fits everything.
  static func unknown(_ range: SourceRange) -> BoundExpression {
    BoundExpression(kind: .constant(.null(.unknown)), type: .unknown, range: range)
  }

  static func constant(_ value: ScalarValue, _ range: SourceRange) -> BoundExpression {
    BoundExpression(kind: .constant(value), type: value.type, range: range)
  }
}

extension ScalarValue {
  /// The same number in a wider type, null in any; nil where that takes more than widening.
  func widened(to target: ScalarType) -> ScalarValue? {
    let integer: Int64
    switch self {
    case .null: return .null(target)
    case .int(let value): integer = Int64(value)
    case .long(let value): integer = value
    case .bool, .real, .decimal, .string, .datetime, .timespan, .dynamic, .guid: return nil
    }
    switch target {
    case .int: return Int32(exactly: integer).map { .int($0) }
    case .long: return .long(integer)
    case .real: return .real(Double(integer))
    case .decimal: return .decimal(DecimalValue(mantissa: Int128(integer), scale: 0))
    case .bool, .string, .datetime, .timespan, .dynamic, .guid, .unknown: return nil
    }
  }
}
