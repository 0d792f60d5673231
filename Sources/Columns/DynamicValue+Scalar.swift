extension DynamicValue {
  /// The value as dynamic: an int as long, a decimal as real, a guid as its text.
  package init(_ value: ScalarValue) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .long(Int64(value))
    case .long(let value): self = .long(value)
    case .real(let value): self = .real(value)
    case .decimal(let value): self = .real(value.real)
    case .string(let value): self = .string(value)
    case .datetime(let value): self = .datetime(value)
    case .timespan(let value): self = .timespan(value)
    case .dynamic(let value): self = value
    case .guid(let high, let low): self = .string(GuidText.string(high: high, low: low))
    }
  }

  /// What it holds as a value of its own type; arrays and bags stay dynamic.
  package var scalar: ScalarValue {
    switch self {
    case .null: return .null(.dynamic)
    case .bool(let value): return .bool(value)
    case .long(let value): return .long(value)
    case .real(let value): return .real(value)
    case .string(let value): return .string(value)
    case .datetime(let value): return .datetime(value)
    case .timespan(let value): return .timespan(value)
    case .array, .bag: return .dynamic(self)
    }
  }
}
