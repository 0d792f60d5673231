import Columns
import QueryPlanning

extension AggregateFunction {
  static let buildSchema = AggregateFunction(
    AggregateSignature(
      name: "buildschema",
      overloads: [
        FunctionOverload([Parameter("value", .exactly(.dynamic))], result: .exactly(.dynamic))
      ],
      naming: .prefixed("schema"),
      summary: "The types that dynamic values have, and those of their properties and elements.",
      example: Example(
        "print d = dynamic({\"a\": 1, \"b\": [\"x\"]}) | summarize buildschema(d)",
        "{\"a\":\"long\",\"b\":{\"`indexer`\":\"string\"}}"))
  ) { _ in SchemaAccumulator() }
}

/// Unites the schemas of a group's values.
final class SchemaAccumulator: AggregateAccumulator {
  private var schemas: [DynamicSchema] = []

  var byteCount: Int { schemas.reduce(0) { $0 + $1.byteCount } }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _ context: EvaluationContext) throws {
    schemas.grow(to: rows.groupCount, with: DynamicSchema())
    let values = arguments[0].dynamicRows
    for row in 0..<rows.count {
      guard let value = values[row] else { continue }
      schemas[Int(rows.groups[row])].add(value)
      if row % 1024 == 0 { try context.checkCancellation() }
    }
  }

  func finish(groupCount: Int, _: EvaluationContext) -> [ColumnVector] {
    schemas.grow(to: groupCount, with: DynamicSchema())
    return [.dynamics(schemas.map(\.value))]
  }
}

/// What was seen of values in one place.
private struct DynamicSchema {
  /// Types that are neither array nor bag, in the order in which they came.
  private var types: [String] = []
  /// The schemas of a bag's properties; that of an array's elements under a name of its own.
  private var keys: [String] = []
  private var parts: [String: DynamicSchema] = [:]
  private var isContainer = false

  private static let elements = "`indexer`"

  var byteCount: Int { parts.values.reduce(64 + types.count * 16) { $0 + 64 + $1.byteCount } }

  mutating func add(_ value: DynamicValue) {
    switch value {
    case .null: break
    case .bool: add(type: "bool")
    case .long: add(type: "long")
    case .real: add(type: "double")
    case .string: add(type: "string")
    case .datetime: add(type: "datetime")
    case .timespan: add(type: "timespan")
    case .array(let members):
      isContainer = true
      for member in members { add(member, under: DynamicSchema.elements) }
    case .bag(let properties):
      isContainer = true
      for property in properties { add(property.value, under: property.key) }
    }
  }

  /// A type, a container, or where there are several an array of them; null where nothing was seen.
  var value: DynamicValue {
    var all = types.map { DynamicValue.string($0) }
    if isContainer {
      all.append(
        .bag(
          keys.map { key in
            DynamicValue.Property(key: key, value: parts[key]?.value ?? .null)
          }))
    }
    return all.count > 1 ? .array(all) : all.first ?? .null
  }

  private mutating func add(type: String) {
    if !types.contains(type) { types.append(type) }
  }

  private mutating func add(_ value: DynamicValue, under key: String) {
    if parts[key] == nil { keys.append(key) }
    parts[key, default: DynamicSchema()].add(value)
  }
}
