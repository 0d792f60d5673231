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
  /// Nil for groups without a row, which give `[]` as all `make_` aggregates do.
  private var bags: [BagBuilder?] = []
  private var propertyCount = 0

  /// Bags have at most `size` properties.
  init(size: Int?) { self.size = min(max(0, size ?? .max), Int(ArrayFunctions.lengthLimit)) }

  var byteCount: Int {
    bags.count * MemoryLayout<BagBuilder?>.stride
      + propertyCount * MemoryLayout<DynamicValue.Property>.stride
  }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _: EvaluationContext) {
    bags.grow(to: rows.groupCount, with: nil)
    let values = arguments[0].dynamicRows
    for row in 0..<rows.count {
      let group = Int(rows.groups[row])
      // Taken out while it grows, so that it is not copied.
      var bag = bags[group] ?? BagBuilder()
      bags[group] = nil
      if case .bag(let properties)? = values[row] {
        for property in properties
        where bag.position(of: property.key) == nil && bag.properties.count < size {
          bag.set(property.key, property.value)
          propertyCount += 1
        }
      }
      bags[group] = bag
    }
  }

  func finish(groupCount: Int, _: EvaluationContext) -> [ColumnVector] {
    bags.grow(to: groupCount, with: nil)
    return [.dynamics(bags.map { bag in bag.map { .bag($0.properties) } ?? .array([]) })]
  }
}
