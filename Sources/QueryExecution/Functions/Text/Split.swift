import Columns
import QueryPlanning

/// `split`: the parts of a text between delimiters.
enum Split {
  static let function = ScalarFunction(
    "split",
    .taking(.text("text"), .text("delimiter"), .long("index"), optional: 1, giving: .dynamic),
    naming: .ofArgument,
    summary: "The parts of the text between the delimiters as an array, or the one asked for.",
    example: ("print split(\"a,b,c\", \",\")", "[\"a\",\"b\",\"c\"]")
  ) { context, arguments, count in
    let indices = arguments.count > 2 ? arguments[2].longRows : nil
    return context.dynamicRows(count, of: arguments) { row in
      let found = arguments[0].withUTF8(row) { text in
        arguments[1].withUTF8(row) { parts(of: text, delimiter: $0) }
      }
      guard let indices else { return .array(found) }
      guard let index = indices[row], index >= 0, index < Int64(found.count) else {
        return .array([])
      }
      return .array([found[Int(index)]])
    }
  }

  // MARK: - Implementation

  private static func parts(
    of text: UnsafeBufferPointer<UInt8>, delimiter: UnsafeBufferPointer<UInt8>
  ) -> [DynamicValue] {
    var result: [DynamicValue] = []
    var start = 0
    if !delimiter.isEmpty {
      let search = ByteSearch(Array(delimiter))
      while let hit = search.firstIndex(in: text, from: start) {
        result.append(.string(String(decoding: text[start..<hit], as: UTF8.self)))
        start = hit + delimiter.count
      }
    }
    result.append(.string(String(decoding: text[start...], as: UTF8.self)))
    return result
  }
}
