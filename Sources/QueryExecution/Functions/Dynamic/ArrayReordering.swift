import Columns
import QueryPlanning

/// Arrays made of an array's elements in other places: `array_rotate_left`, `array_shift_right`,
/// `array_split` and their kin; and `array_iff`.
///
/// What is no array gives null.
enum ArrayReordering {
  static let functions: [ScalarFunction] = [
    rotate("array_rotate_left", "start", "[2,3,1]", sign: 1),
    rotate("array_rotate_right", "end", "[3,1,2]", sign: -1),
    shift("array_shift_left", "start", "[2,3,null]", sign: 1),
    shift("array_shift_right", "end", "[null,1,2]", sign: -1),
    ScalarFunction(
      "array_split", .taking(.dynamic("array"), .dynamic("index"), giving: .dynamic),
      .taking(.dynamic("array"), .long("index"), giving: .dynamic),
      summary: "The array cut at a position, or at several; negative ones count from the end.",
      example: ("print array_split(dynamic([1, 2, 3, 4]), 1)", "[[1],[2,3,4]]")
    ) { context, arguments, count in
      let arrays = arguments[0].dynamicRows
      return context.dynamicRows(count, of: arguments) { row in
        guard let array = arrays[row].flatMap(ArrayFunctions.members),
          let places = positions(DynamicValue(arguments[1].value(at: row)), in: array.count)
        else { return .null }
        return .array(split(array, at: places))
      }
    },
    ScalarFunction(
      "array_iff", aliases: ["array_iif"],
      .taking(.dynamic("conditions"), .any("then"), .any("otherwise"), giving: .dynamic),
      summary: "For each condition in an array the element of one array or of another, or a value.",
      example: (
        "print array_iff(dynamic([true, false]), dynamic([1, 2]), dynamic([3, 4]))", "[1,4]"
      )
    ) { context, arguments, count in
      let conditions = arguments[0].dynamicRows
      return context.dynamicRows(count, of: arguments) { row in
        guard let array = conditions[row].flatMap(ArrayFunctions.members) else { return .null }
        let yes = DynamicValue(arguments[1].value(at: row))
        let no = DynamicValue(arguments[2].value(at: row))
        return .array(
          array.enumerated().map { index, condition in
            guard let isTrue = truth(condition) else { return .null }
            return element(isTrue ? yes : no, at: index)
          })
      }
    },
  ]

  // MARK: - Implementation

  private static func rotate(
    _ name: String, _ place: String, _ answer: String, sign: Int64
  ) -> ScalarFunction {
    ScalarFunction(
      name, .taking(.dynamic("array"), .long("count"), giving: .dynamic),
      summary: "The array with so many elements moved from its \(place) to the other.",
      example: ("print \(name)(dynamic([1, 2, 3]), 1)", answer)
    ) { context, arguments, count in
      let arrays = arguments[0].dynamicRows
      let counts = arguments[1].longRows
      return context.dynamicRows(count, of: arguments) { row in
        guard let array = arrays[row].flatMap(ArrayFunctions.members), let steps = counts[row]
        else { return .null }
        guard !array.isEmpty else { return .array([]) }
        let size = Int64(array.count)
        let start = Int((steps % size * sign + size) % size)
        return .array(Array(array[start...] + array[..<start]))
      }
    }
  }

  private static func shift(
    _ name: String, _ place: String, _ answer: String, sign: Int64
  ) -> ScalarFunction {
    ScalarFunction(
      name,
      .taking(.dynamic("array"), .long("count"), .any("default"), optional: 1, giving: .dynamic),
      summary: "The array moved over its \(place); a value, else null or \"\", fills the gap.",
      example: ("print \(name)(dynamic([1, 2, 3]), 1)", answer)
    ) { context, arguments, count in
      let arrays = arguments[0].dynamicRows
      let counts = arguments[1].longRows
      return context.dynamicRows(count, of: arguments) { row in
        guard let array = arrays[row].flatMap(ArrayFunctions.members), let steps = counts[row]
        else { return .null }
        let filler =
          arguments.count > 2 ? DynamicValue(arguments[2].value(at: row)) : emptiness(of: array)
        let size = Int64(array.count)
        let by = max(-size, min(size, steps)) * sign
        return .array(
          (0..<size).map { place in
            let index = place + by
            return index >= 0 && index < size ? array[Int(index)] : filler
          })
      }
    }
  }

  /// "" for an array of texts, else null.
  private static func emptiness(of array: [DynamicValue]) -> DynamicValue {
    let areTexts = array.allSatisfy { value in
      if case .string = value { return true }
      return false
    }
    return areTexts && !array.isEmpty ? .string("") : .null
  }

  /// The places to cut at, ascending; nil where one is no whole number.
  private static func positions(_ value: DynamicValue, in size: Int) -> [Int]? {
    switch value {
    case .long(let number):
      let place = number < 0 ? number + Int64(size) : number
      return [Int(max(0, min(Int64(size), place)))]
    case .array(let members):
      var places: [Int] = []
      for member in members {
        guard case .long = member, let place = positions(member, in: size) else { return nil }
        places += place
      }
      return places.sorted()
    case .null, .bool, .real, .string, .datetime, .timespan, .bag: return nil
    }
  }

  private static func split(_ array: [DynamicValue], at places: [Int]) -> [DynamicValue] {
    var parts: [DynamicValue] = []
    var start = 0
    for place in places + [array.count] {
      parts.append(.array(Array(array[start..<place])))
      start = place
    }
    return parts
  }

  private static func truth(_ value: DynamicValue) -> Bool? {
    switch value {
    case .bool(let flag): return flag
    case .long(let number): return number != 0
    case .real(let number): return number.isNaN ? nil : number != 0
    case .null, .string, .datetime, .timespan, .array, .bag: return nil
    }
  }

  private static func element(_ value: DynamicValue, at index: Int) -> DynamicValue {
    guard case .array(let members) = value else { return value }
    return index < members.count ? members[index] : .null
  }
}
