/// Operators with a file of their own for their syntax.
extension StageReference {
  static let ofSeveralTables: [StageReference] = [
    StageReference(
      "join", "T | join kind=inner (U) on a, $left.b == $right.c",
      "The rows of two tables whose columns are alike, side by side.",
      example: (
        "print a = 1, b = 2 | join kind=inner (print a = 1, c = 3) on a", "3"
      ),
      note:
        "Kinds: innerunique (the default: of left rows with one key only the first, which is told), "
        + "inner, leftouter, rightouter, fullouter, leftsemi, rightsemi, leftanti, rightanti. "
        + "A column of the right whose name is taken gets 1 behind it."),
    StageReference(
      "lookup", "T | lookup (U) on a",
      "Adds the columns of a second table where its key is alike.",
      example: ("print a = 1 | lookup (print a = 1, c = 3) on a", "3"),
      note: "Kinds: leftouter (the default) and inner. The key comes once."),
    StageReference(
      "union", "union withsource=name T, (U | …), V*", "The rows of several tables.",
      example: ("union (print a = 1), (print a = 2) | summarize sum(a)", "3"),
      note:
        "kind=inner keeps only columns that all have. A column of several types becomes one for each "
        + "(a_long, a_string)."),
    StageReference(
      "search", "search in (T, U) \"word\" and column:\"word\"",
      "The rows of all tables that hold a word in any column, each with the name of its table.",
      example: (
        "let T = datatable (a: string) [\"red line\", \"blue\"]; search in (T) \"red\" | count", "1"
      ),
      note: "\"wor*\" is the beginning of a word, \"*rd\" its end, \"*or*\" any part."),
    StageReference(
      "find", "find in (T, U) where condition project a, b",
      "The rows of several tables for which a condition is true.",
      example: (
        "let T = datatable (a: long) [1, 2, 3]; find in (T) where a > 1 project a | count", "2"
      ),
      note:
        "Tables without the columns of the condition are left out. What is not shown goes into the "
        + "bag pack_."),
  ]

  static let ofMembers: [StageReference] = [
    StageReference(
      "mv-expand", "T | mv-expand with_itemindex=i name = array to typeof(long) limit n",
      "A row for each member of an array or a bag.",
      example: ("print a = dynamic([5, 6, 7]) | mv-expand a | count", "3"),
      note: "Several arrays go side by side. Null gives one row, an empty array none."),
    StageReference(
      "mv-apply", "T | mv-apply name = array on (operators)",
      "Runs operators over the members of an array, for each row by itself.",
      example: (
        "print a = dynamic([5, 9, 7]) | mv-apply n = a to typeof(long) on (summarize max(n))", "9"
      )),
    StageReference(
      "make-series", "T | make-series name = aggregate(…) default=0 on x from a to b step c by key",
      "Aggregates over even steps of an axis, as arrays.",
      example: (
        "range i from 1 to 4 step 1 | make-series n = count() on i from 0 to 6 step 2",
        "[0,2,4]"
      ), note: "The end is left out. Steps may be 1mo, 1q or 1y."),
    StageReference(
      "parse", aliases: ["parse-where"],
      "T | parse text with * \"from \" name:type \" to \" name *",
      "Columns out of a text, by what stands between them.",
      example: ("print s = \"page 7 of 12\" | parse s with \"page \" a:long \" of \" b:long", "12"),
      note:
        "kind=regex takes regular expressions, kind=relaxed keeps what converts. parse-where drops "
        + "rows that do not fit."),
    StageReference(
      "parse-kv",
      "T | parse-kv text as (name: type, …) with (pair_delimiter=\";\", kv_delimiter=\"=\")",
      "Columns out of keys and values in a text.",
      example: (
        "print s = \"a=1; b=2\" | parse-kv s as (b: long) with (pair_delimiter=\"; \", kv_delimiter=\"=\")",
        "2"
      )),
  ]

