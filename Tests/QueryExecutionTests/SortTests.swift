import Testing

/// LANGUAGE 4.3: the order of rows.
@Suite struct SortTests {
  static let cases: [Case] = [
    Case("ferries | sort by seats | project name", "Asta", "Dagny", "Ebbe", "Cirrus", "Brise"),
    Case("ferries | sort by seats asc | project name", "Brise", "Cirrus", "Ebbe", "Asta", "Dagny"),
    Case(
      "ferries | sort by seats asc nulls last | project name", "Cirrus", "Ebbe", "Asta", "Dagny",
      "Brise"),
    Case(
      "ferries | sort by seats desc nulls first | project name", "Brise", "Asta", "Dagny", "Ebbe",
      "Cirrus"),
    // Not-a-number stands beside null.
    Case("ferries | sort by length | project name", "Asta", "Cirrus", "Ebbe", "Brise", "Dagny"),
    Case("ferries | sort by length asc | project name", "Dagny", "Brise", "Ebbe", "Cirrus", "Asta"),
    Case("ferries | sort by name desc | project name", "Ebbe", "Dagny", "Cirrus", "Brise", "Asta"),
    Case(
      "ferries | sort by port asc, name desc | project name", "Ebbe", "Brise", "Dagny", "Cirrus",
      "Asta"),
    Case("ferries | top 2 by seats | project name", "Asta", "Dagny"),
    Case("ferries | top 3 by length asc nulls last | project name", "Ebbe", "Cirrus", "Asta"),
    Case("ferries | top 0 by seats | project name"),
    Case(
      "range i from 1 to 9 step 1 | top 100 by i % 3 asc", "3", "6", "9", "1", "4", "7", "2", "5",
      "8"),
    Case(
      "datatable(x:dynamic) [dynamic(3), dynamic(\"a\"), dynamic(null), dynamic(2.5)] | sort by x asc",
      "∅", "2.5", "3", "a"),
    Case(
      "datatable(x:decimal) [decimal(1.10), decimal(-3), decimal(1.09)] | sort by x", "1.10",
      "1.09", "-3"),
  ]

  @Test(arguments: cases) func rows(of example: Case) throws {
    #expect(try run(example.query).rows == example.rows)
  }

  /// Pruning while rows come gives what sorting all and taking the first gives.
  @Test func topAgreesWithSortAndTake() throws {
    let rows = "range i from 1 to 30000 step 1 | extend k = i * 7919 % 1009"
    for count in [1, 10, 2500] {
      let top = try run("\(rows) | top \(count) by k asc").rows
      #expect(top.count == count)
      #expect(top == (try run("\(rows) | sort by k asc | take \(count)").rows))
    }
  }

  /// Rows that stand ready are gone over by the column alone.
  @Test(arguments: ["asc", "desc"]) func topOfStoredRowsAgrees(_ order: String) throws {
    let stored =
      "let T = materialize(range i from 1 to 30000 step 1 | extend k = i * 7919 % 1009 - 500, "
      + "t = datetime(2024-01-01) + i % 77 * 1d); T"
    for key in ["k", "t", "i"] {
      for count in [1, 10, 2500, 29000] {
        let top = try run("\(stored) | top \(count) by \(key) \(order)").rows
        #expect(
          top == (try run("\(stored) | sort by \(key) \(order) | take \(count)").rows),
          "\(count) by \(key)")
      }
    }
  }

  /// Sorting by counting gives what comparing gives, whatever lies in the columns.
  @Test func manyRowsSortAsFewDo() throws {
    let columns = [
      "i % 3", "i * 7919 % 1009 - 500", "(i - 300) * 3000000000",
      "iff(i % 5 == 0, long(null), i % 7)",
      "iff(i % 9 == 0, real(nan), (i % 13) / 4.0 - 1)", "tostring(i * 31 % 17)",
      "iff(i % 2 == 0, 9223372036854775807, -9223372036854775808)",
    ]
    let source = "range i from 1 to 600 step 1"
    for first in columns {
      for (second, order) in [("i % 4", "desc"), ("-i", "asc nulls last")] {
        let sorted = try run(
          "\(source) | extend a = \(first), b = \(second) | sort by a \(order), b asc | project i")
        // The same rows in small groups, which are compared: their order is that of the whole.
        for rest in 0..<3 {
          let part = try run(
            "\(source) | where i % 3 == \(rest) | extend a = \(first), b = \(second) "
              + "| sort by a \(order), b asc | project i")
          #expect(sorted.rows.filter { (Int($0) ?? 0) % 3 == rest } == part.rows, "\(first)")
        }
      }
    }
  }

  @Test func sortIsStableOverBatches() throws {
    let outcome = try run(
      "range i from 1 to 10000 step 1 | sort by i % 3 asc | project i | take 4")
    #expect(outcome.rows == ["3", "6", "9", "12"])
  }
}
