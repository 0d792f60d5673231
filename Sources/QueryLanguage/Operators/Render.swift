import Diagnostics

/// `render timechart with (title="Quotes a week", ymin=0)`.
package struct RenderSyntax: Sendable {
  package var kind: NameSyntax
  package var options: [OptionSyntax]
}

extension Parser {
  /// What `render` draws.
  package static let chartKinds = [
    "timechart", "linechart", "barchart", "columnchart", "areachart", "stackedareachart",
    "piechart", "scatterchart", "table", "card",
  ]
  /// What KQL draws and lede shows as a table.
  package static let foreignChartKinds = [
    "ladderchart", "pivotchart", "treemap", "timepivot", "anomalychart", "plotly", "graph",
  ]

  /// `render ::= "render" word ("with" "(" options ")" | options)`.
  mutating func parseRender() -> StageSyntax.Kind {
    let kind = parseName("a kind of chart")
    if !kind.text.isEmpty, !(Self.chartKinds + Self.foreignChartKinds).contains(kind.text) {
      report(
        .unknownOption(kind.text, of: "chart", words: Self.chartKinds, isValue: true), kind.range)
      isRecovering = false
    }
    let forms = [
      OptionForm("title"), OptionForm("xtitle"), OptionForm("ytitle"), OptionForm("series"),
      OptionForm("legend", ["visible", "hidden"]), OptionForm("ymin"), OptionForm("ymax"),
      OptionForm("xmin"), OptionForm("xmax"), OptionForm("xaxis", ["linear", "log"]),
      OptionForm("yaxis", ["linear", "log"]), OptionForm("xcolumn"), OptionForm("ycolumns"),
      OptionForm("accumulate", ["true", "false"]),
      OptionForm("ysplit", ["none", "axes", "panels"]),
      OptionForm("anomalycolumns"),
      OptionForm("kind", ["default", "unstacked", "stacked", "stacked100", "map"]),
    ]
    var options: [OptionSyntax] = []
    func parse(_ parser: inout Parser) {
      repeat {
        options += parser.parseRenderOptions(forms)
      } while parser.nextInList(until: [.rightParenthesis, .bar])
    }
    if take(.with) {
      let open = current
      if expect(.leftParenthesis, "'('") {
        parse(&self)
        close(.rightParenthesis, open: open, afterList: true)
      }
    } else if at(.word), peek().kind == .assign {
      parse(&self)
    }
    return .render(RenderSyntax(kind: kind, options: options))
  }

  /// `series=a` and `ycolumns=a, b`, whose names stand in a list of their own.
  private mutating func parseRenderOptions(_ forms: [OptionForm]) -> [OptionSyntax] {
    var found = parseOptions(forms, of: "render")
    // `ycolumns=a, b` goes on with names that no `=` follows.
    while let last = found.last, ["series", "ycolumns", "anomalycolumns"].contains(last.name.text),
      at(.comma), peek().kind == .word, peek(2).kind != .assign
    {
      advance()
      let word = advance()
      let name = NameSyntax(text(word), range: word.range)
      found.append(
        OptionSyntax(name: last.name, value: ExpressionSyntax(kind: .name(name), range: word.range))
      )
    }
    return found
  }
}

extension QueryPrinter {
  static func text(_ render: RenderSyntax, _ word: String) -> String {
    guard !render.options.isEmpty else { return "\(word) \(render.kind.text)" }
    var parts: [String] = []
    var lastName = ""
    for option in render.options {
      let written = self.option(option)
      let value = written.dropFirst(option.name.text.utf8.count + 1)
      parts.append(option.name.text == lastName ? String(value) : written)
      lastName = option.name.text
    }
    return "\(word) \(render.kind.text) with (\(parts.joined(separator: ", ")))"
  }
}

extension SyntaxDump {
  mutating func add(_ render: RenderSyntax) {
    line(render.kind.text)
    add(render.options)
  }
}
