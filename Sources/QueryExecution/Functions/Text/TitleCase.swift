import CUTF8Proc
import Columns
import QueryPlanning

/// `title_case`: each word with a capital.
enum TitleCase {
  static let function = ScalarFunction(
    "title_case", .taking(.text("text"), giving: .string),
    summary: "The text with a capital at each word's start and small letters after it.",
    example: ("print title_case(\"ANA ruiz-o'neill\")", "Ana Ruiz-O'neill")
  ) { context, arguments, count in
    context.mapText(arguments, count) { text, _, bytes in append(text, to: &bytes) }
  }

  // MARK: - Implementation

  /// Words are terms; one letter or more after an apostrophe goes on with the word before.
  private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var index = 0
    var isInside = false
    while index < text.count {
      let (scalar, length) = UTF8Scalars.decode(text, at: index)
      let isTerm = TermBoundary.isTerm(scalar)
      if isTerm {
        let code = utf8proc_int32_t(bitPattern: scalar)
        let changed = isInside ? utf8proc_tolower(code) : utf8proc_totitle(code)
        UTF8Scalars.append(UInt32(bitPattern: changed), to: &bytes)
      } else {
        for position in index..<index + length { bytes.append(text[position]) }
      }
      let isApostrophe = scalar == 0x27 || scalar == 0x2019
      isInside = isTerm || isInside && isApostrophe
      index += length
    }
  }
}
