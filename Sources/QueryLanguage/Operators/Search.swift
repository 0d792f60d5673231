import Diagnostics

/// `search in (quotes, sentences) "ceasefire" and speaker:"Ruiz"`.
package struct SearchSyntax: Sendable {
  package var options: [OptionSyntax]
  /// Empty for all tables, or the rows before it.
  package var tables: [UnionSyntax.Member]
  /// A bare text stands for a test of all columns, `column:"text"` for one of that column.
  package var predicate: ExpressionSyntax
}

/// `find in (quotes, dates) where text has "ceasefire" project text`.
package struct FindSyntax: Sendable {
  package var options: [OptionSyntax]
  package var tables: [UnionSyntax.Member]
  package var predicate: ExpressionSyntax
  /// Nil for `project-smart`: the columns of the predicate, the rest in a bag.
  package var columns: [ColumnDeclarationSyntax]?
  package var packsRest: Bool
}

extension Parser {
  /// `search ::= "search" options ("in" "(" table ("," table)* ")")? expression`.
  mutating func parseSearch() -> SearchSyntax {
    let forms = [OptionForm("kind", ["default", "case_insensitive", "case_sensitive"])]
    let options = parseOptions(forms, of: "search")
    let tables = parseTableList()
    let outer = takesColonTests
    takesColonTests = true
    defer { takesColonTests = outer }
    return SearchSyntax(options: options, tables: tables, predicate: parseExpression())
  }

  /// `find ::= "find" options ("in" "(" tables ")")? "where" expression
  ///   ("project" (name (":" type)? | "pack" "(" "*" ")")+ | "project-smart")?`.
  mutating func parseFind() -> FindSyntax {
    let forms = [OptionForm("withsource"), OptionForm("with_source")]
    let options = parseOptions(forms, of: "find")
    let tables = parseTableList()
    _ = take(.where)
    let predicate = parseExpression()
    var columns: [ColumnDeclarationSyntax]?
    var packsRest = false
    if take(.project) {
      columns = []
      repeat {
        if isWord("pack"), peek().kind == .leftParenthesis, peek(2).kind == .star {
          for _ in 0..<4 { advance() }
          packsRest = true
          continue
        }
        let name = parseName("a column")
        let type = take(.colon) ? parseName("a type") : NameSyntax("", range: name.range)
        columns?.append(ColumnDeclarationSyntax(name: name, type: type))
      } while nextInList(until: [.bar])
    } else {
      _ = take(.projectSmart)
    }
    return FindSyntax(
      options: options, tables: tables, predicate: predicate, columns: columns,
      packsRest: packsRest)
  }

  /// `in (T, U*)`.
  private mutating func parseTableList() -> [UnionSyntax.Member] {
    guard at(.in), peek().kind == .leftParenthesis else { return [] }
    advance()
    let open = advance()
    let tables = nested(orElse: []) { parser in
      parser.parseList("a table") { $0.parseUnionMember() }
    }
    close(.rightParenthesis, open: open, afterList: true)
    return tables
  }
}

extension QueryPrinter {
  static func text(_ search: SearchSyntax, _ word: String) -> String {
    "\(word)\(options(search.options))\(tables(search.tables)) \(text(search.predicate))"
  }

  static func text(_ find: FindSyntax, _ word: String) -> String {
    var result =
      "\(word)\(options(find.options))\(tables(find.tables)) where \(text(find.predicate))"
    if let columns = find.columns {
      var parts = columns.map { column in
        name(column.name) + (column.type.text.isEmpty ? "" : ":\(column.type.text)")
      }
      if find.packsRest { parts.append("pack(*)") }
      result += " project \(parts.joined(separator: ", "))"
    }
    return result
  }

  private static func tables(_ tables: [UnionSyntax.Member]) -> String {
    tables.isEmpty ? "" : " in (\(members(tables)))"
  }
}

extension SyntaxDump {
  mutating func add(_ search: SearchSyntax) {
    add(search.options)
    if !search.tables.isEmpty { line("in") { $0.add(search.tables) } }
    add(search.predicate)
  }

  mutating func add(_ find: FindSyntax) {
    add(find.options)
    if !find.tables.isEmpty { line("in") { $0.add(find.tables) } }
    add(find.predicate)
    if let columns = find.columns { line("project \(text(columns))") }
    if find.packsRest { line("pack") }
  }
}
