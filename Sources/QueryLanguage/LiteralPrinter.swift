package import Columns

/// Writes values as the literals that read back as them.
package enum LiteralPrinter {
  package static func text(_ literal: LiteralSyntax) -> String {
    switch literal {
    case .value(let value): return text(value)
    case .pattern(let pattern): return "pattern (\(pattern.words))"
    case .calendarStep(let months):
      if months % 12 == 0 { return "\(months / 12)y" }
      return months % 3 == 0 ? "\(months / 3)q" : "\(months)mo"
    }
  }

  package static func text(_ value: ScalarValue) -> String {
    switch value {
    case .null(let type): return "\(type.name)(null)"
    case .bool(let value): return value ? "true" : "false"
    case .int(let value): return "int(\(value))"
    // The sign of a bare number is an operator, but for the least long, which needs it.
    case .long(let value): return value < 0 && value > .min ? "long(\(value))" : String(value)
    case .real(let value): return real(value)
    case .decimal(let value): return "decimal(\(DecimalText.string(value)))"
    case .string(let value): return StringLiteral.encode(value)
    case .datetime(let ticks): return datetime(ticks)
    case .timespan(let ticks): return timespan(ticks)
    case .dynamic(let value): return "dynamic(\(dynamic(value)))"
    case .guid(let high, let low): return "guid(\(GuidText.string(high: high, low: low)))"
    }
  }

  // MARK: - Implementation

  private static func real(_ value: Double) -> String {
    if value.isNaN { return "real(nan)" }
    if value.isInfinite { return value < 0 ? "real(-inf)" : "real(+inf)" }
    let text = RealText.string(value)
    return value.sign == .minus ? "real(\(text))" : text
  }

  /// Without the time where it is midnight.
  private static func datetime(_ ticks: Int64) -> String {
    let text = DatetimeText.string(ticks)
    return "datetime(\(ticks % Ticks.perDay == 0 ? String(text.prefix(10)) : text))"
  }

  /// In the largest unit that leaves no fraction.
  private static func timespan(_ ticks: Int64) -> String {
    guard ticks > 0 else { return ticks == 0 ? "0s" : "timespan(\(TimespanText.string(ticks)))" }
    let units: [(String, Int64)] = [
      ("d", Ticks.perDay), ("h", Ticks.perHour), ("m", Ticks.perMinute), ("s", Ticks.perSecond),
      ("ms", Ticks.perMillisecond), ("microsecond", Ticks.perMicrosecond),
    ]
    for (unit, length) in units where ticks % length == 0 { return "\(ticks / length)\(unit)" }
    return "\(ticks)tick"
  }

  /// JSON with the nested literals that only `dynamic(…)` takes.
  private static func dynamic(_ value: DynamicValue) -> String {
    switch value {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .long(let value): return String(value)
    case .real(let value): return value.isFinite ? RealText.string(value) : real(value)
    case .string(let text): return jsonString(text)
    case .datetime(let ticks): return datetime(ticks)
    case .timespan(let ticks): return "timespan(\(TimespanText.string(ticks)))"
    case .array(let elements): return "[\(elements.map { dynamic($0) }.joined(separator: ", "))]"
    case .bag(let properties):
      let texts = properties.map { "\(jsonString($0.key)): \(dynamic($0.value))" }
      return "{\(texts.joined(separator: ", "))}"
    }
  }

  private static func jsonString(_ text: String) -> String {
    var bytes: [UInt8] = []
    DynamicText.appendJSONString(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
