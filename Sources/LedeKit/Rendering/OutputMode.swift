/// The forms that results are shown in.
package enum OutputMode: String, CaseIterable, Sendable {
  case table, wide, line, csv, tsv, json, jsonl, markdown, html, svg

  package var summary: String {
    switch self {
    case .table: return "aligned columns, cut to the width of the terminal"
    case .wide: return "aligned columns, nothing cut"
    case .line: return "one line a value, a blank line between rows"
    case .csv: return "values parted by commas (RFC 4180), with a head line"
    case .tsv: return "values parted by tabs, with a head line; tab, line end, backslash escaped"
    case .json: return "one JSON object a result: schema, rows, warnings"
    case .jsonl: return "one JSON object a row"
    case .markdown: return "a Markdown table"
    case .html: return "an HTML table"
    case .svg: return "the chart that 'render' asks for, as a picture"
    }
  }

  /// The form that a file's ending asks for; nil where it asks for none.
  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: "."), !fileName[dot...].contains("/") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "svg": self = .svg
    default: return nil
    }
  }

  /// Whether a person reads it, so that footers and row limits serve.
  package var isForReading: Bool {
    switch self {
    case .table, .wide, .line: return true
    case .csv, .tsv, .json, .jsonl, .markdown, .html, .svg: return false
    }
  }

  /// What writes a result in this form; as a table, a result that wants a chart becomes one.
  package func renderer(
    options: RenderOptions, presentation: ChartPresentation? = nil
  ) -> any ResultRenderer {
    switch self {
    case .table:
      if let presentation, presentation.kind != .table {
        return ChartRenderer(presentation, options: options)
      }
      return TableRenderer(options: options)
    case .wide:
      var options = options
      options.width = nil
      return TableRenderer(options: options)
    case .line: return LineRenderer(options: options)
    case .csv: return SeparatedValuesRenderer(form: .commas)
    case .tsv: return SeparatedValuesRenderer(form: .tabs)
    case .json: return JSONRenderer()
    case .jsonl: return JSONLinesRenderer()
    case .markdown: return MarkdownRenderer()
    case .html: return HTMLRenderer()
    case .svg: return SVGRenderer(presentation)
    }
  }
}
