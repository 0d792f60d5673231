/// The words that the grammar knows.
///
/// None is reserved: where a name is expected, each of them is a name (`kind`, `count`, `date` are
/// columns). Hyphenated words and `!` words are one token each.
package enum Keyword: String, CaseIterable, Sendable {
  /// What a word does, for highlighting, completion and messages.
  package enum Role: Sendable {
    /// Begins a statement: `let`.
    case statement
    /// Begins a pipeline: `print`.
    case source
    /// Follows a bar: `where`.
    case stage
    /// Follows a bar in KQL; lede does not have it.
    case foreignStage
    /// Stands between two values: `and`, `has`.
    case expressionOperator
    /// Structures a stage: `by`, `asc`.
    case clause
    /// Is a value: `true`.
    case value
    /// Is a literal before a parenthesis: `datetime(…)`.
    case typedLiteral
    /// A lede short form for newcomers: `said`.
    case shortForm
  }

  case `let`, declare, set, view
  case queryParameters = "query_parameters"

  case print, range, datatable

  case `where`, filter, extend, summarize, project, distinct, sort, order, top, take, limit, count
  case `as`
  case projectAway = "project-away"
  case projectKeep = "project-keep"
  case projectRename = "project-rename"
  case projectReorder = "project-reorder"

  case join, lookup, union, parse, render, search, getschema, match, kwic, collocates, freq, expand
  case cite, invoke, find, serialize, sample, evaluate, describe
  case projectByNames = "project-by-names"
  case mvExpand = "mv-expand"
  case mvApply = "mv-apply"
  case makeSeries = "make-series"
  case parseWhere = "parse-where"
  case parseKV = "parse-kv"
  case sampleDistinct = "sample-distinct"

  case partition, facet, fork, reduce, scan, externaldata, consume
  case topNested = "top-nested"
  case topHitters = "top-hitters"
  case macroExpand = "macro-expand"
  case projectSmart = "project-smart"
  case makeGraph = "make-graph"
  case graphMatch = "graph-match"
  case graphToTable = "graph-to-table"
  case graphShortestPaths = "graph-shortest-paths"
  case graphMarkComponents = "graph-mark-components"

  case and, or, has, contains, between, matches, regex, `in`
  case inInsensitive = "in~"
  case notIn = "!in"
  case notInInsensitive = "!in~"
  case notBetween = "!between"
  case hasAny = "has_any"
  case hasAll = "has_all"
  case notHas = "!has"
  case hasCS = "has_cs"
  case notHasCS = "!has_cs"
  case hasPrefix = "hasprefix"
  case notHasPrefix = "!hasprefix"
  case hasPrefixCS = "hasprefix_cs"
  case notHasPrefixCS = "!hasprefix_cs"
  case hasSuffix = "hassuffix"
  case notHasSuffix = "!hassuffix"
  case hasSuffixCS = "hassuffix_cs"
  case notHasSuffixCS = "!hassuffix_cs"
  case notContains = "!contains"
  case containsCS = "contains_cs"
  case notContainsCS = "!contains_cs"
  case startsWith = "startswith"
  case notStartsWith = "!startswith"
  case startsWithCS = "startswith_cs"
  case notStartsWithCS = "!startswith_cs"
  case endsWith = "endswith"
  case notEndsWith = "!endswith"
  case endsWithCS = "endswith_cs"
  case notEndsWithCS = "!endswith_cs"

  case by, asc, desc, nulls, first, last, from, to, step, with, on, kind, not, `is`, null, like

  case `true`, `false`

  case datetime, date, timespan, time, decimal, int, int32, long, int64, real, double, bool, boolean
  case guid, uuid, uniqueid, dynamic

  case said, who, timeline, keywords, ngrams

  package var role: Role {
    switch self {
    case .let, .declare, .set, .view, .queryParameters: return .statement
    case .print, .range, .datatable: return .source
    case .where, .filter, .extend, .summarize, .project, .distinct, .sort, .order, .top, .take,
      .limit, .count, .as, .projectAway, .projectKeep, .projectRename, .projectReorder,
      .projectByNames, .join, .lookup, .union, .mvExpand, .mvApply, .makeSeries, .parse,
      .parseWhere, .parseKV, .search, .find, .getschema, .serialize, .sample, .sampleDistinct,
      .invoke, .evaluate, .render, .freq, .describe, .expand,
      .cite, .match, .kwic, .collocates:
      return .stage
    case .partition, .facet, .fork, .reduce, .scan, .externaldata, .consume, .topNested,
      .topHitters, .macroExpand, .projectSmart, .makeGraph, .graphMatch, .graphToTable,
      .graphShortestPaths, .graphMarkComponents:
      return .foreignStage
    case .and, .or, .has, .contains, .between, .matches, .regex, .in, .inInsensitive, .notIn,
      .notInInsensitive, .notBetween, .hasAny, .hasAll, .notHas, .hasCS, .notHasCS, .hasPrefix,
      .notHasPrefix, .hasPrefixCS, .notHasPrefixCS, .hasSuffix, .notHasSuffix, .hasSuffixCS,
      .notHasSuffixCS, .notContains, .containsCS, .notContainsCS, .startsWith, .notStartsWith,
      .startsWithCS, .notStartsWithCS, .endsWith, .notEndsWith, .endsWithCS, .notEndsWithCS:
      return .expressionOperator
    case .by, .asc, .desc, .nulls, .first, .last, .from, .to, .step, .with, .on, .kind, .not, .is,
      .null, .like:
      return .clause
    case .true, .false: return .value
    case .datetime, .date, .timespan, .time, .decimal, .int, .int32, .long, .int64, .real, .double,
      .bool, .boolean, .guid, .uuid, .uniqueid, .dynamic:
      return .typedLiteral
    case .said, .who, .timeline, .keywords, .ngrams: return .shortForm
    }
  }

  /// The operator words that may follow a bar today, in the order help shows them.
  package static let stageWords: [String] = allCases.filter { $0.role == .stage }.map(\.rawValue)

  /// The keyword with exactly these bytes, if there is one.
  package static func lookup(_ bytes: ArraySlice<UInt8>) -> Keyword? {
    guard bytes.count <= PackedWord.capacity else { return nil }
    return table[PackedWord(bytes)]
  }

  /// The longest continuation of a word over hyphens that is a keyword: for `project-away` the
  /// bytes after `project` decide.
  package static let hyphenatedFirstParts: Set<String> = Set(
    allCases.compactMap { keyword in
      keyword.rawValue.firstIndex(of: "-").map { String(keyword.rawValue[..<$0]) }
    })

  // MARK: - Implementation

  private static let table: [PackedWord: Keyword] = {
    var table: [PackedWord: Keyword] = [:]
    for keyword in allCases { table[PackedWord(Array(keyword.rawValue.utf8)[...])] = keyword }
    return table
  }()
}

/// A word of at most 24 bytes as three integers, so that looking it up allocates nothing.
private struct PackedWord: Hashable {
  static let capacity = 24
  private var parts: (UInt64, UInt64, UInt64) = (0, 0, 0)

  init(_ bytes: ArraySlice<UInt8>) {
    for (index, byte) in bytes.enumerated() {
      switch index >> 3 {
      case 0: parts.0 = parts.0 << 8 | UInt64(byte)
      case 1: parts.1 = parts.1 << 8 | UInt64(byte)
      default: parts.2 = parts.2 << 8 | UInt64(byte)
      }
    }
  }

  static func == (a: PackedWord, b: PackedWord) -> Bool { a.parts == b.parts }

  func hash(into hasher: inout Hasher) {
    hasher.combine(parts.0)
    hasher.combine(parts.1)
    hasher.combine(parts.2)
  }
}
