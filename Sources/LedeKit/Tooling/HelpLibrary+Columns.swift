import Columns
import QueryPlanning

/// The pages on columns, by name over all tables that have one, and on the values of those that
/// hold a few only.
extension HelpLibrary {
  /// A page for each name that columns have, in the order of the tables.
  static func columnPages(_ catalog: any Catalog) -> [Page] {
    var names: [String] = []
    var places: [String: [Place]] = [:]
    for table in catalog.tables {
      for column in table.columns {
        if places[column.name] == nil { names.append(column.name) }
        places[column.name, default: []].append(Place(table: table, column: column))
      }
    }
    return names.compactMap { name in places[name].flatMap { page(name, $0, in: catalog) } }
  }

  /// A page for each value of such columns.
  static func valuePages(_ catalog: any Catalog) -> [Page] {
    var values: [String] = []
    var places: [String: [Place]] = [:]
    for table in catalog.tables {
      for column in table.columns {
        for value in column.values {
          if places[value] == nil { values.append(value) }
          places[value, default: []].append(Place(table: table, column: column))
        }
      }
    }
    return values.map { value in
      let places = places[value] ?? []
      var text = "\(value), a value\n"
      for place in places {
        text += "  of \(place.column.name) in \(place.table.name): \(place.column.summary)\n"
        text +=
          "    \(place.table.name) | where \(place.column.name) == \"\(value)\"\n"
      }
      let columns = places.map { "\($0.column.name) in \($0.table.name)" }
      return Page(
        name: value, aliases: [], kind: .value,
        summary: "A value of \(columns.joined(separator: ", ")).", usages: [value], text: text,
        example: nil)
    }
  }

  /// The type of a column as pages show it: the table that it refers to, else its own.
  static func typeName(_ column: CatalogColumn, in catalog: any Catalog) -> String {
    column.reference.map { "→ \(catalog.tables[$0.index].name)" } ?? column.type.name
  }

  // MARK: - Implementation

  /// A column where it stands.
  private struct Place {
    let table: CatalogTable
    let column: CatalogColumn
  }

  private static func page(_ name: String, _ places: [Place], in catalog: any Catalog) -> Page? {
    guard let first = places.first else { return nil }
    // Tables whose columns of that name are alike share a line.
    var lines: [(tables: [String], type: String, column: CatalogColumn)] = []
    for place in places {
      let type = typeName(place.column, in: catalog)
      let known = lines.firstIndex {
        $0.type == type && $0.column.summary == place.column.summary
      }
      if let known {
        lines[known].tables.append(place.table.name)
      } else {
        lines.append(([place.table.name], type, place.column))
      }
    }
    var text = "\(name), a column\n"
    for line in lines {
      text += "  of \(line.tables.joined(separator: ", ")), \(line.type): \(line.column.summary)\n"
      if let table = line.column.reference, line.column.values.isEmpty {
        let parts = catalog.tables[table.index].columns.map(\.name).filter { $0 != "id" }
        let path = parts.first { $0 != "article" } ?? "id"
        text += "    A dot leads on to the columns there: \(name).\(path)\n"
      }
      if !line.column.values.isEmpty {
        text += "    Values: \(line.column.values.joined(separator: ", "))\n"
      }
    }
    let tables = places.map(\.table.name).joined(separator: ", ")
    return Page(
      name: name, aliases: first.column.alias.map { [$0] } ?? [], kind: .column,
      summary: lines.count == 1 ? first.column.summary : "A column of \(tables).",
      usages: [name], text: text, example: nil)
  }
}
