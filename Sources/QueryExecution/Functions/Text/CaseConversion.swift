import CUTF8Proc
import Columns
import QueryPlanning

/// `tolower` and `toupper`, letter by letter (ß stays ß).
enum CaseConversion {
  static let functions: [ScalarFunction] = [
    ScalarFunction(
      "tolower", .taking(.text("text"), giving: .string), summary: "The text in lower case.",
      example: ("print tolower(\"Érin RUIZ\")", "érin ruiz")
    ) { context, arguments, count in
      context.mapText(arguments, count) { text, _, bytes in
        append(text, to: &bytes, ascii: \.asciiLowercased, other: utf8proc_tolower)
      }
    },
    ScalarFunction(
      "toupper", .taking(.text("text"), giving: .string), summary: "The text in upper case.",
      example: ("print toupper(\"Érin Ruiz\")", "ÉRIN RUIZ")
    ) { context, arguments, count in
      context.mapText(arguments, count) { text, _, bytes in
        append(text, to: &bytes, ascii: \.asciiUppercased) { scalar in
          // The library makes the rare ẞ of it.
          scalar == 0xdf ? scalar : utf8proc_toupper(scalar)
        }
      }
    },
  ]

  // MARK: - Implementation

  private static func append(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], ascii: (UInt8) -> UInt8,
    other: (utf8proc_int32_t) -> utf8proc_int32_t
  ) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        bytes.append(ascii(byte))
        index += 1
        continue
      }
      let (scalar, length) = UTF8Scalars.decode(text, at: index)
      let changed = other(utf8proc_int32_t(bitPattern: scalar))
      UTF8Scalars.append(UInt32(bitPattern: changed), to: &bytes)
      index += length
    }
  }
}
