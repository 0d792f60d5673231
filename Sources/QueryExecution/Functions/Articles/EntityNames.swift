import Columns
import QueryPlanning

/// Names of the people, organizations and places of the corpus, and who said something.
enum EntityNames {
  static let functions: [ScalarFunction] =
    [canonical, sameEntity, saidBy, isDirect]
    + [("person", "person"), ("org", "organization"), ("place", "place")].map(named)

  // MARK: - Implementation

  private static let canonical = ScalarFunction(
    "canonical", .taking(.text("name"), giving: .string),
    summary: "The full name of whom a name or alias stands for; blank where that is not certain.",
    example: Example(
      "print canonical(\"blinken\")", "Antony Blinken", needsArticles: true)
  ) { context, arguments, count in
    names(of: arguments, kind: nil, count, &context)
  }

  /// `person("Blinken")`: as `canonical`, among the entities of one kind.
  private static func named(_ function: (name: String, kind: String)) -> ScalarFunction {
    let example =
      switch function.name {
      case "person": ("blinken", "Antony Blinken")
      case "org": ("cnn", "CNN")
      default: ("gaza", "Gaza Strip")
      }
    return ScalarFunction(
      function.name, .taking(.text("name"), giving: .string),
      summary:
        "The \(function.kind) that goes by a name or alias; blank where that is not certain.",
      example: Example(
        "print \(function.name)(\"\(example.0)\")", example.1, needsArticles: true)
    ) { context, arguments, count in
      names(of: arguments, kind: function.kind, count, &context)
    }
  }

  private static let sameEntity = ScalarFunction(
    "same_entity", .taking(.any("first"), .any("second"), giving: .bool),
    summary: "Whether two names stand for the same entity; null where one of them is not certain.",
    example: Example(
      "print same_entity(\"Blinken\", \"Antony Blinken\")", "true", needsArticles: true)
  ) { context, arguments, count in
    context.boolRows(count, of: arguments) { row in
      guard let first = entity(arguments[0], row, context),
        let second = entity(arguments[1], row, context)
      else { return nil }
      return first == second
    }
  }

  private static let saidBy = ScalarFunction(
    "said_by", .taking(.text("who"), .text("speaker"), .text("source"), optional: 2, giving: .bool),
    summary: "Whether the speaker or the source of a quote, by default this row's, goes by a name.",
    example: (
      "print said_by(\"blinken\", \"Antony Blinken\", \"the secretary\")", "true"
    )
  ) { context, arguments, count in
    context.boolRows(count, of: arguments) { row in
      arguments[0].withUTF8(row) { who in
        let phrase = TermPhrase(who)
        guard !phrase.isEmpty else { return false }
        for place in 1..<arguments.count where !arguments[place].isNull(row) {
          let isNamed = arguments[place].withUTF8(row) { name in
            !phrase.places(in: Terms(name)).isEmpty
          }
          if isNamed { return true }
        }
        guard arguments.count > 1, let speaker = Spans.reference(arguments[1], row) else {
          return false
        }
        return context.articles?.entity(
          named: String(decoding: who, as: UTF8.self), kind: nil) == speaker.row
      }
    }
  }

  private static let isDirect = ScalarFunction(
    "is_direct", .taking(.any("quote"), optional: 1, giving: .bool),
    summary: "Whether a quote, by default this row, stands in quotation marks as a whole.",
    example: ("print is_direct(dynamic({\"kind\":\"direct\"}))", "true")
  ) { context, arguments, count in
    context.boolRows(count, of: arguments) { row in
      guard !arguments[0].isNull(row) else { return nil }
      switch arguments[0].value(at: row) {
      case .dynamic(.bag(let members)):
        guard case .string(let kind)? = members.first(where: { $0.key == "kind" })?.value else {
          return nil
        }
        return kind == "direct"
      case .string(let kind), .dynamic(.string(let kind)): return kind == "direct"
      default: return nil
      }
    }
  }

  private static func names(
    of arguments: [ColumnVector], kind: String?, _ count: Int, _ context: inout EvaluationContext
  ) -> ColumnVector {
    guard let articles = context.articles else { return .constant(.string(""), count: count) }
    let entities = articles.rowNames(of: articles.entities)
    return context.mapText(arguments, count) { name, _, bytes in
      let name = String(decoding: name, as: UTF8.self)
      guard let row = articles.entity(named: name, kind: kind) else { return }
      bytes.append(contentsOf: entities.bytes[entities.entries[row]])
    }
  }

  /// The row of `entities` that a reference or a name stands for.
  private static func entity(
    _ column: ColumnVector, _ row: Int, _ context: EvaluationContext
  ) -> Int? {
    if let reference = Spans.reference(column, row) {
      return reference.table == context.articles?.entities ? reference.row : nil
    }
    guard !column.isNull(row) else { return nil }
    let name =
      switch column.value(at: row) {
      case .string(let text), .dynamic(.string(let text)): text
      default: ""
      }
    return name.isEmpty ? nil : context.articles?.entity(named: name, kind: nil)
  }
}
