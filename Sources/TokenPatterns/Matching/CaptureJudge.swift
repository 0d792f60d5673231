import Columns
import Diagnostics

/// Says whether a match and its captures keep a constraint.
struct CaptureJudge {
  private let judge: (Int32, Int32, [Int32]) -> Bool

  init(
    _ constraint: CaptureConstraint, captureNames: [String], tests: inout TestCompiler
  ) throws {
    judge = try Self.judge(constraint, captureNames, &tests)
  }

  func allows(_ start: Int32, _ end: Int32, _ slots: [Int32]) -> Bool { judge(start, end, slots) }

  // MARK: - Implementation

  private typealias Judge = (Int32, Int32, [Int32]) -> Bool
  /// The first token of a capture and the place after its last; nil where it took no part.
  private typealias Locator = (Int32, Int32, [Int32]) -> (start: Int32, end: Int32)?
  private typealias Number = (Int32, Int32, [Int32]) -> Int?

  private static func judge(
    _ constraint: CaptureConstraint, _ names: [String], _ tests: inout TestCompiler
  ) throws -> Judge {
    switch constraint {
    case .and(let parts):
      let judges = try parts.map { try judge($0, names, &tests) }
      return { start, end, slots in judges.allSatisfy { $0(start, end, slots) } }
    case .or(let parts):
      let judges = try parts.map { try judge($0, names, &tests) }
      return { start, end, slots in judges.contains { $0(start, end, slots) } }
    case .not(let part):
      let inner = try judge(part, names, &tests)
      return { !inner($0, $1, $2) }
    case .implies(let condition, let consequence):
      let first = try judge(condition, names, &tests)
      let second = try judge(consequence, names, &tests)
      return { !first($0, $1, $2) || second($0, $1, $2) }
    case .exists(let name):
      let place = try locator(name, names)
      return { place($0, $1, $2) != nil }
    case .compare(let left, let comparison, let right):
      return try compare(left, comparison, right, names, &tests)
    }
  }

  private static func locator(
    _ name: CaptureConstraint.CaptureName, _ names: [String]
  ) throws -> Locator {
    if let index = names.firstIndex(of: name.name) {
      return { _, _, slots in
        let start = slots[2 * index]
        let end = slots[2 * index + 1]
        return start < 0 || end <= start ? nil : (start, end)
      }
    }
    if name.name == "match" { return { start, end, _ in (start, end) } }
    if name.name == "matchend" { return { _, end, _ in (end - 1, end) } }
    let near = spellingSuggestions(for: name.name, among: names)
    throw PatternFailure([
      PatternError.unknownCapture(name.name, suggestions: near).diagnostic(at: name.range)
    ])
  }

  private static func compare(
    _ left: CaptureConstraint.Operand, _ comparison: CaptureConstraint.Comparison,
    _ right: CaptureConstraint.Operand, _ names: [String], _ tests: inout TestCompiler
  ) throws -> Judge {
    let isEqual = comparison == .equal
    switch (left, right) {
    case (.attribute(let a, let first), .attribute(let b, let second)):
      let placeA = try locator(a, names)
      let placeB = try locator(b, names)
      let columnA = try tests.column(first)
      let columnB = try tests.column(second)
      return { start, end, slots in
        guard let one = placeA(start, end, slots), let other = placeB(start, end, slots) else {
          return false
        }
        return equal(columnA, Int(one.start), columnB, Int(other.start)) == isEqual
      }
    case (.attribute(let name, let attribute), .text(let text)),
      (.text(let text), .attribute(let name, let attribute)):
      let place = try locator(name, names)
      let matcher = try tests.matcher(
        of: .compare(
          TokenTest.Comparison(
            attribute: attribute, attributeRange: name.range, value: .text(text),
            valueRange: name.range)))
      return { start, end, slots in
        guard let place = place(start, end, slots) else { return false }
        return matcher.matches(Int(place.start)) == isEqual
      }
    case (.text, _), (_, .text), (.attribute, _), (_, .attribute):
      // Texts against numbers are equal to none.
      return { _, _, _ in !isEqual }
    case (.number, _), (.call, _):
      let first = try number(left, names)
      let second = try number(right, names)
      return { start, end, slots in
        guard let a = first(start, end, slots), let b = second(start, end, slots) else {
          return false
        }
        switch comparison {
        case .equal: return a == b
        case .notEqual: return a != b
        case .less: return a < b
        case .lessOrEqual: return a <= b
        case .greater: return a > b
        case .greaterOrEqual: return a >= b
        }
      }
    }
  }

  private static func number(
    _ operand: CaptureConstraint.Operand, _ names: [String]
  ) throws -> Number {
    switch operand {
    case .number(let number): return { _, _, _ in number }
    case .attribute, .text: return { _, _, _ in nil }
    case .call(let function, let arguments):
      let places = try arguments.map { try locator($0, names) }
      guard places.count == function.argumentCount, let first = places.first else {
        return { _, _, _ in nil }
      }
      let last = places[places.count - 1]
      return { start, end, slots in
        guard let a = first(start, end, slots), let b = last(start, end, slots) else { return nil }
        switch function {
        case .start: return Int(a.start)
        case .end: return Int(a.end)
        case .length: return Int(a.end - a.start)
        case .distance: return Int(b.start - a.start)
        case .distabs: return abs(Int(b.start - a.start))
        }
      }
    }
  }

  /// Whether two values are the same text, upper and lower case alike.
  private static func equal(
    _ first: ColumnVector, _ a: Int, _ second: ColumnVector, _ b: Int
  ) -> Bool {
    guard case .string(let ids, let dictionary) = first.storage,
      case .string(let otherIDs, let otherDictionary) = second.storage
    else {
      return "\(first.value(at: a))" == "\(second.value(at: b))"
    }
    let one = ids[first.index(a)]
    let other = otherIDs[second.index(b)]
    if one == other, dictionary === otherDictionary { return true }
    return dictionary.string(one).lowercased() == otherDictionary.string(other).lowercased()
  }
}
