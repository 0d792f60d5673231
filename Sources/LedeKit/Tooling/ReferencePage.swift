import Columns
import QueryLanguage
import QueryPlanning

/// A page of the language reference that is made from declarations, as Markdown.
///
/// The pages are kept in `Documentation/Language`; a test compares them with what is made here.
package enum ReferencePage: String, CaseIterable, Sendable {
  case stages, functions, aggregates, tables

  /// The file in `Documentation/Language`.
  package var fileName: String {
    rawValue.prefix(1).uppercased() + rawValue.dropFirst() + ".md"
  }

  package var markdown: String {
    let catalog = ArticleCatalog.standard
    let library = HelpLibrary(catalog: catalog)
    var text = "<!-- Made from the declarations: lede reference \(rawValue) -->\n"
    switch self {
    case .stages:
      text += Self.stagesHead
      for stage in StageReference.all { text += Self.section(stage) }
    case .functions:
      text += Self.functionsHead
      text += Self.sections(library.pages.filter { $0.kind == .function })
    case .aggregates:
      text += Self.aggregatesHead
      text += Self.sections(library.pages.filter { $0.kind == .aggregate })
    case .tables:
      text += Self.tablesHead
      for table in catalog.tables { text += Self.section(table, in: catalog) }
    }
    return text
  }

  // MARK: - Implementation

  private static let stagesHead = """
    # Stages

    What follows a bar, the commonest first; then what begins a pipeline or a statement. `T` stands
    for the rows so far. Every example runs without articles.

    """

  private static let functionsHead = """
    # Functions

    Functions of single values; related ones stand together. A function of a null is null unless it
    says otherwise, and one that takes text takes any value as its text. Optional arguments stand in
    square brackets, `…` may be repeated. After each example comes the value of its last column.
    Comparisons and the words that look into texts are in [Predicates](Predicates.md).

    """

  private static let aggregatesHead = """
    # Aggregates

    What `summarize` works out over the rows of a group. Nulls are left out, except where a line
    says otherwise. Without rows, counts and sums are 0, lists are `[]`, all else is null.

    """

  private static let tablesHead = """
    # Tables

    The article model. A column of type `→ table` refers to a row there: it shows and compares as
    that row's name or title, and a dot leads on (`speaker.kind`, `article.published`). Places are
    half-open ranges of code points in the article's text.

    """

  private static func sections(_ pages: [HelpLibrary.Page]) -> String {
    var text =
      "\n" + pages.map { "[`\($0.name)`](#\(anchor($0.name)))" }.joined(separator: " ·\n") + "\n"
    for page in pages {
      text += "\n## \(page.name)\n\n```\n\(page.usages.joined(separator: "\n"))\n```\n\n"
      text += page.summary + also(page.aliases) + "\n"
      if let example = page.example {
        text += "\n" + code(example.query) + " → " + code(example.answer) + "\n"
      }
    }
    return text
  }

  private static func section(_ stage: StageReference) -> String {
    let note = stage.note.isEmpty ? "" : " " + stage.note
    return """

      ## \(stage.name)

      ```
      \(stage.usage)
      ```

      \(stage.summary)\(note)\(also(stage.aliases))

      ```lede
      > \(stage.example.query)
      \(answer(stage.example.query))
      ```

      """
  }

  private static func section(_ table: CatalogTable, in catalog: ArticleCatalog) -> String {
    var text = "\n## \(table.name)\n\n\(table.summary)\n"
    if let definition = table.definition {
      return text + "Stands for \(code(definition)) and has its columns.\n"
    }
    text += "\n| column | type | meaning |\n| --- | --- | --- |\n"
    for column in table.columns {
      let type = HelpLibrary.typeName(column, in: catalog)
      let alias = column.alias.map { " Also called `\($0)`." } ?? ""
      let dot = column.isByDotOnly ? " By a dot alone (`article.\(column.name)`)." : ""
      text += "| `\(column.name)` | \(type) | \(column.summary)\(alias)\(dot) |\n"
    }
    return text
  }

  private static func also(_ aliases: [String]) -> String {
    aliases.isEmpty ? "" : " Also: " + aliases.map(code).joined(separator: ", ") + "."
  }

  /// The text as Markdown code; a backquote in it asks for two around it.
  private static func code(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "`")) ? "`` \(text) ``" : "`\(text)`"
  }

  /// The anchor that Markdown pages give a heading of one word.
  private static func anchor(_ heading: String) -> String { heading.lowercased() }

  /// What the example prints, as transcripts show it: one value alone, else a table.
  private static func answer(_ query: String) -> String {
    let result: QueryResult
    do throws(QueryFailure) {
      result = try Engine().query(query)
    } catch {
      return error.description
    }
    let sink = MemorySink()
    if result.rowCount == 1, result.columns.count == 1 {
      var cell: [UInt8] = []
      _ = result.table.appendText(row: 0, column: 0, to: &cell)
      sink.write(cell)
    } else {
      result.table.render(as: .table, options: RenderOptions(width: 100, rowLimit: 40), to: sink)
    }
    var lines = sink.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var end = line.endIndex
      while end > line.startIndex, line[line.index(before: end)] == " " {
        end = line.index(before: end)
      }
      return String(line[..<end])
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
