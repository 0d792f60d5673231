package import Diagnostics

/// The stable codes of what can be wrong with a query's text, each with its page.
///
/// A code is added at the end of its hundred and never used for anything else.
package enum SyntaxErrorCode: String, CaseIterable, Sendable {
  case unknownCharacter = "L0101"
  case openString = "L0102"
  case unknownEscape = "L0103"
  case openComment = "L0104"
  case numberTooLarge = "L0105"
  case typographicQuotes = "L0106"
  case openLiteral = "L0107"
  case invalidLiteral = "L0108"
  case expressionInLiteral = "L0109"
  case pointWithoutDigit = "L0110"
  case unknownUnit = "L0111"
  case bareDate = "L0112"
  case notUTF8 = "L0113"
  case dayOrMonth = "L0114"
  case expected = "L0201"
  case openBracket = "L0202"
  case strayBracket = "L0203"
  case unknownOperator = "L0204"
  case operatorNotInLede = "L0206"
  case statementNotEnded = "L0207"
  case notATable = "L0208"
  case chainedComparison = "L0209"
  case missingBar = "L0211"
  case quoteInText = "L0212"
  case unknownStatement = "L0213"
  case unknownOption = "L0214"
  case joinWithoutOn = "L0215"
  case wrongFind = "L0216"
  case wrongShortForm = "L0217"
  case assignmentForEquality = "L0220"
  case symbolForWord = "L0221"
  case wordInCapitals = "L0222"
  case like = "L0223"
  case isNull = "L0224"
  case nullComparison = "L0225"
  case selectStatement = "L0226"
  case groupBy = "L0227"
  case countStar = "L0228"
  case notBefore = "L0229"
  case angleBrackets = "L0230"
  case phraseSearch = "L0231"
  case listWithoutParentheses = "L0232"
  case missingBy = "L0233"
  case hintIgnored = "L0234"
  case operatorAsFunction = "L0235"
  case methodCall = "L0236"
  case aliasAfterValue = "L0237"
  case boundsWithoutDots = "L0238"
  case matchesWithoutRegex = "L0239"
  case stageOfHabit = "L0240"
  case textInColumn = "L0241"
  case doubledBar = "L0242"
  case nestedTooDeeply = "L0701"
  case tooManyStages = "L0702"
}

