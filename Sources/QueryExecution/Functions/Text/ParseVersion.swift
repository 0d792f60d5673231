import Columns
import QueryPlanning

/// `parse_version`: a version as a number that sorts as versions do.
enum ParseVersion {
  static let function = ScalarFunction(
    "parse_version", .taking(.text("version"), giving: .decimal),
    summary: "A version of one to four parts as a decimal that compares as the versions do.",
    example: ("print parse_version(\"1.10\") > parse_version(\"1.9.3\")", "true")
  ) { context, arguments, count in
    context.rows(count, of: arguments, as: .decimal) { row -> DecimalValue? in
      arguments[0].withUTF8(row) { number($0) }
    }
  }

  // MARK: - Implementation

  /// Eight digits a part; parts that are missing are 0.
  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> DecimalValue? {
    var cursor = ByteCursor(text)
    var total: Int128 = 0
    var count = 0
    repeat {
      guard count < 4, let part = cursor.takeDigits(atMost: 8) else { return nil }
      total = total * 100_000_000 + Int128(part.value)
      count += 1
    } while cursor.take(UInt8(ascii: "."))
    guard cursor.isAtEnd else { return nil }
    for _ in count..<4 { total *= 100_000_000 }
    return DecimalValue(mantissa: total, scale: 0)
  }
}
