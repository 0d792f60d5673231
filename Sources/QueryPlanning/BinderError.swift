package import Columns
package import Diagnostics

/// What the binder finds wrong, as data; the words are in `BinderError+Diagnostic.swift`.
///
/// Above each case stands the shortest query that causes it.
package enum BinderError: Hashable, Sendable {
  // MARK: Names

  /// `articles | where bylin has "Ruiz"`
  case unknownColumn(name: String, UnknownColumnContext)
  /// `article | count`
  case unknownTable(name: String, meant: String?, candidates: [String])
  /// `print strlne("a")`
  case unknownFunction(name: String, candidates: [String])
  /// `articles | project a = id, a = url`
  case repeatedColumn(name: String)
  /// `let a = 1; let a = 2; print a`
  case repeatedName(name: String)
  /// `datatable (a:strng) ["x"]`
  case unknownType(name: String)
  /// `let f = (a:long) { a }; print f(b=1)`
  case unknownParameter(name: String, function: String, parameters: [String])
  /// `let f = (a:long) { f(a) }; print f(1)`
  case recursion(name: String)
  /// `_ | count` before any result
  case noKeptResult(name: String, kept: [String])
  /// `print articles`
  case tableAsValue(name: String)
  /// `let a = 1; a | count`
  case valueAsTable(name: String, what: String)
  /// `articles | where strlen > 5`
  case functionAsColumn(name: String, column: String?)
  /// `strlen | count`
  case functionAsTable(name: String)

  // MARK: Types

  /// `articles | where published > "2024"`
  case cannotCompare(Operand, Operand, operation: String, hint: ComparisonHint?)
  /// `print "a" + 1`
  case cannotCombine(Operand, Operand, operation: String)
  /// `print iff(true, 1, "a")`
  case mixedArguments(Operand, Operand, function: String)
  /// `print sqrt("a")`
  case wrongArgument(Operand, function: String, expected: [ParameterType])
  /// `print strlen()`
  case wrongCount(function: String, count: Int, least: Int, most: Int?)
  /// `articles | where words`
  case notBool(Operand, place: String)
  /// `quotes | where speaker == "Ruiz" or "Vale"`
  case loneValue(Operand, place: String, meant: String)
  /// `quotes | where kind == "spoken"`
  case valueNeverHeld(column: String, value: String, values: [String])
  /// `quotes | where text matches regex "("`: the engine's reason.
  case badPattern(pattern: String, reason: String)
  /// `articles | where topics == "ferries"`
  case listAsValue(name: String, isNegated: Bool)
  /// `articles | where count() > 3`
  case aggregateOutside(name: String, call: String, column: String?, existing: String?)
  /// `articles | summarize sum(max(words))`
  case nestedAggregate(name: String, inside: String)
  /// `articles | summarize words`
  case columnOutsideAggregate(name: String)
  /// `articles | summarize 1`
  case noAggregate
  /// `articles | where headline matches regex byline`
  case notKnownBefore(what: String)
  /// `print 1mo`
  case misplacedCalendarStep
  /// `articles | where words == long(null)`
  case comparisonWithNull(name: String?, isNegated: Bool)
  /// `articles | where headline.first == "A"`
  case hasNoParts(Operand)
  /// `print dynamic([1])[1d]`
  case wrongElement(Operand)
  /// `datatable (a:long, b:long) [1, 2, 3]`
  case unevenRows(count: Int, columns: Int)
  /// `datatable (a:long) ["x"]`
  case rowValueType(column: String, wanted: ScalarType, found: ScalarType)
  /// `articles | take "x"`
  case wrongRowCount(Operand, operation: String)
  /// `articles | take five`
  case rowCountInWords(name: String, operation: String)
  /// `articles | take -1`
  case negativeRowCount(String, operation: String)
  /// `range x from "a" to "b" step 1`
  case wrongRange(ScalarType, ScalarType, step: ScalarType)
  /// `print *`
  case misplacedStar
  /// `quotes | where * has "x"` where no column is a string
  case noTextColumn
  /// `articles | extend (a, b) = words`
  case tooManyNames(count: Int, values: Int)
  /// `let f = (a:long = "x") { a }; print f()`
  case wrongDefault(parameter: String, wanted: ScalarType, found: ScalarType)
  /// `let f = (a:long) { a }; print f("x")`
  case wrongFunctionArgument(Operand, parameter: String, function: String, wanted: String)
  /// `let f = (a:long) { a }; print f()`
  case missingArgument(parameter: String, function: String)
  /// `let f = (a:long) { toscalar(articles | where words > a | count) }; articles | extend f(words)`
  case valueOfOtherRow(name: String)
  /// `let f = (T:(name:string)) { T | project name }; f(articles)`
  case missingTableColumn(parameter: String, column: String, type: ScalarType)
  /// `declare query_parameters(t:(*)); print 1`
  case tableParameterHere(name: String)
  /// `set notruncation; print 1`
  case settingWithoutEffect(name: String)
  /// `articles | where isnull(headline)`
  case stringNullTest(function: String)

  // MARK: Operators over several tables

  /// `quotes | join kind=inner (people) on speaker`
  case joinColumnMissing(name: String, candidates: [String])
  /// `quotes | join kind=inner (people) on speaker == name`
  case badJoinCondition
  /// `quotes | join kind=inner (dates) on $left.id == $right.text`
  case joinKeyTypes(Operand, Operand)
  /// `articles | mv-expand words`
  case notExpandable(Operand)
  /// `search colour:"red"`
  case searchColumnNowhere(name: String)
  /// `quotes | where speaker matches pattern ("a")`
  case patternNeedsText
  /// `print pattern ("a")`
  case misplacedPattern
  /// A pattern where no tokens stand behind the tables.
  case noTokens
  /// `articles | match "a" within sentences`
  case unknownSpanName(name: String, known: [String])
  /// `articles | kwic "a" sort=X1`
  case wrongSortPlace(String)
  /// `print a = 1 | freq a`
  case noArticleColumn(operation: String)
  /// `set fold = acents; print 1`
  case wrongSetting(name: String, value: String, known: [String])
  /// `articles | where said_by("Ruiz")`
  case rowLacksColumns(function: String, columns: [String])
  /// `print row_number()`
  case windowOutside(name: String)
  /// `let f = (a:long) { a }; articles | invoke f()`
  case notInvokable(name: String)
  /// `articles | evaluate pvt(id)`
  case unknownPlugin(name: String, known: [String])
  /// `articles | render table | take 5`
  case renderNotLast
  /// `articles | render treemap`
  case chartAsTable(name: String)
  /// `articles | evaluate pivot(headline, count(), byline)` where the values cannot be known
  case columnsNotKnown(plugin: String)

  // MARK: Limits

  /// ten thousand `-` before a number
  case nestedTooDeep(limit: Int)
  /// a thousand stages
  case tooManyStages(limit: Int)
  /// functions that call each other twice, thirty deep
  case tooLarge(limit: Int)
}

/// What is known where a column is not.
package struct UnknownColumnContext: Hashable, Sendable {
  /// The table whose rows these are, as long as that can be said.
  package var table: String?
  /// Whether there are any columns where the name stands.
  package var hasRow: Bool
  package var candidates: [String]
  /// `article.headline` for `headline`, where a reference leads to a column of that very name.
  package var path: String?
  /// The operator that dropped a column of that name.
  package var droppedBy: String?
  /// The operator that makes a column of that name itself: it is there only behind it.
  package var madeBy: String?
  /// Whether a text may have been meant: `speaker == Ruiz`.
  package var expectsText: Bool
}

/// A value that is spoken of: its words, where they are short, and its type.
package struct Operand: Hashable, Sendable {
  /// `'published'`, `"2024"`; nil for anything longer.
  package var words: String?
  package var type: ScalarType
  package var range: SourceRange
}

/// What a wrong comparison may have meant.
package enum ComparisonHint: Hashable, Sendable {
  /// A date written as text or as `2024-03-05`.
  case date(String, SourceRange)
  /// A number written as text.
  case number(String, SourceRange)
  /// Text beside a number that is written out.
  case text(String, SourceRange)
}
