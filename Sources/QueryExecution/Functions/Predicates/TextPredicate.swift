import Columns

/// A string predicate with its right side made ready: `has "road"`, `startswith_cs "The"`.
struct TextPredicate {
  enum Relation: Sendable {
    case equals, contains, startsWith, endsWith
    /// The right side stands there as whole terms: no term runs on over its ends.
    case has
    /// As `has`, but only the start must be a term's start (`hasPrefix`) or the end its end.
    case hasPrefix, hasSuffix
  }

  let relation: Relation
  let isCaseSensitive: Bool
  /// Folded, unless case counts.
  private let search: ByteSearch
  private let isASCII: Bool
  /// Texts are folded into this.
  private var scratch: [UInt8] = []

  init(_ relation: Relation, _ pattern: UnsafeBufferPointer<UInt8>, isCaseSensitive: Bool) {
    self.relation = relation
    self.isCaseSensitive = isCaseSensitive
    search = ByteSearch(isCaseSensitive ? Array(pattern) : CaseFolding.folded(pattern))
    isASCII = search.needle.allSatisfy { $0 < 0x80 }
  }

  /// - Complexity: O(*n*) in the text's length.
  mutating func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if isCaseSensitive { return matchesFolded(text) }
    if relation == .equals, isASCII, text.count == search.needle.count {
      return equalsIgnoringCase(text)
    }
    scratch.removeAll(keepingCapacity: true)
    foldIntoScratch(text)
    return scratch.withUnsafeBufferPointer { matchesFolded($0) }
  }

  // MARK: - Implementation

  private func matchesFolded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let needle = search.needle
    guard text.count >= needle.count else { return false }
    switch relation {
    case .equals:
      return text.count == needle.count && text.elementsEqual(needle)
    case .contains:
      return search.isIn(text)
    case .startsWith:
      return text.starts(with: needle)
    case .endsWith:
      return text[(text.count - needle.count)...].elementsEqual(needle)
    case .has:
      return search.containsHit(in: text) { hit in
        TermBoundary.isBoundary(text, at: hit)
          && TermBoundary.isBoundary(text, at: hit + needle.count)
      }
    case .hasPrefix:
      return search.containsHit(in: text) { TermBoundary.isBoundary(text, at: $0) }
    case .hasSuffix:
      return search.containsHit(in: text) {
        TermBoundary.isBoundary(text, at: $0 + needle.count)
      }
    }
  }

  private func equalsIgnoringCase(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let needle = search.needle
    for index in needle.indices where text[index].asciiLowercased != needle[index] {
      return false
    }
    return true
  }

  /// An ASCII pattern can only be found among ASCII letters, but for two letters beyond that fold
  /// into it: the Kelvin sign (k) and the long s.
  ///
  /// Without them lower-casing ASCII is enough.
  private mutating func foldIntoScratch(_ text: UnsafeBufferPointer<UInt8>) {
    if isASCII, !TextPredicate.foldsIntoASCII(text) {
      scratch.append(contentsOf: text)
      scratch.withUnsafeMutableBufferPointer { bytes in
        for index in bytes.indices { bytes[index] = bytes[index].asciiLowercased }
      }
    } else {
      CaseFolding.append(text, to: &scratch)
    }
  }

  private static let longS = ByteSearch([0xc5, 0xbf])
  private static let kelvinSign = ByteSearch([0xe2, 0x84, 0xaa])

  private static func foldsIntoASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    longS.isIn(text) || kelvinSign.isIn(text)
  }
}
