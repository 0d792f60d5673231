import Columns
import QueryPlanning

extension AggregateFunction {
  static let makeBag = AggregateFunction(
    AggregateSignature(
      name: "make_bag", aliases: ["make_dictionary"],
      overloads: [
        FunctionOverload(
          [
            Parameter("bag", .exactly(.dynamic)),
            Parameter("size", .exactly(.long), isConstant: true),
          ], optional: 1, result: .exactly(.dynamic))
      ],
      naming: .prefixed("bag"),
      summary: "A bag of the properties of all bags; of a repeated key the first value.",
      example: Example(
        "range x from 1 to 2 step 1 | summarize make_bag(bag_pack(strcat(\"n\", x), x))",
        "{\"n1\":1,\"n2\":2}"))
  ) { call in BagAccumulator(size: call.size(1)) }

  static let makeBagIf = AggregateFunction(
    AggregateSignature(
      name: "make_bag_if",
      overloads: [
        FunctionOverload(
          [
            Parameter("bag", .exactly(.dynamic)), Parameter("condition", .exactly(.bool)),
            Parameter("size", .exactly(.long), isConstant: true),
          ], optional: 1, result: .exactly(.dynamic))
      ],
      naming: .prefixed("bag"),
      summary: "A bag of the properties of bags in rows for which the condition is true.",
      example: Example(
        "range x from 1 to 2 step 1 | summarize make_bag_if(bag_pack(strcat(\"n\", x), x), x > 1)",
        "{\"n2\":2}"))
  ) { call in ConditionalAccumulator(BagAccumulator(size: call.size(2)), condition: 1) }
}

/// Puts bags together; what is no bag is passed over.
final class BagAccumulator: AggregateAccumulator {
  private let size: Int
  private var bags: [BagBuilder] = []
  private var propertyCount = 0

  /// Bags have at most `size` properties.
  init(size: Int?) { self.size = min(max(0, size ?? .max), Int(ArrayFunctions.lengthLimit)) }

  var byteCount: Int {
    bags.count * MemoryLayout<BagBuilder>.stride
      + propertyCount * MemoryLayout<DynamicValue.Property>.stride
  }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _: EvaluationContext) {
    bags.grow(to: rows.groupCount, with: BagBuilder())
    let values = arguments[0].dynamicRows
    for row in 0..<rows.count {
      guard case .bag(let properties)? = values[row] else { continue }
      let group = Int(rows.groups[row])
      for property in properties
      where bags[group].position(of: property.key) == nil && bags[group].properties.count < size {
        bags[group].set(property.key, property.value)
        propertyCount += 1
      }
    }
  }

  func finish(groupCount: Int, _: EvaluationContext) -> [ColumnVector] {
    bags.grow(to: groupCount, with: BagBuilder())
    return [.dynamics(bags.map { .bag($0.properties) })]
  }
}
