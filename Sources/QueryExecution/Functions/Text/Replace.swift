import Columns
import QueryPlanning

/// `replace_string` and `replace_regex`.
enum Replace {
  static let functions: [ScalarFunction] = [
    ScalarFunction(
      "replace_string", .taking(.text("text"), .text("lookup"), .text("rewrite"), giving: .string),
      summary: "The text with every place of a text replaced by another.",
      example: ("print replace_string(\"10 to 20\", \"0\", \"5\")", "15 to 25")
    ) { context, arguments, count in
      context.mapText(arguments, count) { text, row, bytes in
        arguments[1].withUTF8(row) { lookup in
          guard !lookup.isEmpty else {
            bytes.append(contentsOf: text)
            return
          }
          let search = ByteSearch(Array(lookup))
          var start = 0
          while let hit = search.firstIndex(in: text, from: start) {
            bytes.append(contentsOf: text[start..<hit])
            arguments[2].appendText(row, to: &bytes)
            start = hit + lookup.count
          }
          bytes.append(contentsOf: text[start...])
        }
      }
    },
    ScalarFunction(
      "replace_regex",
      .taking(.text("text"), .pattern("pattern"), .text("rewrite"), giving: .string),
      summary: "The text with every match replaced; \\1 stands for the first group, \\0 for all.",
      example: ("print replace_regex(\"Ruiz, Ana\", @\"(\\w+), (\\w+)\", @\"\\2 \\1\")", "Ana Ruiz")
    ) { context, arguments, count in
      let fixed = try arguments[1].constantPattern()
      let cancellation = context.cancellation
      return try context.mapText(arguments, count) { text, row, bytes in
        let expression = try fixed ?? arguments[1].withUTF8(row) { try .compiled($0) }
        try arguments[2].withUTF8(row) { rewrite in
          var start = 0
          try expression.forEachMatch(in: text, cancellation: cancellation) { match in
            guard let whole = match[0] else { return false }
            bytes.append(contentsOf: text[start..<whole.lowerBound])
            append(rewrite, match, of: text, to: &bytes)
            start = whole.upperBound
            return true
          }
          bytes.append(contentsOf: text[start...])
        }
      }
    },
  ]

  // MARK: - Implementation

  /// The rewrite with what the groups matched in the places of `\0` to `\9`.
  private static func append(
    _ rewrite: UnsafeBufferPointer<UInt8>, _ match: [Range<Int>?],
    of text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) {
    var index = 0
    while index < rewrite.count {
      let byte = rewrite[index]
      index += 1
      guard byte == UInt8(ascii: "\\"), index < rewrite.count else {
        bytes.append(byte)
        continue
      }
      let next = rewrite[index]
      if next.isASCIIDigit {
        let group = Int(next - UInt8(ascii: "0"))
        if group < match.count, let range = match[group] { bytes.append(contentsOf: text[range]) }
        index += 1
      } else if next == UInt8(ascii: "\\") {
        bytes.append(next)
        index += 1
      } else {
        bytes.append(byte)
      }
    }
  }
}
