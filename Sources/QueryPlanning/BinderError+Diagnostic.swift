import Columns
package import Diagnostics

extension BinderError {
  /// The error in words.
  package func diagnostic(at range: SourceRange) -> Diagnostic {
    var result = Diagnostic(code: code.rawValue, message: message, range: range)
    if case .comparisonWithNull = self { result.severity = .warning }
    if case .listAsValue = self { result.severity = .warning }
    if case .valueNeverHeld = self { result.severity = .warning }
    if case .settingWithoutEffect = self { result.severity = .note }
    if case .chartAsTable = self { result.severity = .note }
    if case .stringNullTest = self { result.severity = .warning }
    result.labels = operandsAtOdds.map {
      Diagnostic.Label(range: $0.range, text: "this is \($0.type.withArticle)")
    }
    let (help, replacement) = advice(at: range)
    result.help = help
    result.suggestion = replacement
    return result
  }

  /// Stable; new ones are added at the end of their hundred.
  package var code: BinderErrorCode {
    switch self {
    case .unknownColumn: return .unknownColumn
    case .unknownTable: return .unknownTable
    case .unknownFunction: return .unknownFunction
    case .repeatedColumn: return .repeatedColumn
    case .repeatedName: return .repeatedName
    case .unknownType: return .unknownType
    case .unknownParameter: return .unknownParameter
    case .recursion: return .recursion
    case .noKeptResult: return .noKeptResult
    case .tableAsValue: return .tableAsValue
    case .valueAsTable: return .valueAsTable
    case .functionAsColumn: return .functionAsColumn
    case .functionAsTable: return .functionAsTable
    case .cannotCompare: return .cannotCompare
    case .cannotCombine: return .cannotCombine
    case .mixedArguments: return .mixedArguments
    case .wrongArgument: return .wrongArgument
    case .wrongCount: return .wrongCount
    case .notBool, .loneValue: return .notBool
    case .listAsValue: return .listAsValue
    case .valueNeverHeld: return .valueNeverHeld
    case .badPattern: return .badPattern
    case .joinColumnMissing: return .joinColumnMissing
    case .badJoinCondition: return .badJoinCondition
    case .joinKeyTypes: return .joinKeyTypes
    case .notExpandable: return .notExpandable
    case .searchColumnNowhere: return .searchColumnNowhere
    case .windowOutside: return .windowOutside
    case .notInvokable: return .notInvokable
    case .unknownPlugin: return .unknownPlugin
    case .renderNotLast: return .renderNotLast
    case .chartAsTable: return .chartAsTable
    case .columnsNotKnown: return .columnsNotKnown
    case .noArticleColumn: return .noArticleColumn
    case .patternNeedsText: return .patternNeedsText
    case .rowLacksColumns: return .rowLacksColumns
    case .wrongSetting: return .wrongSetting
    case .misplacedPattern: return .misplacedPattern
    case .noTokens: return .noTokens
    case .unknownSpanName: return .unknownSpanName
    case .wrongSortPlace: return .wrongSortPlace
    case .aggregateOutside: return .aggregateOutside
    case .nestedAggregate: return .nestedAggregate
    case .columnOutsideAggregate: return .columnOutsideAggregate
    case .noAggregate: return .noAggregate
    case .notKnownBefore: return .notKnownBefore
    case .misplacedCalendarStep: return .misplacedCalendarStep
    case .comparisonWithNull: return .comparisonWithNull
    case .hasNoParts: return .hasNoParts
    case .wrongElement: return .wrongElement
    case .unevenRows: return .unevenRows
    case .rowValueType: return .rowValueType
    case .wrongRowCount, .rowCountInWords, .negativeRowCount: return .wrongRowCount
    case .wrongRange: return .wrongRange
    case .misplacedStar: return .misplacedStar
    case .noTextColumn: return .noTextColumn
    case .tooManyNames: return .tooManyNames
    case .wrongDefault: return .wrongDefault
    case .wrongFunctionArgument: return .wrongFunctionArgument
    case .missingArgument: return .missingArgument
    case .valueOfOtherRow: return .valueOfOtherRow
    case .missingTableColumn: return .missingTableColumn
    case .tableParameterHere: return .tableParameterHere
    case .settingWithoutEffect: return .settingWithoutEffect
    case .stringNullTest: return .stringNullTest
    case .nestedTooDeep: return .nestedTooDeep
    case .tooManyStages: return .tooManyStages
    case .tooLarge: return .tooLarge
    }
  }

