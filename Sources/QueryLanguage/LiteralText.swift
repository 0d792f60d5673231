import Columns

/// Reads the text of literals by the rules of their types (LANGUAGE 4.2).
enum LiteralText {
  /// The value of `type(text)`; nil where the text is none.
  static func value(of type: ScalarType, _ text: String) -> ScalarValue? {
    switch type {
    case .bool:
      switch text.lowercased() {
      case "true", "1": return .bool(true)
      case "false", "0": return .bool(false)
      default: return nil
      }
    case .int: return IntegerText.parse(text).flatMap { Int32(exactly: $0) }.map { .int($0) }
    case .long: return long(text).map { .long($0) }
    case .real: return RealText.parse(text).map { .real($0) }
    case .decimal: return DecimalText.parse(text).map { .decimal($0) }
    case .datetime: return DatetimeText.parse(text).map { .datetime($0) }
    case .timespan: return TimespanText.parse(text).map { .timespan($0) }
    case .guid: return GuidText.parse(text).map { .guid(high: $0.high, low: $0.low) }
    case .dynamic: return DynamicLiteral.parse(text).map { .dynamic($0) }
    case .string, .unknown: return nil
    }
  }

  /// `2025-03-04` for `03/04/2025`, of which the 4 might have been the month as well; nil for dates
  /// that can be read in one way only.
  static func monthFirst(_ text: String) -> String? {
    let parts = text.utf8.split(
      maxSplits: 2, omittingEmptySubsequences: false, whereSeparator: { "/-.".utf8.contains($0) })
    guard parts.count == 3, parts[2].count >= 4,
      let month = Int(String(parts[0]) ?? ""), let day = Int(String(parts[1]) ?? ""),
      1...12 ~= month, 1...12 ~= day, month != day, parts[0].count <= 2
    else { return nil }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let year = String(parts[2].prefix(4)) ?? ""
    let rest = String(parts[2].dropFirst(4)) ?? ""
    return "\(year)-\(padded(month))-\(padded(day))\(rest)"
  }

  /// `12` or `0xff`; nil where it does not fit.
  ///
  /// All 64 bits may be written: `0xffffffffffffffff` is -1.
  static func long(_ text: String) -> Int64? {
    if text.hasPrefix("0x") || text.hasPrefix("0X") {
      return UInt64(text.dropFirst(2), radix: 16).map { Int64(bitPattern: $0) }
    }
    return IntegerText.parse(text)
  }

  /// What the letters after a number make of it; nil where they are no unit.
  static func unit(_ letters: ArraySlice<UInt8>) -> Unit? {
    if letters.withUnsafeBufferPointer({ TimespanText.unit($0) }) != nil { return .timespan }
    return letters.count <= 8 ? calendarUnits[String(decoding: letters, as: UTF8.self)] : nil
  }

  /// The kind of a number with a unit.
  enum Unit: Hashable {
    case timespan
    /// So many months, whose length the calendar decides.
    case months(Int)
  }

  /// The months of `3mo`, `1q`, `2y`; nil where there are too many, none, or a fraction.
  static func months(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.prefix { isDigit($0) }
    guard case .months(let months) = unit(text[digits.endIndex...]),
      let count = Int(String(decoding: digits, as: UTF8.self)), count > 0, count <= 120_000
    else { return nil }
    return count * months
  }

  static func trimmed(_ text: String) -> String {
    var bytes = Array(text.utf8)[...]
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text without blanks around it and without a pair of quotes around that.
  static func unquoted(_ text: String) -> String {
    let trimmed = trimmed(text)
    let bytes = trimmed.utf8
    guard bytes.count > 1, let quote = bytes.first, isStraightQuote(quote), bytes.last == quote
    else {
      return trimmed
    }
    return self.trimmed(String(trimmed.dropFirst().dropLast()))
  }

  /// Whether it begins with a name, so that a column or call was meant rather than a value.
  static func looksLikeExpression(_ text: String) -> Bool {
    guard let first = text.utf8.first, isWordStart(first) else { return false }
    return text.utf8.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: ".") }
      || text.utf8.contains(UInt8(ascii: "("))
  }

  // MARK: - Implementation

  private static let calendarUnits: [String: Unit] = [
    "mo": .months(1), "month": .months(1), "months": .months(1),
    "q": .months(3), "quarter": .months(3), "quarters": .months(3),
    "y": .months(12), "year": .months(12), "years": .months(12),
  ]
}
