import Columns

/// Words to look for, one after the other: `"red line"`, `hostage*`, `wom?n`.
///
/// Upper and lower case are alike. `*` or `!` at a word's end stands for any ending, `?` for any
/// one letter.
struct TermPhrase {
  private struct Word {
    /// Folded; `?` for any letter.
    let scalars: [UInt32]
    let isPrefix: Bool
  }

  private let words: [Word]

  init(_ text: UnsafeBufferPointer<UInt8>) {
    var words: [Word] = []
    var scalars: [UInt32] = []
    func finish(isPrefix: Bool) {
      if !scalars.isEmpty { words.append(Word(scalars: scalars, isPrefix: isPrefix)) }
      scalars = []
    }
    var index = 0
    while index < text.count {
      let (scalar, length) = UTF8Scalars.decode(text, at: index)
      index += length
      if TermBoundary.isTerm(scalar) {
        if Terms.standsAlone(scalar) { finish(isPrefix: false) }
        scalars.append(CaseFolding.fold(scalar))
        if Terms.standsAlone(scalar) { finish(isPrefix: false) }
      } else if scalar == Self.anyLetter {
        scalars.append(Self.anyLetter)
      } else {
        finish(isPrefix: scalar == 0x2A || scalar == 0x21)
      }
    }
    finish(isPrefix: false)
    self.words = words
  }

  var isEmpty: Bool { words.isEmpty }

  /// Where the phrase stands, as ranges of numbers of terms, ascending.
  func places(in terms: Terms) -> [Range<Int>] {
    guard let first = words.first else { return [] }
    var found: [Range<Int>] = []
    let count = words.count
    guard terms.count >= count else { return [] }
    for start in 0...(terms.count - count) where terms.matches(start, first.scalars, first.isPrefix)
    {
      let isWhole = (1..<count).allSatisfy {
        terms.matches(start + $0, words[$0].scalars, words[$0].isPrefix)
      }
      if isWhole { found.append(start..<start + count) }
    }
    return found
  }

  static let anyLetter: UInt32 = 0x3F
}

/// The terms of a text, folded: runs of letters and digits, of scripts without blanks each sign.
///
/// Neither punctuation nor blanks count, so that the distance of two terms is that of two words.
struct Terms {
  private var scalars: [UInt32] = []
  private var ends: [Int] = []
  /// Where each stands in the text, in bytes.
  private(set) var ranges: [Range<Int>] = []

  var count: Int { ends.count }

  init(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var start: Int?
    func finish(at end: Int) {
      guard let first = start else { return }
      ends.append(scalars.count)
      ranges.append(first..<end)
      start = nil
    }
    while index < text.count {
      let (scalar, length) = UTF8Scalars.decode(text, at: index)
      if TermBoundary.isTerm(scalar) {
        let isAlone = Self.standsAlone(scalar)
        if isAlone { finish(at: index) }
        if start == nil { start = index }
        scalars.append(CaseFolding.fold(scalar))
        if isAlone { finish(at: index + length) }
      } else {
        finish(at: index)
      }
      index += length
    }
    finish(at: text.count)
  }

  fileprivate func matches(_ term: Int, _ wanted: [UInt32], _ isPrefix: Bool) -> Bool {
    let start = term > 0 ? ends[term - 1] : 0
    let length = ends[term] - start
    guard isPrefix ? length >= wanted.count : length == wanted.count else { return false }
    for offset in wanted.indices
    where wanted[offset] != scalars[start + offset] && wanted[offset] != TermPhrase.anyLetter {
      return false
    }
    return true
  }

  /// Signs of scripts that put no blanks between words (Han, Hiragana, Katakana, Thai …).
  static func standsAlone(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return true
    default: return false
    }
  }
}
