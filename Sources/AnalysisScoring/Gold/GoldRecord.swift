import ArticleModel
import Columns

/// An object of a line of gold, read part by part; what is missing or wrong is thrown with its name.
struct GoldRecord {
  private let properties: [DynamicValue.Property]
  /// How messages name the object within its line: nothing, or `mentions[3].`.
  private let place: String

  init(_ value: DynamicValue, place: String = "") throws(GoldProblem) {
    guard case .bag(let properties) = value else {
      if place.isEmpty { throw .notObject(found: Self.kind(of: value)) }
      throw .wrongType(
        key: String(place.dropLast()), expected: "an object", found: Self.kind(of: value))
    }
    self.properties = properties
    self.place = place
  }

  /// The value of a key; nil where it is not there or null.
  func value(_ key: String) -> DynamicValue? {
    guard let value = properties.first(where: { $0.key == key })?.value, value != .null else {
      return nil
    }
    return value
  }

  func string(_ key: String) throws(GoldProblem) -> String? {
    guard let value = value(key) else { return nil }
    guard case .string(let text) = value else { throw wrongType(key, "a text", value) }
    return text
  }

  func flag(_ key: String) throws(GoldProblem) -> Bool? {
    guard let value = value(key) else { return nil }
    guard case .bool(let flag) = value else { throw wrongType(key, "true or false", value) }
    return flag
  }

  /// A text, or a number as people write it: names and amounts come as either.
  func stringOrNumber(_ key: String) throws(GoldProblem) -> String? {
    switch value(key) {
    case nil: return nil
    case .string(let text): return text
    case .long(let number): return String(number)
    case .real(let number): return RealText.string(number)
    case .some(let value): throw wrongType(key, "a text or a number", value)
    }
  }

  /// One of a few values by its name, which must be there.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _: Choice.Type
  ) throws(GoldProblem) -> Choice where Choice.RawValue == String {
    let known = Choice.allCases.map(\.rawValue)
    let name = try required(try string(key), key, "one of \(known.joined(separator: ", "))")
    guard let choice = Choice(rawValue: name) else {
      throw .unknownValue(key: place + key, value: name, known: known)
    }
    return choice
  }

  func required<Value>(
    _ value: Value?, _ key: String, _ needed: String
  ) throws(GoldProblem) -> Value {
    guard let value else { throw .missing(key: place + key, needed: needed) }
    return value
  }

  /// The objects of an array, which must be there.
  func objects(_ key: String, _ needed: String) throws(GoldProblem) -> [GoldRecord] {
    let value = try required(value(key), key, needed)
    guard case .array(let elements) = value else { throw wrongType(key, "an array", value) }
    var records: [GoldRecord] = []
    for (index, element) in elements.enumerated() {
      records.append(try GoldRecord(element, place: "\(place)\(key)[\(index)]."))
    }
    return records
  }

  /// The span that the object's `start` and `end` give.
  func span(in text: GoldText) throws(GoldProblem) -> CodePointRange {
    let start = try required(value("start"), "start", "where it starts, in code points")
    let end = try required(value("end"), "end", "where it ends, in code points")
    return try Self.span(.array([start, end]), named: String(place.dropLast()), in: text)
  }

  /// The span under a key; nil where it is not there.
  func span(_ key: String, in text: GoldText) throws(GoldProblem) -> CodePointRange? {
    guard let value = value(key) else { return nil }
    return try Self.span(value, named: place + key, in: text)
  }

  /// The spans of an array of spans; none where it is not there.
  func spans(_ key: String, in text: GoldText) throws(GoldProblem) -> [CodePointRange] {
    guard let value = value(key) else { return [] }
    guard case .array(let elements) = value else { throw wrongType(key, "an array", value) }
    var spans: [CodePointRange] = []
    for (index, element) in elements.enumerated() {
      spans.append(try Self.span(element, named: "\(place)\(key)[\(index)]", in: text))
    }
    return spans
  }

  /// The keys that hold a short text, with it: what articles can be grouped by.
  var labels: [String: String] {
    var labels: [String: String] = [:]
    for property in properties where property.key != "text" && property.key != "id" {
      if case .string(let text) = property.value { labels[property.key] = text }
    }
    return labels
  }

  // MARK: - Implementation

  private static func span(
    _ value: DynamicValue, named name: String, in text: GoldText
  ) throws(GoldProblem) -> CodePointRange {
    let ends: [DynamicValue]
    switch value {
    case .array(let elements): ends = elements
    case .bag(let properties):
      ends = ["start", "end"].compactMap { key in properties.first { $0.key == key }?.value }
    default: throw .notSpan(key: name)
    }
    guard ends.count == 2, case .long(let start) = ends[0], case .long(let end) = ends[1],
      start >= 0, start <= end
    else { throw .notSpan(key: name) }
    guard end <= text.count else {
      throw .spanBeyondText(key: name, end: Int(end), length: text.count)
    }
    return CodePointRange(Int(start), Int(end))
  }

  private func wrongType(
    _ key: String, _ expected: String, _ value: DynamicValue
  ) -> GoldProblem {
    .wrongType(key: place + key, expected: expected, found: Self.kind(of: value))
  }

  private static func kind(of value: DynamicValue) -> String {
    switch value {
    case .null: return "null"
    case .bool: return "true or false"
    case .long, .real: return "a number"
    case .string, .datetime, .timespan: return "a text"
    case .array: return "an array"
    case .bag: return "an object"
    }
  }
}

/// The text that gold annotates, measured in code points.
struct GoldText {
  let text: ArticleText
  /// How many code points it has.
  let count: Int

  init(_ text: ArticleText) {
    self.text = text
    count = text.scalarOffset(of: text.utf8.count)
  }
}
