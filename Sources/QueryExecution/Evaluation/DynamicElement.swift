import Columns

/// `d.name`, `d["name"]` and `d[0]`; negative numbers count from the end.
enum DynamicElement {
  static let kernel: ScalarFunction.Kernel = { _, arguments, count in
    let value = arguments[0]
    let key = arguments[1]
    let values = value.dynamics
    let rows = value.isConstant && key.isConstant ? 1 : count
    var result = [DynamicValue](repeating: .null, count: rows)
    for row in 0..<rows where !value.isNull(row) && !key.isNull(row) {
      switch values[value.index(row)] {
      case .bag(let properties):
        guard key.type == .string else { continue }
        let name = key.dictionary.string(key.stringIDs[key.index(row)])
        if let found = properties.first(where: { $0.key == name }) { result[row] = found.value }
      case .array(let members):
        guard let index = position(key, row, count: members.count) else { continue }
        result[row] = members[index]
      case .null, .bool, .long, .real, .string, .datetime, .timespan:
        continue
      }
    }
    let column = ColumnVector.dynamics(result)
    guard rows != count else { return column }
    return ColumnVector(
      type: .dynamic, count: count, storage: column.storage, validity: column.validity,
      isConstant: true)
  }

  private static func position(_ key: ColumnVector, _ row: Int, count: Int) -> Int? {
    let index: Int
    switch key.storage {
    case .int(let values): index = Int(values[key.index(row)])
    case .long(let values): index = Int(values[key.index(row)])
    case .bool, .real, .decimal, .string, .dynamic, .guid: return nil
    }
    let place = index < 0 ? index &+ count : index
    return place >= 0 && place < count ? place : nil
  }
}

/// `[1, x]`: the row's values as an array.
enum DynamicArray {
  static let kernel: ScalarFunction.Kernel = { _, arguments, count in
    let rows = arguments.allSatisfy(\.isConstant) ? 1 : count
    let column = ColumnVector.dynamics(
      (0..<rows).map { row in
        .array(arguments.map { DynamicValue($0.value(at: row)) })
      })
    guard rows != count else { return column }
    return ColumnVector(
      type: .dynamic, count: count, storage: column.storage, validity: column.validity,
      isConstant: true)
  }
}
