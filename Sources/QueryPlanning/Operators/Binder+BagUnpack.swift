import Columns
import Diagnostics
import QueryLanguage

/// `evaluate bag_unpack(d)`: a column for each key of the bags.
extension Binder {
  mutating func bindBagUnpack(
    _ called: TableCallSyntax, _ stage: StageSyntax, _ soFar: BoundPipeline,
    in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    let range = at(stage.range)
    let columns = place.columns
    guard let first = called.arguments.first?.value else {
      report(
        .wrongCount(function: "bag_unpack", count: 0, least: 1, most: 4), at: called.name.range)
      return notKnown(stage, on: columns)
    }
    let bag = bind(first, in: place)
    guard bag.type == .dynamic else {
      if bag.type != .unknown {
        report(
          .wrongArgument(
            operand(first, bag), function: "bag_unpack", expected: [.exactly(.dynamic)]),
          at: first.range)
      }
      return notKnown(stage, on: columns)
    }
    let options = bagOptions(called)
    var slots: [PlanColumn]
    if let written = called.columns {
      slots = written.filter { $0.name.text != "*" }.map {
        PlanColumn(name: $0.name.text, type: bindType($0.type))
      }
    } else {
      guard let bags = probedValues(of: bag, soFar, distinct: false, called) else {
        return notKnown(stage, on: columns)
      }
      slots = Self.slots(of: bags).filter { !options.ignored.contains($0.name) }
    }
    var unpacked: Int?
    if case .column(let index) = bag.kind { unpacked = index }
    let all = passThrough(columns.columns, range)
    let keepsSource = called.columns?.contains { $0.name.text == "*" } ?? true
    var output: [PlanColumn] = []
    var results: [BoundExpression] = []
    let slotNames = Set(slots.map { options.prefix + $0.name })
    for (index, column) in columns.columns.enumerated()
    where index != unpacked && keepsSource && !slotNames.contains(column.name) {
      output.append(column)
      results.append(all[index])
    }
    for slot in slots {
      let name = options.prefix + slot.name
      let known = columns.columns.firstIndex { $0.name == name }
      if let known, known != unpacked, keepsSource, called.columns == nil {
        switch options.conflict {
        case "keep_source":
          output.append(columns.columns[known])
          results.append(all[known])
          continue
        case "replace_source": break
        default: report(.repeatedColumn(name: name), at: called.name.range)
        }
      }
      let key = BoundExpression.constant(.string(slot.name), range)
      let value = BoundExpression(kind: .element(bag, key), type: .dynamic, range: range)
      output.append(PlanColumn(name: name, type: slot.type))
      results.append(value.converted(to: slot.type))
    }
    return (
      BoundStage(kind: .project(results), columns: output, range: range),
      columns.after(stage.keyword.text, columns: output, isOfTable: false)
    )
  }

  // MARK: - Implementation

  private struct BagOptions {
    var prefix = ""
    var conflict = "error"
    var ignored: Set<String> = []
  }

  private mutating func bagOptions(_ called: TableCallSyntax) -> BagOptions {
    var options = BagOptions()
    let names = ["", "OutputColumnPrefix", "columnsConflict", "ignoredProperties"]
    for (position, argument) in called.arguments.enumerated().dropFirst() {
      let name = argument.name?.text ?? (position < names.count ? names[position] : "")
      let value = bind(argument.value, in: .constant).constantValue
      switch (name, value) {
      case ("OutputColumnPrefix", .string(let text)?): options.prefix = text
      case ("columnsConflict", .string(let text)?): options.conflict = text
      case ("ignoredProperties", .dynamic(.array(let members))?):
        for case .string(let text) in members { options.ignored.insert(text) }
      default:
        report(
          .unknownParameter(
            name: name.isEmpty ? "\(position + 1)" : name, function: "bag_unpack",
            parameters: Array(names.dropFirst())), at: argument.value.range)
      }
    }
    return options
  }

  /// The keys of bags in the order of their names, each of the type that all its values share.
  private static func slots(of bags: [ScalarValue]) -> [PlanColumn] {
    var types: [String: ScalarType] = [:]
    for case .dynamic(.bag(let properties)) in bags {
      for property in properties {
        let scalar = property.value.scalar
        if case .null = property.value {
          if types[property.key] == nil { types[property.key] = .unknown }
          continue
        }
        let known = types[property.key] ?? .unknown
        types[property.key] = known == .unknown || known == scalar.type ? scalar.type : .dynamic
      }
    }
    return types.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { key in
      let type = types[key] ?? .dynamic
      return PlanColumn(name: key, type: type == .unknown ? .dynamic : type)
    }
  }
}