extension SyntaxErrorCode {
  /// What `.help` and the code say.
  package var page: ErrorPage {
    switch self {
    case .unknownCharacter:
      return ErrorPage(
        rawValue,
        "The sign has no meaning in a query outside a text.",
        wrong: "print # 1",
        right: "print 1")
    case .openString:
      return ErrorPage(
        rawValue,
        "A text was begun with a quotation mark and not ended with the same one on its line.",
        wrong: #"print "ferry"#,
        right: #"print "ferry""#)
    case .unknownEscape:
      return ErrorPage(
        rawValue,
        "A backslash in a text begins a special sign, and there is none of that letter. A "
          + "text that begins with @ takes backslashes as they are.",
        wrong: #"print "\q""#,
        right: #"print @"\q""#)
    case .openComment:
      return ErrorPage(
        rawValue,
        "A comment that begins with /* goes on to the end of the text.",
        wrong: "print 1 /* two",
        right: "print 1 /* two */")
    case .numberTooLarge:
      return ErrorPage(
        rawValue,
        "A whole number has at most 64 bits, so it lies between -9,223,372,036,854,775,808 "
          + "and 9,223,372,036,854,775,807.",
        wrong: "print 99999999999999999999",
        right: "print 99999999999999999999.0")
    case .typographicQuotes:
      return ErrorPage(
        rawValue,
        "Curly quotation marks, as word processors and web pages write them, are taken for "
          + "straight ones.",
        wrong: "print “ferry”",
        right: #"print "ferry""#)
    case .openLiteral:
      return ErrorPage(
        rawValue,
        "A value such as datetime(…) was begun and its parenthesis not closed.",
        wrong: "print datetime(2024-03-05",
        right: "print datetime(2024-03-05)")
    case .invalidLiteral:
      return ErrorPage(
        rawValue,
        "What stands in the parentheses is no value of that type.",
        wrong: "print datetime(2024-13-05)",
        right: "print datetime(2024-12-05)")
    case .expressionInLiteral:
      return ErrorPage(
        rawValue,
        "datetime(…), long(…) and the like hold a value as it is written; a column or a "
          + "computed value takes a function.",
        wrong: "articles | extend d = datetime(url)",
        right: "articles | extend d = todatetime(url)")
    case .pointWithoutDigit:
      return ErrorPage(
        rawValue,
        "A number begins with a digit, also before a decimal point.",
        wrong: "print .5",
        right: "print 0.5")
    case .unknownUnit:
      return ErrorPage(
        rawValue,
        "Letters right after a number are a unit of time: d, h, m, s, ms, mo, q, y, w.",
        wrong: "print 1.5parsecs",
        right: "print 1.5h")
    case .bareDate:
      return ErrorPage(
        rawValue,
        "A date that stands by itself is taken for one; datetime(…) is the plain form.",
        wrong: "print 2024-03-05",
        right: "print datetime(2024-03-05)")
    case .dayOrMonth:
      return ErrorPage(
        rawValue,
        "Of two numbers before the year the first is the month, unless it is over 12. A date with "
          + "its year first means the same everywhere.",
        wrong: "print datetime(3/4/2024)",
        right: "print datetime(2024-03-04)")
    case .notUTF8:
      return ErrorPage(
        rawValue,
        "The query holds bytes that are not UTF-8; they are read as replacement characters.")
    case .expected:
      return ErrorPage(
        rawValue,
        "Something must follow here, and something else or nothing does.",
        wrong: "quotes | where",
        right: "quotes | where nested")
    case .openBracket:
      return ErrorPage(
        rawValue,
        "A bracket was opened and not closed.",
        wrong: "print (1",
        right: "print (1)")
    case .strayBracket:
      return ErrorPage(
        rawValue,
        "A bracket is closed that was not opened.",
        wrong: "print 1)",
        right: "print 1")
    case .unknownOperator:
      return ErrorPage(
        rawValue,
        "After a bar stands an operator, and there is none of this name; '.help operators' "
          + "lists them.",
        wrong: "quotes | wher nested",
        right: "quotes | where nested")
    case .unknownOption:
      return ErrorPage(
        rawValue,
        "An option of an operator, or its value, is none of those that there are.",
        wrong: "quotes | join kind=iner (people) on id",
        right: "quotes | join kind=inner (people) on id")
    case .wrongFind:
      return ErrorPage(
        rawValue,
        "The words of 'find' are put together in a way that means nothing: w/5 takes words and "
          + "phrases, after: takes a date.",
        wrong: "find after:yesterday",
        right: "find ferry after:2024-03-05")
    case .joinWithoutOn:
      return ErrorPage(
        rawValue,
        "A join says which columns must be alike: one that both tables have, or one of each.",
        wrong: "quotes | join kind=inner (people)",
        right: "quotes | join kind=inner (people) on $left.speaker == $right.name")
    case .operatorNotInLede:
      return ErrorPage(
        rawValue,
        "The operator is known from Kusto queries and is not part of lede.",
        wrong: "quotes | partition by kind (take 1)",
        right: "quotes | summarize take_any(text) by kind")
    case .statementNotEnded:
      return ErrorPage(
        rawValue,
        "A statement goes on with a bar and ends with ';', and neither stands here.",
        wrong: "quotes | count people | count",
        right: "quotes | count; people | count")
    case .notATable:
      return ErrorPage(
        rawValue,
        "A query begins with a table; a value by itself is shown by 'print'.",
        wrong: "1 + 2",
        right: "print 1 + 2")
    case .chainedComparison:
      return ErrorPage(
        rawValue,
        "A comparison takes two values; a third needs 'and', or 'between'.",
        wrong: "print 1 < 2 < 3",
        right: "print 1 < 2 and 2 < 3")
    case .wrongShortForm:
      return ErrorPage(
        rawValue,
        "The word begins one of the short forms, which '.help' lists, and what follows does not fit.",
        wrong: "said ceasefire",
        right: #"said "ceasefire""#)
    case .missingBar:
      return ErrorPage(
        rawValue,
        "Between a table and an operator stands a bar.",
        wrong: "quotes where nested",
        right: "quotes | where nested")
    case .quoteInText:
      return ErrorPage(
        rawValue,
        "A quotation mark inside a text ends it. Put the text into marks of the other kind, "
          + "or a backslash before the mark.",
        wrong: "print 'it's'",
        right: #"print "it's""#)
    case .unknownStatement:
      return ErrorPage(
        rawValue,
        "A statement begins with a table or with a word such as print, range or let, and this "
          + "is neither.",
        wrong: "prnt 1",
        right: "print 1")
    case .assignmentForEquality:
      return ErrorPage(
        rawValue,
        "One '=' gives a name; two compare.",
        wrong: #"quotes | where kind = "direct""#,
        right: #"quotes | where kind == "direct""#)
    case .symbolForWord:
      return ErrorPage(
        rawValue,
        "Conditions are joined by words: and, or, not(…).",
        wrong: "quotes | where nested && is_pronoun",
        right: "quotes | where nested and is_pronoun")
    case .wordInCapitals:
      return ErrorPage(
        rawValue,
        "The words of the language are written in small letters.",
        wrong: "quotes | where nested AND is_pronoun",
        right: "quotes | where nested and is_pronoun")
    case .like:
      return ErrorPage(
        rawValue,
        "There is no 'like'; 'contains', 'startswith', 'endswith', 'has' and 'matches regex' "
          + "look into texts.",
        wrong: #"quotes | where text like "%road%""#,
        right: #"quotes | where text contains "road""#)
    case .isNull:
      return ErrorPage(
        rawValue,
        "Whether a value is missing is asked with a function.",
        wrong: "quotes | where speaker is null",
        right: "quotes | where isempty(speaker)")
    case .nullComparison:
      return ErrorPage(
        rawValue,
        "No value equals null, not even null; whether a value is missing is asked with a "
          + "function.",
        wrong: "quotes | where speaker == null",
        right: "quotes | where isempty(speaker)")
    case .selectStatement:
      return ErrorPage(
        rawValue,
        "A query begins with its table, and 'project' chooses columns.",
        wrong: "SELECT speaker FROM quotes",
        right: "quotes | project speaker")
    case .groupBy:
      return ErrorPage(
        rawValue,
        "Groups are made by 'summarize … by'.",
        wrong: "quotes | group by speaker",
        right: "quotes | summarize count() by speaker")
    case .countStar:
      return ErrorPage(
        rawValue,
        "'count()' takes neither a star nor 'distinct'; 'dcount(x)' counts the distinct values of x.",
        wrong: "quotes | summarize count(*)",
        right: "quotes | summarize count()")
    case .notBefore:
      return ErrorPage(
        rawValue,
        "What negates an operator is part of it: !in, !has, !contains.",
        wrong: #"quotes | where kind not in ("direct")"#,
        right: #"quotes | where kind !in ("direct")"#)
    case .angleBrackets:
      return ErrorPage(
        rawValue,
        "'<>' is taken for '!='.",
        wrong: #"quotes | where kind <> "direct""#,
        right: #"quotes | where kind != "direct""#)
    case .phraseSearch:
      return ErrorPage(
        rawValue,
        "A search for phrases is written as conditions on a text.",
        wrong: #""red line" AND "Ruiz""#,
        right: #"articles | where text has "red line" and text has "Ruiz""#)
    case .listWithoutParentheses:
      return ErrorPage(
        rawValue,
        "A list stands in parentheses, even if it holds one thing.",
        wrong: #"quotes | where kind in "direct""#,
        right: #"quotes | where kind in ("direct")"#)
    case .missingBy:
      return ErrorPage(
        rawValue,
        "'sort', 'top' and the like need 'by' before the column.",
        wrong: "quotes | sort id",
        right: "quotes | sort by id")
    case .hintIgnored:
      return ErrorPage(
        rawValue,
        "Hints to a distributed database have no meaning here and are passed over.",
        wrong: "quotes | summarize hint.strategy=shuffle count()",
        right: "quotes | summarize count()")
    case .operatorAsFunction:
      return ErrorPage(
        rawValue,
        "The word stands between its two sides and is not called.",
        wrong: #"quotes | where contains(text, "road")"#,
        right: #"quotes | where text contains "road""#)
    case .methodCall:
      return ErrorPage(
        rawValue,
        "A function takes its value in parentheses, not before a dot.",
        wrong: "quotes | where text.strlen() > 1",
        right: "quotes | where strlen(text) > 1")
    case .aliasAfterValue:
      return ErrorPage(
        rawValue,
        "The name stands before the value, with '='.",
        wrong: "quotes | project speaker as who",
        right: "quotes | project who = speaker")
    case .boundsWithoutDots:
      return ErrorPage(
        rawValue,
        "'between' takes its bounds in parentheses with two dots.",
        wrong: "quotes | where id between 1 and 5",
        right: "quotes | where id between (1 .. 5)")
    case .matchesWithoutRegex:
      return ErrorPage(
        rawValue,
        "The operator is two words: 'matches regex'.",
        wrong: #"quotes | where text matches "ro.d""#,
        right: #"quotes | where text matches regex "ro.d""#)
    case .stageOfHabit:
      return ErrorPage(
        rawValue,
        "What other tools write as a stage of its own is written otherwise here; aggregates "
          + "stand in 'summarize'.",
        wrong: "quotes | count by kind",
        right: "quotes | summarize count() by kind")
    case .textInColumn:
      return ErrorPage(
        rawValue,
        "'in' looks a value up in a list; what a text holds is asked with 'has' or 'contains'.",
        wrong: #"quotes | where "road" in text"#,
        right: #"quotes | where text has "road""#)
    case .doubledBar:
      return ErrorPage(
        rawValue,
        "One bar stands before a stage. Two are another language's 'or', which is a word here.",
        wrong: "quotes || take 1",
        right: "quotes | take 1")
    case .nestedTooDeeply:
      return ErrorPage(
        rawValue,
        "Brackets and operators stand inside each other deeper than is read. Parts can be "
          + "named with 'let'.")
    case .tooManyStages:
      return ErrorPage(
        rawValue,
        "The query has more stages than are run. Parts can be named with 'let'.")
    }
  }
}
