import Columns
import Diagnostics
import RegularExpressions

/// Makes tests of tokens and labels ready to run over the columns of a source.
struct TestCompiler {
  let source: any TokenSource
  let context: PatternContext
  let checkCancellation: () throws -> Void
  private var columns: [String: ColumnVector] = [:]
  /// Made before: a repetition asks for the same test a thousand times.
  private var matchers: [TokenTest: TokenMatcher] = [:]

  init(
    source: any TokenSource, context: PatternContext,
    checkCancellation: @escaping () throws -> Void
  ) {
    self.source = source
    self.context = context
    self.checkCancellation = checkCancellation
  }

  mutating func matcher(of test: TokenTest?) throws -> TokenMatcher {
    guard let test else { return TokenMatcher(.any) }
    if let known = matchers[test] { return known }
    let made = try newMatcher(of: test)
    matchers[test] = made
    return made
  }

  private mutating func newMatcher(of test: TokenTest) throws -> TokenMatcher {
    switch test {
    case .compare(let comparison):
      return try matcher(of: comparison, over: column(comparison.attribute))
    case .and(let tests):
      return .combined(try tests.map { try matcher(of: $0) }, isAnd: true)
    case .or(let tests):
      return .combined(try tests.map { try matcher(of: $0) }, isAnd: false)
    case .not(let test): return try matcher(of: test).negated
    }
  }

  mutating func column(_ attribute: String) throws -> ColumnVector {
    if let known = columns[attribute] { return known }
    let column = try source.attribute(attribute)
    columns[attribute] = column
    return column
  }

  /// The comparison over a column of strings or truth values.
  func matcher(
    of comparison: TokenTest.Comparison, over column: ColumnVector
  ) throws -> TokenMatcher {
    let fits = try predicate(of: comparison)
    switch column.storage {
    case .string(let ids, let dictionary):
      var table = [UInt8](repeating: 0, count: dictionary.count)
      try dictionary.bytes.withUnsafeBufferPointer { heap in
        for entry in table.indices {
          if entry & 1023 == 0 { try checkCancellation() }
          let value = UnsafeBufferPointer(rebasing: heap[dictionary.entries[entry]])
          if fits(value) != comparison.isNegated { table[entry] = 1 }
        }
      }
      if column.isConstant {
        return constant(column.count > 0 && table[Int(ids[0])] != 0)
      }
      return TokenMatcher(.entries(ids, attribute: comparison.attribute), table: table)
    case .bool(let bytes):
      let table = ["false", "true"].map { name in
        Array(name.utf8).withUnsafeBufferPointer { fits($0) != comparison.isNegated ? UInt8(1) : 0 }
      }
      if column.isConstant { return constant(column.count > 0 && table[Int(bytes[0] & 1)] != 0) }
      return TokenMatcher(.flags(bytes, attribute: comparison.attribute), table: table)
    case .int, .long, .real, .decimal, .dynamic, .guid:
      preconditionFailure("attributes are string and bool columns")
    }
  }

  // MARK: - Implementation

  private func constant(_ isTrue: Bool) -> TokenMatcher {
    isTrue ? TokenMatcher(.any) : TokenMatcher(.not(TokenMatcher(.any)))
  }

  private func predicate(
    of comparison: TokenTest.Comparison
  ) throws -> (UnsafeBufferPointer<UInt8>) -> Bool {
    switch comparison.value {
    case .text(let text):
      let matcher = try matcher(of: text, at: comparison.valueRange)
      return { matcher.matches($0) }
    case .numbers(let least, let most):
      return { value in
        guard let number = Double(String(decoding: value, as: UTF8.self)) else { return false }
        return number >= least && number <= most
      }
    case .list(let name):
      guard let list = context.lists[name] else {
        let near = spellingSuggestions(for: name, among: context.lists.keys.sorted())
        throw PatternFailure([
          PatternError.unknownList(name, suggestions: near).diagnostic(at: comparison.valueRange)
        ])
      }
      return member(of: list)
    case .oneOf(let texts): return member(of: texts)
    }
  }

  /// One of these texts, upper and lower case alike.
  private func member(of texts: [String]) -> (UnsafeBufferPointer<UInt8>) -> Bool {
    let known = Set(texts.map { Array($0.lowercased().utf8) })
    return { known.contains(Array(String(decoding: $0, as: UTF8.self).lowercased().utf8)) }
  }

  private func matcher(of text: TextTest, at range: SourceRange) throws -> TextMatcher {
    do throws(InvalidRegularExpression) {
      return try TextMatcher(text, foldingAccents: context.foldingAccents)
    } catch {
      throw PatternFailure([
        PatternError.badExpression(text.text, reason: error.reason).diagnostic(at: range)
      ])
    }
  }
}
