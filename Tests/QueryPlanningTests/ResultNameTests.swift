import Testing

/// The names that columns get when they are given none (LANGUAGE 4.9).
@Suite struct ResultNameTests {
  @Test(arguments: [
    (
      "ships | summarize sum(crew), avg(mass), dcount(name)",
      "sum_crew:long avg_mass:real dcount_name:long"
    ),
    ("ships | summarize make_list(name), make_set(name)", "list_name:dynamic set_name:dynamic"),
    (
      "ships | summarize count(), countif(armed), count(name)",
      "count_:long countif_:long count_name:long"
    ),
    ("ships | summarize count(), count()", "count_:long count_1:long"),
    (
      "ships | summarize sum(crew), sum(crew), sum(crew)",
      "sum_crew:long sum_crew1:long sum_crew2:long"
    ),
    ("ships | summarize sum(crew * 2)", "sum_:long"),
    ("ships | summarize sum(decks)", "sum_decks:long"),
    (
      "ships | summarize percentile(crew, 95), percentile(mass, 99.9)",
      "percentile_crew_95:long percentile_mass_99_9:real"
    ),
    (
      "ships | summarize percentiles(crew, 5, 50)", "percentile_crew_5:long percentile_crew_50:long"
    ),
    ("ships | summarize round(avg(mass), 1)", "avg_mass:real"),
    ("ships | summarize 100.0 * countif(armed) / count()", "Column1:real"),
    (
      "ships | summarize arg_max(launched, name, crew) by armed",
      "armed:bool launched:datetime name:string crew:long"
    ),
    ("ships | summarize take_any(name)", "name:string"),
    ("ships | summarize take_any(name, crew)", "name:string crew:long"),
    ("ships | summarize count() by home.climate", "climate:string count_:long"),
    ("ships | summarize count() by bin(launched, 7d)", "launched:datetime count_:long"),
    ("ships | summarize count() by bin(date, 7d)", "date:datetime count_:long"),
    ("ships | summarize count() by bin(date, 1mo)", "date:datetime count_:long"),
    (
      "ships | summarize max(launched) by bin(launched, 7d)",
      "launched:datetime max_launched:datetime"
    ),
    (
      "ships | summarize launched = max(launched) by bin(launched, 7d)",
      "launched1:datetime launched:datetime"
    ),
    ("ships | count", "Count:long"),
    ("ships | count as n", "n:long"),
    ("ships | project crew, crew + 1, mass * 2", "crew:long Column1:long Column2:real"),
    (
      "ships | project strlen(name), tostring(crew), bin(mass, 5)",
      "strlen_name:long crew:string mass:real"
    ),
    ("ships | project name, home.name", "name:string home_name:string"),
    ("ships | project home.name", "name:string"),
    ("ships | project home.capital.name", "name:string"),
    (
      "ships | project log.a, log.a.b, log[\"c\"], log[0]",
      "log_a:dynamic log_a_b:dynamic log_c:dynamic log_0:dynamic"
    ),
    ("ships | project name | extend home = 1", "name:string home:long"),
    ("ships | project name, crew | extend crew = tostring(crew)", "name:string crew:string"),
    ("ships | project name, crew | extend tostring(crew)", "name:string crew:string"),
    (
      "ships | project name, crew | extend crew + 1 | extend crew + 2",
      "name:string crew:long Column1:long Column2:long"
    ),
    ("ships | project name, home | extend home.name", "name:string home:string home_name:string"),
    ("ships | project name, home | extend home.climate", "name:string home:string climate:string"),
    ("print 1, \"a\"", "print_0:long print_1:string"),
    ("print x = 1, 2", "x:long print_1:long"),
    ("range i from 1 to 10 step 1", "i:long"),
    ("range i from 1 to 2 step 0.5", "i:real"),
    ("range t from datetime(2024-01-01) to datetime(2024-02-01) step 1d", "t:datetime"),
    ("datatable (a:long, b:string) [1, \"x\", 2, \"y\"]", "a:long b:string"),
    ("ships | distinct home.climate, armed", "climate:string armed:bool"),
    ("ships | project name, crew | distinct *", "name:string crew:long"),
    ("ships | summarize by armed, decks", "armed:bool decks:int"),
    ("ships | project date", "date:datetime"),
    ("ships | project launched | where date > datetime(2024-01-01)", "launched:datetime"),
    (
      "ships | project name, crew, decks, mass | project-away c*", "name:string decks:int mass:real"
    ),
    (
      "ships | project-keep *e*, armed | project-away l*",
      "name:string crew:long decks:int price:decimal armed:bool home:string"
    ),
    (
      "ships | project name, crew, decks | project-rename sailors = crew",
      "name:string sailors:long decks:int"
    ),
    (
      "ships | project name, crew, decks | project-rename name = crew, crew = name",
      "crew:string name:long decks:int"
    ),
    (
      "ships | project name, crew, decks | project-reorder decks, *",
      "decks:int name:string crew:long"
    ),
    (
      "ships | project name, crew, decks | project-reorder * asc", "crew:long decks:int name:string"
    ),
    (
      "ships | project name, crew, decks | project-reorder * desc",
      "name:string decks:int crew:long"
    ),
    ("ships | project (crew)", "crew:long"),
  ])
  func names(query: String, expected: String) throws {
    #expect(try columns(query) == expected, "\(query)")
  }
}
