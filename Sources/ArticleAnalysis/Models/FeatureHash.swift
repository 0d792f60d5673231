/// The identity of a feature: a number made of its template and of the parts that it names.
///
/// A feature is never kept as text. Two features of one number share a row of the model; with 64
/// bits only the rows' number decides how often that happens.
package struct FeatureHash: Hashable, Sendable {
  package private(set) var value: UInt64

  /// The feature of which this is the number.
  package init(value: UInt64) { self.value = value }

  /// The start of a feature of the template with this number.
  @inline(__always)
  package init(template: UInt64) { value = (template &+ 1) &* 0x9E37_79B9_7F4A_7C15 }

  /// The feature with one part more; the order of parts counts.
  @inline(__always)
  package func and(_ part: UInt64) -> FeatureHash {
    var hash = self
    hash.value = (hash.value ^ part) &* 0xD6E8_FEB8_6659_FD93
    hash.value ^= hash.value >> 32
    return hash
  }

  /// Its row in a table of 2^`bits` rows.
  @inline(__always)
  package func row(bits: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: (value &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }

  /// The number of a string's bytes (FNV-1a), as a part of features.
  package static func part(of bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
