package import Diagnostics

/// The stable codes of what the binder finds, each with its page.
///
/// A code is added at the end of its hundred and never used for anything else.
package enum BinderErrorCode: String, CaseIterable, Sendable {
  case unknownColumn = "L0301"
  case unknownTable = "L0302"
  case unknownFunction = "L0303"
  case repeatedColumn = "L0304"
  case repeatedName = "L0305"
  case unknownType = "L0306"
  case unknownParameter = "L0307"
  case recursion = "L0308"
  case noKeptResult = "L0309"
  case tableAsValue = "L0310"
  case valueAsTable = "L0311"
  case functionAsColumn = "L0312"
  case functionAsTable = "L0313"
  case cannotCompare = "L0401"
  case cannotCombine = "L0402"
  case mixedArguments = "L0403"
  case wrongArgument = "L0404"
  case wrongCount = "L0405"
  case notBool = "L0406"
  case aggregateOutside = "L0407"
  case nestedAggregate = "L0408"
  case columnOutsideAggregate = "L0409"
  case noAggregate = "L0410"
  case notKnownBefore = "L0411"
  case misplacedCalendarStep = "L0412"
  case comparisonWithNull = "L0413"
  case hasNoParts = "L0414"
  case wrongElement = "L0415"
  case unevenRows = "L0416"
  case rowValueType = "L0417"
  case wrongRowCount = "L0418"
  case wrongRange = "L0419"
  case misplacedStar = "L0420"
  case noTextColumn = "L0421"
  case tooManyNames = "L0422"
  case wrongDefault = "L0423"
  case wrongFunctionArgument = "L0424"
  case missingArgument = "L0425"
  case valueOfOtherRow = "L0426"
  case missingTableColumn = "L0427"
  case tableParameterHere = "L0428"
  case settingWithoutEffect = "L0429"
  case stringNullTest = "L0430"
  case listAsValue = "L0431"
  case valueNeverHeld = "L0432"
  case badPattern = "L0433"
  case joinColumnMissing = "L0434"
  case badJoinCondition = "L0435"
  case joinKeyTypes = "L0436"
  case notExpandable = "L0437"
  case searchColumnNowhere = "L0438"
  case windowOutside = "L0439"
  case notInvokable = "L0440"
  case unknownPlugin = "L0441"
  case renderNotLast = "L0442"
  case chartAsTable = "L0443"
  case columnsNotKnown = "L0444"
  case noArticleColumn = "L0445"
  case patternNeedsText = "L0446"
  case misplacedPattern = "L0447"
  case noTokens = "L0448"
  case unknownSpanName = "L0449"
  case wrongSortPlace = "L0450"
  case rowLacksColumns = "L0451"
  case wrongSetting = "L0452"
  case nestedTooDeep = "L0701"
  case tooManyStages = "L0702"
  case tooLarge = "L0703"
}

