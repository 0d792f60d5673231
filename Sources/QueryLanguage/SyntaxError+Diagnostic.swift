import Diagnostics

extension SyntaxError {
  /// The stable code: L01xx lexical, L02xx syntax (from L0220 on habits from elsewhere), L07xx
  /// limits.
  var code: SyntaxErrorCode {
    switch self {
    case .unknownCharacter, .foreignComment: return .unknownCharacter
    case .openString: return .openString
    case .unknownEscape: return .unknownEscape
    case .openComment: return .openComment
    case .numberTooLarge: return .numberTooLarge
    case .typographicQuotes: return .typographicQuotes
    case .openLiteral: return .openLiteral
    case .invalidLiteral: return .invalidLiteral
    case .expressionInLiteral: return .expressionInLiteral
    case .pointWithoutDigit: return .pointWithoutDigit
    case .unknownUnit: return .unknownUnit
    case .bareDate: return .bareDate
    case .dayOrMonth: return .dayOrMonth
    case .notUTF8: return .notUTF8
    case .expected: return .expected
    case .openBracket: return .openBracket
    case .strayBracket: return .strayBracket
    case .unknownOperator: return .unknownOperator
    case .unknownOption: return .unknownOption
    case .joinWithoutOn: return .joinWithoutOn
    case .wrongFind: return .wrongFind
    case .operatorNotInLede: return .operatorNotInLede
    case .statementNotEnded: return .statementNotEnded
    case .notATable: return .notATable
    case .chainedComparison: return .chainedComparison
    case .wrongShortForm: return .wrongShortForm
    case .assignmentForEquality: return .assignmentForEquality
    case .doubledBar: return .doubledBar
    case .symbolForWord: return .symbolForWord
    case .countDistinct: return .countStar
    case .wordInCapitals: return .wordInCapitals
    case .like: return .like
    case .isNull: return .isNull
    case .nullComparison: return .nullComparison
    case .selectStatement: return .selectStatement
    case .groupBy: return .groupBy
    case .countStar: return .countStar
    case .notBefore: return .notBefore
    case .angleBrackets: return .angleBrackets
    case .phraseSearch: return .phraseSearch
    case .listWithoutParentheses: return .listWithoutParentheses
    case .missingBy: return .missingBy
    case .hintIgnored: return .hintIgnored
    case .operatorAsFunction: return .operatorAsFunction
    case .methodCall: return .methodCall
    case .aliasAfterValue: return .aliasAfterValue
    case .boundsWithoutDots: return .boundsWithoutDots
    case .matchesWithoutRegex: return .matchesWithoutRegex
    case .missingBar: return .missingBar
    case .quoteInText: return .quoteInText
    case .unknownStatement: return .unknownStatement
    case .stageOfHabit, .having: return .stageOfHabit
    case .textInColumn: return .textInColumn
    case .fromStatement: return .selectStatement
    case .nestedTooDeeply: return .nestedTooDeeply
    case .tooManyStages: return .tooManyStages
    }
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .numberTooLarge, .notUTF8, .angleBrackets, .dayOrMonth: return .warning
    case .typographicQuotes, .bareDate, .hintIgnored: return .note
    case .unknownCharacter, .foreignComment, .doubledBar, .countDistinct, .openString,
      .unknownEscape, .openComment, .openLiteral,
      .invalidLiteral, .expressionInLiteral, .pointWithoutDigit, .unknownUnit, .expected,
      .openBracket, .strayBracket, .unknownOperator, .operatorNotInLede,
      .statementNotEnded, .notATable, .chainedComparison, .wrongShortForm, .assignmentForEquality,
      .symbolForWord, .wordInCapitals, .like, .isNull, .nullComparison, .selectStatement, .groupBy,
      .countStar, .notBefore, .phraseSearch, .listWithoutParentheses, .missingBy,
      .operatorAsFunction, .methodCall, .aliasAfterValue, .boundsWithoutDots,
      .stageOfHabit, .having, .textInColumn, .fromStatement, .matchesWithoutRegex, .missingBar,
      .quoteInText, .unknownStatement, .unknownOption, .wrongFind, .joinWithoutOn, .nestedTooDeeply,
      .tooManyStages:
      return .error
    }
  }

  /// The message with its range and, where one text would set it right, the replacement.
  func diagnostic(at range: SourceRange) -> Diagnostic {
    let (message, help, replacement) = words
    return Diagnostic(
      code: code.rawValue, severity: severity, message: message, range: range, help: help,
      suggestion: replacement.map { .init(range: range, replacement: $0) })
  }

  // MARK: - Implementation

  /// `the character U+007F` for a text that holds something no screen shows as itself: control and
  /// format characters (but the joiner of emoji), unassigned and private ones.
  private static func nameOfUnseen(_ text: String) -> String? {
    guard
      let unseen = text.unicodeScalars.first(where: {
        if $0.value == 0x200D { return false }
        switch $0.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
          .paragraphSeparator, .spaceSeparator:
          return true
        default: return false
        }
      })
    else { return nil }
    let digits = String(unseen.value, radix: 16, uppercase: true)
    return "the character U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The message, the help, and the text that would be right in place of the range.
  private var words: (message: String, help: String?, replacement: String?) {
    switch self {
    case .unknownCharacter(let text):
      if let plain = Self.plainForms[text] {
        return ("'\(text)' is no part of a query", "did you mean '\(plain)'?", plain)
      }
      let shown = Self.nameOfUnseen(text) ?? "'\(text)'"
      return ("\(shown) is no part of a query", nil, nil)
    case .foreignComment(let sign):
      return ("'\(sign)' begins no comment", "a comment begins with '//'", "//")
    case .openString(let closed, let continues):
      if closed.hasPrefix("```") || closed.hasPrefix("~~~") {
        return ("the text that begins here is not closed", nil, nil)
      }
      let severalLines = continues ? "; text over several lines stands between ``` and ```" : ""
      return (
        "the text that begins here is not closed on its line",
        "close it: \(shortened(closed))\(severalLines)", closed
      )
    case .unknownEscape(let text):
      return (
        "'\(text)' is no escape in a text",
        "write '\\\\' for a backslash, or @\"…\" to have no escapes", nil
      )
    case .openComment: return ("the comment that begins here is not closed", nil, nil)
    case .numberTooLarge(let text):
      return (
        "'\(shortened(text))' is too large for its type and becomes null",
        "the largest long is \(Int64.max); decimal(…) and real hold more", nil
      )
    case .typographicQuotes:
      return ("curly quotes are read as straight ones", nil, nil)
    case .openLiteral(let text): return ("'\(text)' is not closed", "add ')'", nil)
    case .invalidLiteral(let type, let text):
      return (
        "'\(shortened(text))' is no \(type)", Self.literalForms[type], nil
      )
    case .expressionInLiteral(let type, let text, let function):
      return (
        "\(type)(…) holds a value written out, not '\(shortened(text))'",
        "to convert, write \(function)(\(shortened(text)))", "\(function)(\(text))"
      )
    case .pointWithoutDigit(let text):
      return ("a number begins with a digit", "did you mean '0\(text)'?", "0" + text)
    case .unknownUnit(let text):
      return (
        "'\(shortened(text))' is no unit of time",
        "units are d, h, m, s, ms, microsecond, tick, w, mo, q, y", nil
      )
    case .bareDate(let text):
      return (
        "\(text) is read as a date, not as a subtraction", "write datetime(\(text))",
        "datetime(\(text))"
      )
    case .dayOrMonth(let text, let read):
      return (
        "'\(text)' is read with the month first, as \(read)", "write datetime(\(read))",
        "datetime(\(read))"
      )
    case .notUTF8: return ("the text is not UTF-8 here; the bytes are shown as \u{FFFD}", nil, nil)

    case .expected(let what, let found, let after):
      let place = after.map { " after '\(shortened($0))'" } ?? ""
      return ("expected \(what)\(place), found \(found)", nil, nil)
    case .openBracket(let open, let closing):
      return ("'\(open)' is not closed", "add '\(closing)'", nil)
    case .strayBracket(let text): return ("'\(text)' closes nothing", nil, nil)
    case .unknownOperator(let name, let suggestions):
      return (
        "'\(shortened(name))' is no operator", didYouMean(suggestions), suggestions.first
      )
    case .unknownOption(let name, let owner, let words, let isValue):
      let near = spellingSuggestions(for: name, among: words, limit: 1).first
      let article = isValue ? "no \(owner)" : "no option of \(owner)"
      let list = words.map { "'\($0)'" }.joined(separator: ", ")
      let help =
        near.map { "did you mean '\($0)'?" } ?? "there \(words.count == 1 ? "is" : "are") \(list)"
      return ("'\(shortened(name))' is \(article)", help, near)
    case .wrongFind(let reason): return (reason, nil, nil)
    case .joinWithoutOn(let name):
      return (
        "'\(name)' needs 'on' and the columns that must be alike",
        "write 'on a', or 'on $left.a == $right.b' where the names differ", nil
      )
    case .operatorNotInLede(let name):
      return ("KQL's operator '\(name)' is not in lede", nil, nil)
    case .statementNotEnded(let found, let afterList, let startsLine):
      return (
        "expected \(afterList ? "',', " : "")'|' or ';' before '\(shortened(found))'",
        startsLine
          ? "a statement ends with ';', a new line does not end it"
          : afterList ? "did you forget a comma?" : nil, nil
      )
    case .notATable(let text):
      return (
        "a query begins with a table, and '\(shortened(text))' is none",
        "to see a value, write print \(shortened(text))", nil
      )
    case .chainedComparison(let range):
      return ("comparisons do not chain", "write \(range)", nil)
    case .wrongShortForm(let word, let form):
      return ("'\(word)' begins a short form, and this is none", "such as: \(form)", nil)

    case .assignmentForEquality: return ("'=' names a column", "to compare, write '=='", "==")
    case .doubledBar: return ("stages are parted by one bar", "write '|'", "|")
    case .countDistinct(let meant):
      return ("'distinct' does not stand inside 'count'", "write \(meant)", meant)
    case .symbolForWord(let symbol, let word):
      return ("'\(symbol)' is not part of the language", "write '\(word)'", word)
    case .wordInCapitals(let text, let word):
      return ("'\(text)' is written in lower case", "write '\(word)'", word)
    case .like(let word, let replacement):
      return ("'\(word)' is no operator", "write \(replacement)", nil)
    case .isNull(let replacement):
      return ("'is' is no operator", "write \(replacement)", replacement)
    case .nullComparison(let replacement):
      return ("a comparison with null is never true", "write \(replacement)", replacement)
    case .selectStatement(let pipeline):
      return ("a query begins with its table, not with SELECT", "write \(pipeline)", nil)
    case .groupBy:
      return ("grouping is a part of summarize", "write summarize count() by …", nil)
    case .countStar: return ("count counts rows without a '*'", "write count()", "count()")
    case .notBefore(let word, let replacement):
      return (
        "'not' does not stand before '\(word)'", replacement.map { "write \($0)" }, replacement
      )
    case .angleBrackets: return ("'<>' is read as '!='", "write '!='", "!=")
    case .phraseSearch(let pipeline):
      return ("phrases are joined inside a query", "write \(pipeline)", pipeline)
    case .listWithoutParentheses(let word):
      return ("'\(word)' takes its values in parentheses", "write \(word) (…)", nil)
    case .missingBy(let word):
      return ("expected 'by' after '\(word)'", "write \(word) by …", nil)
    case .hintIgnored(let name):
      return ("'\(name)' has no meaning in lede and is ignored", nil, nil)
    case .operatorAsFunction(let word):
      return ("'\(word)' stands between two values", "write a \(word) b", nil)
    case .methodCall(let name):
      return ("functions are not called through a dot", "write \(name)(…)", nil)

    case .stageOfHabit(let stage, let meant):
      return ("'\(shortened(stage))' is no stage here", "write \(shortened(meant))", meant)
    case .having(let condition):
      return ("'having' is no operator", "write where \(shortened(condition))", "where")
    case .textInColumn(let meant):
      return ("'in' looks a value up in a list", "write \(shortened(meant))", meant)
    case .fromStatement(let pipeline):
      return ("a query begins with its table alone", "write \(pipeline)", nil)
    case .aliasAfterValue(let form):
      return ("a column's name stands before it", "write \(shortened(form))", nil)
    case .boundsWithoutDots(let form):
      return ("'between' takes its bounds as (a .. b)", "write \(shortened(form, to: 100))", nil)
    case .matchesWithoutRegex:
      return ("expected 'regex' after 'matches'", "write matches regex", "matches regex")
    case .missingBar(let word):
      return (
        "expected '|' before '\(word)'", "did you mean '| \(word)'?", "| \(word)"
      )
    case .quoteInText(let quote):
      return (
        "the text ends at the quote inside it",
        "write \\\(quote) for a quote inside, or the other quotes around", nil
      )
    case .unknownStatement(let word, let suggestions):
      return (
        "'\(shortened(word))' begins no statement", didYouMean(suggestions), suggestions.first
      )

    case .nestedTooDeeply(let limit):
      return ("the query is nested too deeply", "at most \(limit) levels are read", nil)
    case .tooManyStages(let limit):
      return ("the pipeline has too many stages", "at most \(limit) are read", nil)
    }
  }

  /// What is meant by characters that word processors put in place of plain ones.
  private static let plainForms = [
    "\u{2013}": "-", "\u{2014}": "-", "\u{2212}": "-", "\u{D7}": "*", "\u{F7}": "/",
    "\u{2264}": "<=", "\u{2265}": ">=", "\u{2260}": "!=", "\u{2026}": "..", "\u{A6}": "|",
    "\u{FF5C}": "|", "\u{FF08}": "(", "\u{FF09}": ")", "\u{FF0C}": ",", "\u{FF1B}": ";",
    "\u{37E}": ";", "\u{B4}": "'",
  ]

  private static let literalForms = [
    "datetime": "such as datetime(2024-03-05) or datetime(2024-03-05 14:30)",
    "timespan": "such as 90s, 1.5h, timespan(2) for days or timespan(0.12:34:56)",
    "decimal": "such as decimal(1.20)",
    "int": "such as int(3); the largest is \(Int32.max)",
    "long": "such as 12 or 0xff",
    "real": "such as 1.5, 1e3, real(nan) or real(+inf)",
    "bool": "true, false or bool(null)",
    "guid": "such as guid(74be27de-1e4e-49d9-b579-fe0b331d3642)",
    "dynamic": "such as dynamic({\"a\": [1, 2]})",
  ]
}

/// `did you mean 'a'?`, with two or three where as many are close; nil where none is.
func didYouMean(_ candidates: [String]) -> String? {
  guard let first = candidates.first else { return nil }
  guard candidates.count > 1, let last = candidates.last else { return "did you mean '\(first)'?" }
  let middle = candidates.dropFirst().dropLast().map { ", '\($0)'" }.joined()
  return "did you mean '\(first)'\(middle) or '\(last)'?"
}

/// A user's words cut to what fits a message of one line.
func shortened(_ text: String, to limit: Int = 40) -> String {
  var result = ""
  for (count, scalar) in text.unicodeScalars.enumerated() {
    if count == limit { return result + "…" }
    result.unicodeScalars.append(
      scalar.properties.generalCategory == .control || scalar.value == 0x2028 ? " " : scalar)
  }
  return result
}
