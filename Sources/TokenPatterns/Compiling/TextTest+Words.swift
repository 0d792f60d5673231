extension TextTest {
  /// The tests of the tokens that a text in quotes stands for.
  ///
  /// A text without the signs of regular expressions is cut as the articles are; another is cut at
  /// its blanks, each piece an expression of its own.
  func words(by tokenizer: (String) -> [String]) -> [TextTest] {
    var pieces: [String]
    var literal = isLiteral
    if isPlain || isPlainPhrase {
      pieces = tokenizer(text)
      literal = true
    } else {
      pieces = text.split(separator: " ").map(String.init)
    }
    if pieces.isEmpty { pieces = [text] }
    return pieces.map {
      TextTest($0, isLiteral: literal, ignoresCase: ignoresCase, ignoresAccents: ignoresAccents)
    }
  }

  /// Several words whose only sign is the full stop, where no other sign follows it.
  private var isPlainPhrase: Bool {
    guard text.utf8.contains(0x20) else { return false }
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() where Self.special.contains(byte) {
      let following = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      if byte != UInt8(ascii: ".") || Self.special.contains(following) { return false }
    }
    return true
  }
}