  static let ofRows: [StageReference] = [
    StageReference(
      "serialize", "T | serialize n = row_number(), before = prev(x), sum = row_cumsum(x)",
      "Columns made of the rows before or behind; 'extend' does the same, as rows have an order.",
      example: ("range i from 1 to 3 step 1 | serialize s = row_cumsum(i) | top 1 by i", "6"),
      note:
        "row_number(), prev(x), next(x), row_cumsum(x), row_rank_dense(x), row_rank_min(x) and "
        + "row_window_session(t, d, d) look at other rows."),
    StageReference(
      "sample", "T | sample n", "So many rows, chosen by chance, in their order.",
      example: ("range i from 1 to 100 step 1 | sample 5 | count", "5"),
      note: "The same seed (--seed) gives the same rows."),
    StageReference(
      "sample-distinct", "T | sample-distinct n of x", "So many different values of a column.",
      example: (
        "range i from 1 to 9 step 1 | extend k = i % 3 | sample-distinct 2 of k | count", "2"
      )),
    StageReference(
      "getschema", "T | getschema", "The columns of a table and their types, as rows.",
      example: ("print a = 1, b = \"x\" | getschema | where ColumnName == \"b\"", "string")),
    StageReference(
      "project-by-names", "T | project-by-names dynamic([\"a\", \"b*\"])",
      "The columns whose names a list holds; names that are not there are left out.",
      example: ("print a = 1, b = 2 | project-by-names dynamic([\"b\", \"z\"])", "2"),
      note: "column_names_of(U) lists the names of another table."),
    StageReference(
      "invoke", "T | invoke f(…)", "Calls a function with the rows as its first argument.",
      example: (
        "let top2 = (T: (i: long)) { T | top 2 by i }; range i from 1 to 5 step 1 | invoke top2() | count",
        "2"
      )),
    StageReference(
      "evaluate", "T | evaluate pivot(x, sum(n), key)",
      "pivot: a column for each value. bag_unpack(d): a column for each key. narrow(): a row a cell.",
      example: (
        "datatable (k: string, v: string) [\"a\", \"x\", \"a\", \"y\", \"b\", \"x\"] | evaluate pivot(v) "
          + "| where k == \"a\"", "1"
      ),
      note:
        "The columns are found out before the run; to fix them write ': (name: type, …)' behind the "
        + "call."),
    StageReference(
      "describe", "T | describe", "One row a column: its type, how much is empty, what it holds.",
      example: ("range i from 1 to 3 step 1 | describe | project max", "3")),
    StageReference(
      "match", "T | match {say} []{0,3} \"gap\" within s with (matching=longest, overlap=true)",
      "A row for each match of a token pattern in the row's words.",
      example: ("articles | match {say} | count", "0"),
      note:
        "Columns: left, match, right, span, a column a capture, then those of the row. 'within' takes s, "
        + "p, quote, headline, person, place, org, date, quantity or article; 'matching' longest, "
        + "shortest, standard or all."),
    StageReference(
      "kwic", "T | kwic \"gap\" with (sort=R1, L1, window=10)",
      "The matches of a token pattern in their lines: left, match, right, published, publisher.",
      example: ("articles | kwic \"gap\" | count", "0"),
      note: "Alone, 'kwic …' looks through all articles. 'window' counts tokens on each side."),
    StageReference(
      "collocates",
      "T | collocates \"migrant\" within s with (window=5, by=lemma, min=3, measure=logdice)",
      "The words near a pattern, with how much more often they stand there than by chance.",
      example: ("articles | collocates \"gap\" | count", "0"),
      note:
        "O co-occurrences, f1 hits, f2 occurrences of the word, N tokens. Measures: logdice, mi, mi3, "
        + "tscore, zscore, loglikelihood, dice, minsensitivity, all; 'left' and 'right' in place of "
        + "'window'."),
    StageReference(
      "freq", "tokens | freq lemma",
      "How often each value comes, for each million tokens, and in how many articles.",
      example: ("tokens | freq lemma | count", "0"),
      note: "The rows need their column 'article'. N is the number of tokens of all articles."),
    StageReference(
      "cite", "T | cite style=full", "Adds a column that says where the words of each row stand.",
      example: ("print a = 1 | cite | project citation", ""),
      note:
        "Styles: short (article and place), full, markdown, json (selectors of the W3C Web "
        + "Annotation Data Model)."),
    StageReference(
      "expand", "T | expand s",
      "Widens each row to its sentence (s), paragraph (p) or article: text, span_start, span_end.",
      example: ("quotes | expand s | count", "0")),
    StageReference(
      "render", "T | render barchart with (title=\"…\")", "Shows a result as a chart; comes last.",
      example: ("print a = 1 | render table", "1"),
      note:
        "timechart, linechart, barchart, columnchart, areachart, stackedareachart, piechart, "
        + "scatterchart, table, card."),
  ]
}
