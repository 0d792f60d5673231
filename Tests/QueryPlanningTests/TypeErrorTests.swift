import Testing

/// One wrong query a message, with the whole message: the range's text, code, message and help.
@Suite struct TypeErrorTests {
  @Test(arguments: [
    (
      #"ships | where launched > "2024""#,
      #"'launched > "2024"' L0401: 'launched' is a datetime and '"2024"' a string;"#
        + " '>' takes two of one type | write the date as 'datetime(2024)'"
    ),
    (
      #"ships | where crew == "5""#,
      #"'crew == "5"' L0401: 'crew' is a long and '"5"' a string; '==' takes two of one type"#
        + " | write the number without quotes: '5'"
    ),
    (
      "ships | where name == 5",
      "'name == 5' L0401: 'name' is a string and '5' a long; '==' takes two of one type"
        + #" | write the text in quotes: '"5"'"#
    ),
    (
      "ships | where name > crew",
      "'name > crew' L0401: 'name' is a string and 'crew' a long; '>' takes two of one type"
        + " | convert one: 'tolong(name)'"
    ),
    (
      "ships | where launched == crew",
      "'launched == crew' L0401: 'launched' is a datetime and 'crew' a long;"
        + " '==' takes two of one type"
    ),
    (
      #"ships | where crew in (1, "many")"#,
      #"'crew in (1, "many")' L0401: 'crew' is a long and '"many"' a string;"#
        + " 'in' takes two of one type | convert the other: 'tostring(crew)'"
    ),
    (
      #"ships | where crew between (1 .. "many")"#,
      #"'crew between (1 .. "many")' L0401: 'crew' is a long and '"many"' a string;"#
        + " 'between' takes two of one type | convert the other: 'tostring(crew)'"
    ),
    (
      #"print "a" + "b""#,
      #"'"a" + "b"' L0402: '+' does not take a string and a string"#
        + " | to join text write 'strcat(…, …)'"
    ),
    (
      "ships | where armed + 1 > 2",
      "'armed + 1' L0402: '+' does not take a bool and a long"
    ),
    (
      #"print iff(true, 1, "a")"#,
      #"'iff(true, 1, "a")' L0403: 'iff' takes values of one type, not a long and a string"#
    ),
    (
      #"print case(true, 1, false, 2.5, "a")"#,
      #"'case(true, 1, false, 2.5, "a")' L0403: 'case' takes values of one type,"#
        + " not a long and a string"
    ),
    (#"print sqrt("a")"#, #"'"a"' L0404: 'sqrt' takes a number here, and '"a"' is a string"#),
    (
      #"print ago("x")"#, #"'"x"' L0404: 'ago' takes a timespan here, and '"x"' is a string"#
    ),
    (
      "ships | summarize sum(name)",
      "'name' L0404: 'sum' takes a number or a timespan here, and 'name' is a string"
    ),
    ("print strlen()", "'strlen' L0405: 'strlen' takes 1 argument, not 0"),
    ("print round(1, 2, 3)", "'round' L0405: 'round' takes 1 or 2 arguments, not 3"),
    ("print strcat()", "'strcat' L0405: 'strcat' takes at least 1 argument, not 0"),
    (
      "ships | where crew",
      "'crew' L0406: 'where' takes a condition, and 'crew' is a long | compare it: 'crew > 0'"
    ),
    (
      "ships | where name",
      "'name' L0406: 'where' takes a condition, and 'name' is a string"
        + #" | compare it: 'name has "…"', 'name == "…"'"#
    ),
    (
      "ships | where armed and crew",
      "'crew' L0406: 'and' takes a condition, and 'crew' is a long | compare it: 'crew > 0'"
    ),
    (
      "ships | where count() > 3",
      "'count()' L0407: 'count' is an aggregate: it works only in 'summarize'"
        + " | summarize first: '… | summarize count() by … | where count_ …'"
    ),
    (
      "print sum(1)",
      "'sum(1)' L0407: 'sum' is an aggregate: it works only in 'summarize'"
        + " | over a table: '… | summarize sum(…)'"
    ),
    (
      "ships | summarize sum(max(crew))",
      "'max(crew)' L0408: 'max' cannot stand inside 'sum': both are aggregates"
    ),
    (
      "ships | summarize crew",
      "'crew' L0409: 'crew' stands outside an aggregate"
        + " | write it after 'by', or inside an aggregate: 'take_any(crew)'"
    ),
    (
      "ships | summarize 1",
      "'1' L0410: there is no aggregate here | such as 'count()', 'sum(x)' or 'max(x)'"
    ),
    (
      "ships | where name matches regex home",
      "'home' L0411: 'regex' of 'matches regex' must be known before the query runs"
    ),
    (
      "ships | where launched > now() - 1mo",
      "'1mo' L0412: months, quarters and years have no fixed length, so they cannot stand here"
        + " | they can in 'bin(x, 1mo)' and 'ago(1mo)'"
    ),
    (
      "ships | where launched == datetime(null)",
      "'launched == datetime(null)' L0413: a comparison with null finds no missing values"
        + " | write 'isempty(launched)'"
    ),
    (
      #"ships | where name.first == "A""#,
      "'name.first' L0414: 'name' is a string and has no parts"
        + " | to read JSON in text use 'parse_json(…)'"
    ),
    (
      "print dynamic([1])[1d]",
      "'1d' L0415: an element is named by a string or a number, and this is a timespan"
    ),
    (
      "datatable (a:long, b:long) [1, 2, 3]",
      "'datatable (a:long, b:long) [1, 2, 3]' L0416: 3 values do not make rows of 2"
        + " | one value is missing"
    ),
    (
      #"datatable (a:long) ["x"]"#, #"'"x"' L0417: 'a' is a long column, and this is a string"#
    ),
    (
      #"ships | take "x""#, #"'"x"' L0418: 'take' takes a number of rows, and '"x"' is a string"#
    ),
    (
      "range x from true to false step 1",
      "'range x from true to false step 1' L0419:"
        + " 'range' does not go from a bool to a bool by a long"
    ),
    ("print *", "'*' L0420: '*' cannot stand here"),
    (
      #"range i from 1 to 2 step 1 | where * has "x""#,
      #"'* has "x"' L0421: '*' stands for all string columns, and there are none here"#
    ),
    ("ships | extend (a, b) = crew", "'a, b' L0422: there are 2 names and 1 value"),
    (
      #"let f = (a:long = "x") { a }; print f()"#,
      #"'"x"' L0423: 'a' is a long, and its default a string"#
    ),
    (
      #"let f = (a:long) { a }; print f("x")"#,
      #"'"x"' L0424: 'a' of 'f' is a long, and '"x"' is a string"#
    ),
    ("let f = (a:long) { a }; print f()", "'f' L0425: 'f' needs a value for 'a'"),
    (
      "let f = (a:long) { toscalar(ships | where crew > a | count) }; ships | extend f(crew)",
      "'a' L0426: 'a' comes from another row than this query's"
        + " | a query inside an expression sees no columns of its row"
    ),
    (
      "let f = (T:(size:string)) { T | project size }; f(ships)",
      "'ships' L0427: the table for 'T' needs a string column 'size'"
    ),
    (
      "declare query_parameters(t:(*)); print 1", "'t:(*)' L0428: 't' cannot be a table here"
    ),
  ])
  func message(query: String, expected: String) { #expect(messages(query) == [expected]) }

  /// Numbers of all kinds meet, and dynamic values become what they are beside.
  @Test(arguments: [
    "ships | where price > 1.5 and crew < mass and decks == crew and decks in (1, 2.5)",
    #"ships | where log.a == 5 and log.b > 1.5 and log.c == "x" and log.d > datetime(2024)"#,
    "ships | where log.flag and armed",
    #"ships | where log.names has "Ana" and crew has "4""#,
    "ships | extend a = decks + crew, b = crew + mass, c = crew + price, d = mass + price",
    "ships | extend sqrt(crew), sqrt(price), strlen(crew), iff(armed, 1, 2.5)",
    "ships | where launched between (datetime(2024-01-01) .. 7d)",
    "ships | extend age = now() - launched | where age > 1d",
    "ships | where crew has_any (4, 2) and name has_all (\"a\", 1)",
    #"print coalesce(dynamic(null), "x"), iff(true, 1, long(null))"#,
  ])
  func noMessage(query: String) { #expect(messages(query) == []) }
}
