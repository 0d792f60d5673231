import Glibc

/// How often a model is right where it gives a certain probability: a share for each of sixteen
/// bands of probability, measured on texts that it has not learned from.
///
/// The bands are equally wide in log-odds, half a unit each from -1 (27 per cent) to 7 (999 in a
/// thousand), as most probabilities are near 1.
package struct ConfidenceBands: Hashable, Sendable {
  package static let count = 16

  /// Shares in per cent, ascending.
  private let shares: [UInt8]

  /// Takes probabilities as they are.
  package init() { shares = (0..<Self.count).map { UInt8(Self.middle(of: $0) * 100) } }

  /// Nil where the bytes are no such table.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.count, bytes.allSatisfy({ $0 <= 100 }) else { return nil }
    shares = bytes
  }

  /// The shares of right ones among cases of known outcome.
  ///
  /// Neighboring bands whose shares fall are joined (isotonic regression), so that a higher
  /// probability never means less. Each band starts with two cases of the share that its
  /// probability says, which settle bands of few cases.
  package init(of cases: [(probability: Double, isRight: Bool)]) {
    var right = (0..<Self.count).map { 2 * Self.middle(of: $0) }
    var total = Array(repeating: 2.0, count: Self.count)
    for (probability, isRight) in cases {
      let band = Self.band(of: probability)
      total[band] += 1
      if isRight { right[band] += 1 }
    }
    var pools: [(right: Double, total: Double, bands: Int)] = []
    for band in 0..<Self.count {
      pools.append((right[band], total[band], 1))
      while pools.count > 1 {
        let last = pools[pools.count - 1]
        let before = pools[pools.count - 2]
        guard before.right * last.total > last.right * before.total else { break }
        pools.removeLast()
        pools[pools.count - 1] = (
          before.right + last.right, before.total + last.total, before.bands + last.bands
        )
      }
    }
    shares = pools.flatMap { pool in
      Array(repeating: UInt8((pool.right / pool.total * 100).rounded()), count: pool.bands)
    }
  }

  package var encoded: [UInt8] { shares }

  /// The share of right ones, 0 to 1.
  package func share(at probability: Double) -> Double {
    Double(shares[Self.band(of: probability)]) / 100
  }

  private static let first = -1.0
  private static let width = 0.5

  private static func band(of probability: Double) -> Int {
    let odds = log(max(probability, 1e-9) / max(1 - probability, 1e-9))
    return max(0, min(count - 1, Int((odds - first) / width)))
  }

  /// The probability in the middle of a band.
  private static func middle(of band: Int) -> Double {
    1 / (1 + exp(-(first + width * (Double(band) + 0.5))))
  }
}
