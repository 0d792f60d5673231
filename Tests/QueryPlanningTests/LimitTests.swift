import QueryPlanning
import Testing

/// Input of any size gets an answer or a message, soon.
@Suite struct LimitTests {
  @Test func longChainOfConditions() throws {
    let terms = (0..<5000).map { "crew == \($0)" }.joined(separator: " or ")
    #expect(messages("ships | where \(terms)") == [])
  }

  @Test func longList() throws {
    let values = (0..<100_000).map(String.init).joined(separator: ",")
    #expect(messages("ships | where crew in (\(values))") == [])
  }

  @Test func deepNesting() {
    let text = "print " + String(repeating: "(", count: 10_000)
    #expect(messages(text).count <= 2)
  }

  /// Calls of functions nest deeper than any text does.
  @Test func deepCalls() {
    var text = "let f0 = (x:long) { x + 1 };"
    for index in 1...1000 { text += "let f\(index) = (x:long) { f\(index - 1)(x) };" }
    let found = messages(text + "print f1000(1)")
    #expect(found.contains { $0.contains("L0701: this is nested more than 400 deep") })
  }

  /// Each function calls the one before twice: 2^40 calls, were they written out.
  @Test func exponentialCalls() {
    var text = "let f0 = (x:long) { x + 1 };"
    for index in 1...40 {
      text += "let f\(index) = (x:long) { f\(index - 1)(x) + f\(index - 1)(x) };"
    }
    #expect(messages(text + "print f40(1)").contains { $0.contains("L0703") })
  }

  /// Each call doubles its argument: 2^40 nodes, were they written out.
  @Test func exponentialArguments() {
    var call = "crew"
    for _ in 1...40 { call = "f(\(call))" }
    let found = messages("let f = (x:long) { x + x }; ships | extend a = \(call)")
    #expect(found.contains { $0.contains("L0703") })
  }

  @Test func manyStages() throws {
    let stages = String(repeating: " | where crew > 1", count: 900)
    #expect(messages("ships" + stages) == [])
    #expect(try plan("ships" + stages).queries.count == 1)
    let found = messages("let t = ships\(stages); t\(stages)")
    #expect(found.count == 1 && found[0].contains("L0702"), "\(found)")
  }

  @Test func manyMistakes() {
    let text = (0..<5000).map { "print a\($0)" }.joined(separator: ";")
    #expect(messages(text).count == 100)
  }
}
