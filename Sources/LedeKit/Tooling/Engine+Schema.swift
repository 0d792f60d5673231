import Columns
import QueryPlanning

extension Engine {
  /// The columns of a table with their types and meanings; nil where there is no such table.
  package func schema(of name: String) -> TextTable? {
    guard let table = catalog.tables.first(where: { $0.name == name }) else { return nil }
    // A view has the columns of the table that it is made from.
    let base = table.definition.flatMap { definition in
      catalog.tables.first { definition.hasPrefix($0.name + " ") }
    }
    var schema = TextTable(
      columns: ["column", "type", "meaning"].map { ResultColumn(name: $0, typeName: "string") })
    for column in (base ?? table).columns {
      let type = column.reference.map { "→ " + catalog.tables[$0.index].name }
      schema.append([column.name, type ?? column.type.name, column.summary])
    }
    return schema
  }

  /// The tables: name, number of rows, what a row is.
  package var tableOverviews: [(name: String, rowCount: Int?, summary: String)] {
    catalog.tables.map { table in
      // A view has no rows of its own: it is counted by asking.
      let count = try? query(table.name + " | count")
      let number = count.flatMap { $0.rowCount == 1 ? $0.value(row: 0, column: 0).integer : nil }
      return (table.name, number.map { Int(clamping: $0) }, table.summary)
    }
  }
}
