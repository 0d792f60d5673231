import QueryPlanning
import Testing

/// What the optimizer makes of plans, and what it must leave alone.
@Suite struct OptimizerTests {
  @Test(arguments: [
    ("ships | count", "scan ships []\naggregate Count = count()"),
    (
      "ships | where crew > 5 | project name",
      "scan ships [name, crew]\nfilter crew > 5\nproject name"
    ),
    ("ships | project name, crew", "scan ships [name, crew]"),
    ("ships | project crew, name", "scan ships [name, crew]\nproject crew, name"),
    (
      "ships | extend a = crew * 2, b = mass * 2 | project b",
      "scan ships [mass]\nproject b = mass * 2.0"
    ),
    (
      "ships | sort by crew | project name | take 10",
      "scan ships [name, crew]\ntop 10 by crew desc nulls last\nproject name"
    ),
    (
      "ships | sort by crew asc, name desc nulls first | where armed and crew > 1 | project name",
      """
      scan ships [name, crew, armed]
      filter armed
      filter crew > 1
      sort by crew asc nulls first, name desc nulls first
      project name
      """
    ),
    (
      "ships | project name, n = strlen(name), c = crew | where n > 5 and c > 1",
      """
      scan ships [name, crew]
      filter crew > 1
      project name, n = strlen(name), c = crew
      filter n > 5
      """
    ),
    // What counts rows stays before what drops them.
    (
      "ships | take 5 | where crew > 1 | project crew",
      "scan ships [crew]\ntake 5\nfilter crew > 1"
    ),
    (
      "ships | top 5 by mass | where crew > 1 | project crew",
      "scan ships [crew, mass]\ntop 5 by mass desc nulls last\nfilter crew > 1\nproject crew"
    ),
    (
      "ships | summarize n = count(), sum(crew), max(mass) by armed | where n > 1 | project armed",
      """
      scan ships [armed]
      aggregate n = count() by armed
      filter n > 1
      project armed
      """
    ),
    (
      "ships | summarize arg_max(mass, name) | project name",
      "scan ships [name, mass]\naggregate (mass, name) = arg_max(mass, name)\nproject name"
    ),
    (
      "ships | where armed | where crew > 1 | project home.moons",
      "scan ships [crew, armed, home]\nfilter armed\nfilter crew > 1\nproject moons = home.moons"
    ),
    (
      "ships | summarize 100.0 * countif(armed) / count() by home",
      """
      scan ships [armed, home]
      aggregate aggregate_1 = countif(armed), aggregate_2 = count() by home
      project home, Column1 = (100.0 * real(aggregate_1)) / real(aggregate_2)
      """
    ),
    (
      "ships | extend moons = home.moons, n = strlen(name) | where moons > 2 | project name, n",
      """
      scan ships [name, home]
      filter home.moons > 2
      project name, n = strlen(name)
      """
    ),
    ("ships | project name | distinct *", "scan ships [name]\naggregate by name"),
  ])
  func plans(query: String, expected: String) throws {
    #expect(try plan(query).description(in: toyPlanner.catalog) == expected)
  }

  /// The rules change how, not what: plain and optimized plans give the same columns.
  @Test(arguments: [
    "ships", "ships | count", "ships | where armed | project name, home.name, crew * 2",
    "ships | extend a = crew | where a > 1 | sort by a | take 3 | project-away name",
    "ships | summarize count(), arg_max(mass, *) by home | top 2 by count_",
    "ships | project-reorder mass, * asc | where mass > 1 | project-keep m*, c*",
    "ships | sort by crew | where armed | extend b = strlen(name) | sort by b | take 5 | where b > 2",
    "range i from 1 to 10 step 1 | where i % 2 == 0 | extend j = i * 2 | project j",
    "datatable (a:long, b:string) [1, \"x\"] | project b", "print 1, 2 | project print_1",
    "ships | distinct home, armed | where armed | project home",
    "ships | join kind=inner (ships | project name, m = mass) on name | project m, crew",
    "ships | join kind=leftouter ships on $left.crew == $right.crew | project name1",
    "ships | join kind=rightsemi (ships | where armed) on name | project mass",
    "union ships, (print name = 1) | project mass",
    "union withsource=s ships, (ships | project crew) | where crew > 1 | project s",
    "ships | extend n = row_number(), p = prev(mass) | where p > 1 | project name, n",
    "ships | project name, l = log | mv-expand l | project l",
    "ships | mv-apply m = log on (where tostring(m) != name | count) | project Count",
    "ships | parse name with a \"-\" b:long | project b",
    "ships | make-series n = count(), m = sum(mass) on crew step 1 by armed | project n",
    "ships | search \"x\" | project name", "ships | where row_number() > 2 | project mass",
  ])
  func sameColumns(query: String) throws {
    let plain = try #require(try plan(query, isOptimized: false).queries.last).plan
    let optimized = try #require(try plan(query).queries.last).plan
    #expect(plain.columns == optimized.columns)
    for node in optimized.all { check(node) }
  }

  /// Every operator reads only columns that are there, in their type.
  private func check(_ node: LogicalPlan) {
    var input = node.input?.columns ?? []
    var expressions = node.expressions
    if case .project(_, let values) = node.kind {
      #expect(values.count == node.columns.count)
      for (value, column) in zip(values, node.columns) { #expect(value.type == column.type) }
    }
    if case .aggregate(_, let keys, let aggregates, _) = node.kind {
      #expect(node.columns.count == keys.count + aggregates.reduce(0) { $0 + $1.outputCount })
    }
    if case .union(let members) = node.kind {
      for member in members { #expect(member.columns.map(\.type) == node.columns.map(\.type)) }
    }
    // A function of other rows may read the columns made before its own.
    if case .extended = node.kind { input = node.columns }
    if case .join(_, let right, let join) = node.kind {
      expressions = join.leftKeys
      for key in join.rightKeys {
        if case .column(let index) = key.kind { #expect(right.columns.indices.contains(index)) }
      }
    }
    while let next = expressions.popLast() {
      if case .column(let index) = next.kind {
        #expect(input.indices.contains(index))
        if input.indices.contains(index) { #expect(input[index].type == next.type) }
      }
      expressions += next.children
    }
  }
}