  /// What is wrong, in one line.
  package var message: String {
    switch self {
    case .unknownColumn(let name, let context):
      if name == "null" { return "'null' is not a value by itself" }
      if let table = context.table, context.droppedBy == nil {
        return "\(table) has no column '\(name)'"
      }
      return context.hasRow
        ? "there is no column '\(name)' here" : "there is nothing named '\(name)'"
    case .unknownTable(let name, _, _): return "there is no table '\(name)'"
    case .unknownFunction(let name, _): return "there is no function '\(name)'"
    case .repeatedColumn(let name): return "there are two columns named '\(name)'"
    case .repeatedName(let name): return "'\(name)' has been defined before"
    case .unknownType(let name): return "there is no type '\(name)'"
    case .unknownParameter(let name, let function, _):
      return "'\(function)' has no parameter '\(name)'"
    case .recursion(let name): return "'\(name)' is used in its own definition"
    case .noKeptResult(let name, _): return "there is no result '\(name)'"
    case .tableAsValue(let name): return "'\(name)' is a table, and a value is expected here"
    case .valueAsTable(let name, let what): return "'\(name)' is \(what), not a table"
    case .functionAsColumn(let name, _): return "'\(name)' is a function, not a column"
    case .functionAsTable(let name): return "'\(name)' is a function, not a table"

    case .cannotCompare(let left, let right, let operation, _):
      return "\(left.clause(or: "the left side")) and \(right.noun(or: "the right side"));"
        + " '\(operation)' takes two of one type"
    case .cannotCombine(let left, let right, let operation):
      return "'\(operation)' does not take \(left.type.withArticle) and \(right.type.withArticle)"
    case .mixedArguments(let first, let second, let function):
      return "'\(function)' takes values of one type,"
        + " not \(first.type.withArticle) and \(second.type.withArticle)"
    case .wrongArgument(let operand, let function, let expected):
      guard !expected.isEmpty else {
        return "'\(function)' does not take \(operand.type.withArticle) here"
      }
      return "'\(function)' takes \(expected.inWords) here,"
        + " and \(operand.clause(or: "this"))"
    case .wrongCount(let function, let count, let least, let most):
      return "'\(function)' takes \(countInWords(least, most)), not \(count)"
    case .listAsValue(let name, let isNegated):
      return
        "'\(name)' is a list, and a list is \(isNegated ? "always unlike" : "never equal to") a text"
    case .badPattern(let pattern, let reason):
      return "'\(pattern.prefix(80))' is not a regular expression: \(reason)"
    case .valueNeverHeld(let column, let value, _):
      return "'\(column)' is never \"\(value.prefix(40))\""
    case .notBool(let operand, let place), .loneValue(let operand, let place, _):
      return "'\(place)' takes a condition, and \(operand.clause(or: "this"))"
    case .aggregateOutside(let name, _, _, _):
      return "'\(name)' is an aggregate: it works only in 'summarize'"
    case .nestedAggregate(let name, let inside):
      return "'\(name)' cannot stand inside '\(inside)': both are aggregates"
    case .columnOutsideAggregate(let name):
      return "'\(name)' stands outside an aggregate"
    case .noAggregate: return "there is no aggregate here"
    case .notKnownBefore(let what): return "\(what) must be known before the query runs"
    case .misplacedCalendarStep:
      return "months, quarters and years have no fixed length, so they cannot stand here"
    case .comparisonWithNull: return "a comparison with null finds no missing values"
    case .hasNoParts(let operand): return "\(operand.clause(or: "this")) and has no parts"
    case .wrongElement(let operand):
      return "an element is named by a string or a number,"
        + " and \(operand.clause(or: "this"))"
    case .unevenRows(let count, let columns):
      return "\(count) values do not make rows of \(columns)"
    case .rowValueType(let column, let wanted, let found):
      return "'\(column)' is \(wanted.withArticle) column, and this is \(found.withArticle)"
    case .wrongRowCount(let operand, let operation):
      return "'\(operation)' takes a number of rows, and \(operand.clause(or: "this"))"
    case .rowCountInWords(let name, let operation):
      return "'\(operation)' takes a whole number, and '\(name)' is none"
    case .negativeRowCount(let number, let operation):
      return "'\(operation)' takes a number of rows, 0 or more, not \(number)"
    case .wrongRange(let from, let to, let step):
      return "'range' does not go from \(from.withArticle) to \(to.withArticle)"
        + " by \(step.withArticle)"
    case .misplacedStar: return "'*' cannot stand here"
    case .noTextColumn: return "'*' stands for all string columns, and there are none here"
    case .tooManyNames(let count, let values):
      return "there are \(count) names and \(values == 1 ? "1 value" : "\(values) values")"
    case .wrongDefault(let parameter, let wanted, let found):
      return "'\(parameter)' is \(wanted.withArticle), and its default \(found.withArticle)"
    case .wrongFunctionArgument(let operand, let parameter, let function, let wanted):
      return "'\(parameter)' of '\(function)' is \(wanted), and \(operand.clause(or: "this"))"
    case .missingArgument(let parameter, let function):
      return "'\(function)' needs a value for '\(parameter)'"
    case .valueOfOtherRow(let name):
      return "'\(name)' comes from another row than this query's"
    case .missingTableColumn(let parameter, let column, let type):
      return "the table for '\(parameter)' needs a \(type.name) column '\(column)'"
    case .tableParameterHere(let name): return "'\(name)' cannot be a table here"
    case .settingWithoutEffect(let name): return "'set \(name)' changes nothing in lede"
    case .stringNullTest(let function):
      return "a string is never null, so '\(function)' is the same for every row"

    case .joinColumnMissing(let name, _): return "the right table has no column '\(name)'"
    case .badJoinCondition:
      return "'on' takes columns that both tables have, or '$left.a == $right.b'"
    case .joinKeyTypes(let left, let right):
      return "the columns joined are \(left.type.withArticle) and \(right.type.withArticle),"
        + " which are never alike"
    case .notExpandable(let operand):
      return "\(operand.clause(or: "this")), which has no members to make rows of"
    case .searchColumnNowhere(let name): return "no table searched has a column '\(name)'"
    case .windowOutside(let name): return "'\(name)' looks at other rows, and there are none here"
    case .wrongSetting(let name, let value, _):
      return "'\(name)' cannot be set to " + (value.isEmpty ? "this" : "'\(value)'")
    case .rowLacksColumns(let function, let columns):
      let names = columns.map { "'\($0)'" }.joined(separator: ", ")
      return "'\(function)' looks at the columns \(names), which these rows do not have"
    case .patternNeedsText:
      return "'matches pattern' looks at the words of the row, its column 'text'"
    case .misplacedPattern: return "a token pattern is no value"
    case .noTokens: return "there are no tokens to look for a pattern in"
    case .unknownSpanName(let name, _): return "'\(name)' is no kind of span"
    case .wrongSortPlace(let word): return "'\(word)' is no place to sort by"
    case .noArticleColumn(let operation):
      return "'\(operation)' counts articles, and these rows have no column 'article'"
    case .notInvokable(let name):
      return "'invoke' takes a function whose first parameter is a table, and '\(name)' is none"
    case .unknownPlugin(let name, _): return "there is no plugin '\(name)'"
    case .renderNotLast: return "nothing can come after 'render'"
    case .chartAsTable(let name): return "lede draws no '\(name)'; the result is shown as a table"
    case .columnsNotKnown(let plugin):
      return "the columns of '\(plugin)' depend on rows that are not known before the run"

    case .nestedTooDeep(let limit): return "this is nested more than \(limit) deep"
    case .tooManyStages(let limit): return "a pipeline can have \(limit) stages at most"
    case .tooLarge(let limit):
      return "with its functions written out the query has more than \(limit) parts"
    }
  }

