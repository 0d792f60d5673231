package import Columns
package import Diagnostics

package struct ExpressionSyntax: Sendable {
  package indirect enum Kind: Sendable {
    case literal(LiteralSyntax)
    case name(NameSyntax)
    /// `*`: all columns, where the place allows it (`count(*)`, `where * has "x"`, `arg_max(x, *)`).
    case star
    case unary(UnaryOperator, ExpressionSyntax)
    case binary(BinaryOperator, ExpressionSyntax, ExpressionSyntax)
    /// `x between (a .. b)`, `x !between (a .. b)`.
    case between(ExpressionSyntax, ExpressionSyntax, ExpressionSyntax, isNegated: Bool)
    /// `x in (…)` and its kin; one element may be a pipeline.
    case membership(MembershipOperator, ExpressionSyntax, [ExpressionSyntax])
    case call(NameSyntax, [ArgumentSyntax])
    /// `a.b`
    case member(ExpressionSyntax, NameSyntax)
    /// `a[b]`
    case element(ExpressionSyntax, ExpressionSyntax)
    /// `[1, 2]` where a value is expected.
    case list([ExpressionSyntax])
    /// A pipeline in parentheses where a value or list is expected.
    case pipeline(PipelineSyntax)
    case parenthesized(ExpressionSyntax)
    case missing
  }

  package var kind: Kind
  package var range: SourceRange

  package init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

package struct ArgumentSyntax: Sendable {
  /// The name in `f(name=value)`.
  package var name: NameSyntax?
  package var value: ExpressionSyntax

  package init(name: NameSyntax?, value: ExpressionSyntax) {
    self.name = name
    self.value = value
  }
}

package enum UnaryOperator: String, CaseIterable, Sendable {
  case minus = "-"
  case plus = "+"
}

/// Operators with a value on each side, by their spelling.
package enum BinaryOperator: String, CaseIterable, Sendable {
  case or, and
  case equal = "=="
  case notEqual = "!="
  case equalInsensitive = "=~"
  case notEqualInsensitive = "!~"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case has, hasNot = "!has"
  case hasCS = "has_cs"
  case hasNotCS = "!has_cs"
  case hasPrefix = "hasprefix"
  case hasNotPrefix = "!hasprefix"
  case hasPrefixCS = "hasprefix_cs"
  case hasNotPrefixCS = "!hasprefix_cs"
  case hasSuffix = "hassuffix"
  case hasNotSuffix = "!hassuffix"
  case hasSuffixCS = "hassuffix_cs"
  case hasNotSuffixCS = "!hassuffix_cs"
  case contains
  case containsNot = "!contains"
  case containsCS = "contains_cs"
  case containsNotCS = "!contains_cs"
  case startsWith = "startswith"
  case startsNotWith = "!startswith"
  case startsWithCS = "startswith_cs"
  case startsNotWithCS = "!startswith_cs"
  case endsWith = "endswith"
  case endsNotWith = "!endswith"
  case endsWithCS = "endswith_cs"
  case endsNotWithCS = "!endswith_cs"
  case matchesRegex = "matches regex"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case modulo = "%"
}

package enum MembershipOperator: String, CaseIterable, Sendable {
  case isIn = "in"
  case isNotIn = "!in"
  case isInInsensitive = "in~"
  case isNotInInsensitive = "!in~"
  case hasAny = "has_any"
  case hasAll = "has_all"
}

/// A literal, checked and decoded by the parser; text that is no valid value has been reported.
package enum LiteralSyntax: Hashable, Sendable {
  case value(ScalarValue)
  /// `1mo`, `1q`, `1y`, as months; only where LANGUAGE 4.2 allows it.
  case calendarStep(months: Int)
  /// `pattern (…)`, where a name is given to one or a text is tested.
  case pattern(PatternValueSyntax)
}
