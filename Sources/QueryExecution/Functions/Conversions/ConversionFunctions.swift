import Columns
import QueryPlanning

/// `tostring`, `toint`, `todatetime` and their kin: any value as another type; null where it is none.
enum ConversionFunctions {
  static let functions: [ScalarFunction] = [
    convert(
      "tostring", to: .string, "The value as text; null is \"\".", "print tostring(1d)",
      "1.00:00:00"),
    convert(
      "toint", to: .int, "The value as a whole number of 32 bits.", "print toint(\"12\")", "12"),
    convert("tolong", to: .long, "The value as a whole number.", "print tolong(12.9)", "12"),
    convert(
      "toreal", ["todouble"], to: .real, "The value as a real number.", "print toreal(\"1.5\")",
      "1.5"),
    convert(
      "todecimal", to: .decimal, "The value as a decimal.", "print todecimal(\"1.20\")", "1.20"),
    convert(
      "tobool", ["toboolean"], to: .bool, "The value as true or false; numbers are true unless 0.",
      "print tobool(\"TRUE\")", "true"),
    convert(
      "todatetime", to: .datetime, "The text as a datetime.", "print todatetime(\"5 Mar 2024\")",
      "2024-03-05T00:00:00.0000000Z"),
    convert(
      "totimespan", ["totime"], to: .timespan, "The text as a timespan.",
      "print totimespan(\"1.12:30\")", "1.12:30:00"),
    convert(
      "toguid", to: .guid, "The text as a guid.",
      "print toguid(\"74be27de1e4e49d9b579fe0b331d3642\")", "74be27de-1e4e-49d9-b579-fe0b331d3642"),
    ScalarFunction(
      "parse_json", aliases: ["todynamic", "parsejson", "toobject"],
      .taking(.any("text"), giving: .dynamic), naming: .ofArgument,
      summary: "The value of a JSON text; text that is no JSON stays as it is.",
      example: ("print parse_json('{\"a\": [1, 2]}').a[1]", "2"), kernel: parseJSON),
    ScalarFunction(
      "dynamic_to_json", .taking(.any("value"), giving: .string),
      summary: "The value as JSON, bags with their keys sorted: equal values give equal texts.",
      example: (
        "print dynamic_to_json(dynamic({\"b\": [1, \"x\"], \"a\": 2}))", "{\"a\":2,\"b\":[1,\"x\"]}"
      )
    ) { context, arguments, count in
      guard case .dynamic = arguments[0].storage else {
        return Conversion(target: .string).apply(arguments[0], count: count, context)
      }
      let values = arguments[0].dynamicRows
      return context.textRows(count, of: arguments) { row, bytes in
        if let value = values[row] { DynamicText.appendJSON(sortingKeys(value), to: &bytes) }
      }
    },
    ScalarFunction(
      "gettype", .taking(.any("value"), giving: .string), naming: .prefixed("type"),
      summary: "The name of the value's type; of a dynamic value what it holds.",
      example: ("print gettype(dynamic([1]))", "array"), kernel: typeName),
  ]

  // MARK: - Implementation

  private static func convert(
    _ name: String, _ aliases: [String] = [], to type: ScalarType, _ summary: String,
    _ query: String, _ answer: String
  ) -> ScalarFunction {
    ScalarFunction(
      name, aliases: aliases, .taking(.any("value"), giving: type), naming: .ofArgument,
      summary: summary, example: (query, answer)
    ) { context, arguments, count in
      guard arguments[0].type == .string, let parse = parser(type) else {
        return Conversion(target: type).apply(arguments[0], count: count, context)
      }
      return context.mapTextToLong(arguments, count, as: type) { text, _ in parse(text) }
    }
  }

  /// Texts are read once for each dictionary entry where the result is stored as a long.
  private static func parser(
    _ type: ScalarType
  ) -> (@Sendable (UnsafeBufferPointer<UInt8>) -> Int64?)? {
    switch type {
    case .long: return { IntegerText.parse($0) }
    case .datetime: return { DatetimeText.parse($0) }
    case .timespan: return { TimespanText.parse($0) }
    case .bool, .int, .real, .decimal, .string, .dynamic, .guid, .unknown: return nil
    }
  }

  private static let parseJSON: ScalarFunction.Kernel = { context, arguments, count in
    guard arguments[0].type == .string else {
      return Conversion(target: .dynamic).apply(arguments[0], count: count, context)
    }
    // Rows of one text often follow each other.
    var last: (id: Int32, value: DynamicValue)?
    let ids = arguments[0].stringIDs
    return context.dynamicRows(count, of: arguments) { row in
      let id = ids[arguments[0].index(row)]
      if let last, last.id == id { return last.value }
      let value = arguments[0].withUTF8(row) { DynamicText.parse($0) }
      last = (id, value)
      return value
    }
  }

  private static let typeName: ScalarFunction.Kernel = { context, arguments, count in
    guard case .dynamic(let values) = arguments[0].storage else {
      return .constant(.string(arguments[0].type.name), count: count)
    }
    return context.textRows(count, of: arguments) { row, bytes in
      bytes.append(contentsOf: name(of: values[arguments[0].index(row)]).utf8)
    }
  }

  private static func name(of value: DynamicValue) -> String {
    switch value {
    case .null: return "null"
    case .bool: return "bool"
    case .long(let number): return Int32(exactly: number) == nil ? "long" : "int"
    case .real: return "real"
    case .string: return "string"
    case .datetime: return "datetime"
    case .timespan: return "timespan"
    case .array: return "array"
    case .bag: return "dictionary"
    }
  }

  /// Bags within bags too.
  private static func sortingKeys(_ value: DynamicValue) -> DynamicValue {
    switch value {
    case .null, .bool, .long, .real, .string, .datetime, .timespan: return value
    case .array(let members): return .array(members.map(sortingKeys))
    case .bag(let properties):
      let sorted = properties.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      return .bag(
        sorted.map { DynamicValue.Property(key: $0.key, value: sortingKeys($0.value)) })
    }
  }
}
