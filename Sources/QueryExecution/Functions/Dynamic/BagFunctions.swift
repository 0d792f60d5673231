import Columns
import QueryPlanning

/// Functions of bags: `bag_pack`, `bag_keys`, `bag_has_key`, `bag_merge`, `bag_remove_keys`.
enum BagFunctions {
  static let functions: [ScalarFunction] = [
    ScalarFunction(
      "bag_pack", aliases: ["pack", "pack_dictionary"],
      .taking(.text("key"), .any("value"), isVariadic: true, giving: .dynamic),
      summary: "A bag of keys and values by turns; an empty key is left out.",
      example: ("print bag_pack(\"speaker\", \"Ruiz\", \"n\", 2)", "{\"speaker\":\"Ruiz\",\"n\":2}")
    ) { context, arguments, count in
      context.dynamicRows(count, of: arguments) { row in
        var bag = BagBuilder()
        for index in stride(from: 0, to: arguments.count - 1, by: 2) {
          let key = text(arguments[index], row)
          if !key.isEmpty { bag.set(key, DynamicValue(arguments[index + 1].value(at: row))) }
        }
        return .bag(bag.properties)
      }
    },
    ScalarFunction(
      "bag_pack_filled",
      .taking(.text("key"), .any("value"), isVariadic: true, giving: .dynamic),
      summary: "A bag of keys and values by turns, without what is null or empty.",
      example: ("print a = 1, b = \"\" | project pack_all(true)", "{\"a\":1}")
    ) { context, arguments, count in
      context.dynamicRows(count, of: arguments) { row in
        var bag = BagBuilder()
        for index in stride(from: 0, to: arguments.count - 1, by: 2) {
          let value = DynamicValue(arguments[index + 1].value(at: row))
          if !isEmpty(value) { bag.set(text(arguments[index], row), value) }
        }
        return .bag(bag.properties)
      }
    },
    ScalarFunction(
      "bag_keys", .taking(.dynamic("bag"), giving: .dynamic), summary: "The keys of a bag.",
      example: ("print bag_keys(dynamic({\"a\": 1, \"b\": 2}))", "[\"a\",\"b\"]")
    ) { context, arguments, count in
      let bags = arguments[0].dynamicRows
      return context.dynamicRows(count, of: arguments) { row in
        bags[row].flatMap(properties).map { .array($0.map { .string($0.key) }) } ?? .null
      }
    },
    ScalarFunction(
      "bag_has_key", .taking(.dynamic("bag"), .text("key"), giving: .bool),
      summary: "Whether a bag has a key, or a path such as \"$.a.b\".",
      example: ("print bag_has_key(dynamic({\"a\": {\"b\": 1}}), \"$.a.b\")", "true")
    ) { context, arguments, count in
      let bags = arguments[0].dynamicRows
      let fixed = arguments[1].isConstant && count > 0 ? path(text(arguments[1], 0)) : nil
      return context.boolRows(count, of: arguments) { row in
        bags[row].map { (fixed ?? path(text(arguments[1], row))).value(in: $0) != nil }
      }
    },
    ScalarFunction(
      "bag_merge",
      .taking(.dynamic("first"), .dynamic("other"), isVariadic: true, giving: .dynamic),
      summary: "The properties of all bags; of a repeated key the leftmost value.",
      example: (
        "print bag_merge(dynamic({\"a\": 1}), dynamic({\"a\": 2, \"b\": 3}))", "{\"a\":1,\"b\":3}"
      )
    ) { context, arguments, count in
      let bags = arguments.map(\.dynamicRows)
      return context.dynamicRows(count, of: arguments) { row in
        let parts = bags.compactMap { $0[row].flatMap(properties) }
        guard !parts.isEmpty else { return .null }
        var merged = BagBuilder()
        for property in parts.joined() where merged.position(of: property.key) == nil {
          merged.set(property.key, property.value)
        }
        return .bag(merged.properties)
      }
    },
    ScalarFunction(
      "bag_remove_keys", .taking(.dynamic("bag"), .dynamic("keys"), giving: .dynamic),
      summary: "The bag without some keys, or paths such as \"$.a.b\".",
      example: (
        "print bag_remove_keys(dynamic({\"a\": 1, \"b\": 2}), dynamic([\"a\"]))", "{\"b\":2}"
      )
    ) { context, arguments, count in
      let (bags, keys) = (arguments[0].dynamicRows, arguments[1].dynamicRows)
      return context.dynamicRows(count, of: arguments) { row in
        guard var value = bags[row], properties(value) != nil else { return .null }
        for key in keys[row].flatMap(ArrayFunctions.members) ?? [] {
          value = value.removing(path(DynamicText.string(key)))
        }
        return value
      }
    },
  ]

  static func properties(_ value: DynamicValue) -> [DynamicValue.Property]? {
    if case .bag(let properties) = value { return properties }
    return nil
  }

  // MARK: - Implementation

  /// Null, no text, no properties.
  private static func isEmpty(_ value: DynamicValue) -> Bool {
    switch value {
    case .null: return true
    case .string(let text): return text.isEmpty
    case .bag(let properties): return properties.isEmpty
    case .bool, .long, .real, .datetime, .timespan, .array: return false
    }
  }

  /// A path where the text is one, else a key.
  private static func path(_ text: String) -> JSONPath {
    text.utf8.first == UInt8(ascii: "$")
      ? text.withUTF8Bytes { JSONPath($0) } ?? JSONPath(key: text) : JSONPath(key: text)
  }

  private static func text(_ column: ColumnVector, _ row: Int) -> String {
    var bytes: [UInt8] = []
    ValueText.append(column, row, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension DynamicValue {
  /// The value without what the path leads to, as deep as the path goes; keys alone are followed.
  fileprivate func removing(_ path: JSONPath) -> DynamicValue {
    guard case .key(let key)? = path.steps.first, var properties = BagFunctions.properties(self),
      let index = properties.firstIndex(where: { $0.key == key })
    else { return self }
    if path.steps.count == 1 {
      properties.remove(at: index)
    } else {
      var rest = path
      rest.steps = path.steps.dropFirst()
      properties[index].value = properties[index].value.removing(rest)
    }
    return .bag(properties)
  }
}
