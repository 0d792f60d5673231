/// How a word is written: its letters' cases, digits and marks.
package struct WordShape: Hashable, Sendable {
  /// The case of a word as a whole.
  package enum Casing: UInt8, CaseIterable, Sendable {
    /// No letter that has cases.
    case none
    case lower
    /// A capital, then no other: "Ruiz".
    case capitalized
    /// Two capitals or more, and no small letter.
    case upper
    /// Any other: "iPhone".
    case mixed
    /// A word of one capital letter: "I".
    case letter
  }

  package private(set) var casing: Casing
  /// The sequence of kinds of characters, runs as one, at most eight: a number for features.
  package private(set) var pattern: UInt32

  /// The shape of a word's UTF-8.
  package init(_ word: ArraySlice<UInt8>) {
    var small = 0
    var large = 0
    var isFirstLarge = false
    var isFirstLetter = true
    var pattern: UInt32 = 1
    var last: UInt32 = 0
    var kinds = 0
    func note(_ kind: UInt32) {
      if kind != last, kinds < 8 {
        pattern = pattern << 3 | kind
        kinds += 1
      }
      last = kind
    }
    func noteLetter(isLarge: Bool, isSmall: Bool) {
      if isFirstLetter { isFirstLarge = isLarge }
      isFirstLetter = false
      if isLarge { large += 1 }
      if isSmall { small += 1 }
      note(isLarge ? 1 : 2)
    }
    if word.allSatisfy({ $0 < 0x80 }) {
      for byte in word {
        if byte.isASCIILetter {
          noteLetter(isLarge: byte.isASCIIUppercase, isSmall: byte.isASCIILowercase)
        } else {
          note(Self.kind(ofMark: UInt32(byte)))
        }
      }
    } else {
      for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
        let properties = scalar.properties
        if properties.isAlphabetic {
          noteLetter(isLarge: properties.isUppercase, isSmall: properties.isLowercase)
        } else {
          note(Self.kind(ofMark: scalar.value))
        }
      }
    }
    self.pattern = pattern
    if large == 0 {
      casing = small == 0 ? .none : .lower
    } else if small == 0 {
      casing = large == 1 ? .letter : .upper
    } else {
      casing = large == 1 && isFirstLarge ? .capitalized : .mixed
    }
  }

  private static func kind(ofMark scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x30...0x39: return 3
    case 0x2D, 0x2010, 0x2011: return 4
    case 0x2E, 0x2C: return 5
    case 0x27, 0x2019: return 6
    default: return 7
    }
  }
}
