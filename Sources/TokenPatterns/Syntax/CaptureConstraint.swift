package import Diagnostics

/// What `::` says of captures.
package indirect enum CaptureConstraint: Hashable, Sendable {
  case and([CaptureConstraint])
  case or([CaptureConstraint])
  case not(CaptureConstraint)
  /// `a -> b`: where the first holds, the second does.
  case implies(CaptureConstraint, CaptureConstraint)
  /// `a`: the capture took part in the match.
  case exists(CaptureName)
  case compare(Operand, Comparison, Operand)

  package enum Comparison: String, CaseIterable, Sendable {
    case equal = "="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"

    var isOrder: Bool { self != .equal && self != .notEqual }
  }

  package enum Operand: Hashable, Sendable {
    /// `a.word`: that of the capture's first token.
    case attribute(CaptureName, String)
    case text(TextTest)
    case number(Int)
    /// `start(a)`, `distance(a, b)`.
    case call(Function, [CaptureName])
  }

  package enum Function: String, CaseIterable, Sendable {
    /// The position of the first token; that after the last one.
    case start, end
    /// How many tokens it has.
    case length
    /// From the first token of the one to that of the other; `distabs` without the sign.
    case distance, distabs

    var argumentCount: Int { self == .distance || self == .distabs ? 2 : 1 }
  }

  /// A capture's name, `match` for the whole match, or `matchend` for its last token.
  package struct CaptureName: Sendable {
    package var name: String
    package var range: SourceRange
  }

  /// Calls `body` with each capture that is named.
  func forEachName(_ body: (CaptureName) -> Void) {
    switch self {
    case .and(let parts), .or(let parts):
      for part in parts { part.forEachName(body) }
    case .not(let part): part.forEachName(body)
    case .implies(let condition, let consequence):
      condition.forEachName(body)
      consequence.forEachName(body)
    case .exists(let name): body(name)
    case .compare(let left, _, let right):
      for operand in [left, right] {
        switch operand {
        case .attribute(let name, _): body(name)
        case .call(_, let names): names.forEach(body)
        case .text, .number: break
        }
      }
    }
  }
}

extension CaptureConstraint.CaptureName: Hashable {
  package static func == (one: Self, other: Self) -> Bool { one.name == other.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
