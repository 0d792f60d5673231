package import Diagnostics

/// What the brackets say of one token.
package indirect enum TokenTest: Hashable, Sendable {
  case compare(Comparison)
  case and([TokenTest])
  case or([TokenTest])
  case not(TokenTest)

  /// `lemma = "say"`.
  package struct Comparison: Sendable {
    package var attribute: String
    package var attributeRange: SourceRange
    package var isNegated: Bool
    package var value: Value
    package var valueRange: SourceRange

    package init(
      attribute: String, attributeRange: SourceRange, isNegated: Bool = false, value: Value,
      valueRange: SourceRange
    ) {
      self.attribute = attribute
      self.attributeRange = attributeRange
      self.isNegated = isNegated
      self.value = value
      self.valueRange = valueRange
    }
  }

  package enum Value: Hashable, Sendable {
    case text(TextTest)
    /// `in[1,10]`: a number from the one to the other, both counted.
    case numbers(Double, Double)
    /// `in saying`: one of a list that the query has made.
    case list(String)
    /// `in ("say", "tell")`: one of these texts.
    case oneOf([String])
  }

  func forEachComparison(_ body: (Comparison) -> Void) {
    switch self {
    case .compare(let comparison): body(comparison)
    case .and(let tests), .or(let tests):
      for test in tests { test.forEachComparison(body) }
    case .not(let test): test.forEachComparison(body)
    }
  }
}

extension TokenTest.Comparison: Hashable {
  package static func == (one: Self, other: Self) -> Bool {
    one.attribute == other.attribute && one.isNegated == other.isNegated
      && one.value == other.value
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(attribute)
    hasher.combine(isNegated)
    hasher.combine(value)
  }
}

/// A text that a whole value has to fit.
package struct TextTest: Hashable, Sendable {
  /// A regular expression of RE2, or the characters themselves.
  package var text: String
  package var isLiteral: Bool
  package var ignoresCase: Bool
  package var ignoresAccents: Bool

  package init(
    _ text: String, isLiteral: Bool = false, ignoresCase: Bool = true,
    ignoresAccents: Bool = false
  ) {
    self.text = text
    self.isLiteral = isLiteral
    self.ignoresCase = ignoresCase
    self.ignoresAccents = ignoresAccents
  }

  /// Whether no character of the text means anything but itself.
  package var isPlain: Bool {
    isLiteral || !text.utf8.contains { Self.special.contains($0) }
  }

  /// The characters that mean something in a regular expression.
  static let special = Set(#"\.+*?()|[]{}^$"#.utf8)
}
