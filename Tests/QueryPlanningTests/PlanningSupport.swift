import Columns
import Diagnostics
import QueryLanguage
import QueryPlanning
import Testing

let toyPlanner = Planner(catalog: ToyCatalog())

/// The script's plans, which must be there.
func plan(
  _ query: String, session: SessionScope = SessionScope(), isOptimized: Bool = true,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> PlannedScript {
  let (syntax, mistakes) = Parser.parse(SourceText(name: "test", text: query))
  try #require(
    mistakes.filter { $0.severity == .error }.isEmpty, "\(query): \(mistakes)",
    sourceLocation: sourceLocation)
  let (script, diagnostics) =
    isOptimized
    ? toyPlanner.plan(syntax, session: session) : toyPlanner.plainPlan(syntax, session: session)
  return try #require(
    script, "\(query): \(diagnostics.map(\.message))", sourceLocation: sourceLocation)
}

/// What is said about a query, one line each: `1:18..<1:23 error[L0301]: … help`.
func messages(_ query: String, session: SessionScope = SessionScope()) -> [String] {
  let source = SourceText(name: "test", text: query)
  let (syntax, mistakes) = Parser.parse(source)
  let (_, diagnostics) = toyPlanner.plan(syntax, session: session)
  return (mistakes + diagnostics).map { diagnostic in
    let at = diagnostic.range.map { "'\(source.text($0))' " } ?? ""
    let help = diagnostic.help.map { " | \($0)" } ?? ""
    return "\(at)\(diagnostic.code): \(diagnostic.message)\(help)"
  }
}

/// The columns of the last query, as `name:type`.
func columns(_ query: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
  let script = try plan(query, sourceLocation: sourceLocation)
  let last = try #require(script.queries.last, sourceLocation: sourceLocation)
  return last.plan.columns.map { "\($0.name):\($0.type.name)" }.joined(separator: " ")
}