  // MARK: - Implementation

  /// The two values that do not go together.
  private var operandsAtOdds: [Operand] {
    if case .cannotCompare(let left, let right, _, _) = self { return [left, right] }
    if case .cannotCombine(let left, let right, _) = self { return [left, right] }
    if case .mixedArguments(let left, let right, _) = self { return [left, right] }
    return []
  }

  /// What would be right, and where one edit makes it so, that edit.
  private func advice(at range: SourceRange) -> (String?, Diagnostic.Suggestion?) {
    switch self {
    case .unknownColumn(let name, let context): return columnAdvice(name, context, at: range)
    case .unknownTable(let name, let meant, let candidates):
      let all = candidates.joined(separator: ", ")
      let (help, edit) =
        meant.map { didYouMean($0, at: range) } ?? nearest(name, candidates, at: range)
      return (help.map { "\($0) (tables: \(all))" } ?? "tables are \(all)", edit)
    case .unknownFunction(let name, let candidates):
      if let here = namesElsewhere[name.lowercased()], candidates.contains(here) {
        return didYouMean(here, at: range)
      }
      return nearest(name, candidates, at: range)
    case .unknownType(let name):
      let types = ScalarType.allCases.filter { $0 != .unknown }.map(\.name)
      let (help, edit) = nearest(name, types, at: range)
      return (help ?? "types are " + types.joined(separator: ", "), edit)
    case .unknownParameter(let name, _, let parameters):
      return nearest(name, parameters, at: range)
    case .noKeptResult(_, let kept):
      return (kept.isEmpty ? "nothing has been shown yet" : "kept are " + listed(kept), nil)
    case .recursion: return ("a definition sees only names made before it", nil)
    case .repeatedColumn: return ("give one of them another name", nil)
    case .repeatedName: return ("choose another name", nil)
    case .tableAsValue(let name): return ("for one value of it write 'toscalar(\(name) | …)'", nil)
    case .valueAsTable(let name, let what):
      let call = what.hasPrefix("a function") ? "(…)" : ""
      return ("to show it write 'print \(name)\(call)'", nil)
    case .functionAsColumn(_, let column?): return ("did you mean '\(column)'?", nil)
    case .functionAsColumn(let name, nil), .functionAsTable(let name):
      return ("call it: '\(name)(…)'", nil)
    case .cannotCompare(let left, let right, _, let hint):
      return comparisonAdvice(left, right, hint)
    case .cannotCombine(let left, let right, let operation):
      if operation == "+", left.type == .string || right.type == .string {
        return ("to join text write 'strcat(…, …)'", nil)
      }
      return (nil, nil)
    case .aggregateOutside(_, _, _, let existing?):
      return ("did you mean its column '\(existing)'?", nil)
    case .aggregateOutside(_, let call, let column, nil):
      guard let column else { return ("over a table: '… | summarize \(call)'", nil) }
      return ("summarize first: '… | summarize \(call) by … | where \(column) …'", nil)
    case .columnOutsideAggregate(let name):
      return ("write it after 'by', or inside an aggregate: 'take_any(\(name))'", nil)
    case .noAggregate: return ("such as 'count()', 'sum(x)' or 'max(x)'", nil)
    case .misplacedCalendarStep: return ("they can in 'bin(x, 1mo)' and 'ago(1mo)'", nil)
    case .comparisonWithNull(let name, let isNegated):
      let function = isNegated ? "isnotempty" : "isempty"
      return ("write '\(function)(\(name ?? "…"))'", nil)
    case .hasNoParts(let operand):
      if operand.type == .string { return ("to read JSON in text use 'parse_json(…)'", nil) }
      return (nil, nil)
    case .loneValue(_, _, let meant):
      return (
        "write the comparison again: '\(meant)'",
        Diagnostic.Suggestion(range: range, replacement: meant)
      )
    case .valueNeverHeld(_, let value, let values):
      let near = spellingSuggestions(for: value, among: values, limit: 1).first
      guard let near else { return ("it is one of " + values.joined(separator: ", "), nil) }
      return didYouMean(near, at: range, as: "\"\(near)\"")
    case .badPattern:
      return ("RE2 syntax; write a backslash twice in a plain string, once in @\"…\"", nil)
    case .rowCountInWords(_, let operation): return ("write digits: '\(operation) 5'", nil)
    case .negativeRowCount(_, let operation):
      return (
        operation == "top" ? nil : "for the last rows sort the other way, then '\(operation)'", nil
      )
    case .listAsValue(let name, let isNegated):
      return ("write '\(name) \(isNegated ? "!has" : "has") …'", nil)
    case .notBool(let operand, _):
      if operand.type == .string, let words = operand.words {
        return ("compare it: '\(words) has \"…\"', '\(words) == \"…\"'", nil)
      }
      if operand.type.isNumeric, let words = operand.words {
        return ("compare it: '\(words) > 0'", nil)
      }
      return (nil, nil)
    case .unevenRows(let count, let columns):
      let missing = columns - count % max(columns, 1)
      return (missing == 1 ? "one value is missing" : "\(missing) values are missing", nil)
    case .valueOfOtherRow: return ("a query inside an expression sees no columns of its row", nil)
    case .stringNullTest(let function):
      return ("write '\(function == "isnull" ? "isempty" : "isnotempty")(…)'", nil)
    case .tooLarge: return ("let a table hold what is used again and again", nil)
    case .wrongArgument(let operand, _, let expected):
      guard expected.contains(.exactly(.datetime)), let words = operand.words,
        operand.type == .string, words.hasPrefix("\"")
      else { return (nil, nil) }
      let text = words.dropFirst().dropLast()
      guard text.utf8.count >= 10, text.utf8.first.map({ 0x30...0x39 ~= $0 }) == true else {
        return (nil, nil)
      }
      return (
        "write the date as 'datetime(\(text))'",
        Diagnostic.Suggestion(range: operand.range, replacement: "datetime(\(text))")
      )
    case .joinColumnMissing(let name, let candidates):
      let near = spellingSuggestions(for: name, among: candidates, limit: 1).first
      return ("where the names differ write '$left.\(name) == $right.\(near ?? "…")'", nil)
    case .badJoinCondition:
      return ("'$left' is the table before 'join', '$right' the one in it", nil)
    case .joinKeyTypes(let left, _):
      let function = left.type == .string ? "tolong" : "tostring"
      return ("bring one to the type of the other with 'extend' and '\(function)(…)' before", nil)
    case .notExpandable(let operand):
      if operand.type == .string { return ("to make an array of text use 'split(…, \" \")'", nil) }
      return (nil, nil)
    case .unknownPlugin(let name, let known): return nearest(name, known, at: range)
    case .renderNotLast: return ("move it to the end", nil)
    case .columnsNotKnown(let plugin):
      return ("write them: 'evaluate \(plugin)(…) : (a: string, b: long)'", nil)
    case .wrongSetting(let name, let value, let known):
      let (help, edit) = nearest(value, known, at: range)
      return (help ?? "'\(name)' is one of \(known.joined(separator: ", "))", edit)
    case .rowLacksColumns(let function, _):
      let how =
        function == "span_of" ? "'span_of(x)' with the row" : "'\(function)(…)' with the values"
      return ("keep these columns up to here, or write \(how)", nil)
    case .patternNeedsText: return ("write 'text matches pattern (…)'", nil)
    case .misplacedPattern: return ("in another pattern it is '@name'", nil)
    case .unknownSpanName(let name, let known):
      let (help, edit) = nearest(name, known, at: range)
      return (help ?? "spans are \(known.joined(separator: ", "))", edit)
    case .wrongSortPlace: return ("such as 'sort=R1,R2' or 'sort=L1'", nil)
    case .noTokens: return (nil, nil)
    case .searchColumnNowhere, .windowOutside, .notInvokable, .chartAsTable, .noArticleColumn:
      return (nil, nil)
    case .mixedArguments, .wrongCount, .nestedAggregate, .notKnownBefore,
      .wrongElement, .rowValueType, .wrongRowCount, .wrongRange,
      .misplacedStar, .noTextColumn, .tooManyNames, .wrongDefault, .wrongFunctionArgument,
      .missingArgument, .missingTableColumn, .tableParameterHere, .settingWithoutEffect,
      .nestedTooDeep, .tooManyStages:
      return (nil, nil)
    }
  }

