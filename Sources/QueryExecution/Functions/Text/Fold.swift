import CUTF8Proc
import Columns
import QueryPlanning

/// `fold`: letters without their accents, wide and narrow forms as plain ones.
///
/// Case stays.
enum Fold {
  static let function = ScalarFunction(
    "fold", .taking(.text("text"), giving: .string),
    summary: "The text without accents and without wide or narrow forms of letters.",
    example: ("print fold(\"Çağla Łukasz Ｒｅｕｔｅｒｓ\")", "Cagla Lukasz Reuters")
  ) { context, arguments, count in
    context.mapText(arguments, count) { text, _, bytes in append(text, to: &bytes) }
  }

  /// The same for the texts in an array.
  static let ofMembers = ScalarFunction(
    "fold_members", .taking(.dynamic("array"), giving: .dynamic),
    summary: "The array with its texts folded as 'fold' does; of a single text, that text.",
    example: ("print fold_members(dynamic([\"Çağla\", 1]))", "[\"Cagla\",1]")
  ) { context, arguments, count in
    context.dynamicRows(count, of: arguments) { row in
      guard !arguments[0].isNull(row) else { return .null }
      switch arguments[0].dynamics[arguments[0].index(row)] {
      case .string(let text): return .string(folded(text))
      case .array(let members):
        return .array(
          members.map { member in
            guard case .string(let text) = member else { return member }
            return .string(folded(text))
          })
      case let other: return other
      }
    }
  }

  static func folded(_ text: String) -> String {
    var bytes: [UInt8] = []
    Array(text.utf8).withUnsafeBufferPointer { append($0, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        bytes.append(byte)
        index += 1
        continue
      }
      let (scalar, length) = UTF8Scalars.decode(text, at: index)
      append(scalar, to: &bytes)
      index += length
    }
  }

  // MARK: - Implementation

  private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if isAccent(scalar) { return }
    if let letters = withoutStroke[scalar] {
      bytes.append(contentsOf: letters.utf8)
      return
    }
    // Wide and narrow forms; all else only by canonical decomposition, syllables of Hangul not.
    let isForm = scalar == 0x3000 || (0xff00...0xffef).contains(scalar)
    if (0xac00..<0xd7a4).contains(scalar) {
      UTF8Scalars.append(scalar, to: &bytes)
      return
    }
    let parts = decomposition(scalar, isCompatible: isForm)
    guard let base = parts.first, parts.dropFirst().allSatisfy(isAccent), base != 0 else {
      UTF8Scalars.append(isForm && parts.count == 1 ? parts[0] : scalar, to: &bytes)
      return
    }
    UTF8Scalars.append(base, to: &bytes)
  }

  /// Combining accents of Latin, Greek and Cyrillic, points of Hebrew and vowel marks of Arabic.
  ///
  /// The vowel signs of Indian scripts are letters in all but name.
  private static func isAccent(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x300...0x36f, 0x483...0x487, 0x591...0x5bd, 0x5bf, 0x5c1...0x5c2, 0x5c4...0x5c5, 0x5c7,
      0x610...0x61a, 0x64b...0x65f, 0x670, 0x1ab0...0x1aff, 0x1dc0...0x1dff, 0x20d0...0x20ff,
      0xfe20...0xfe2f:
      return true
    default:
      return false
    }
  }

  /// Letters that Unicode does not take apart.
  private static let withoutStroke: [UInt32: String] = [
    0xc6: "AE", 0xd0: "D", 0xd8: "O", 0xde: "TH", 0xdf: "ss", 0xe6: "ae", 0xf0: "d", 0xf8: "o",
    0xfe: "th", 0x110: "D", 0x111: "d", 0x126: "H", 0x127: "h", 0x131: "i", 0x141: "L",
    0x142: "l", 0x152: "OE", 0x153: "oe", 0x166: "T", 0x167: "t",
  ]

  private static func decomposition(_ scalar: UInt32, isCompatible: Bool) -> [UInt32] {
    var buffer = [utf8proc_int32_t](repeating: 0, count: 20)
    var lastClass: Int32 = 0
    let options =
      isCompatible
      ? UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_COMPAT.rawValue : UTF8PROC_DECOMPOSE.rawValue
    let count = utf8proc_decompose_char(
      utf8proc_int32_t(bitPattern: scalar), &buffer, utf8proc_ssize_t(buffer.count),
      utf8proc_option_t(rawValue: options), &lastClass)
    guard count > 0, count <= buffer.count else { return [scalar] }
    return buffer[..<count].map { UInt32(bitPattern: $0) }
  }
}
