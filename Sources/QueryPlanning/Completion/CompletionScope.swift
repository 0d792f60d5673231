import Columns
import Diagnostics
import QueryLanguage

/// The names that can be used at a place: what the statements and stages before it leave.
struct CompletionScope {
  private let catalog: CatalogIndex
  private let session: SessionScope
  private let names: [(name: String, binding: NameBinding)]
  private let row: [PlanColumn]
  /// The table at the head of the pipeline, for what its columns are.
  private let table: CatalogTable?

  /// Binds the text of the statements before, and that of the pipeline up to the cursor's stage.
  init(
    catalog: CatalogIndex, session: SessionScope, before: ArraySlice<UInt8>,
    pipeline: ArraySlice<UInt8>?
  ) {
    self.catalog = catalog
    self.session = session
    // Mistakes in either are somebody else's to report.
    var (script, _) = Parser.parse(SourceText(name: "", bytes: Array(before)))
    script.statements.removeAll { statement in
      if case .query = statement.kind { return true }
      return false
    }
    var source: SourceSyntax?
    if let pipeline {
      let (syntax, _) = Parser.parse(SourceText(name: "", bytes: Array(pipeline)))
      if let last = syntax.statements.last, case .query(let written) = last.kind {
        script.statements.append(last)
        source = written.source
      }
    }
    var binder = Binder(catalog: catalog, session: session)
    let bound = binder.bind(script)
    names = binder.scope.names
    row = bound.pipelines.last?.columns ?? []
    if case .name(let name) = source?.kind {
      table = catalog.table(named: name.text).flatMap { catalog[$0] }
    } else {
      table = nil
    }
  }

  var tables: [Completion] {
    var result = names.compactMap { name, binding -> Completion? in
      switch binding {
      case .table: return Completion(written(name), .table, "a table of this script")
      case .function(let function):
        return function.givesTable
          ? Completion("\(written(name))(", .function, "a table of this script") : nil
      case .scalar, .calendarStep, .pattern, .unknown: return nil
      }
    }
    result += catalog.tables.map { Completion(written($0.name), .table, $0.summary) }
    if session.lastResult != nil { result.append(Completion("_", .table, "the last result")) }
    result += session.keptResults.keys.sorted().map {
      Completion("_\($0)", .table, "result \($0)")
    }
    return result
  }

  var columns: [Completion] {
    row.flatMap { column -> [Completion] in
      let known = table?.columns.first { $0.name == column.name && $0.type == column.type }
      let summary = describe(column.type, known?.summary)
      var result = [Completion(written(column.name), .column, summary)]
      if let alias = column.alias, !row.contains(where: { $0.name == alias }) {
        result.append(Completion(written(alias), .column, "\(summary) (\(column.name))"))
      }
      return result
    }
  }

  /// Values and functions that `let` made.
  var values: [Completion] {
    names.compactMap { name, binding in
      switch binding {
      case .scalar(let value, _, _): return Completion(written(name), .value, value.type.name)
      case .pattern: return Completion(written(name), .value, "a token pattern")
      case .calendarStep: return Completion(written(name), .value, "a calendar step")
      case .function(let function) where !function.givesTable:
        return Completion("\(written(name))(", .function, "a function of this script")
      case .function, .table, .unknown: return nil
      }
    }
  }

  /// The columns that a path of references leads to.
  func members(of path: [String]) -> [Completion] {
    guard let first = path.first,
      let column = row.first(where: { $0.name == first })
        ?? row.first(where: { $0.alias == first }),
      var table = column.reference
    else { return [] }
    for name in path.dropFirst() {
      guard let index = catalog.column(named: name, of: table),
        let next = catalog[table]?.columns[index].reference
      else { return [] }
      table = next
    }
    return (catalog[table]?.columns ?? []).map {
      Completion(written($0.name), .column, describe($0.type, $0.summary))
    }
  }

  // MARK: - Implementation

  private func describe(_ type: ScalarType, _ summary: String?) -> String {
    summary.map { "\(type.name): \($0)" } ?? type.name
  }

  /// A name as it has to be written: `["two words"]` where it is not one word.
  private func written(_ name: String) -> String {
    let isWord = name.utf8.enumerated().allSatisfy { index, byte in
      byte >= 0x80 || byte == UInt8(ascii: "_")
        || ((byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z"))
        || (index > 0 && byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
    }
    return isWord && !name.isEmpty ? name : "[\"\(name)\"]"
  }
}
