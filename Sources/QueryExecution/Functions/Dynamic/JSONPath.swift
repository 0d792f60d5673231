import Columns

/// A way into a dynamic value: `$.a.b[0]["c d"]`.
struct JSONPath {
  enum Step: Hashable {
    case key(String)
    case index(Int)
  }

  /// From the outermost value inwards.
  var steps: ArraySlice<Step>

  /// The path of one key.
  init(key: String) { steps = [.key(key)] }

  /// Nil for what is no path.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var cursor = ByteCursor(text)
    guard cursor.take(UInt8(ascii: "$")) else { return nil }
    steps = []
    while !cursor.isAtEnd {
      if cursor.take(UInt8(ascii: ".")) {
        let start = cursor.position
        while !cursor.isAtEnd, cursor.next != UInt8(ascii: "."), cursor.next != UInt8(ascii: "[") {
          cursor.advance()
        }
        guard cursor.position > start else { return nil }
        steps.append(.key(String(decoding: text[start..<cursor.position], as: UTF8.self)))
      } else if cursor.take(UInt8(ascii: "[")) {
        guard let step = JSONPath.bracketed(&cursor, text) else { return nil }
        steps.append(step)
      } else {
        return nil
      }
    }
  }

  /// What the path leads to; nil where it leads nowhere.
  func value(in value: DynamicValue) -> DynamicValue? {
    var value = value
    for step in steps {
      switch (step, value) {
      case (.key(let key), .bag(let properties)):
        guard let property = properties.first(where: { $0.key == key }) else { return nil }
        value = property.value
      case (.index(let index), .array(let members)):
        let place = index < 0 ? index + members.count : index
        guard members.indices.contains(place) else { return nil }
        value = members[place]
      case (.key, _), (.index, _): return nil
      }
    }
    return value
  }

  // MARK: - Implementation

  /// What stands between brackets: a key in quotation marks, or a number.
  private static func bracketed(
    _ cursor: inout ByteCursor, _ text: UnsafeBufferPointer<UInt8>
  ) -> Step? {
    let mark = cursor.next
    if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
      cursor.advance()
      let start = cursor.position
      while !cursor.isAtEnd, cursor.next != mark { cursor.advance() }
      let key = String(decoding: text[start..<cursor.position], as: UTF8.self)
      guard cursor.take(mark), cursor.take(UInt8(ascii: "]")) else { return nil }
      return .key(key)
    }
    let isNegative = cursor.take(UInt8(ascii: "-"))
    guard let number = cursor.takeDigits(atMost: 9), cursor.take(UInt8(ascii: "]")) else {
      return nil
    }
    return .index(Int(isNegative ? -number.value : number.value))
  }
}
