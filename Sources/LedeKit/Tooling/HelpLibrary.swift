import Columns
import QueryLanguage
package import QueryPlanning

/// The pages of `.help`, made from the declarations of operators, functions, aggregates, tables and
/// their columns.
package struct HelpLibrary: Sendable {
  /// A page: what it is about, in one line, and all of it.
  package struct Page: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
      case stage = "operators"
      case aggregate = "aggregates"
      case function = "functions"
      case predicate = "predicates"
      case table = "tables"
      case column = "columns"
      case value = "values"
    }

    package var name: String
    package var aliases: [String]
    package var kind: Kind
    package var summary: String
    /// The forms of a call; for an operator its one form, for a table its name.
    package var usages: [String]
    package var text: String
    package var example: Example?
  }

  /// By kind, then in the order of the declarations.
  package let pages: [Page]

  package init(catalog: any Catalog) {
    pages =
      StageReference.all.map(Self.page) + catalog.aggregates.map(Self.page)
      + catalog.functions.map(Self.page) + catalog.tables.map { Self.page($0, in: catalog) }
      + Self.columnPages(catalog) + Self.valuePages(catalog)
  }

  /// The pages on a topic; several where a word has several meanings (`count`).
  package func pages(on topic: String) -> [Page] {
    let wanted = topic.lowercased()
    return pages.filter { $0.name.lowercased() == wanted || $0.aliases.contains(wanted) }
  }

  // MARK: - Implementation

  private static func page(_ stage: StageReference) -> Page {
    var text = "\(stage.usage)\n\(stage.summary)\n"
    if !stage.note.isEmpty { text += stage.note + "\n" }
    if !stage.aliases.isEmpty { text += "Also: \(stage.aliases.joined(separator: ", ")).\n" }
    text += example(stage.example.query, stage.example.answer)
    return Page(
      name: stage.name, aliases: stage.aliases, kind: .stage, summary: stage.summary,
      usages: [stage.usage], text: text,
      example: Example(stage.example.query, stage.example.answer))
  }

  private static func page(_ function: FunctionSignature) -> Page {
    let isWord = function.name.utf8.first.map { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } ?? false
    let isPredicate =
      BinaryOperator(rawValue: function.name) != nil
      || MembershipOperator(rawValue: function.name) != nil || !isWord || function.name == "between"
    let usages = function.overloads.map { overload in
      isPredicate
        ? predicateUsage(function.name, overload)
        : callUsage(function.name, overload) + " → " + result(overload)
    }
    return Page(
      name: function.name, aliases: function.aliases, kind: isPredicate ? .predicate : .function,
      summary: function.summary, usages: unique(usages),
      text: text(usages, function.summary, function.aliases, function.example),
      example: function.example)
  }

  private static func page(_ aggregate: AggregateSignature) -> Page {
    let usages = unique(
      aggregate.overloads.map { callUsage(aggregate.name, $0) + " → " + result($0) })
    return Page(
      name: aggregate.name, aliases: aggregate.aliases, kind: .aggregate,
      summary: aggregate.summary, usages: usages,
      text: text(usages, aggregate.summary, aggregate.aliases, aggregate.example),
      example: aggregate.example)
  }

  private static func page(_ table: CatalogTable, in catalog: any Catalog) -> Page {
    var text = "\(table.name)\n\(table.summary)\n"
    if let definition = table.definition { text += "Stands for: \(definition)\n" }
    let width = table.columns.map { $0.name.utf8.count }.max() ?? 0
    for column in table.columns {
      let padding = String(repeating: " ", count: width - column.name.utf8.count)
      text += "  \(column.name)\(padding)  \(typeName(column, in: catalog)): \(column.summary)\n"
    }
    return Page(
      name: table.name, aliases: [], kind: .table, summary: table.summary,
      usages: [table.name], text: text, example: nil)
  }

  private static func text(
    _ usages: [String], _ summary: String, _ aliases: [String], _ example: Example
  ) -> String {
    var text = unique(usages).joined(separator: "\n") + "\n\(summary)\n"
    if !aliases.isEmpty { text += "Also: \(aliases.joined(separator: ", ")).\n" }
    return text + Self.example(example.query, example.answer)
  }

  /// Each text once, in order of first appearance.
  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  private static func example(_ query: String, _ answer: String) -> String {
    "Example: \(query)\n         \(answer)\n"
  }

  private static func callUsage(_ name: String, _ overload: FunctionOverload) -> String {
    let required = overload.parameters.count - overload.optionalCount
    var parts: [String] = []
    for (index, parameter) in overload.parameters.enumerated() {
      let part = "\(parameter.name): \(typeName(parameter.type))"
      parts.append(index < required ? part : "[\(part)]")
    }
    if overload.isVariadic { parts.append("…") }
    return "\(name)(\(parts.joined(separator: ", ")))"
  }

  private static func predicateUsage(_ name: String, _ overload: FunctionOverload) -> String {
    let types = overload.parameters.map { parameter in
      if case .text = parameter.type { return "text" }
      return typeName(parameter.type)
    }
    if types.count == 1 { return "\(name) \(types[0])" }
    if types.count == 3, !overload.isVariadic {
      return "\(types[0]) \(name) (\(types[1]) .. \(types[2]))"
    }
    let right = types.dropFirst().joined(separator: ", ") + (overload.isVariadic ? ", …" : "")
    return "\(types.first ?? "") \(name) \(overload.isVariadic ? "(\(right))" : right)"
  }

  private static func typeName(_ type: ParameterType) -> String {
    switch type {
    case .exactly(let type): return type.name
    case .text: return "text"
    case .any: return "any"
    case .common: return "any of one type"
    }
  }

  private static func result(_ overload: FunctionOverload) -> String {
    switch overload.result {
    case .exactly(let type): return type.name
    case .common: return "that type"
    case .sameAsArgument(let index):
      return index < overload.parameters.count
        ? "the type of \(overload.parameters[index].name)" : "its type"
    }
  }
}
