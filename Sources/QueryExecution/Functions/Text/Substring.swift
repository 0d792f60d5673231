import Columns
import QueryPlanning

/// `substring`: part of a text, counted in code points.
enum SubstringFunction {
  static let function = ScalarFunction(
    "substring",
    .taking(.text("text"), .long("start"), .long("length"), optional: 1, giving: .string),
    summary: "Part of the text, from a position on (0 is the first, -1 the last character).",
    example: ("print substring(\"headline\", 4, 3)", "lin")
  ) { context, arguments, count in
    let starts = arguments[1].longRows
    let lengths = arguments.count > 2 ? arguments[2].longRows : nil
    return context.mapText(arguments, count) { text, row, bytes in
      guard var start = starts[row] else { return }
      if start < 0 { start = max(0, start &+ Int64(UTF8Scalars.count(text))) }
      let from = UTF8Scalars.offset(ofScalar: Int(start), in: text)
      guard let lengths else {
        bytes.append(contentsOf: text[from...])
        return
      }
      guard let length = lengths[row], length > 0 else { return }
      let to = UTF8Scalars.offset(ofScalar: Int(length), in: text, from: from)
      bytes.append(contentsOf: text[from..<to])
    }
  }
}