  private func columnAdvice(
    _ name: String, _ context: UnknownColumnContext, at range: SourceRange
  ) -> (String?, Diagnostic.Suggestion?) {
    if name == "null" { return ("to find missing values write 'isnull(…)' or 'isempty(…)'", nil) }
    if let path = context.path { return didYouMean(path, at: range) }
    if let operation = context.madeBy {
      return (
        "'\(name)' is there only after this '\(operation)': use it in a stage of its own", nil
      )
    }
    if let operation = context.droppedBy {
      return ("it was dropped by '\(operation)' before", nil)
    }
    let (help, edit) = nearest(name, context.candidates, at: range)
    if help == nil, context.expectsText { return didYouMean("\"\(name)\"", at: range) }
    return (help, edit)
  }

  private func comparisonAdvice(
    _ left: Operand, _ right: Operand, _ hint: ComparisonHint?
  ) -> (String?, Diagnostic.Suggestion?) {
    switch hint {
    case .date(let text, let range):
      let replacement = "datetime(\(text))"
      return (
        "write the date as '\(replacement)'",
        Diagnostic.Suggestion(range: range, replacement: replacement)
      )
    case .number(let text, let range):
      return (
        "write the number without quotes: '\(text)'",
        Diagnostic.Suggestion(range: range, replacement: text)
      )
    case .text(let text, let range):
      return (
        "write the text in quotes: '\"\(text)\"'",
        Diagnostic.Suggestion(range: range, replacement: "\"\(text)\"")
      )
    case nil: break
    }
    for (operand, other) in [(left, right), (right, left)] where operand.type == .string {
      guard let function = conversionFunction(to: other.type) else { continue }
      // A text that is written out and no number or date does not become one.
      if let words = operand.words, words.hasPrefix("\"") {
        return ("convert the other: 'tostring(\(other.words ?? "…"))'", nil)
      }
      return ("convert one: '\(function)(\(operand.words ?? "…"))'", nil)
    }
    return (nil, nil)
  }
}

