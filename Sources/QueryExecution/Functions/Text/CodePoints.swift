import Columns
import QueryPlanning

/// Texts and their code points: `unicode_codepoints_from_string`, `unicode_codepoints_to_string`,
/// `isutf8`.
enum CodePoints {
  static let functions: [ScalarFunction] = [
    ScalarFunction(
      "unicode_codepoints_from_string", aliases: ["to_utf8"],
      .taking(.text("text"), giving: .dynamic),
      summary: "The numbers of a text's characters (Unicode code points) as an array.",
      example: ("print unicode_codepoints_from_string(\"né\")", "[110,233]")
    ) { context, arguments, count in
      context.dynamicRows(count, of: arguments) { row in
        arguments[0].withUTF8(row) { text in
          var codes: [DynamicValue] = []
          codes.reserveCapacity(text.count)
          forEachScalar(text) { scalar, _, _ in codes.append(.long(Int64(scalar))) }
          return .array(codes)
        }
      }
    },
    ScalarFunction(
      "unicode_codepoints_to_string", aliases: ["make_string"],
      .taking(.any("code"), isVariadic: true, giving: .string),
      summary: "The text of characters given by number, or in arrays of numbers.",
      example: ("print unicode_codepoints_to_string(82, 117, dynamic([105, 122]))", "Ruiz")
    ) { context, arguments, count in
      context.textRows(count, of: arguments) { row, bytes in
        let start = bytes.count
        for argument in arguments
        where !append(DynamicValue(argument.value(at: row)), to: &bytes) {
          // One number that is no character leaves nothing of the text.
          bytes.removeLast(bytes.count - start)
          return
        }
      }
    },
    ScalarFunction(
      "isutf8", .taking(.text("text"), giving: .bool),
      summary: "Whether the text is valid UTF-8.", example: ("print isutf8(\"naïve\")", "true")
    ) { context, arguments, count in
      context.mapTextToBool(arguments, count) { text, _ in
        var isValid = true
        forEachScalar(text) { scalar, index, length in
          if text[index] >= 0x80, length == 1 || !isShortest(scalar, length) { isValid = false }
        }
        return isValid
      }
    },
  ]

  // MARK: - Implementation

  private static func forEachScalar(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UInt32, Int, Int) -> Void
  ) {
    var index = 0
    while index < text.count {
      let (scalar, length) = UTF8Scalars.decode(text, at: index)
      body(scalar, index, length)
      index += length
    }
  }

  /// Whether a code point may be written with so many bytes.
  private static func isShortest(_ scalar: UInt32, _ length: Int) -> Bool {
    guard Unicode.Scalar(scalar) != nil else { return false }
    return length == (scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4)
  }

  /// False for what is no code point.
  private static func append(_ value: DynamicValue, to bytes: inout [UInt8]) -> Bool {
    switch value {
    case .long(let number):
      guard let code = UInt32(exactly: number), Unicode.Scalar(code) != nil else { return false }
      UTF8Scalars.append(code, to: &bytes)
      return true
    case .array(let members): return members.allSatisfy { append($0, to: &bytes) }
    case .null, .bool, .real, .string, .datetime, .timespan, .bag: return false
    }
  }
}
