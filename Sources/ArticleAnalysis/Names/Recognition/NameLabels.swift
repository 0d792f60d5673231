package import ArticleModel

/// The labels that say how tokens make up names: outside, or the begin or the inside of a name of a
/// kind ("BIO").
package enum NameLabels {
  /// The kinds of names, in the order of their labels.
  package static let kinds: [Entity.Kind] = [.person, .organization, .place, .group, .other]

  package static let outside: UInt8 = 0
  package static let count = 1 + 2 * kinds.count

  /// What the labels are called in a model file.
  package static let titles: [String] =
    ["outside"] + kinds.flatMap { [$0.rawValue + " begin", $0.rawValue + " inside"] }

  /// The label of a name's first token.
  package static func begin(_ kind: Entity.Kind) -> UInt8 {
    UInt8(1 + 2 * (kinds.firstIndex(of: kind) ?? 0))
  }

  /// The label of a name's other tokens.
  package static func inside(_ kind: Entity.Kind) -> UInt8 { begin(kind) + 1 }

  package static func isInside(_ label: UInt8) -> Bool { label != outside && label & 1 == 0 }

  /// The kind of a label other than `outside`.
  package static func kind(_ label: UInt8) -> Entity.Kind { kinds[(Int(label) - 1) / 2] }

  /// Whether a token with label `next` may follow one with `label`: the inside of a name follows
  /// its begin or its inside.
  package static func allows(_ next: UInt8, after label: UInt8) -> Bool {
    !isInside(next) || label == next || label + 1 == next
  }

  /// The names that labels of consecutive tokens make up.
  package static func names(in labels: [UInt8]) -> [(tokens: TokenRange, kind: Entity.Kind)] {
    var names: [(tokens: TokenRange, kind: Entity.Kind)] = []
    var index = 0
    while index < labels.count {
      guard labels[index] != outside else {
        index += 1
        continue
      }
      let kind = kind(labels[index])
      let start = index
      index += 1
      while index < labels.count, labels[index] == inside(kind) { index += 1 }
      names.append((TokenRange(start, index), kind))
    }
    return names
  }
}
