import Testing

/// LANGUAGE 4.3: what nulls do to comparisons, logic and lists.
@Suite struct NullRuleTests {
  static let cases: [Case] = [
    Case("print long(null) == long(null), long(null) != long(null)", "∅ ∅"),
    Case("print long(null) == 1, long(null) != 1, 1 == long(null)", "false true false"),
    Case("print long(null) < 1, 1 >= long(null), long(null) + 1", "∅ ∅ ∅"),
    Case("print false and bool(null), bool(null) and false, true and bool(null)", "false false ∅"),
    Case("print true or bool(null), bool(null) or true, false or bool(null)", "true true ∅"),
    Case("print not(bool(null)), not(true)", "∅ false"),
    Case("print iff(bool(null), 1, 2), case(bool(null), 1, true, 2, 3)", "2 2"),
    Case("print long(null) in (1, 2), long(null) !in (1, 2)", "false true"),
    Case("print 3 in (1, 2, 3), 3 !in (1, 2), 1.0 in (1, 2)", "true true true"),
    Case("print 3 in (dynamic([1, 3])), \"a\" in (dynamic([\"b\"]))", "true false"),
    Case("ferries | where seats == 200 | project name", "Asta", "Dagny"),
    Case("ferries | where seats != 200 | project name", "Brise", "Cirrus", "Ebbe"),
    Case("ferries | where not(seats > 100) | project name", "Cirrus"),
    Case("ferries | where seats in (80, 120) | project name", "Cirrus", "Ebbe"),
    Case(
      "ferries | where seats > 100 or name == \"Brise\" | project name", "Asta", "Brise", "Dagny",
      "Ebbe"),
    Case("ferries | where seats between (80 .. 120) | project name", "Cirrus", "Ebbe"),
    Case("ferries | where seats !between (80 .. 120) | project name", "Asta", "Dagny"),
  ]

  @Test(arguments: cases) func rows(of example: Case) throws {
    #expect(try run(example.query).rows == example.rows)
  }
}
