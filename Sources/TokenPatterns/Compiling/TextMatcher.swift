import RegularExpressions

/// Tells whether whole values fit a text test.
final class TextMatcher {
  private let test: TextTest
  private let foldingAccents: (String) -> String
  /// The bytes of a text without special signs, in lower case where case is ignored; nil where only
  /// the expression can tell.
  private let literal: [UInt8]?
  private let expression: RegularExpression

  init(
    _ test: TextTest, foldingAccents: @escaping (String) -> String
  ) throws(InvalidRegularExpression) {
    self.test = test
    self.foldingAccents = foldingAccents
    let text = test.ignoresAccents ? foldingAccents(test.text) : test.text
    // By itself first: `a)|(b` would be sound inside the brackets added here.
    if !test.isPlain { _ = try compiledExpression(text, isCaseSensitive: !test.ignoresCase) }
    let inner = test.isPlain ? Self.escaped(text) : text
    expression = try compiledExpression("\\A(?:\(inner))\\z", isCaseSensitive: !test.ignoresCase)
    let bytes = Array(text.utf8)
    if test.isPlain, bytes.allSatisfy({ $0 < 0x80 }) {
      literal = test.ignoresCase ? bytes.map(Self.lowerCase) : bytes
    } else {
      literal = nil
    }
  }

  func matches(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    if let literal {
      if value.count == literal.count, equalsLiteral(value, literal) { return true }
      // Only letters beyond ASCII fold or lose accents to other lengths.
      if !value.contains(where: { $0 >= 0x80 }) { return false }
    }
    if test.ignoresAccents, value.contains(where: { $0 >= 0x80 }) {
      let folded = Array(foldingAccents(String(decoding: value, as: UTF8.self)).utf8)
      return folded.withUnsafeBufferPointer { expression.matches($0) }
    }
    return expression.matches(value)
  }

  /// A text that stands for itself in an expression.
  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if TextTest.special.contains(byte) { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: - Implementation

  private func equalsLiteral(_ value: UnsafeBufferPointer<UInt8>, _ literal: [UInt8]) -> Bool {
    for index in literal.indices {
      let byte = test.ignoresCase ? Self.lowerCase(value[index]) : value[index]
      if byte != literal[index] { return false }
    }
    return true
  }

  private static func lowerCase(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
