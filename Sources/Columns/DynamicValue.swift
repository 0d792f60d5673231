/// A JSON-like value: what `dynamic` holds.
///
/// Bags keep insertion order.
package indirect enum DynamicValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case long(Int64)
  case real(Double)
  case string(String)
  case datetime(Int64)
  case timespan(Int64)
  case array([DynamicValue])
  case bag([Property])

  package struct Property: Hashable, Sendable {
    package var key: String
    package var value: DynamicValue

    package init(key: String, value: DynamicValue) {
      self.key = key
      self.value = value
    }
  }
}
