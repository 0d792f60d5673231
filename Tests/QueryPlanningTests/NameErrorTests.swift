import QueryPlanning
import Testing

/// One wrong query a message, with the whole message: the range's text, code, message and help.
@Suite struct NameErrorTests {
  @Test(arguments: [
    (
      #"ships | where nme has "x""#, "'nme' L0301: ships has no column 'nme' | did you mean 'name'?"
    ),
    (
      #"ships | where climate has "x""#,
      "'climate' L0301: ships has no column 'climate' | did you mean 'home.climate'?"
    ),
    (
      #"ships | where home.clmate has "x""#,
      "'clmate' L0301: planets has no column 'clmate' | did you mean 'climate'?"
    ),
    (
      #"ships | where planets.name has "x""#,
      "'planets.name' L0301: ships has no column 'planets' | did you mean 'home.name'?"
    ),
    (
      "ships | project name | where crew > 1",
      "'crew' L0301: there is no column 'crew' here | it was dropped by 'project' before"
    ),
    (
      "ships | summarize count() by name | where crew > 1",
      "'crew' L0301: there is no column 'crew' here | it was dropped by 'summarize' before"
    ),
    (
      "ships | extend a = 1, b = a",
      "'a' L0301: ships has no column 'a' | 'a' is there only after this 'extend':"
        + " use it in a stage of its own"
    ),
    (
      "ships | where name == Rocinante",
      #"'Rocinante' L0301: ships has no column 'Rocinante' | did you mean '"Rocinante"'?"#
    ),
    ("ships | sort by nme", "'nme' L0301: ships has no column 'nme' | did you mean 'name'?"),
    (
      "ships | project-away nme, zz*",
      "'nme' L0301: ships has no column 'nme' | did you mean 'name'?"
    ),
    (
      "let t = ships | where armed; t | sort by nme",
      "'nme' L0301: t has no column 'nme' | did you mean 'name'?"
    ),
    ("datatable (a:long) [id]", "'id' L0301: there is nothing named 'id'"),
    (
      "ship | count",
      "'ship' L0302: there is no table 'ship' | did you mean 'ships'? (tables: ships, planets, warships)"
    ),
    (
      #"print strlne("a")"#,
      "'strlne' L0303: there is no function 'strlne' | did you mean 'strlen'?"
    ),
    (
      #"print lower("a")"#, "'lower' L0303: there is no function 'lower' | did you mean 'tolower'?"
    ),
    (
      "ships | project a = name, a = crew",
      "'a' L0304: there are two columns named 'a' | give one of them another name"
    ),
    (
      "ships | summarize a = count(), a = sum(crew)",
      "'a' L0304: there are two columns named 'a' | give one of them another name"
    ),
    (
      "ships | project name, crew | project-rename name = crew",
      "'name' L0304: there are two columns named 'name' | give one of them another name"
    ),
    (
      "let a = 1; let a = 2; print a",
      "'a' L0305: 'a' has been defined before | choose another name"
    ),
    (
      #"datatable (a:strng) ["x"]"#,
      "'strng' L0306: there is no type 'strng' | did you mean 'string'?"
    ),
    (
      "let f = (size:long) { size }; print f(sise=1)",
      "'sise' L0307: 'f' has no parameter 'sise' | did you mean 'size'?"
    ),
    (
      "let f = (a:long) { f(a) }; print f(1)",
      "'f' L0308: 'f' is used in its own definition | a definition sees only names made before it"
    ),
    (
      "let t = t | take 1; t",
      "'t' L0308: 't' is used in its own definition | a definition sees only names made before it"
    ),
    ("_ | count", "'_' L0309: there is no result '_' | nothing has been shown yet"),
    (
      "print ships",
      "'ships' L0310: 'ships' is a table, and a value is expected here"
        + " | for one value of it write 'toscalar(ships | …)'"
    ),
    (
      "let a = 1; a | count",
      "'a' L0311: 'a' is a value, not a table | to show it write 'print a'"
    ),
    (
      "ships | where strlen > 5",
      "'strlen' L0312: 'strlen' is a function, not a column | call it: 'strlen(…)'"
    ),
    (
      "strlen | count",
      "'strlen' L0313: 'strlen' is a function, not a table | call it: 'strlen(…)'"
    ),
  ])
  func message(query: String, expected: String) { #expect(messages(query) == [expected]) }

  /// One mistake gives one message, whatever is built on it.
  @Test(arguments: [
    "ship | where nme == 1 | summarize count() by xyz | project abc",
    "ships | extend a = nme | where a > 5 | extend b = strlen(a) | summarize sum(b)",
    "let t = ship | take 3; t | where nme == 1; t | count",
    "let x = nme; print x + 1, strcat(x), -x",
    "ships | where strlne(name) > 5 and strlne(name) < 9 or crew == 1",
  ])
  func oneMistake(query: String) {
    // A mistake that is repeated is a mistake each time.
    let expected = query.contains("strlne") ? 2 : 1
    #expect(messages(query).count == expected, "\(messages(query))")
  }

  @Test func severalMistakes() {
    let found = messages("ships | where nme == 1 | extend a = strlne(name) | sort by crw")
    #expect(found.map { $0.prefix(12) } == ["'nme' L0301:", "'strlne' L03", "'crw' L0301:"])
  }

  /// A body is checked where it is written, called or not, and not again at each call.
  @Test func bodyOfFunction() {
    let text = "let f = (x:long) { x + nme }; print f(1), f(2)"
    #expect(messages(text) == ["'nme' L0301: there is nothing named 'nme'"])
  }
}
