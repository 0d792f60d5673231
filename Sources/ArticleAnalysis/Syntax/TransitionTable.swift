/// The weights of the three transitions for the features that matter most.
///
/// A feature's number names a bucket of four slots and a check byte; a slot whose check byte differs
/// is another feature's, so that features left out weigh nothing instead of what others weigh. The
/// table is used as it lies in the model file: nothing is read when the program starts.
///
/// A part of a model file holds the buckets' bits (1 byte), 15 bytes of zero, then the slots: the
/// check byte (0 where free) and a weight for each transition plus 128.
package struct TransitionTable: Sendable {
  package static let slotsPerBucket = 4
  private static let headerSize = 16
  private let bytes: ModelBytes
  private let bits: Int

  package init(section name: String, of file: ModelFile) throws(ModelError) {
    bytes = try file.section(name)
    let first = bytes.withBytes { $0.first }
    guard let first, (1...22).contains(first), bytes.count == Self.headerSize + 16 << Int(first)
    else { throw .damaged(section: name) }
    bits = Int(first)
  }

  /// A table with these weights; the more important features first, as later ones find no room.
  package static func encode(
    bits: Int, features: some Sequence<(feature: FeatureHash, weights: [Int8])>
  ) -> [UInt8] {
    precondition((1...22).contains(bits), "two to four million buckets")
    var bytes = [UInt8](repeating: 0, count: headerSize + 16 << bits)
    bytes[0] = UInt8(bits)
    for (feature, weights) in features {
      let check = feature.check
      let bucket = headerSize + Int(feature.row(bits: bits)) * 16
      let slots = stride(from: bucket, to: bucket + 16, by: 4)
      guard !slots.contains(where: { bytes[$0] == check }),
        let free = slots.first(where: { bytes[$0] == 0 })
      else { continue }
      bytes[free] = check
      for transition in Transition.allCases {
        bytes[free + 1 + transition.rawValue] = UInt8(Int(weights[transition.rawValue]) + 128)
      }
    }
    return bytes
  }

  /// Where the buckets lie, for as long as the table lives.
  package var rows: ModelRows? {
    bytes.withBytes { bytes in
      bytes.baseAddress.map { ModelRows(start: $0 + Self.headerSize, bits: bits, width: 16) }
    }
  }

  /// Sums of the features' weights by transition; only their differences mean anything.
  @inline(__always)
  package func score(_ features: UnsafeBufferPointer<FeatureHash>) -> Scores {
    bytes.withBytes { bytes in
      let slots = UnsafeRawBufferPointer(rebasing: bytes[Self.headerSize...])
      guard let base = slots.baseAddress else { return Scores(even: 0, odd: 0) }
      // Sixteen bits a weight: at most 256 features, at most one slot each.
      let pairs = SIMD4<UInt32>(repeating: 0x00FF_00FF)
      var even = SIMD4<UInt32>()
      var odd = SIMD4<UInt32>()
      for feature in features {
        let bucket = (base + Int(feature.row(bits: bits)) * 16)
          .loadUnaligned(as: SIMD4<UInt32>.self)
        // All ones where the check bytes are equal: comparing by masks is slow in Swift.
        let difference = (bucket ^ UInt32(feature.check)) & 0xFF
        let own = bucket & (0 &- ((difference &- 1) &>> 31))
        even &+= own & pairs
        odd &+= (own &>> 8) & pairs
      }
      return Scores(even: even.wrappedSum(), odd: odd.wrappedSum())
    }
  }

  /// A score for each transition.
  package struct Scores {
    fileprivate let even: UInt32
    fileprivate let odd: UInt32

    package subscript(transition: Transition) -> UInt32 {
      switch transition {
      case .shift: odd & 0xFFFF
      case .attachLeft: even >> 16
      case .attachRight: odd >> 16
      }
    }
  }
}

extension FeatureHash {
  /// A number from 1 to 255 that tells features of one row apart.
  @inline(__always)
  fileprivate var check: UInt8 {
    max(1, UInt8(truncatingIfNeeded: (value &* 0x9E37_79B9_7F4A_7C15) >> 24))
  }
}