// MARK: - Words

extension ScalarType {
  /// The name with its article, as a person says it.
  package var withArticle: String {
    switch self {
    case .int: return "an int"
    case .unknown: return "a value"
    case .bool, .long, .real, .decimal, .string, .datetime, .timespan, .dynamic, .guid:
      return "a \(name)"
    }
  }
}

extension Operand {
  /// `'published' is a datetime`.
  fileprivate func clause(or other: String) -> String {
    "\(words.map { "'\($0)'" } ?? other) is \(type.withArticle)"
  }

  /// `"2024" a string`.
  fileprivate func noun(or other: String) -> String {
    "\(words.map { "'\($0)'" } ?? other) \(type.withArticle)"
  }
}

extension [ParameterType] {
  /// `a number`, `a datetime or a timespan`.
  fileprivate var inWords: String {
    var words: [String] = []
    var numbers = 0
    for type in self {
      switch type {
      case .exactly(let type) where type.isNumeric:
        numbers += 1
        if numbers == 1 { words.append("a number") }
      case .exactly(let type): words.append(type.withArticle)
      case .text: words.append("a text")
      case .any, .common: words.append("a value")
      }
    }
    guard let last = words.last, words.count > 1 else { return words.first ?? "a value" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}

private func countInWords(_ least: Int, _ most: Int?) -> String {
  func arguments(_ count: Int) -> String { count == 1 ? "1 argument" : "\(count) arguments" }
  guard let most else { return "at least \(arguments(least))" }
  if least == most { return least == 0 ? "no arguments" : arguments(least) }
  return most == least + 1 ? "\(least) or \(arguments(most))" : "\(least) to \(arguments(most))"
}

private func conversionFunction(to type: ScalarType) -> String? {
  switch type {
  case .bool: return "tobool"
  case .int: return "toint"
  case .long: return "tolong"
  case .real: return "toreal"
  case .decimal: return "todecimal"
  case .datetime: return "todatetime"
  case .timespan: return "totimespan"
  case .guid: return "toguid"
  case .string, .dynamic, .unknown: return nil
  }
}

private func listed(_ names: [String]) -> String {
  names.prefix(8).map { "'\($0)'" }.joined(separator: ", ") + (names.count > 8 ? ", …" : "")
}

private func didYouMean(
  _ name: String, at range: SourceRange, as written: String? = nil
) -> (String?, Diagnostic.Suggestion?) {
  (
    "did you mean '\(name)'?", Diagnostic.Suggestion(range: range, replacement: written ?? name)
  )
}

private func nearest(
  _ name: String, _ candidates: [String], at range: SourceRange
) -> (String?, Diagnostic.Suggestion?) {
  let close = spellingSuggestions(for: name, among: candidates, limit: 2)
  guard let first = close.first else { return (nil, nil) }
  if close.count == 1 { return didYouMean(first, at: range) }
  let help = "did you mean " + close.map { "'\($0)'" }.joined(separator: " or ") + "?"
  return (help, Diagnostic.Suggestion(range: range, replacement: first))
}

/// What functions are called in SQL, Python and spreadsheets, and what they are called here.
private let namesElsewhere: [String: String] = [
  "len": "strlen", "length": "strlen", "char_length": "strlen", "lower": "tolower",
  "upper": "toupper", "lcase": "tolower", "ucase": "toupper", "concat": "strcat",
  "substr": "substring", "mid": "substring", "if": "iff", "ifnull": "coalesce",
  "nvl": "coalesce", "year": "getyear", "month": "getmonth", "day": "dayofmonth",
  "hour": "hourofday", "date_trunc": "bin", "replace": "replace_string",
  "group_concat": "make_list", "string_agg": "make_list", "array_agg": "make_list",
  "collect": "make_list", "mean": "avg", "average": "avg", "median": "percentile",
  "len_array": "array_length", "size": "array_length", "json_extract": "parse_json",
  "cast": "tostring", "str": "tostring", "int": "toint", "float": "toreal", "ceil": "ceiling",
  "first": "take_any", "any_value": "take_any", "var": "variance", "stddev": "stdev",
  "count_distinct": "dcount", "countdistinct": "dcount", "current_timestamp": "now",
  "regexp_replace": "replace_regex", "regexp_extract": "extract", "strpos": "indexof",
  "instr": "indexof", "position": "indexof", "truncate": "bin",
]
