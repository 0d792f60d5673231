import Testing

/// LANGUAGE 4.9: what aggregates give, also of nothing.
@Suite struct AggregateTests {
  static let none = "range i from 1 to 0 step 1"
  static let cases: [Case] = [
    Case("\(none) | summarize count(), countif(i > 1), sum(i), dcount(i)", "0 0 0 0"),
    Case("\(none) | summarize avg(i), min(i), max(i), stdev(i), percentile(i, 50)", "∅ ∅ ∅ ∅ ∅"),
    Case(
      "\(none) | summarize make_bag(pack(\"a\", i)), percentilew(i, i, 50), take_anyif(i, true)",
      "[] ∅ ∅"),
    Case(
      "\(none) | summarize percentiles_array(i, 5, 95), buildschema(todynamic(i))", "[null,null] ∅"),
    Case("\(none) | summarize make_list(i), make_set(i), take_any(i)", "[] [] ∅"),
    Case("\(none) | summarize a = arg_max(i, i)", "∅ ∅"),
    Case("\(none) | summarize count() by i"),
    Case("\(none) | count", "0"),
    Case(
      "ferries | summarize count(), sum(seats), avg(seats), min(seats), max(seats)",
      "5 600 150.0 80 200"),
    Case(
      "ferries | summarize dcount(seats), count_distinct(port), min(name), max(name)",
      "3 4 Asta Ebbe"),
    Case(
      "ferries | summarize countif(seats > 100), sumif(seats, seats > 100), avgif(length, length > 0)",
      "3 520 24.75"),
    Case("ferries | summarize minif(seats, seats > 100), maxif(name, seats == 80)", "120 Cirrus"),
    Case(
      "ferries | summarize make_list(seats), make_set(seats), make_list_if(name, seats == 200)",
      "[200,80,200,120] [200,80,120] [\"Asta\",\"Dagny\"]"),
    Case("ferries | summarize make_list(name, 2)", "[\"Asta\",\"Brise\"]"),
    Case("ferries | summarize arg_max(seats, name), arg_min(seats, name)", "200 Asta 80 Cirrus"),
    Case("ferries | where name == \"Brise\" | summarize arg_max(seats, name)", "∅ Brise"),
    Case("ferries | summarize take_any(seats) by name | where name == \"Brise\"", "Brise ∅"),
    Case("datatable(a:string)[\"\", \"x\", \"y\"] | summarize take_any(a)", "x"),
    Case(
      "range i from 1 to 4 step 1 | summarize stdev(i * 2), variance(i), stdevp(i) > 1.1",
      "2.581988897471611 1.6666666666666667 true"),
    Case("print x = 3 | summarize stdev(x), variance(x)", "0.0 0.0"),
    Case("range i from 1 to 100 step 1 | summarize percentiles(i, 5, 50, 99.9)", "5 50 100"),
    Case(
      "print x = 9223372036854775807 | extend y = 1 | summarize s = sum(x) by y",
      "1 9223372036854775807"),
    Case("range i from 1 to 2 step 1 | extend x = 9223372036854775807 | summarize sum(x)", "∅"),
    Case(
      "range i from 1 to 3 step 1 | summarize avg(1d * i), sum(1d * i)", "2.00:00:00 6.00:00:00"),
    Case("datatable(x:decimal)[decimal(0.1), decimal(0.2)] | summarize sum(x), avg(x)", "0.3 0.15"),
    Case("range i from 1 to 100 step 1 | summarize percentiles(i, 7, 29, 55)", "7 29 55"),
    Case(
      "datatable(x:long, n:long)[10, 8, 20, 6, 30, 3, 40, 1, 50, 0, 60, -5, 70, long(null)]"
        + " | summarize percentilesw(x, n, 0, 50, 99.9, 101), percentilesw_array(x, n, dynamic([50, 75]))",
      "10 20 40 ∅ [20,20]"),
    Case(
      "datatable(s:timespan, n:long)[1h, 9223372036854775807, 2h, 9223372036854775807, 3h, 1]"
        + " | summarize percentilew(s, n, 49), percentilew(s, n, 51), percentilew(s, n, 100)",
      "01:00:00 02:00:00 03:00:00"),
    Case(
      "range i from 1 to 4 step 1 | summarize percentiles_array(i * 1.5, 25, 75) by i > 2",
      "false [1.5,3.0]", "true [4.5,6.0]"),
    Case(
      "datatable(b:dynamic)[dynamic({\"a\":1}), dynamic(null), dynamic([2]), dynamic({\"b\":2,\"a\":3})]"
        + " | summarize make_bag(b), make_bag(b, 1), make_bag_if(b, isnotnull(b.b))",
      "{\"a\":1,\"b\":2} {\"a\":1} {\"b\":2,\"a\":3}"),
    Case("print b = dynamic(1) | summarize make_bag(b)", "{}"),
    Case(
      "datatable(v:dynamic)[dynamic([1,\"a\"]), dynamic({\"x\":null}), dynamic(true), dynamic([{\"y\":1.5}])]"
        + " | summarize buildschema(v)",
      "[\"bool\",{\"`indexer`\":[\"long\",\"string\",{\"y\":\"double\"}],\"x\":null}]"),
    Case(
      "datatable(v:dynamic)[dynamic([1,2]), dynamic(3), dynamic([2,null])]"
        + " | summarize make_set(v), make_list(v)",
      "[1,2,3] [[1,2],3,[2,null]]"),
    Case(
      "ferries | summarize take_anyif(name, seats == 80), count_distinctif(seats, seats > 100)",
      "Cirrus 2"),
    Case(
      "range i from 1 to 9 step 1 | summarize stdevif(i, i < 4), varianceif(i, i < 4)", "1.0 1.0"),
    // Groups in order of first appearance; a null key is a group of its own.
    Case("ferries | summarize count() by seats", "200 2", "∅ 1", "80 1", "120 1"),
    Case(
      "range i from 1 to 7 step 1 | summarize count() by i % 3, i > 4", "1 false 2", "2 false 1",
      "0 false 1", "2 true 1", "0 true 1", "1 true 1"),
    // Two ports of one name stay two groups; a missing port is "".
    Case("ferries | summarize count() by port", "Norhavn 2", "Lysund 1", "Norhavn 1", "\"\" 1"),
    Case("ferries | summarize by port | count", "4"),
    Case("ferries | distinct seats", "200", "∅", "80", "120"),
    Case("datatable(x:real)[real(nan), 0.0, real(nan), -0.0] | distinct x", "NaN", "0.0"),
    Case(
      "datatable(x:dynamic)[dynamic([1]), dynamic([1]), dynamic({\"a\":2})] | summarize count() by x",
      "[1] 2", "{\"a\":2} 1"),
  ]

  @Test(arguments: cases) func rows(of example: Case) throws {
    #expect(try run(example.query).rows == example.rows)
  }

  /// More groups than the first hash table holds, against arithmetic.
  @Test func manyGroups() throws {
    let outcome = try run(
      """
      range i from 1 to 50000 step 1 | summarize c = count(), s = sum(i) by k = i % 7001
      | summarize sum(c), sum(s), count(), max(c), min(c)
      """)
    #expect(outcome.rows == ["50000 1250025000 7001 8 7"])
  }
}
