import CRE2
import Synchronization

/// A text that is no regular expression, and why not.
package struct InvalidRegularExpression: Error, Hashable {
  package var pattern: String
  /// As RE2 says it.
  package var reason: String
}

/// A pattern of RE2, compiled: linear in the text, whatever the pattern.
package final class RegularExpression: @unchecked Sendable {
  /// RE2 allows searching from several threads at once.
  private let pattern: OpaquePointer
  /// How many groups the pattern has, the whole match not counted.
  package let groupCount: Int

  /// The pattern, compiled or kept from before.
  ///
  /// Throws `InvalidRegularExpression` with RE2's reason.
  package static func compile(
    _ pattern: UnsafeBufferPointer<UInt8>, isCaseSensitive: Bool = true
  ) throws(InvalidRegularExpression) -> RegularExpression {
    let key = Key(pattern: Array(pattern), isCaseSensitive: isCaseSensitive)
    if let known = kept.withLock({ $0[key] }) { return known }
    let made = try RegularExpression(pattern, isCaseSensitive: isCaseSensitive)
    kept.withLock { kept in
      // Scripts have few patterns; a column of patterns should not fill the memory.
      if kept.count >= 64 { kept.removeAll() }
      kept[key] = made
    }
    return made
  }

  deinit { CRE2Free(pattern) }

  /// The number of the group of that name (`(?P<name>…)`), nil without one.
  package func group(named name: String) -> Int? {
    let number = CRE2GroupNumber(pattern, name)
    return number < 0 ? nil : Int(number)
  }

  package func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var range = CRE2Range()
    return find(text, from: 0, into: &range, count: 0)
  }

  /// The first match at or after `start`: the whole match, then each group; nil where a group took
  /// no part.
  package func firstMatch(
    in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
  ) -> [Range<Int>?]? {
    var ranges = [CRE2Range](repeating: CRE2Range(start: -1, end: -1), count: groupCount + 1)
    let isFound = ranges.withUnsafeMutableBufferPointer { buffer -> Bool in
      guard let first = buffer.baseAddress else { return false }
      return find(text, from: start, into: first, count: buffer.count)
    }
    guard isFound else { return nil }
    return ranges.map { $0.start < 0 ? nil : Int($0.start)..<Int($0.end) }
  }

  // MARK: - Implementation

  private struct Key: Hashable {
    let pattern: [UInt8]
    let isCaseSensitive: Bool
  }

  private static let kept = Mutex<[Key: RegularExpression]>([:])

  private init(_ pattern: UnsafeBufferPointer<UInt8>, isCaseSensitive: Bool)
    throws(InvalidRegularExpression)
  {
    let text = String(decoding: pattern, as: UTF8.self)
    let compiled = pattern.withMemoryRebound(to: CChar.self) {
      CRE2Compile($0.baseAddress, $0.count, isCaseSensitive, 0)
    }
    guard let compiled else {
      throw InvalidRegularExpression(pattern: text, reason: "out of memory")
    }
    if let reason = CRE2Error(compiled) {
      let reason = String(cString: reason)
      CRE2Free(compiled)
      throw InvalidRegularExpression(pattern: text, reason: reason)
    }
    self.pattern = compiled
    groupCount = Int(CRE2GroupCount(compiled))
  }

  private func find(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int,
    into ranges: UnsafeMutablePointer<CRE2Range>,
    count: Int
  ) -> Bool {
    // An empty text may have no address, and RE2 tells groups that took no part by theirs.
    guard let base = text.baseAddress, !text.isEmpty else {
      return "".withCString { CRE2Match(pattern, $0, 0, 0, 0, false, ranges, Int32(count)) }
    }
    return base.withMemoryRebound(to: CChar.self, capacity: text.count) {
      CRE2Match(pattern, $0, text.count, start, text.count, false, ranges, Int32(count))
    }
  }
}
