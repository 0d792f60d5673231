/// What a Unicode scalar is to the tokenizer.
enum CharacterClass {
  case space, letter, digit, punctuation, symbol
  /// A character of a script that is written without spaces; each is a token of its own.
  case ideograph

  /// - Parameter scalar: any scalar value; letters and marks of every script are `letter`.
  init(_ scalar: UInt32) {
    if scalar < 0x80 {
      self = Self.ascii(UInt8(scalar))
      return
    }
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      self = .space
    case 0xAA, 0xB5, 0xBA, 0xAD, 0x200C, 0x200D, 0x2060: self = .letter
    case 0xA1, 0xA7, 0xAB, 0xB6, 0xB7, 0xBB, 0xBF: self = .punctuation
    case 0xA2...0xBE, 0xD7, 0xF7: self = .symbol
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2061...0x206F: self = .space
    case 0x2010...0x2027, 0x2030...0x205E: self = .punctuation
    case 0x20A0...0x20CF, 0x2100...0x2BFF: self = .symbol
    case 0x2E00...0x2E7F, 0x3001...0x3003, 0x3008...0x3020, 0x30FB, 0xFE10...0xFE6F,
      0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF3F, 0xFF5B...0xFF65, 0x060C, 0x061B, 0x061F,
      0x066A...0x066D, 0x06D4, 0x0964, 0x0965, 0x037E, 0x0387, 0x055A...0x055F, 0x0589, 0x05BE,
      0x05F3, 0x05F4:
      self = .punctuation
    case 0x0660...0x0669, 0x06F0...0x06F9, 0x0966...0x096F, 0xFF10...0xFF19: self = .digit
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .ideograph
    case 0x1F000...0x1FAFF, 0xE000...0xF8FF, 0xFFF0...0xFFFF: self = .symbol
    default: self = .letter
    }
  }

  private static func ascii(_ byte: UInt8) -> CharacterClass {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      return .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return .digit
    case UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: "="),
      UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      return .symbol
    case 0...0x20, 0x7F: return .space
    default: return .punctuation
    }
  }
}

/// The bytes of a text with a view on its scalars; reading past either end yields U+0000.
struct ScalarReader {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The scalar that starts at `offset` and its length in bytes; malformed bytes read as one
  /// replacement character each.
  func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    guard offset >= 0, offset < bytes.count else { return (0, 1) }
    let first = bytes[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, offset + length <= bytes.count else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return (value, length)
  }

  /// The byte at `offset`, 0 outside the text.
  func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < bytes.count ? bytes[offset] : 0
  }

  /// The class of the scalar that starts at `offset`, `space` outside the text.
  func characterClass(at offset: Int) -> CharacterClass {
    offset < bytes.count ? CharacterClass(scalar(at: offset).value) : .space
  }

  /// The length of an apostrophe at `offset`: 1 for ', 3 for ’, 0 for anything else.
  func apostropheLength(at offset: Int) -> Int {
    if byte(offset) == UInt8(ascii: "'") { return 1 }
    return byte(offset) == 0xE2 && byte(offset + 1) == 0x80 && byte(offset + 2) == 0x99 ? 3 : 0
  }
}

extension UInt8 {
  var isASCIIUppercase: Bool { self >= 0x41 && self <= 0x5A }
  var isASCIILowercase: Bool { self >= 0x61 && self <= 0x7A }
  var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isASCIISpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  /// The letter in lower case; any other byte as it is.
  var asciiLowercased: UInt8 { isASCIIUppercase ? self | 0x20 : self }
}
