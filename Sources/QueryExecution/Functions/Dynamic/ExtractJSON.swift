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
    let fixed = arguments[0].constantText.map { $0.withUnsafeBufferPointer { JSONPath($0) } }
    return context.textRows(count, of: arguments) { row, bytes in
      let path = fixed ?? arguments[0].withUTF8(row) { JSONPath($0) }
      let value = arguments[1].withUTF8(row) { JSONParser.parse($0) }
      guard let found = path.flatMap({ $0.value(in: value ?? .null) }) else { return }
      DynamicText.append(found, to: &bytes)
    }
  }
}
