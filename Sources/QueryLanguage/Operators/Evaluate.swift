import Diagnostics

/// `evaluate pivot(city, count())`, and `invoke f(2)`: a call that takes the rows before it.
package struct TableCallSyntax: Sendable {
  package var name: NameSyntax
  package var arguments: [ArgumentSyntax]
  /// The columns that come out, where they are written.
  ///
  /// `evaluate bag_unpack(b) : (a:long)`; nil otherwise. The name `*` stands for all columns before.
  package var columns: [ColumnDeclarationSyntax]?
}

extension Parser {
  /// `evaluate ::= "evaluate" options call (":" columns)?`, `invoke ::= "invoke" call`.
  mutating func parseTableCall(_ word: NameSyntax) -> TableCallSyntax {
    skipHints()
    let name = parseName(word.text == "invoke" ? "a function" : "'pivot', 'bag_unpack' or 'narrow'")
    var arguments: [ArgumentSyntax] = []
    if at(.leftParenthesis) {
      arguments = parseArguments(of: name)
    } else {
      reportExpected("'('")
    }
    var columns: [ColumnDeclarationSyntax]?
    if take(.colon) { columns = parseOutputColumns() }
    return TableCallSyntax(name: name, arguments: arguments, columns: columns)
  }

  /// `"(" ("*" | name ":" type) ("," …)* ")"`.
  private mutating func parseOutputColumns() -> [ColumnDeclarationSyntax] {
    let open = current
    guard expect(.leftParenthesis, "'('") else { return [] }
    var columns: [ColumnDeclarationSyntax] = []
    repeat {
      if at(.star) {
        let star = NameSyntax("*", range: advance().range)
        columns.append(ColumnDeclarationSyntax(name: star, type: NameSyntax("", range: star.range)))
        continue
      }
      let name = parseName("a column's name")
      expect(.colon, "':' and a type")
      columns.append(ColumnDeclarationSyntax(name: name, type: parseName("a type")))
    } while nextInList(until: [.rightParenthesis])
    close(.rightParenthesis, open: open, afterList: true)
    return columns
  }
}

extension QueryPrinter {
  static func text(_ called: TableCallSyntax, _ word: String) -> String {
    var result = "\(word) \(call(called.name, called.arguments))"
    if let columns = called.columns {
      let parts = columns.map { $0.name.text == "*" ? "*" : "\(name($0.name)):\($0.type.text)" }
      result += " : (\(parts.joined(separator: ", ")))"
    }
    return result
  }
}

extension SyntaxDump {
  mutating func add(_ called: TableCallSyntax) {
    line("call \(called.name.text)") { $0.add(called.arguments) }
    if let columns = called.columns { line("columns \(text(columns))") }
  }
}
