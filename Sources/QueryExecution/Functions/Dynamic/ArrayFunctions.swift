import Columns
import QueryPlanning

/// Functions of arrays: `array_length`, `array_concat`, `array_slice`, `array_index_of` and their
/// kin.
///
/// What is no array gives null.
enum ArrayFunctions {
  static let functions: [ScalarFunction] = [
    ScalarFunction(
      "array_length", aliases: ["arraylength"], .taking(.dynamic("array"), giving: .long),
      summary: "The number of elements.", example: ("print array_length(dynamic([1, 2, 3]))", "3")
    ) { context, arguments, count in
      let arrays = arguments[0].dynamicRows
      return context.rows(count, of: arguments, as: .long) { row -> Int64? in
        arrays[row].flatMap(members).map { Int64($0.count) }
      }
    },
    ScalarFunction(
      "array_concat", .taking(.dynamic("array"), isVariadic: true, giving: .dynamic),
      summary: "The elements of all arrays, one after the other, as one.",
      example: ("print array_concat(dynamic([1, 2]), dynamic([3]))", "[1,2,3]")
    ) { context, arguments, count in
      let arrays = arguments.map(\.dynamicRows)
      return context.dynamicRows(count, of: arguments) { row in
        let parts = arrays.compactMap { $0[row].flatMap(members) }
        return parts.isEmpty ? .null : .array(parts.flatMap { $0 })
      }
    },
    ScalarFunction(
      "array_slice", .taking(.dynamic("array"), .long("first"), .long("last"), giving: .dynamic),
      summary: "The elements from one position to another, both counted; -1 is the last.",
      example: ("print array_slice(dynamic([1, 2, 3, 4]), 1, -2)", "[2,3]")
    ) { context, arguments, count in
      let arrays = arguments[0].dynamicRows
      let (firsts, lasts) = (arguments[1].longRows, arguments[2].longRows)
      return context.dynamicRows(count, of: arguments) { row in
        guard let array = arrays[row].flatMap(members), let first = firsts[row],
          let last = lasts[row]
        else { return .null }
        let size = Int64(array.count)
        let from = max(0, first < 0 ? first &+ size : first)
        let to = min(size - 1, last < 0 ? last &+ size : last)
        return from <= to ? .array(Array(array[Int(from)...Int(to)])) : .array([])
      }
    },
    ScalarFunction(
      "array_index_of",
      .taking(
        .dynamic("array"), .any("value"), .long("start"), .long("length"), .long("occurrence"),
        optional: 3, giving: .long),
      summary: "The position of a value in an array, -1 where it is not there.",
      example: ("print array_index_of(dynamic([\"this\", \"is\", \"it\"]), \"is\")", "1"),
      kernel: indexOf),
    ScalarFunction(
      "array_reverse", .taking(.dynamic("array"), giving: .dynamic),
      summary: "The elements from the last to the first.",
      example: ("print array_reverse(dynamic([1, 2, 3]))", "[3,2,1]")
    ) { context, arguments, count in
      let arrays = arguments[0].dynamicRows
      return context.dynamicRows(count, of: arguments) { row in
        arrays[row].flatMap(members).map { .array($0.reversed()) } ?? .null
      }
    },
    ScalarFunction(
      "array_sum", .taking(.dynamic("array"), giving: .real),
      summary: "The sum of an array of numbers; null where another value is among them.",
      example: ("print array_sum(dynamic([1, 2.5]))", "3.5")
    ) { context, arguments, count in
      let arrays = arguments[0].dynamicRows
      return context.rows(count, of: arguments, as: .real) { row -> Double? in
        arrays[row].flatMap(members).flatMap(sum)
      }
    },
    ScalarFunction(
      "zip", .taking(.dynamic("first"), .dynamic("other"), isVariadic: true, giving: .dynamic),
      summary: "An array of the first elements of all arrays, one of the second ones, and so on.",
      example: ("print zip(dynamic([1, 2]), dynamic([\"a\", \"b\"]))", "[[1,\"a\"],[2,\"b\"]]")
    ) { context, arguments, count in
      let arrays = arguments.map(\.dynamicRows)
      return context.dynamicRows(count, of: arguments) { row in
        let parts = arrays.map { $0[row].flatMap(members) ?? [] }
        let length = parts.map(\.count).max() ?? 0
        return .array(
          (0..<length).map { index in
            .array(parts.map { index < $0.count ? $0[index] : .null })
          })
      }
    },
    ScalarFunction(
      "pack_array", .taking(.any("value"), optional: 1, isVariadic: true, giving: .dynamic),
      summary: "An array of the values.", example: ("print pack_array(1, \"a\")", "[1,\"a\"]")
    ) { context, arguments, count in
      context.dynamicRows(count, of: arguments) { row in
        .array(arguments.map { DynamicValue($0.value(at: row)) })
      }
    },
    ScalarFunction(
      "repeat", .taking(.any("value"), .long("count"), giving: .dynamic),
      naming: .prefixed("repeat"), summary: "An array with the value so many times.",
      example: ("print repeat(1, 3)", "[1,1,1]")
    ) { context, arguments, count in
      let counts = arguments[1].longRows
      return try context.dynamicRows(count, of: arguments) { row in
        guard let number = counts[row], number >= 0 else { return .null }
        try requireLength(number, of: "repeat")
        let value = DynamicValue(arguments[0].value(at: row))
        return .array([DynamicValue](repeating: value, count: Int(number)))
      }
    },
  ]

  /// Arrays made by functions may have so many elements.
  static let lengthLimit: Int64 = 1_048_576

  static func requireLength(_ length: Int64, of function: String) throws {
    guard length <= lengthLimit else {
      throw ExecutionError.badArgument(
        function: function, reason: "the array would have more than \(lengthLimit) elements")
    }
  }

  static func members(_ value: DynamicValue) -> [DynamicValue]? {
    if case .array(let members) = value { return members }
    return nil
  }

  // MARK: - Implementation

  private static let indexOf: ScalarFunction.Kernel = { context, arguments, count in
    let arrays = arguments[0].dynamicRows
    let options = arguments.dropFirst(2).map(\.longRows)
    return context.rows(count, of: arguments, as: .long) { row -> Int64? in
      let numbers = options.compactMap { $0[row] }
      guard let array = arrays[row].flatMap(members), numbers.count == options.count else {
        return nil
      }
      var start = numbers.first ?? 0
      let length = numbers.count > 1 ? numbers[1] : -1
      var left = numbers.count > 2 ? numbers[2] : 1
      guard left > 0, length >= -1 else { return nil }
      if start < 0 { start = max(0, start &+ Int64(array.count)) }
      let room = Int64(array.count) - min(start, Int64(array.count))
      let end = length < 0 || length > room ? Int64(array.count) : start + length
      guard start < end else { return -1 }
      let wanted = DynamicOrder.key(DynamicValue(arguments[1].value(at: row)))
      for index in Int(start)..<Int(end) where DynamicOrder.key(array[index]) == wanted {
        left -= 1
        if left == 0 { return Int64(index) }
      }
      return -1
    }
  }

  private static func sum(_ array: [DynamicValue]) -> Double? {
    var total = 0.0
    for member in array {
      switch member {
      case .long(let number): total += Double(number)
      case .real(let number): total += number
      case .null: continue
      case .bool, .string, .datetime, .timespan, .array, .bag: return nil
      }
    }
    return total
  }
}
