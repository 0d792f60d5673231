package import Columns

/// How the rows of two tables are put together.
package struct JoinSpecification: Sendable {
  package enum Kind: String, Sendable {
    /// As `inner`, with only the first left row of each key.
    case innerUnique = "innerunique"
    case inner
    case leftOuter = "leftouter"
    case rightOuter = "rightouter"
    case fullOuter = "fullouter"
    case leftSemi = "leftsemi"
    case rightSemi = "rightsemi"
    case leftAnti = "leftanti"
    case rightAnti = "rightanti"

    /// Whether only the columns of one side come out.
    package var isOfLeft: Bool { self == .leftSemi || self == .leftAnti }
    package var isOfRight: Bool { self == .rightSemi || self == .rightAnti }
  }

  package var kind: Kind
  /// Expressions over the left and the right columns, of the same types pair by pair.
  package var leftKeys: [BoundExpression]
  package var rightKeys: [BoundExpression]
  /// Whether the left rows that `innerunique` drops are worth a warning: nobody asked for it.
  package var tellsOfDropped: Bool
}

/// Columns that an operator puts behind those of its input, for each of its rows one row or several.
package enum RowExtension: Sendable {
  case expand(ExpandSpecification)
  case parse(ParseSpecification)
  case parseKeyValue(ParseKeyValueSpecification)
  /// One column a call; a call may read the columns of those before it.
  case windows([WindowCall])
  /// A row for each match of a token pattern in the row's words.
  case matches(MatchSpecification)
  /// Where the row's words stand, as one column.
  case citation(CitationStyle)
  /// The words of the sentence, paragraph or article around the row, and where they stand.
  case widened(SpanUnit)

  /// Its expressions over the columns of the input.
  package var expressions: [BoundExpression] {
    switch self {
    case .expand(let expand): return expand.values + (expand.limit.map { [$0] } ?? [])
    case .parse(let parse): return [parse.value]
    case .parseKeyValue(let parse): return [parse.value]
    case .windows(let calls): return calls.flatMap(\.arguments)
    case .citation, .widened, .matches: return []
    }
  }

  /// The same with each expression replaced.
  package func mapping(_ transform: (BoundExpression) -> BoundExpression) -> RowExtension {
    switch self {
    case .expand(var expand):
      expand.values = expand.values.map(transform)
      expand.limit = expand.limit.map(transform)
      return .expand(expand)
    case .parse(var parse):
      parse.value = transform(parse.value)
      return .parse(parse)
    case .parseKeyValue(var parse):
      parse.value = transform(parse.value)
      return .parseKeyValue(parse)
    case .windows(let calls):
      return .windows(
        calls.map { call in
          var call = call
          call.arguments = call.arguments.map(transform)
          return call
        })
    case .citation, .widened, .matches: return self
    }
  }
}

/// The members of dynamic values as rows, those of several values side by side.
package struct ExpandSpecification: Sendable {
  package var values: [BoundExpression]
  /// What the members are brought to; dynamic leaves them as they are.
  package var types: [ScalarType]
  /// Whether a column before theirs numbers the members from 0.
  package var hasIndex: Bool
  /// Whether members of bags become `[key, value]` rather than bags of one key.
  package var givesPairs: Bool
  /// Members of one row at most.
  package var limit: BoundExpression?
  /// In `mv-apply` the columns of the row that its pipeline sees behind the members.
  package var outer: [Int] = []
}

/// A text taken apart by the texts between the columns.
package struct ParseSpecification: Sendable {
  package enum Mode: Sendable { case simple, relaxed, regex }

  package enum Part: Sendable {
    /// Text that stands there, or a regular expression.
    case text(String)
    /// Any text, taken in by the column of that number; nil for none.
    case column(Int?)
  }

  package var value: BoundExpression
  package var mode: Mode
  /// `U` (lazy), `i` (without case), `s` (a dot is a line's end too), `m`.
  package var flags: String
  package var parts: [Part]
  package var types: [ScalarType]
  /// Whether rows that do not fit are dropped (`parse-where`).
  package var dropsOthers: Bool
}

/// Values that stand behind their keys in a text.
package struct ParseKeyValueSpecification: Sendable {
  package var value: BoundExpression
  package var keys: [String]
  package var types: [ScalarType]
  package var pairDelimiter: String?
  package var keyDelimiter: String?
  package var quotes: [String]
  package var escape: String?
  package var isGreedy: Bool
  /// A pattern whose first group is the key and second the value, in place of delimiters.
  package var pattern: String?
}

/// A function of the rows before or behind, in the order in which they come.
package struct WindowCall: Sendable {
  package enum Function: String, Sendable, CaseIterable {
    case rowNumber = "row_number"
    case rowCumulativeSum = "row_cumsum"
    case rowRankDense = "row_rank_dense"
    case rowRankMinimum = "row_rank_min"
    case rowWindowSession = "row_window_session"
    case previous = "prev"
    case next
    /// Not called by name: `text matches pattern (…)`, which looks at the row's place.
    case matchesPattern = "matches pattern"
  }

  package var function: Function
  package var arguments: [BoundExpression]
  package var type: ScalarType
  /// Of `matches pattern`.
  package var match: MatchSpecification?

  init(
    function: Function, arguments: [BoundExpression], type: ScalarType,
    match: MatchSpecification? = nil
  ) {
    self.function = function
    self.arguments = arguments
    self.type = type
    self.match = match
  }
}

/// Groups by key and bin, made into one row a key with arrays along the bins.
package struct SeriesSpecification: Sendable {
  package enum Step: Sendable {
    /// A number or a timespan.
    case value(BoundExpression)
    case months(Int)
  }

  /// The input's columns are these many keys, the bin, and a column for each series.
  package var keyCount: Int
  package var from: BoundExpression?
  package var to: BoundExpression?
  /// Whether `to` is a bin itself.
  package var includesEnd: Bool
  package var step: Step
  /// For each series what stands in a bin without rows.
  package var defaults: [BoundExpression]
  /// Whether a row comes even where there are no rows.
  package var isNonempty: Bool

  /// Its expressions, all of them constant.
  package var expressions: [BoundExpression] {
    var all = defaults
    if let from { all.append(from) }
    if let to { all.append(to) }
    if case .value(let value) = step { all.append(value) }
    return all
  }
}

/// How `cite` writes where words stand.
package enum CitationStyle: String, CaseIterable, Sendable {
  /// Article and place.
  case short
  /// The words, the article with publisher and day, the place.
  case full
  /// The same for a page of Markdown, with a link where there is one.
  case markdown
  /// Selectors of the W3C Web Annotation Data Model.
  case json
}

/// A part of an article that a span is widened to.
package enum SpanUnit: String, CaseIterable, Sendable {
  case sentence = "s"
  case paragraph = "p"
  case article

  /// The unit of that name, in short or written out.
  package init?(name: String) {
    switch name {
    case "sentence": self = .sentence
    case "paragraph": self = .paragraph
    default: self.init(rawValue: name)
    }
  }
}

/// How a result wants to be shown: `render barchart with (title="…")`.
package struct Presentation: Hashable, Sendable {
  /// The kind of chart, or `table`.
  package var chart: String
  /// The options by name, in the order in which they are written.
  package var options: [Option]

  package struct Option: Hashable, Sendable {
    package var name: String
    package var value: String
  }

  /// The value of the option of that name.
  package subscript(name: String) -> String? { options.last { $0.name == name }?.value }

  /// All values of an option that takes several (`ycolumns`).
  package func values(_ name: String) -> [String] {
    options.filter { $0.name == name }.map(\.value)
  }
}
