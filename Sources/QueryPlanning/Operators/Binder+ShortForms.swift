import Columns
import Diagnostics
import QueryLanguage

/// Short forms and operators that stand for a pipeline written in the language itself.
extension Binder {
  /// A short form is the pipeline that it expands to; what is wrong in there is told at the short
  /// form.
  mutating func bindShortForm(_ form: ShortFormSyntax, _ range: SourceRange) -> BoundSource {
    let (syntax, mistakes) = Parser.parse(SourceText(name: "short form", text: form.expansion))
    guard case .query(let pipeline)? = syntax.statements.last?.kind,
      !mistakes.contains(where: { $0.severity == .error })
    else {
      metMissing = true
      return .unknown(at(range))
    }
    let outer = foreignRange
    foreignRange = at(range)
    defer { foreignRange = outer }
    let bound = bind(pipeline)
    shortFormPresentation = bound.presentation
    return BoundSource(bound, range: foreignRange ?? range)
  }

  /// Stages written in the language, in place of one that is an operator of its own.
  mutating func bindStages(
    _ text: String, for stage: StageSyntax, on columns: RowScope
  ) -> (BoundStage, RowScope) {
    let range = at(stage.range)
    let (syntax, _) = Parser.parse(SourceText(name: stage.keyword.text, text: "_ | " + text))
    guard case .query(let pipeline)? = syntax.statements.last?.kind else {
      return (BoundStage(kind: .unchanged, columns: columns.columns, range: range), columns)
    }
    let outer = foreignRange
    foreignRange = range
    defer { foreignRange = outer }
    var stages: [BoundStage] = []
    var scope = columns
    for written in pipeline.stages {
      let outerWindows = windows
      windows = []
      let (bound, after) = bind(written, on: scope)
      stages.append(wrappingWindows(bound, on: scope))
      windows = outerWindows
      scope = after
    }
    return (
      BoundStage(kind: .several(stages), columns: scope.columns, range: range),
      RowScope(columns: scope.columns, isOpen: scope.isOpen)
    )
  }

  /// `freq lemma`: how often each value comes, for each million tokens, and in how many articles.
  mutating func bindFreq(
    _ value: ExpressionSyntax, _ stage: StageSyntax, in place: ExpressionPlace
  ) -> (BoundStage, RowScope) {
    let bound = bind(value, in: place)
    guard bound.type != .unknown else {
      return (
        BoundStage(kind: .unchanged, columns: place.columns.columns, range: at(stage.range)),
        RowScope(columns: place.columns.columns, isOpen: true)
      )
    }
    guard place.columns.index(of: "article") != nil else {
      report(.noArticleColumn(operation: "freq"), at: stage.keyword.range)
      return (
        BoundStage(kind: .unchanged, columns: place.columns.columns, range: at(stage.range)),
        RowScope(columns: place.columns.columns, isOpen: true)
      )
    }
    let key = QueryPrinter.text(value)
    return bindStages(
      "summarize frequency = count(), articles = dcount(article) by \(key)"
        + " | extend per_million = 1000000.0 * frequency / toscalar(tokens | count)"
        + ", range = 1.0 * articles / toscalar(articles | count), N = toscalar(tokens | count)"
        + " | sort by frequency desc",
      for: stage, on: place.columns)
  }

  /// `describe`: one row a column, with what it holds.
  mutating func bindDescribe(
    _ stage: StageSyntax, on columns: RowScope
  ) -> (BoundStage, RowScope) {
    var aggregates = ["rows = count()"]
    var cells: [String] = []
    for (index, column) in columns.columns.enumerated() {
      let name = "[\(StringLiteral.encode(column.name))]"
      let isOrdered = column.type != .dynamic && column.type != .unknown
      aggregates.append("empty_\(index) = countif(isempty(\(name)))")
      aggregates.append("distinct_\(index) = dcountif(tostring(\(name)), isnotempty(\(name)))")
      if isOrdered {
        // An empty text is no least one.
        let value = column.type == .string ? "iff(isempty(\(name)), \"\u{10FFFF}\", \(name))" : name
        aggregates.append("min_\(index) = min(\(value))")
        aggregates.append("max_\(index) = max(\(name))")
      }
      aggregates.append(
        "examples_\(index) = make_list_if(tostring(\(name)), isnotempty(\(name)), 3)")
      let least =
        column.type == .string
        ? "iff(min_\(index) == \"\u{10FFFF}\", \"\", min_\(index))" : "tostring(min_\(index))"
      let bounds =
        isOrdered
        ? "\"min\", \(least), \"max\", tostring(max_\(index))"
        : "\"min\", \"\", \"max\", \"\""
      cells.append(
        "bag_pack(\"column\", \(StringLiteral.encode(column.name)), \"type\", "
          + "\"\(column.type.name)\", \"empty\", 1.0 * empty_\(index) / rows, "
          + "\"distinct\", distinct_\(index), \(bounds), \"examples\", examples_\(index))")
    }
    return bindStages(
      "summarize \(aggregates.joined(separator: ", "))"
        + " | mv-expand cell = pack_array(\(cells.joined(separator: ", ")))"
        + " | project column = tostring(cell.column), type = tostring(cell.type),"
        + " empty = toreal(cell.empty), distinct = tolong(cell[\"distinct\"]),"
        + " min = tostring(cell[\"min\"]), max = tostring(cell[\"max\"]),"
        + " examples = cell.examples",
      for: stage, on: columns)
  }
}
