/// What can be wrong with a query's text.
///
/// Above each case stands the shortest query that causes it; the words are in
/// `SyntaxError+Diagnostic.swift`.
enum SyntaxError: Hashable, Sendable {
  // MARK: Lexical

  /// `print # 1`
  case unknownCharacter(String)
  /// `print 1 -- one`
  case foreignComment(String)
  /// `print "a`: the text as it would be with its mark, and whether more lines follow.
  case openString(closed: String, continues: Bool)
  /// `print "\q"`
  case unknownEscape(String)
  /// `/* a`
  case openComment
  /// `print 99999999999999999999`
  case numberTooLarge(String)
  /// `print “a”`
  case typographicQuotes(String)
  /// `print datetime(2024-03-05`
  case openLiteral(String)
  /// `print datetime(2024-13-05)`
  case invalidLiteral(type: String, text: String)
  /// `print datetime(published)`
  case expressionInLiteral(type: String, text: String, function: String)
  /// `print .5`
  case pointWithoutDigit(String)
  /// `print 1.5parsecs`
  case unknownUnit(String)
  /// `print 2024-03-05`
  case bareDate(String)
  /// `print datetime(3/4/2024)`
  case dayOrMonth(String, read: String)
  /// A byte in the text that is not UTF-8.
  case notUTF8

  // MARK: Syntax

  /// `T | where`
  case expected(String, found: String, after: String?)
  /// `print (1`
  case openBracket(String, closing: String)
  /// `print 1)`
  case strayBracket(String)
  /// `T | wher a`
  case unknownOperator(String, suggestions: [String])
  /// `T | partition by a (take 1)`
  case operatorNotInLede(String)
  /// `T | count T | count`
  case statementNotEnded(String, afterList: Bool, startsLine: Bool)
  /// `1 + 2`
  case notATable(String)
  /// `print 1 < 2 < 3`
  case chainedComparison(String)
  /// `said ceasefire`
  case wrongShortForm(String, form: String)

  // MARK: Habits from elsewhere

  /// `T | where a = 1`
  case assignmentForEquality
  /// `T || count`
  case doubledBar
  /// `T | summarize count(distinct a)`
  case countDistinct(meant: String)
  /// `T | where a && b`
  case symbolForWord(String, word: String)
  /// `T | where a AND b`
  case wordInCapitals(String, word: String)
  /// `T | where a like "%x%"`
  case like(String, replacement: String)
  /// `T | where a is null`
  case isNull(replacement: String)
  /// `T | where a == null`
  case nullComparison(replacement: String)
  /// `SELECT a FROM T`
  case selectStatement(pipeline: String)
  /// `T | group by a`
  case groupBy
  /// `T | summarize count(*)`
  case countStar
  /// `T | where a not in (1)`
  case notBefore(String, replacement: String?)
  /// `T | where a <> 1`
  case angleBrackets
  /// `"red line" AND "Ruiz"`
  case phraseSearch(pipeline: String)
  /// `T | where a in "x"`
  case listWithoutParentheses(String)
  /// `T | sort a`
  case missingBy(String)
  /// `T | summarize hint.strategy=shuffle count()`
  case hintIgnored(String)
  /// `T | where contains(a, "x")`
  case operatorAsFunction(String)
  /// `T | where a.strlen() > 1`
  case methodCall(String)

  /// `T | count(*)`
  case stageOfHabit(String, meant: String)
  /// `T | having n > 1`
  case having(condition: String)
  /// `"x" in a`
  case textInColumn(meant: String)
  /// `from T select a`
  case fromStatement(pipeline: String)
  /// `T | project a as b`
  case aliasAfterValue(String)
  /// `T | where a between 1 and 5`
  case boundsWithoutDots(String)
  /// `T | where a matches "x"`
  case matchesWithoutRegex
  /// `T where a`
  case missingBar(String)
  /// `print 'it's'`
  case quoteInText(String)
  /// `T | join kind=iner (U) on a`
  case unknownOption(String, of: String, words: [String], isValue: Bool)
  /// `find (not a) w/5 b`
  case wrongFind(String)
  /// `T | join (U)`
  case joinWithoutOn(String)
  /// `prnt 1`
  case unknownStatement(String, suggestions: [String])

  // MARK: Limits

  /// Ten thousand `(`.
  case nestedTooDeeply(limit: Int)
  /// A thousand and one stages.
  case tooManyStages(limit: Int)
}
