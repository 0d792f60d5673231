import Columns
package import Diagnostics
import QueryLanguage

/// Says what could be typed at the cursor: tables at the start, operators after a bar, the columns
/// that are there at that stage, functions, aggregates in `summarize`, columns behind the dot of a
/// reference.
///
/// It needs a catalog and no rows, and works on text that is far from complete.
package struct Completer: Sendable {
  private let catalog: CatalogIndex

  package init(catalog: any Catalog) { self.catalog = CatalogIndex(catalog) }

  package init(catalog: CatalogIndex) { self.catalog = catalog }

  /// What fits at the cursor, a UTF-8 offset into the text.
  ///
  /// - Complexity: O(*n*) in the text before the cursor, as its stages are bound.
  package func completions(
    for source: SourceText, at cursor: Int, session: SessionScope = SessionScope()
  ) -> CompletionList {
    let place = CompletionPlace(in: source, at: cursor)
    let typed = source.text(place.word)
    let scope = CompletionScope(
      catalog: catalog, session: session, before: source.bytes[..<place.statementStart],
      pipeline: place.pipeline.map { source.bytes[$0.start..<$0.end] })
    let candidates = candidates(for: place.expected, in: scope)
    return CompletionList(range: place.word, candidates: matching(typed, candidates))
  }

  // MARK: - Implementation

  private func candidates(
    for expected: CompletionPlace.Expected, in scope: CompletionScope
  ) -> [Completion] {
    switch expected {
    case .source: return scope.tables + sourceWords
    case .stage: return stageWords
    case .value(let withAggregates, let withTables):
      // Inside `summarize` an aggregate is what is wanted first.
      let tables = withTables ? scope.tables : []
      if withAggregates { return aggregates + scope.values + functions }
      return tables + scope.columns + scope.values + functions
    case .column: return scope.columns
    case .afterValue(let clauses):
      return clauses.map { Completion($0, .keyword, summaries[$0] ?? "") } + operators
    case .words(let words): return words.map { Completion($0, .keyword, summaries[$0] ?? "") }
    case .member(let names): return scope.members(of: names)
    case .type:
      return ScalarType.allCases.filter { $0 != .unknown }.map { Completion($0.name, .type, "") }
    case .nothing: return []
    }
  }

  /// The candidates that begin with what is typed; those with the same case first.
  private func matching(_ typed: String, _ candidates: [Completion]) -> [Completion] {
    var seen: Set<String> = []
    let folded = typed.lowercased()
    let fitting = candidates.filter {
      $0.text.lowercased().hasPrefix(folded) && seen.insert($0.text).inserted
    }
    return fitting.filter { $0.text.hasPrefix(typed) }
      + fitting.filter { !$0.text.hasPrefix(typed) }
  }

  private var functions: [Completion] {
    let special = [
      Completion("column_ifexists(", .function, "A column where there is one, else a default."),
      Completion("toscalar(", .function, "The one value of a query."),
    ]
    let declared = catalog.callableFunctions.map { function in
      let isEmpty = function.overloads.allSatisfy { $0.parameters.isEmpty }
      return Completion(
        isEmpty ? "\(function.name)()" : "\(function.name)(", .function, function.summary)
    }
    return (special + declared).sorted { $0.text < $1.text }
  }

  private var aggregates: [Completion] {
    catalog.aggregates.map { aggregate in
      let isEmpty = aggregate.overloads.contains {
        $0.parameters.count == $0.optionalCount && !$0.isVariadic
      }
      return Completion(
        isEmpty ? "\(aggregate.name)()" : "\(aggregate.name)(", .aggregate, aggregate.summary)
    }
  }

  private var sourceWords: [Completion] {
    ["print", "range", "datatable", "let"].map {
      Completion($0, .stage, summaries[$0] ?? "")
    }
  }

  private var stageWords: [Completion] {
    Keyword.stageWords.map { Completion($0, .stage, summaries[$0] ?? "") }
  }

  private var operators: [Completion] {
    let words =
      ["and", "or", "has", "contains", "in", "has_any", "has_all", "between", "!between"]
      + MembershipOperator.allCases.map(\.rawValue)
      + BinaryOperator.allCases.map(\.rawValue).filter { $0.utf8.contains { $0 >= 0x61 } }
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }.map {
      Completion($0, .keyword, summaries[$0] ?? "")
    }
  }
}

/// What the words of the grammar do, in one line.
private let summaries: [String: String] = [
  "print": "One row of values.",
  "range": "Rows that count from one value to another.",
  "datatable": "Rows written out.",
  "let": "A name for a value, a table or a function.",
  "where": "The rows for which a condition is true.",
  "filter": "The same as 'where'.",
  "extend": "Adds computed columns.",
  "summarize": "One row a group, with aggregates over it.",
  "project": "Only these columns, in this order.",
  "project-away": "All columns but these.",
  "project-keep": "These columns, in the order of the table.",
  "project-rename": "Gives columns other names.",
  "project-reorder": "Puts these columns first.",
  "distinct": "Each combination of values once.",
  "sort": "Orders the rows, greatest first unless 'asc' is said.",
  "order": "The same as 'sort'.",
  "top": "The first rows in an order.",
  "take": "The first rows.",
  "limit": "The same as 'take'.",
  "count": "How many rows there are.",
  "as": "A name for the rows so far.",
  "by": "What the groups or the order are made by.",
  "asc": "Smallest first.",
  "desc": "Greatest first.",
  "nulls": "Where missing values go.",
  "first": "Before all others.",
  "last": "After all others.",
  "from": "Where to begin.",
  "to": "Where to end; the end is included.",
  "step": "By how much.",
  "and": "Both are true.",
  "or": "One of both is true.",
  "has": "Holds that word; upper and lower case alike.",
  "contains": "Holds that text, also inside a word.",
  "between": "From one value to another, both included.",
  "in": "Is one of these values.",
  "in~": "Is one of these values; upper and lower case alike.",
  "has_any": "Holds one of these words.",
  "has_all": "Holds all of these words.",
  "startswith": "Begins with that text.",
  "endswith": "Ends with that text.",
  "hasprefix": "Holds a word that begins so.",
  "hassuffix": "Holds a word that ends so.",
  "matches regex": "Holds what the regular expression describes.",
]
