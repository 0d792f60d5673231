import Columns
import Diagnostics
import RegularExpressions

/// Makes tests of tokens and labels ready to run over the columns of a source.
struct TestCompiler {
  let source: any TokenSource
  let context: PatternContext
  private var columns: [String: ColumnVector] = [:]

  init(source: any TokenSource, context: PatternContext) {
    self.source = source
    self.context = context
  }

  mutating func matcher(of test: TokenTest?) throws -> TokenMatcher {
    guard let test else { return TokenMatcher(.any) }
    switch test {
    case .compare(let comparison):
      return try Self.matcher(
        of: comparison, over: column(comparison.attribute), context: context)
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
  static func matcher(
    of comparison: TokenTest.Comparison, over column: ColumnVector, context: PatternContext
  ) throws -> TokenMatcher {
    let fits = try predicate(of: comparison, context: context)
    switch column.storage {
    case .string(let ids, let dictionary):
      var table = [UInt8](repeating: 0, count: dictionary.count)
      dictionary.bytes.withUnsafeBufferPointer { heap in
        for entry in table.indices {
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

  private static func constant(_ isTrue: Bool) -> TokenMatcher {
    isTrue ? TokenMatcher(.any) : TokenMatcher(.not(TokenMatcher(.any)))
  }

  private static func predicate(
    of comparison: TokenTest.Comparison, context: PatternContext
  ) throws -> (UnsafeBufferPointer<UInt8>) -> Bool {
    switch comparison.value {
    case .text(let text):
      let matcher = try self.matcher(of: text, at: comparison.valueRange, context: context)
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
  private static func member(of texts: [String]) -> (UnsafeBufferPointer<UInt8>) -> Bool {
    let known = Set(texts.map { Array($0.lowercased().utf8) })
    return { known.contains(Array(String(decoding: $0, as: UTF8.self).lowercased().utf8)) }
  }

  static func matcher(
    of text: TextTest, at range: SourceRange, context: PatternContext
  ) throws -> TextMatcher {
    do throws(InvalidRegularExpression) {
      return try TextMatcher(text, foldingAccents: context.foldingAccents)
    } catch {
      throw PatternFailure([
        PatternError.badExpression(text.text, reason: error.reason).diagnostic(at: range)
      ])
    }
  }
}
