package import Diagnostics

/// The stable codes of what can go wrong in a run, each with its page.
///
/// A code is added at the end of its hundred and never used for anything else.
package enum ExecutionErrorCode: String, CaseIterable, Sendable {
  case badPattern = "L0601"
  case badArgument = "L0602"
  case noKeptResult = "L0603"
  case source = "L0604"
  case integerOverflow = "L0605"
  case decimalOverflow = "L0606"
  case datetimeOutOfRange = "L0607"
  case emptyRangeStep = "L0608"
  case missingParameter = "L0609"
  case badParameter = "L0610"
  case rowsLeftOutOfJoin = "L0612"
  case cancelled = "L0710"
  case rowLimit = "L0711"
  case byteLimit = "L0712"
  case timeLimit = "L0713"
  case stepLimit = "L0714"
  case depthLimit = "L0715"
}

extension ExecutionErrorCode {
  /// What `.help` and the code say.
  package var page: ErrorPage {
    switch self {
    case .badPattern:
      return ErrorPage(
        rawValue,
        "The pattern is no regular expression of the RE2 dialect.",
        wrong: #"print p = "(" | project extract(p, 0, "x")"#,
        right: #"print p = "(.)" | project extract(p, 0, "x")"#)
    case .badArgument:
      return ErrorPage(
        rawValue,
        "A function cannot work with this value.",
        wrong: #"print datetime_add("fortnight", 1, now())"#,
        right: #"print datetime_add("week", 1, now())"#)
    case .noKeptResult:
      return ErrorPage(
        rawValue,
        "An answer that '_3' or the like names was dropped to save memory.",
        wrong: "_1 | count",
        right: "quotes | count")
    case .source:
      return ErrorPage(
        rawValue,
        "The articles could not be read while the query ran.")
    case .integerOverflow:
      return ErrorPage(
        rawValue,
        "A sum, product or the like of whole numbers has more than 64 bits; the value is "
          + "null.",
        wrong: "print 9223372036854775807 + 1",
        right: "print toreal(9223372036854775807) + 1")
    case .decimalOverflow:
      return ErrorPage(
        rawValue,
        "A decimal number holds 34 digits; the value is null.")
    case .datetimeOutOfRange:
      return ErrorPage(
        rawValue,
        "A date lies outside the years 1 to 9999; the value is null.",
        wrong: "print datetime(9999-12-31) + 1d",
        right: "print datetime(2024-12-31) + 1d")
    case .emptyRangeStep:
      return ErrorPage(
        rawValue,
        "A range never arrives with such a step, so it has no rows.",
        wrong: "range i from 1 to 5 step 0",
        right: "range i from 1 to 5 step 1")
    case .missingParameter:
      return ErrorPage(
        rawValue,
        "A script declares a parameter without a default, and the run gave it no value.",
        wrong: "declare query_parameters(topic:string); print topic",
        right: #"declare query_parameters(topic:string = "ports"); print topic"#)
    case .badParameter:
      return ErrorPage(
        rawValue,
        "The value given for a parameter is not of its type.")
    case .rowsLeftOutOfJoin:
      return ErrorPage(
        rawValue,
        "A join that says no kind takes of left rows with one key only the first, as it does in KQL.",
        wrong:
          "datatable (k: long) [1, 1] | join (print k = 1) on k",
        right: "datatable (k: long) [1, 1] | join kind=inner (print k = 1) on k")
    case .cancelled:
      return ErrorPage(
        rawValue,
        "The run was broken off.")
    case .rowLimit:
      return ErrorPage(
        rawValue,
        "The result has more rows than --limit-rows allows.")
    case .byteLimit:
      return ErrorPage(
        rawValue,
        "The run would hold more memory than --limit-megabytes allows. Filter or summarize "
          + "earlier.")
    case .timeLimit:
      return ErrorPage(
        rawValue,
        "The run took longer than --limit-seconds allows.")
    case .stepLimit:
      return ErrorPage(
        rawValue,
        "The operators together took in more rows than the limit allows.")
    case .depthLimit:
      return ErrorPage(
        rawValue,
        "The query nests deeper than can be run. Parts can be named with 'let'.")
    }
  }
}
