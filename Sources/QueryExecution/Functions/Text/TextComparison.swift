import Columns
import QueryPlanning

/// `strcmp`, `has_any_index` and `regex_quote`.
enum TextComparison {
  static let functions: [ScalarFunction] = [
    ScalarFunction(
      "strcmp", .taking(.text("first"), .text("second"), giving: .long),
      summary: "-1, 0 or 1: whether the first text sorts before, with or after the second.",
      example: ("print strcmp(\"abc\", \"abd\")", "-1")
    ) { context, arguments, count in
      context.mapTextToLong(arguments, count) { first, row in
        arguments[1].withUTF8(row) { second in
          if first.lexicographicallyPrecedes(second) { return -1 }
          return second.lexicographicallyPrecedes(first) ? 1 : 0
        }
      }
    },
    ScalarFunction(
      "has_any_index", .taking(.text("text"), .dynamic("terms"), giving: .long),
      summary: "The position in the array of the first term that the text has, else -1.",
      example: ("print has_any_index(\"the road\", dynamic([\"sea\", \"road\"]))", "1")
    ) { context, arguments, count in
      let lists = arguments[1].dynamicRows
      return context.mapTextToLong(arguments, count) { text, row in
        guard case .array(let terms)? = lists[row] else { return -1 }
        let found = terms.firstIndex { term in
          DynamicText.string(term).withUTF8Bytes { bytes in
            var predicate = TextPredicate(.has, bytes, isCaseSensitive: false)
            return predicate.matches(text)
          }
        }
        return Int64(found ?? -1)
      }
    },
    ScalarFunction(
      "regex_quote", .taking(.text("text"), giving: .string),
      summary: "The text as a regular expression that matches it alone.",
      example: ("print \"a.b\" matches regex regex_quote(\"a.b\")", "true")
    ) { context, arguments, count in
      context.mapText(arguments, count) { text, _, bytes in
        for byte in text {
          if isSpecial(byte) { bytes.append(UInt8(ascii: "\\")) }
          bytes.append(byte)
        }
      }
    },
  ]

  // MARK: - Implementation

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"),
      UInt8(ascii: "|"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "^"),
      UInt8(ascii: "$"), UInt8(ascii: "."):
      return true
    default:
      return false
    }
  }
}
