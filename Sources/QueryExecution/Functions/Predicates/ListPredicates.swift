import Columns
import QueryPlanning

/// `has_any`, `has_all`, `in~` and `!in~`: a text beside a list of others, case aside.
///
/// Each element is a scalar or an array, which stands for its members.
enum ListPredicates {
  static let functions: [ScalarFunction] = [
    declare(
      "has_any", "Whether one of the others stands in the text as whole terms, case aside.",
      ("print \"the road to Ostrava\" has_any (\"rail\", \"Road\")", "true")
    ) { TermList($0, needsAll: false) },
    declare(
      "has_all", "Whether all of the others stand in the text as whole terms, case aside.",
      ("print \"the road to Ostrava\" has_all (\"rail\", \"Road\")", "false")
    ) { TermList($0, needsAll: true) },
    declare(
      "in~", "Whether the text equals one of the others, case aside.",
      ("print \"Ruiz\" in~ (\"ruiz\", \"okafor\")", "true")
    ) { FoldedSet($0, isNegated: false) },
    declare(
      "!in~", "Whether the text equals none of the others, case aside.",
      ("print \"Ruiz\" !in~ (\"ruiz\", \"okafor\")", "false")
    ) { FoldedSet($0, isNegated: true) },
  ]

  // MARK: - Implementation

  private static func declare(
    _ name: String, _ summary: String, _ example: (query: String, answer: String),
    test makeTest: @escaping @Sendable ([[UInt8]]) -> any TextTest
  ) -> ScalarFunction {
    ScalarFunction(
      name, .taking(.text("text"), .any("others"), isVariadic: true, giving: .bool),
      summary: summary, example: example
    ) { context, arguments, count in
      let others = arguments[1...]
      // Made only when a text comes that was not met before.
      var test: (any TextTest)?
      let isFixed = others.allSatisfy(\.isConstant)
      return context.mapTextToBool(arguments, count) { text, row in
        if !isFixed { test = nil }
        var current = test ?? makeTest(elements(others, row))
        let result = current.matches(text)
        test = current
        return result
      }
    }
  }

  /// The texts that the arguments stand for in a row.
  ///
  /// A null element equals nothing.
  private static func elements(_ arguments: ArraySlice<ColumnVector>, _ row: Int) -> [[UInt8]] {
    var result: [[UInt8]] = []
    for argument in arguments where !argument.isNull(row) {
      switch argument.storage {
      case .string:
        argument.withUTF8(row) { result.append(Array($0)) }
      case .dynamic(let values):
        if case .array(let members) = values[argument.index(row)] {
          for member in members where member != .null { result.append(text(of: member)) }
        } else {
          result.append(text(of: values[argument.index(row)]))
        }
      case .bool, .int, .long, .real, .decimal, .guid:
        let text = Conversion(target: .string).apply(
          argument[row..<row + 1], count: 1, EvaluationContext())
        text.withUTF8(0) { result.append(Array($0)) }
      }
    }
    return result
  }

  private static func text(of value: DynamicValue) -> [UInt8] {
    var bytes: [UInt8] = []
    DynamicText.append(value, to: &bytes)
    return bytes
  }
}

/// A question about one text, its other side made ready.
private protocol TextTest {
  mutating func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool
}

private struct TermList: TextTest {
  private var predicates: [TextPredicate]
  private let needsAll: Bool

  init(_ elements: [[UInt8]], needsAll: Bool) {
    predicates = elements.map { element in
      element.withUnsafeBufferPointer { TextPredicate(.has, $0, isCaseSensitive: false) }
    }
    self.needsAll = needsAll
  }

  mutating func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in predicates.indices where predicates[index].matches(text) != needsAll {
      return !needsAll
    }
    return needsAll
  }
}

private struct FoldedSet: TextTest {
  private let folded: Set<[UInt8]>
  private let isNegated: Bool

  init(_ elements: [[UInt8]], isNegated: Bool) {
    folded = Set(
      elements.map { element in
        element.withUnsafeBufferPointer { CaseFolding.folded($0) }
      })
    self.isNegated = isNegated
  }

  mutating func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    folded.contains(CaseFolding.folded(text)) != isNegated
  }
}