extension BinderErrorCode {
  /// What `.help` and the code say.
  package var page: ErrorPage {
    switch self {
    case .unknownColumn:
      return ErrorPage(
        rawValue,
        "The rows have no column of that name where it stands; '.schema quotes' lists the "
          + "columns of a table. A text needs quotation marks.",
        wrong: #"quotes | where speeker == "Ruiz""#,
        right: #"quotes | where speaker == "Ruiz""#)
    case .unknownTable:
      return ErrorPage(
        rawValue,
        "There is no table or 'let' of that name; '.tables' lists the tables.",
        wrong: "article | count",
        right: "articles | count")
    case .unknownFunction:
      return ErrorPage(
        rawValue,
        "There is no function of that name; '.help functions' lists them.",
        wrong: #"print strlne("a")"#,
        right: #"print strlen("a")"#)
    case .repeatedColumn:
      return ErrorPage(
        rawValue,
        "Two columns of a result cannot have one name.",
        wrong: "articles | project a = id, a = url",
        right: "articles | project a = id, b = url")
    case .repeatedName:
      return ErrorPage(
        rawValue,
        "A 'let' or a parameter of that name stands earlier in the same text.",
        wrong: "let a = 1; let a = 2; print a",
        right: "let a = 1; let b = 2; print a + b")
    case .unknownType:
      return ErrorPage(
        rawValue,
        "The types are bool, int, long, real, decimal, string, datetime, timespan, dynamic "
          + "and guid.",
        wrong: #"datatable (a:strng) ["x"]"#,
        right: #"datatable (a:string) ["x"]"#)
    case .unknownParameter:
      return ErrorPage(
        rawValue,
        "The function has no parameter of that name.",
        wrong: "let f = (a:long) { a }; print f(b=1)",
        right: "let f = (a:long) { a }; print f(a=1)")
    case .recursion:
      return ErrorPage(
        rawValue,
        "A function cannot call itself.",
        wrong: "let f = (a:long) { f(a) }; print f(1)",
        right: "let f = (a:long) { a }; print f(1)")
    case .noKeptResult:
      return ErrorPage(
        rawValue,
        "'_' is the last answer of a prompt and '_3' its third; there is none of that number, "
          + "or it was dropped to save memory.",
        wrong: "_ | count",
        right: "quotes | count")
    case .tableAsValue:
      return ErrorPage(
        rawValue,
        "A table stands where one value is expected; 'toscalar' takes the first value of a "
          + "query.",
        wrong: "print articles",
        right: "print toscalar(articles | count)")
    case .valueAsTable:
      return ErrorPage(
        rawValue,
        "A value stands where a table is expected; 'print' shows a value.",
        wrong: "let a = 1; a | count",
        right: "let a = 1; print a")
    case .functionAsColumn:
      return ErrorPage(
        rawValue,
        "The name is that of a function, which takes its values in parentheses.",
        wrong: "quotes | where strlen > 5",
        right: "quotes | where strlen(text) > 5")
    case .functionAsTable:
      return ErrorPage(
        rawValue,
        "The name is that of a function; a query begins with a table.",
        wrong: "strlen | count",
        right: #"print strlen("a")"#)
    case .cannotCompare:
      return ErrorPage(
        rawValue,
        "Only values of one type can be compared. Dates are written datetime(2024-03-05), "
          + "numbers without quotation marks.",
        wrong: #"articles | where published > "2024""#,
        right: "articles | where published > datetime(2024)")
    case .cannotCombine:
      return ErrorPage(
        rawValue,
        "The operator does not take values of these two types; texts are joined with "
          + "strcat(…).",
        wrong: #"print "a" + 1"#,
        right: #"print strcat("a", 1)"#)
    case .mixedArguments:
      return ErrorPage(
        rawValue,
        "All values that the function chooses from must have one type.",
        wrong: #"print iff(true, 1, "a")"#,
        right: #"print iff(true, "1", "a")"#)
    case .wrongArgument:
      return ErrorPage(
        rawValue,
        "The function does not take a value of this type; '.help' and its name says what it "
          + "takes.",
        wrong: #"print sqrt("a")"#,
        right: "print sqrt(2)")
    case .wrongCount:
      return ErrorPage(
        rawValue,
        "The function takes more or fewer values; '.help' and its name says which.",
        wrong: "print strlen()",
        right: #"print strlen("a")"#)
    case .notBool:
      return ErrorPage(
        rawValue,
        "A condition is true or false, and this value is neither.",
        wrong: "articles | where words",
        right: "articles | where words > 0")
    case .aggregateOutside:
      return ErrorPage(
        rawValue,
        "An aggregate looks at many rows, so it works in 'summarize'; a 'where' after it can "
          + "test what it gave.",
        wrong: "articles | where count() > 3",
        right: "articles | summarize n = count() | where n > 3")
    case .nestedAggregate:
      return ErrorPage(
        rawValue,
        "An aggregate cannot stand inside another; a second 'summarize' goes over the groups "
          + "of the first.",
        wrong: "articles | summarize sum(max(words))",
        right: "articles | summarize m = max(words) by publisher | summarize sum(m)")
    case .columnOutsideAggregate:
      return ErrorPage(
        rawValue,
        "In 'summarize' a column is either inside an aggregate or behind 'by'.",
        wrong: "articles | summarize words",
        right: "articles | summarize sum(words)")
    case .noAggregate:
      return ErrorPage(
        rawValue,
        "'summarize' takes aggregates, such as count(), and keys behind 'by'.",
        wrong: "articles | summarize 1",
        right: "articles | summarize count()")
    case .notKnownBefore:
      return ErrorPage(
        rawValue,
        "The value must be the same for all rows, such as a text or a 'let', since it is "
          + "looked at before the query runs.",
        wrong: "articles | summarize percentile(words, words)",
        right: "articles | summarize percentile(words, 95)")
    case .misplacedCalendarStep:
      return ErrorPage(
        rawValue,
        "Months, quarters and years differ in length; they serve in bin(…) and in sums with "
          + "dates. A span of fixed length is written in days.",
        wrong: "print 1mo",
        right: "print 30d")
    case .comparisonWithNull:
      return ErrorPage(
        rawValue,
        "A comparison with null is never true; whether a value is missing is asked with a "
          + "function.",
        wrong: "articles | where words == long(null)",
        right: "articles | where isnull(words)")
    case .hasNoParts:
      return ErrorPage(
        rawValue,
        "A dot goes from a column to another table or into a dynamic value, and this column "
          + "is neither.",
        wrong: #"articles | where headline.first == "A""#,
        right: #"quotes | where article.headline has "A""#)
    case .wrongElement:
      return ErrorPage(
        rawValue,
        "What stands in the brackets is a number, for an array, or a text, for a bag.",
        wrong: "print dynamic([1])[1d]",
        right: "print dynamic([1])[0]")
    case .unevenRows:
      return ErrorPage(
        rawValue,
        "The values of a 'datatable' must fill its rows.",
        wrong: "datatable (a:long, b:long) [1, 2, 3]",
        right: "datatable (a:long, b:long) [1, 2, 3, 4]")
    case .rowValueType:
      return ErrorPage(
        rawValue,
        "A value of a 'datatable' is not of its column's type.",
        wrong: #"datatable (a:long) ["x"]"#,
        right: #"datatable (a:string) ["x"]"#)
    case .wrongRowCount:
      return ErrorPage(
        rawValue,
        "The number of rows is a whole number.",
        wrong: #"articles | take "x""#,
        right: "articles | take 5")
    case .wrongRange:
      return ErrorPage(
        rawValue,
        "A range goes from a number to a number or from a date to a date, in steps of a "
          + "fitting type.",
        wrong: #"range x from "a" to "b" step 1"#,
        right: "range x from 1 to 5 step 1")
    case .misplacedStar:
      return ErrorPage(
        rawValue,
        "A star stands for all columns in 'where * has', 'distinct *', 'count' of rows and "
          + "the like, and not here.",
        wrong: "print *",
        right: "articles | distinct *")
    case .noTextColumn:
      return ErrorPage(
        rawValue,
        "'where *' looks into the columns that are strings, and there is none.",
        wrong: #"range i from 1 to 3 step 1 | where * has "x""#,
        right: #"quotes | where * has "x""#)
    case .tooManyNames:
      return ErrorPage(
        rawValue,
        "More names stand on the left than there are values on the right.",
        wrong: "articles | extend (a, b) = words",
        right: "articles | extend a = words")
    case .wrongDefault:
      return ErrorPage(
        rawValue,
        "The default of a parameter is not of its type.",
        wrong: #"let f = (a:long = "x") { a }; print f()"#,
        right: "let f = (a:long = 1) { a }; print f()")
    case .wrongFunctionArgument:
      return ErrorPage(
        rawValue,
        "The value is not of the type that the parameter has.",
        wrong: #"let f = (a:long) { a }; print f("x")"#,
        right: "let f = (a:long) { a }; print f(1)")
    case .missingArgument:
      return ErrorPage(
        rawValue,
        "A parameter has no value and no default.",
        wrong: "let f = (a:long) { a }; print f()",
        right: "let f = (a:long) { a }; print f(1)")
    case .valueOfOtherRow:
      return ErrorPage(
        rawValue,
        "A query inside a function or toscalar(…) is run once, before the rows come, so it "
          + "cannot look at a column of theirs.",
        wrong:
          "let f = (a:long) { toscalar(articles | where words > a | count) }; articles | extend f(words)",
        right: "let f = (a:long) { toscalar(articles | where words > a | count) }; print f(100)")
    case .missingTableColumn:
      return ErrorPage(
        rawValue,
        "The table lacks a column that the function's parameter asks for.",
        wrong: "let f = (T:(name:string)) { T | project name }; f(articles)",
        right: "let f = (T:(name:string)) { T | project name }; f(people)")
    case .tableParameterHere:
      return ErrorPage(
        rawValue,
        "The parameters of a script are single values; tables are parameters of functions.",
        wrong: "declare query_parameters(t:(*)); print 1",
        right: #"declare query_parameters(t:string = "x"); print t"#)
    case .settingWithoutEffect:
      return ErrorPage(
        rawValue,
        "Settings tell a KQL service how to run a query; here they are read and change nothing.",
        wrong: "set notruncation; print 1", right: "print 1")
    case .badPattern:
      return ErrorPage(
        rawValue,
        "The text is no regular expression of RE2, which has neither backreferences nor lookaround.",
        wrong: #"quotes | where text matches regex "(""#,
        right: #"quotes | where text matches regex "[(]""#)
    case .valueNeverHeld:
      return ErrorPage(
        rawValue,
        "The column holds one of a few texts, and this is none of them; '.schema quotes' names them.",
        wrong: #"quotes | where kind == "spoken""#,
        right: #"quotes | where kind == "direct""#)
    case .stringNullTest:
      return ErrorPage(
        rawValue,
        "A string is never null: where there is none it is the empty text. So 'isnull' is false "
          + "and 'isnotnull' true for every row.",
        wrong: "articles | where isnull(headline)", right: "articles | where isempty(headline)")
    case .listAsValue:
      return ErrorPage(
        rawValue,
        "The column holds a list, which is never equal to a text; whether one of its members has "
          + "the words is asked with 'has'.",
        wrong: #"articles | where topics == "ferries""#,
        right: #"articles | where topics has "ferries""#)
    case .joinColumnMissing:
      return ErrorPage(
        rawValue,
        "A bare name behind 'on' is a column that both tables have. Columns of different names "
          + "are compared as $left.a == $right.b.",
        wrong: "quotes | join kind=inner (people) on speaker",
        right: "quotes | join kind=inner (people) on $left.speaker == $right.name")
    case .badJoinCondition:
      return ErrorPage(
        rawValue,
        "Behind 'on' stand columns that both tables have, or equalities of a column of the left "
          + "table and one of the right.",
        wrong: "quotes | join kind=inner (people) on speaker == name",
        right: "quotes | join kind=inner (people) on $left.speaker == $right.name")
    case .joinKeyTypes:
      return ErrorPage(
        rawValue,
        "The columns that a join compares have types that are never alike.",
        wrong: "quotes | join kind=inner (dates) on $left.id == $right.text",
        right: "quotes | join kind=inner (dates) on $left.id == $right.id")
    case .notExpandable:
      return ErrorPage(
        rawValue,
        "Only an array or a bag has members that can become rows.",
        wrong: "articles | mv-expand words",
        right: "articles | mv-expand topics")
    case .searchColumnNowhere:
      return ErrorPage(
        rawValue,
        "None of the tables that are searched has the column.",
        wrong: "search colour:\"red\"",
        right: "search text:\"red\"")
    case .windowOutside:
      return ErrorPage(
        rawValue,
        "The function looks at other rows, so it works where there are rows: in 'extend', "
          + "'project' and 'where'.",
        wrong: "print row_number()",
        right: "range i from 1 to 3 step 1 | extend n = row_number()")
    case .notInvokable:
      return ErrorPage(
        rawValue,
        "'invoke' calls a function whose first parameter is a table, T:(*), with the rows before "
          + "it.",
        wrong: "let f = (a:long) { a }; articles | invoke f()",
        right: "let f = (T:(*)) { T | count }; articles | invoke f()")
    case .unknownPlugin:
      return ErrorPage(
        rawValue,
        "'evaluate' knows pivot, bag_unpack and narrow.",
        wrong: "articles | evaluate pvt(id)",
        right: "articles | evaluate narrow()")
    case .renderNotLast:
      return ErrorPage(
        rawValue,
        "'render' says how a result is shown, so nothing comes after it.",
        wrong: "articles | render table | take 5",
        right: "articles | take 5 | render table")
    case .chartAsTable:
      return ErrorPage(
        rawValue,
        "lede does not draw this kind of chart; the result is shown as a table.",
        wrong: "quotes | summarize count() by speaker | render treemap",
        right: "quotes | summarize count() by speaker | render barchart")
    case .wrongSetting:
      return ErrorPage(
        rawValue, "An option of the query is set to a word that it does not know.",
        wrong: "set fold = acents; print 1", right: "set fold = accents; print 1")
    case .rowLacksColumns:
      return ErrorPage(
        rawValue,
        "A function looks at columns of the row by itself, and these rows do not have them.",
        wrong: "articles | where said_by(\"Ruiz\")", right: "quotes | where said_by(\"Ruiz\")")
    case .patternNeedsText:
      return ErrorPage(
        rawValue,
        "A pattern looks at the words where a row stands, which are its column 'text'.",
        wrong: "quotes | where speaker matches pattern (\"Ruiz\")",
        right: "quotes | where text matches pattern (\"Ruiz\")")
    case .misplacedPattern:
      return ErrorPage(
        rawValue,
        "A token pattern is no value; other patterns refer to its name as @name.",
        wrong: "let p = pattern (\"red\" \"line\"); print p",
        right: "let p = pattern (\"red\" \"line\"); articles | match @p")
    case .noTokens:
      return ErrorPage(rawValue, "There are no tokens to look for a pattern in.")
    case .unknownSpanName:
      return ErrorPage(
        rawValue,
        "'within' takes a kind of span: s, p, quote, headline, person, place, org, date, quantity "
          + "or article.",
        wrong: "articles | collocates \"gap\" within sentences",
        right: "articles | collocates \"gap\" within s")
    case .wrongSortPlace:
      return ErrorPage(
        rawValue,
        "Lines are sorted by words to the left (L1 to L5) or right (R1 to R5) of the hit.",
        wrong: "articles | kwic \"gap\" sort=X1",
        right: "articles | kwic \"gap\" sort=R1")
    case .noArticleColumn:
      return ErrorPage(
        rawValue,
        "The operator counts articles, so its rows need their 'article' column.",
        wrong: "print a = 1 | freq a",
        right: "tokens | freq lemma")
    case .columnsNotKnown:
      return ErrorPage(
        rawValue,
        "The columns depend on the rows, which are not known where a script is only checked or "
          + "where they depend on a parameter. Written columns settle it: "
          + "evaluate bag_unpack(d) : (id: string, words: long).")
    case .nestedTooDeep:
      return ErrorPage(
        rawValue,
        "Brackets and operators stand inside each other deeper than is read. Parts can be "
          + "named with 'let'.")
    case .tooManyStages:
      return ErrorPage(
        rawValue,
        "The query has more stages than are run. Parts can be named with 'let'.")
    case .tooLarge:
      return ErrorPage(
        rawValue,
        "Functions that call functions unfold to a query that is larger than can be run.")
    }
  }
}
