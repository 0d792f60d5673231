/// How tightly operators bind, loosest first.
///
/// As in KQL, text predicates (`has`, `=~`) bind tighter than arithmetic, and `==`, `in` and
/// `between` looser than `<`.
enum Precedence: Int, Comparable, Sendable {
  case or, and, equality, order, sum, product, text, value

  static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }

  /// The next tighter one.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .value }
}

/// What stands between two values.
enum InfixOperator: Hashable, Sendable {
  case binary(BinaryOperator)
  case membership(MembershipOperator)
  case between(isNegated: Bool)

  var precedence: Precedence {
    switch self {
    case .binary(let binary): return binary.precedence
    case .membership, .between: return .equality
    }
  }

  /// The operator that a word of the grammar is; `matches` needs `regex` after it.
  init?(_ keyword: Keyword) {
    guard let found = Self.words[keyword] else { return nil }
    self = found
  }

  init?(_ kind: SyntaxToken.Kind) {
    switch kind {
    case .equal: self = .binary(.equal)
    case .notEqual: self = .binary(.notEqual)
    case .equalInsensitive: self = .binary(.equalInsensitive)
    case .notEqualInsensitive: self = .binary(.notEqualInsensitive)
    case .less: self = .binary(.less)
    case .lessOrEqual: self = .binary(.lessOrEqual)
    case .greater: self = .binary(.greater)
    case .greaterOrEqual: self = .binary(.greaterOrEqual)
    case .plus: self = .binary(.add)
    case .minus: self = .binary(.subtract)
    case .star: self = .binary(.multiply)
    case .slash: self = .binary(.divide)
    case .percent: self = .binary(.modulo)
    case .word, .long, .real, .timespan, .calendarStep, .bareDate, .string, .typedLiteral,
      .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .leftBrace, .rightBrace,
      .comma, .semicolon, .colon, .dot, .dotDot, .bar, .assign, .arrow, .angleBrackets,
      .doubleAmpersand, .doubleBar, .exclamation, .question, .at, .unknown, .end:
      return nil
    }
  }

  private static let words: [Keyword: InfixOperator] = {
    var words: [Keyword: InfixOperator] = [
      .between: .between(isNegated: false), .notBetween: .between(isNegated: true),
    ]
    for binary in BinaryOperator.allCases {
      if let keyword = Keyword(rawValue: binary.rawValue) { words[keyword] = .binary(binary) }
    }
    for membership in MembershipOperator.allCases {
      if let keyword = Keyword(rawValue: membership.rawValue) {
        words[keyword] = .membership(membership)
      }
    }
    return words
  }()
}

extension BinaryOperator {
  var precedence: Precedence {
    switch self {
    case .or: return .or
    case .and: return .and
    case .equal, .notEqual: return .equality
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return .order
    case .add, .subtract: return .sum
    case .multiply, .divide, .modulo: return .product
    case .equalInsensitive, .notEqualInsensitive, .has, .hasNot, .hasCS, .hasNotCS, .hasPrefix,
      .hasNotPrefix, .hasPrefixCS, .hasNotPrefixCS, .hasSuffix, .hasNotSuffix, .hasSuffixCS,
      .hasNotSuffixCS, .contains, .containsNot, .containsCS, .containsNotCS, .startsWith,
      .startsNotWith, .startsWithCS, .startsNotWithCS, .endsWith, .endsNotWith, .endsWithCS,
      .endsNotWithCS, .matchesRegex:
      return .text
    }
  }
}
