import Columns
import QueryPlanning

/// `extract_json`: one value of a JSON text.
enum ExtractJSON {
  static let function = ScalarFunction(
    "extract_json", aliases: ["extractjson"],
    .taking(.text("path"), .text("json"), giving: .string),
    summary: "The text of the value at a path such as \"$.a.b[0]\" in a JSON text.",
    example: ("print extract_json(\"$.names[1]\", '{\"names\": [\"Ruiz\", \"Okafor\"]}')", "Okafor")
  ) { context, arguments, count in
    context.textRows(count, of: arguments) { row, bytes in
      let steps = arguments[0].withUTF8(row) { path($0) }
      let value = arguments[1].withUTF8(row) { JSONParser.parse($0) }
      guard let steps, let value else { return }
      DynamicText.append(found(steps, in: value), to: &bytes)
    }
  }

  // MARK: - Implementation

  private enum Step {
    case key(String)
    case index(Int)
  }

  /// `$.a.b[0]["c d"]`; nil for what is no such path.
  private static func path(_ text: UnsafeBufferPointer<UInt8>) -> [Step]? {
    var cursor = ByteCursor(text)
    guard cursor.take(UInt8(ascii: "$")) else { return nil }
    var steps: [Step] = []
    while !cursor.isAtEnd {
      if cursor.take(UInt8(ascii: ".")) {
        let start = cursor.position
        while !cursor.isAtEnd, cursor.next != UInt8(ascii: "."), cursor.next != UInt8(ascii: "[") {
          cursor.advance()
        }
        guard cursor.position > start else { return nil }
        steps.append(.key(String(decoding: text[start..<cursor.position], as: UTF8.self)))
      } else if cursor.take(UInt8(ascii: "[")) {
        guard let step = bracketed(&cursor, text) else { return nil }
        steps.append(step)
      } else {
        return nil
      }
    }
    return steps
  }

  private static func bracketed(
    _ cursor: inout ByteCursor, _ text: UnsafeBufferPointer<UInt8>
  ) -> Step? {
    let mark = cursor.next
    if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
      cursor.advance()
      let start = cursor.position
      while !cursor.isAtEnd, cursor.next != mark { cursor.advance() }
      let key = String(decoding: text[start..<cursor.position], as: UTF8.self)
      guard cursor.take(mark), cursor.take(UInt8(ascii: "]")) else { return nil }
      return .key(key)
    }
    let isNegative = cursor.take(UInt8(ascii: "-"))
    guard let number = cursor.takeDigits(atMost: 9), cursor.take(UInt8(ascii: "]")) else {
      return nil
    }
    return .index(Int(isNegative ? -number.value : number.value))
  }

  private static func found(_ steps: [Step], in value: DynamicValue) -> DynamicValue {
    var value = value
    for step in steps {
      switch (step, value) {
      case (.key(let key), .bag(let properties)):
        guard let property = properties.first(where: { $0.key == key }) else { return .null }
        value = property.value
      case (.index(let index), .array(let members)):
        let place = index < 0 ? index + members.count : index
        guard members.indices.contains(place) else { return .null }
        value = members[place]
      case (.key, _), (.index, _): return .null
      }
    }
    return value
  }
}
