/// A column of a result as it is shown.
package struct ResultColumn: Hashable, Sendable {
  package var name: String
  /// The type by its KQL name, such as `long`.
  package var typeName: String

  package init(name: String, typeName: String) {
    self.name = name
    self.typeName = typeName
  }

  /// Whether its cells are numbers, which stand at the right of their column.
  package var isNumeric: Bool {
    typeName == "long" || typeName == "int" || typeName == "real" || typeName == "decimal"
  }
}

/// Rows to show, or a part of them: what renderers need to know of a result.
///
/// A renderer asks for cells in row order, once or twice each.
package protocol ResultTable {
  var columns: [ResultColumn] { get }
  var rowCount: Int { get }
  /// How the rows want to be shown; nil where nothing was said.
  var presentation: ChartPresentation? { get }

  /// Appends a cell's text as UTF-8, in the form of `tostring`; where the cell is null it appends
  /// nothing and returns false.
  func appendText(row: Int, column: Int, to text: inout [UInt8]) -> Bool

  /// Appends a cell as a JSON value.
  ///
  /// The form derived from the text serves all types but `dynamic` values that are strings, whose
  /// text does not tell `"1"` from `1`.
  func appendJSON(row: Int, column: Int, to json: inout [UInt8])
}

extension ResultTable {
  package var presentation: ChartPresentation? { nil }

  package func appendJSON(row: Int, column: Int, to json: inout [UInt8]) {
    appendJSONOfText(row: row, column: column, to: &json)
  }

  /// Appends a cell as JSON by its text.
  package func appendJSONOfText(row: Int, column: Int, to json: inout [UInt8]) {
    var text: [UInt8] = []
    guard appendText(row: row, column: column, to: &text) else {
      json.append(contentsOf: "null".utf8)
      return
    }
    switch columns[column].typeName {
    case "bool":
      json.append(contentsOf: text)
    case "int", "long", "real":
      if JSONText.isNumber(text) {
        json.append(contentsOf: text)
      } else {
        JSONText.appendQuoted(text, to: &json)  // NaN, Infinity, -Infinity
      }
    case "dynamic":
      JSONText.appendOnOneLine(text, to: &json)
    default:
      JSONText.appendQuoted(text, to: &json)
    }
  }
}

/// A result held as texts: for the console's own lists and for tests.
package struct TextTable: ResultTable, Sendable {
  package let columns: [ResultColumn]
  /// The cells of each row; nil is null.
  package private(set) var rows: [[String?]]

  package init(columns: [ResultColumn], rows: [[String?]] = []) {
    self.columns = columns
    self.rows = rows
  }

  package var rowCount: Int { rows.count }

  package mutating func append(_ row: [String?]) { rows.append(row) }

  package func appendText(row: Int, column: Int, to text: inout [UInt8]) -> Bool {
    guard column < rows[row].count, let cell = rows[row][column] else { return false }
    text.append(contentsOf: cell.utf8)
    return true
  }
}
