package import Columns

extension Value {
  /// What embedders see of a cell.
  package init(_ value: ScalarValue) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .long(let value): self = .long(value)
    case .real(let value): self = .real(value)
    case .decimal(let value): self = .decimal(DecimalText.string(value))
    case .string(let value): self = .string(value)
    case .datetime(let ticks): self = .datetime(ticks: ticks)
    case .timespan(let ticks): self = .timespan(ticks: ticks)
    case .dynamic(let value):
      var json: [UInt8] = []
      DynamicText.appendJSON(value, to: &json)
      self = .dynamic(String(decoding: json, as: UTF8.self))
    case .guid(let high, let low): self = .guid(GuidText.string(high: high, low: low))
    }
  }

  /// What the executor takes for it; it brings the value to the parameter's type.
  ///
  /// Texts that are no number, JSON or guid are handed on as text, which then does not convert.
  package func scalar(for type: ScalarType) -> ScalarValue {
    switch self {
    case .null: return .null(type)
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .long(let value): return .long(value)
    case .real(let value): return .real(value)
    case .decimal(let digits):
      return DecimalText.parse(digits).map { .decimal($0) } ?? .string(digits)
    case .string(let text): return .string(text)
    case .datetime(let ticks): return .datetime(ticks)
    case .timespan(let ticks): return .timespan(ticks)
    case .dynamic(let json): return JSONParser.parse(json).map { .dynamic($0) } ?? .string(json)
    case .guid(let text):
      return GuidText.parse(text).map { .guid(high: $0.high, low: $0.low) } ?? .string(text)
    }
  }
}
