import CUTF8Proc
import Columns

/// Terms: maximal runs of letters and digits, with the marks that belong to them.
enum TermBoundary {
  /// Whether the code point can be part of a term.
  static func isTerm(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      let byte = UInt8(truncatingIfNeeded: scalar)
      return byte.isASCIILetter || byte.isASCIIDigit
    }
    let category = utf8proc_category(utf8proc_int32_t(bitPattern: scalar))
    return category == UTF8PROC_CATEGORY_LL || category == UTF8PROC_CATEGORY_LU
      || category == UTF8PROC_CATEGORY_LO || category == UTF8PROC_CATEGORY_LM
      || category == UTF8PROC_CATEGORY_LT || category == UTF8PROC_CATEGORY_ND
      || category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC
  }

  /// Whether no term runs on over that place of the text.
  static func isBoundary(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index > 0, index < text.count else { return true }
    return !isTerm(UTF8Scalars.decode(text, at: index).scalar)
      || !isTerm(UTF8Scalars.decodeBackwards(text, before: index).scalar)
  }

  /// The terms of a text, as byte ranges.
  static func forEachTerm(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) throws -> Void
  ) rethrows {
    var index = 0
    var start: Int?
    while index < text.count {
      let (scalar, length) = UTF8Scalars.decode(text, at: index)
      if isTerm(scalar) {
        if start == nil { start = index }
      } else if let first = start {
        try body(first..<index)
        start = nil
      }
      index += length
    }
    if let first = start { try body(first..<text.count) }
  }
}
