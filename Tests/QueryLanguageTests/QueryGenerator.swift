@testable import QueryLanguage

/// Makes sound queries of every statement, stage and expression.
struct QueryGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func script() -> String {
    var statements: [String] = []
    if random.chance(20) { statements.append("declare query_parameters(p:string = \"x\", q:long)") }
    if random.chance(20) { statements.append("set notruncation") }
    for _ in 0..<(random.next() % 3) { statements.append(letStatement()) }
    statements.append(pipeline(depth: 2))
    return statements.joined(separator: random.pick([";\n", "; "]))
  }

  private mutating func letStatement() -> String {
    switch random.next() % 4 {
    case 0: return "let \(name()) = \(expression(3))"
    case 1: return "let \(name()) = \(pipeline(depth: 1))"
    case 2:
      return "let \(name()) = (a:long, T:(*), U:(b:string), c:real = 1.5) { let z = a; "
        + "\(expression(2)) }"
    default: return "let \(name()) = view () { \(pipeline(depth: 1)) }"
    }
  }

  private mutating func pipeline(depth: Int) -> String {
    var text = source(depth: depth)
    for _ in 0..<(random.next() % 5) {
      text += random.pick([" | ", "\n| ", "|"]) + stage()
    }
    return text
  }

  private mutating func source(depth: Int) -> String {
    switch random.next() % 13 {
    case 0: return "print \(named()), \(named())"
    case 1: return "range \(random.pick(["i", "n"])) from 1 to \(expression(1)) step 1"
    case 2: return "datatable (a:long, [\"b c\"]:string) [1, \"x\", \(expression(1)), 'y']"
    case 3 where depth > 0: return "(\(pipeline(depth: depth - 1)))"
    case 4: return "f(\(expression(1)), t = \(expression(1)))"
    case 5: return "union \(random.pick(["", "withsource=s "]))T, (\(stageless()))"
    case 6: return "search \(random.pick(["", "in (T) "]))\"x\" or (not(a:\"y\") and b > 1)"
    case 7: return "find in (T, U) where \(expression(1)) project a, b:long, pack(*)"
    default: return random.pick(["articles", "quotes", "['a table']", "_", "_3"])
    }
  }

  private mutating func stageless() -> String { random.pick(["T", "U | count", "print 1"]) }

  private mutating func stage() -> String {
    switch random.next() % 30 {
    case 0: return "where \(expression(4))"
    case 1: return "filter \(expression(2))"
    case 2: return "extend \(named()), \(named())"
    case 3: return "project \(named()), \(name())"
    case 4: return "project-away \(random.pick(["a*", "*", "*_id", "a*b*", name()])), b"
    case 5: return "project-keep \(name())"
    case 6: return "project-rename \(name()) = \(name())"
    case 7: return "project-reorder \(name()), x* \(random.pick(["asc", "desc", ""]))"
    case 8: return "summarize \(named()), n = count() by \(named())"
    case 9: return random.pick(["summarize by a, b", "summarize count()", "count", "count as n"])
    case 10: return "distinct \(random.pick(["*", "a, b"]))"
    case 11:
      return "\(random.pick(["sort", "order"])) by \(expression(1)) "
        + random.pick(["", "asc", "desc", "nulls first", "asc nulls last"])
    case 12: return "top \(expression(0)) by \(expression(1)) \(random.pick(["", "asc"]))"
    case 13: return "take \(expression(0))"
    case 14: return "limit 5"
    case 15:
      let kind = random.pick(["", "kind=inner ", "kind=leftanti "])
      let keys = random.pick(["a", "$left.a == $right.b", "a, b"])
      return
        "\(random.pick(["join", "lookup"])) \(kind)\(random.pick(["U", "(U | take 1)"])) on \(keys)"
        .replacing("lookup kind=leftanti", with: "lookup")
    case 16:
      let options = random.pick(["", "kind=inner ", "withsource=s isfuzzy=true "])
      return "union \(options)U, (V | count), t*"
    case 17:
      return
        "mv-expand \(random.pick(["", "with_itemindex=i "]))\(named()) to typeof(long), b limit 3"
    case 18: return "mv-apply a = \(expression(1)) on (where a > 1 | top 1 by a | count)"
    case 19:
      return
        "make-series n = count() default=0, avg(a) on t from 0 to 10 step \(expression(0)) by b"
    case 20: return "make-series count() on t in range(1, 10, 2)"
    case 21:
      return "\(random.pick(["parse", "parse-where"])) "
        + "\(random.pick(["", "kind=regex flags=i ", "kind=relaxed "]))a with * \"x\" b:long 'y' c *"
    case 22:
      return
        "parse-kv \(expression(1)) as (a:long, b:string) with (kv_delimiter=\"=\", greedy=true)"
    case 23:
      return "search \(random.pick(["", "kind=case_sensitive ", "in (T, U*) "]))\"x*\" and a:\"y\""
    case 24: return random.pick(["getschema", "serialize", "serialize n = \(expression(1))"])
    case 25: return random.pick(["sample 3", "sample-distinct 2 of \(name())"])
    case 26: return "project-by-names dynamic(['a', 'b']), \(name())"
    case 27:
      return random.pick([
        "invoke f(\(leaf()))", "evaluate narrow()", "evaluate pivot(a, count()) : (*, b:long)",
      ])
    case 28: return "render timechart with (title=\"A\", ycolumns=a, b, ymin=0)"
    default: return "as \(random.pick(["t", "u"]))"
    }
  }

  private mutating func named() -> String {
    switch random.next() % 4 {
    case 0: return "\(name()) = \(expression(2))"
    case 1: return "(a, \(name())) = f(\(expression(1)))"
    default: return expression(2)
    }
  }

  private mutating func name() -> String {
    random.pick([
      "a", "b2", "_c", "kind", "source", "date", "count", "['two words']", "[\"and\"]", "straße",
      "3rd", "by_who", "first", "time", "where",
    ])
  }

  mutating func expression(_ depth: Int) -> String {
    guard depth > 0 else { return leaf() }
    let a = expression(depth - 1)
    switch random.next() % 14 {
    case 0: return "\(a) \(random.pick(["and", "or"])) \(expression(depth - 1))"
    case 1: return "\(a) \(random.pick(["and", "or"])) \(expression(depth - 1)) and true"
    case 2: return "(\(a)) \(random.pick(["==", "!=", "=~", "!~"])) \(expression(0))"
    case 3: return "(\(a)) \(random.pick(["<", "<=", ">", ">="])) \(expression(0))"
    case 4: return "(\(a)) \(random.pick(["+", "-", "*", "/", "%"])) \(expression(0))"
    case 5:
      let text = BinaryOperator.allCases.filter { $0.precedence == .text }.map(\.rawValue)
      return "(\(a)) \(random.pick(text)) \"x\""
    case 6:
      return "(\(a)) \(random.pick(MembershipOperator.allCases.map(\.rawValue))) "
        + "(\(leaf()), \(leaf()))"
    case 7: return "(\(a)) \(random.pick(["between", "!between"])) (1 .. \(expression(0)))"
    case 8: return "f(\(a), \(leaf()), named = \(leaf()))"
    case 9: return "(\(a)).\(random.pick(["b", "in", "kind"]))"
    case 10: return "d[\(a)].[0]"
    case 11: return "[\(a), \(leaf())]"
    case 12: return "\(random.pick(["-", "+"]))(\(a))"
    default: return "toscalar(articles | where \(a) | count)"
    }
  }

  private mutating func leaf() -> String {
    random.pick([
      "1", "0xff", "1.5", "10.", "1e3", "2.6h", "1d", "3w", "100ms", "7tick", "1mo", "2y", "true",
      "false", "\"text\"", "'it\\'s'", "@\"a\"\"b\\\"", "```two\nlines```", "\"a\" 'b'",
      "h'secret'", "datetime(2024-03-05)", "datetime(2024-03-05 14:30)", "datetime(null)",
      "timespan(2)", "time(0.12:34:56)", "timespan(-1h)", "int(3)", "int(null)", "long(-4)",
      "real(nan)", "real(-inf)", "real(-1.5)", "decimal(1.20)", "bool(null)", "real(1e300)",
      "guid(74be27de-1e4e-49d9-b579-fe0b331d3642)", "dynamic({'a': [1, 2.5, null]})",
      "dynamic(null)", "dynamic([datetime(2024-03-05), timespan(1h), 'x', \"y\", true])",
      "-9223372036854775808", name(), name(), name(),
    ])
  }
}
