import Columns
import QueryPlanning

/// `reverse`: a text from its end to its start, by code points.
enum Reverse {
  static let function = ScalarFunction(
    "reverse", .taking(.text("text"), giving: .string),
    summary: "The text from its last character to its first.",
    example: ("print reverse(\"naïve\")", "evïan")
  ) { context, arguments, count in
    context.mapText(arguments, count) { text, _, bytes in
      var end = text.count
      while end > 0 {
        let (_, length) = UTF8Scalars.decodeBackwards(text, before: end)
        bytes.append(contentsOf: text[end - length..<end])
        end -= length
      }
    }
  }
}
