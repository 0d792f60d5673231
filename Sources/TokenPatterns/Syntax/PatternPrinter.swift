extension TokenPatternSyntax: CustomStringConvertible {
  /// The pattern in its plain form; reading it again gives the same tree.
  package var description: String {
    let prefix = strategy.map { "(?\($0.rawValue)) " } ?? ""
    return prefix + root.text(at: .body)
  }
}

extension PatternNode: CustomStringConvertible {
  package var description: String { text(at: .body) }

  /// How tightly a part is bound: what is looser than its place gets parentheses.
  enum Level: Int {
    case body, relation, proximity, alternatives, common, sequence, capture, repeated, element
  }

  func text(at place: Level) -> String {
    let (text, level) = self.text
    return level.rawValue < place.rawValue || needsParentheses(at: place) ? "(\(text))" : text
  }

  // MARK: - Implementation

  /// Bars end a pattern outside parentheses, so that alternatives always have them.
  private func needsParentheses(at place: Level) -> Bool {
    if case .alternation = kind { return true }
    return false
  }

  private var text: (String, Level) {
    switch kind {
    case .missing: return ("()", .element)
    case .token(nil): return ("[]", .element)
    case .token(let test?): return ("[\(test.text(isInside: false))]", .element)
    case .quoted(let test): return (test.description, .element)
    case .sequence(let nodes):
      return (nodes.map { $0.text(at: .capture) }.joined(separator: " "), .sequence)
    case .alternation(let nodes):
      return (nodes.map { $0.text(at: .common) }.joined(separator: " | "), .alternatives)
    case .repetition(let node, let least, let most):
      return (node.text(at: .repeated) + Self.sign(least, most), .repeated)
    case .capture(let name, let node): return ("\(name):\(node.text(at: .capture))", .capture)
    case .span(let span, let part):
      switch part {
      case .whole: return ("<\(span)/>", .element)
      case .start: return ("<\(span)>", .element)
      case .end: return ("</\(span)>", .element)
      }
    case .lookaround(let node, let isAhead, let isNegated):
      let sign = (isAhead ? "" : "<") + (isNegated ? "!" : "=")
      return ("(?\(sign) \(node.text(at: .body)))", .element)
    case .filter(let left, .same, isNegated: _, let right):
      return ("\(left.text(at: .common)) & \(right.text(at: .sequence))", .common)
    case .filter(let left, let operation, let isNegated, let right):
      let sign = isNegated ? "!" : ""
      return (
        "\(left.text(at: .proximity)) \(sign)\(operation.rawValue) \(right.text(at: .relation))",
        .relation
      )
    case .withinRun(let node, let count, let span, let isNegated):
      let sign = isNegated ? "!" : ""
      return ("\(node.text(at: .proximity)) \(sign)within \(count) \(span.name)", .body)
    case .near(let left, let right, let distance, let isOrdered):
      let end = isOrdered ? ", ordered" : ""
      return (
        "near(\(left.text(at: .body)), \(right.text(at: .body)), \(distance)\(end))", .element
      )
    case .constrained(let node, let constraint):
      return ("\(node.text(at: .body)) :: \(constraint.text(at: .implication))", .body)
    case .reference(let name): return ("@\(name)", .element)
    }
  }

  private static func sign(_ least: Int, _ most: Int?) -> String {
    switch (least, most) {
    case (0, 1): return "?"
    case (0, nil): return "*"
    case (1, nil): return "+"
    case (_, nil): return "{\(least),}"
    case (_, let most?): return least == most ? "{\(least)}" : "{\(least),\(most)}"
    }
  }
}

extension SpanTest: CustomStringConvertible {
  package var description: String {
    ([isExpression ? TextTest(name).description : name] + attributes.map(\.description))
      .joined(separator: " ")
  }
}

extension TokenTest: CustomStringConvertible {
  package var description: String { text(isInside: false) }

  func text(isInside: Bool) -> String {
    switch self {
    case .compare(let comparison): return comparison.description
    case .and(let tests): return Self.joined(tests, " & ")
    case .or(let tests): return Self.joined(tests, " | ")
    case .not(let test):
      if case .not = test { return "!" + test.text(isInside: true) }
      return "!(\(test.text(isInside: false)))"
    }
  }

  private static func joined(_ tests: [TokenTest], _ sign: String) -> String {
    tests.map { test in
      switch test {
      case .and, .or: return "(\(test.text(isInside: true)))"
      case .compare, .not: return test.text(isInside: true)
      }
    }.joined(separator: sign)
  }
}

extension TokenTest.Comparison: CustomStringConvertible {
  package var description: String {
    let not = isNegated ? "!" : ""
    switch value {
    case .text(let text): return "\(attribute)\(not)=\(text)"
    case .numbers(let least, let most): return "\(attribute)\(not)=in[\(Int(least)),\(Int(most))]"
    case .list(let name): return "\(attribute) \(not)in \(name)"
    case .oneOf(let texts):
      let list = texts.map { TextTest($0, isLiteral: true).description }.joined(separator: ", ")
      return "\(attribute) \(not)in (\(list))"
    }
  }
}

extension TextTest: CustomStringConvertible {
  package var description: String {
    var result = isLiteral ? "l\"" : "\""
    if !isLiteral, !ignoresCase { result += "(?-i)" }
    result += text.replacing("\"", with: "\\\"") + "\""
    if isLiteral, !ignoresCase { result += "%s" }
    if ignoresAccents { result += "%d" }
    return result
  }
}

extension CaptureConstraint: CustomStringConvertible {
  package var description: String { text(at: .implication) }

  enum Level: Int { case implication, or, and, not }

  func text(at place: Level) -> String {
    let (text, level) = self.text
    return level.rawValue < place.rawValue ? "(\(text))" : text
  }

  private var text: (String, Level) {
    switch self {
    case .and(let parts):
      return (parts.map { $0.text(at: .not) }.joined(separator: " & "), .and)
    case .or(let parts):
      // In parentheses: outside all a bar would end the pattern.
      return ("(" + parts.map { $0.text(at: .and) }.joined(separator: " | ") + ")", .not)
    case .not(let part): return ("!\(part.text(at: .not))", .not)
    case .implies(let condition, let consequence):
      return ("\(condition.text(at: .or)) -> \(consequence.text(at: .implication))", .implication)
    case .exists(let name): return (name.name, .not)
    case .compare(let left, let comparison, let right):
      return ("\(left) \(comparison.rawValue) \(right)", .not)
    }
  }
}

extension CaptureConstraint.Operand: CustomStringConvertible {
  package var description: String {
    switch self {
    case .attribute(let capture, let attribute): return "\(capture.name).\(attribute)"
    case .text(let text): return text.description
    case .number(let number): return String(number)
    case .call(let function, let names):
      return "\(function.rawValue)(\(names.map(\.name).joined(separator: ", ")))"
    }
  }
}
