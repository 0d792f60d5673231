import Columns
import RegularExpressions

extension RegularExpression {
  /// The pattern, compiled or kept from before.
  ///
  /// Throws `badPattern` with RE2's reason.
  static func compiled(
    _ pattern: UnsafeBufferPointer<UInt8>, isCaseSensitive: Bool = true
  ) throws -> RegularExpression {
    do {
      return try compile(pattern, isCaseSensitive: isCaseSensitive)
    } catch {
      throw ExecutionError.badPattern(pattern: error.pattern, reason: error.reason)
    }
  }

  /// Calls `body` with each match in turn, none overlapping, until it says false.
  ///
  /// After an empty match the search goes on one code point later.
  func forEachMatch(
    in text: UnsafeBufferPointer<UInt8>, cancellation: CancellationToken,
    _ body: ([Range<Int>?]) throws -> Bool
  ) throws {
    var start = 0
    var count = 0
    var lastEnd: Int?
    while start <= text.count, let groups = firstMatch(in: text, from: start),
      let whole = groups[0]
    {
      count += 1
      if count % 256 == 0 { try cancellation.check() }
      // An empty match right after a match is part of it (`a*` over `aab`).
      if !(whole.isEmpty && whole.lowerBound == lastEnd), try !body(groups) { return }
      lastEnd = whole.upperBound
      start =
        whole.isEmpty
        ? UTF8Scalars.offset(ofScalar: 1, in: text, from: whole.upperBound) : whole.upperBound
      if whole.isEmpty, whole.upperBound == text.count { return }
    }
  }
}
