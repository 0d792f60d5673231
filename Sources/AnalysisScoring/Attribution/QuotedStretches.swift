/// Where a text stands inside double quotation marks, as attributions are sorted into kinds.
///
/// A straight mark opens and closes in turn, and so do two apostrophes in a row; what is left open ends
/// with its line. Single marks do not count: they cannot be told from apostrophes. The rule is plainer
/// than that of the analysis, so that gold and analysis are sorted alike whatever the analysis finds.
struct QuotedStretches {
  private let isInside: [Bool]

  init(_ scalars: [Unicode.Scalar]) {
    var isInside = Array(repeating: false, count: scalars.count)
    var isOpen = false
    var index = 0
    while index < scalars.count {
      guard let (mark, length) = Mark.at(index, in: scalars) else {
        isInside[index] = isOpen
        index += 1
        continue
      }
      switch mark {
      case .opening: isOpen = true
      case .closing, .lineEnd: isOpen = false
      case .straight: isOpen.toggle()
      }
      index += length
    }
    self.isInside = isInside
  }

  func contains(_ index: Int) -> Bool { isInside[index] }

  // MARK: - Implementation

  private enum Mark {
    case opening, closing, straight, lineEnd

    static func at(_ index: Int, in scalars: [Unicode.Scalar]) -> (Mark, length: Int)? {
      switch scalars[index] {
      case "\u{201C}", "\u{201F}", "\u{201E}", "\u{00AB}": return (.opening, 1)
      case "\u{201D}", "\u{00BB}": return (.closing, 1)
      case "\"", "\u{FF02}": return (.straight, 1)
      case "\n": return (.lineEnd, 1)
      case "`" where index + 1 < scalars.count && scalars[index + 1] == "`": return (.opening, 2)
      case "'" where index + 1 < scalars.count && scalars[index + 1] == "'": return (.straight, 2)
      default: return nil
      }
    }
  }
}
