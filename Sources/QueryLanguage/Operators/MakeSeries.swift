import Diagnostics

/// `make-series n = count() default=0 on date from a to b step 1d by publisher`.
package struct MakeSeriesSyntax: Sendable {
  package struct Series: Sendable {
    package var value: NamedExpressionSyntax
    package var defaultValue: ExpressionSyntax?
  }

  package var options: [OptionSyntax]
  package var series: [Series]
  package var axis: NamedExpressionSyntax
  package var from: ExpressionSyntax?
  package var to: ExpressionSyntax?
  package var step: ExpressionSyntax
  /// Whether it is written `in range(a, b, step)`, where the end is included.
  package var isRange: Bool
  package var keys: [NamedExpressionSyntax]
}

extension Parser {
  /// `make-series ::= "make-series" options series ("," series)* "on" named
  ///   ("from" value)? ("to" value)? "step" value ("by" named ("," named)*)?`.
  mutating func parseMakeSeries() -> StageSyntax.Kind {
    let options = parseOptions(
      [OptionForm("kind", ["nonempty"])], of: "make-series", beforeColumns: true)
    let series = parseList("an aggregate") { parser in
      let value = parser.parseNamed()
      var defaultValue: ExpressionSyntax?
      if parser.isWord("default"), parser.peek().kind == .assign {
        parser.advance()
        parser.advance()
        defaultValue = parser.parseExpression()
      }
      return MakeSeriesSyntax.Series(value: value, defaultValue: defaultValue)
    }
    if isRecovering { skip(to: [.bar], orWord: .on) }
    isRecovering = false
    expect(.on)
    let axis = parseNamedAxis()
    var from: ExpressionSyntax?
    var to: ExpressionSyntax?
    var step = missing()
    var isRange = false
    if take(.in), at(.range), peek().kind == .leftParenthesis {
      isRange = true
      advance()
      let open = advance()
      let values = nested(orElse: []) { $0.parseExpressionList(until: .rightParenthesis) }
      close(.rightParenthesis, open: open)
      if values.count == 3 {
        (from, to, step) = (values[0], values[1], values[2])
      } else {
        report(
          .expected("a start, an end and a step", found: foundDescription, after: "range"),
          open.range)
      }
    } else {
      if take(.from) { from = parseExpression() }
      if take(.to) { to = parseExpression() }
      expect(.step)
      step = parseExpression()
    }
    var keys: [NamedExpressionSyntax] = []
    if take(.by) { keys = parseNamedList("a column") }
    return .makeSeries(
      MakeSeriesSyntax(
        options: options, series: series, axis: axis, from: from, to: to, step: step,
        isRange: isRange, keys: keys))
  }

  /// The axis: `in range(…)` behind it is no membership.
  private mutating func parseNamedAxis() -> NamedExpressionSyntax {
    let start = current.range.start
    let names = takeAssignedNames()
    let expression = parseExpression(binding: .sum)
    return NamedExpressionSyntax(names: names, expression: expression, range: range(from: start))
  }
}

extension QueryPrinter {
  static func text(_ made: MakeSeriesSyntax, _ word: String) -> String {
    let series = made.series.map { series in
      list([series.value]) + (series.defaultValue.map { " default=\(text($0))" } ?? "")
    }.joined(separator: ", ")
    var result = "\(word)\(options(made.options)) \(series) on \(list([made.axis]))"
    if made.isRange, let from = made.from, let to = made.to {
      result += " in range(\(text(from)), \(text(to)), \(text(made.step)))"
    } else {
      if let from = made.from { result += " from \(text(from))" }
      if let to = made.to { result += " to \(text(to))" }
      result += " step \(text(made.step))"
    }
    return made.keys.isEmpty ? result : "\(result) by \(list(made.keys))"
  }
}

extension SyntaxDump {
  mutating func add(_ made: MakeSeriesSyntax) {
    add(made.options)
    for series in made.series {
      add([series.value])
      if let value = series.defaultValue { line("default") { $0.add(value) } }
    }
    line("on") { $0.add([made.axis]) }
    for (word, value) in [("from", made.from), ("to", made.to), ("step", made.step)] {
      if let value { line(word) { $0.add(value) } }
    }
    if made.isRange { line("in range") }
    if !made.keys.isEmpty { line("by") { $0.add(made.keys) } }
  }
}
