package import Columns

/// What the binder, `.help`, completion and the reference page know of a scalar function or
/// operator.
///
/// Its kernel stands beside it in the executor, which declares both in one place.
///
/// The binder asks for these by their spelling:
/// - the operators of ``BinaryOperator``, two arguments; `-` also with one;
/// - `between` and `!between` with value, low end, high end;
/// - `in`, `!in`, `in~`, `!in~`, `has_any`, `has_all` with the value (`any`), then any number of
///   elements (variadic `any`). Scalar elements come brought to the type they share with the value;
///   an element of type dynamic comes as it is and stands for all its members; a set subquery
///   stands for all values of its column and has the column's type;
/// - `bin_months(datetime, long)` and `ago_months(long)` for `bin(x, 1mo)` and `ago(1q)`: calendar
///   steps come as a constant count of months;
/// - `bag_pack` for `pack_all()`, `bag_pack_filled` for `pack_all(true)`.
///
/// The binder does these itself, they have no kernel: `toscalar`, `column_ifexists`, `pack_all`,
/// `bin_auto`,
/// `materialize` and, of the aggregates, `percentiles` and `percentilesw`, which become one
/// `percentile` or `percentilew` each.
package struct FunctionSignature: Sendable {
  /// The name in queries; operators have their spelling (`+`, `has_cs`, `!in~`), and negation
  /// `-` with one argument.
  package var name: String
  package var aliases: [String]
  /// Tried in order; the first that fits with the fewest conversions is taken.
  package var overloads: [FunctionOverload]
  package var naming: ResultNaming
  /// One line, a sentence.
  package var summary: String
  /// A query and the value in the last column of its first row, as tsv prints it.
  package var example: Example
  /// Whether it can be worked out before the run when all arguments are constant.
  package var isPure: Bool
  /// The table whose rows its result refers to.
  package var resultTable: String?

  package init(
    name: String, aliases: [String] = [], overloads: [FunctionOverload],
    naming: ResultNaming = .anonymous, summary: String, example: Example, isPure: Bool = true,
    resultTable: String? = nil
  ) {
    self.resultTable = resultTable
    self.name = name
    self.aliases = aliases
    self.overloads = overloads
    self.naming = naming
    self.summary = summary
    self.example = example
    self.isPure = isPure
  }
}

package struct Example: Sendable {
  package var query: String
  package var answer: String
  /// Whether it asks of articles; it is then of the sample in `seeds`.
  package var needsArticles: Bool

  package init(_ query: String, _ answer: String, needsArticles: Bool = false) {
    self.query = query
    self.answer = answer
    self.needsArticles = needsArticles
  }
}

package struct FunctionOverload: Sendable {
  package var parameters: [Parameter]
  /// How many of the parameters, from the end, may be left out.
  package var optionalCount: Int
  /// The last parameter may come any number of times more.
  package var isVariadic: Bool
  package var result: ResultType

  package init(
    _ parameters: [Parameter], optional optionalCount: Int = 0, isVariadic: Bool = false,
    result: ResultType
  ) {
    self.parameters = parameters
    self.optionalCount = optionalCount
    self.isVariadic = isVariadic
    self.result = result
  }
}

package struct Parameter: Sendable {
  /// As help shows it.
  package var name: String
  package var type: ParameterType
  /// Must be known before the run (a regular expression, a unit).
  package var isConstant: Bool
  /// It is a regular expression, which is checked before the run where it is written out.
  package var isPattern: Bool

  package init(
    _ name: String, _ type: ParameterType, isConstant: Bool = false, isPattern: Bool = false
  ) {
    self.name = name
    self.type = type
    self.isConstant = isConstant
    self.isPattern = isPattern
  }
}

package enum ParameterType: Hashable, Sendable {
  /// That type, or one that widens to it without loss (int to long to real, int and long to
  /// decimal); a dynamic value fits too and is converted, null where it does not convert.
  case exactly(ScalarType)
  /// Any scalar, taken as its text.
  case text
  /// Anything, taken as it is.
  case any
  /// All arguments marked so are brought to one type, the widest among them
  /// (int, long, real; int, long, decimal; else all alike).
  case common
}

package enum ResultType: Hashable, Sendable {
  case exactly(ScalarType)
  /// The type that the `common` arguments were brought to.
  case common
  /// The type of the argument at that index.
  case sameAsArgument(Int)
}

/// The column name of a result that was given none (LANGUAGE 4.9).
package enum ResultNaming: Hashable, Sendable {
  /// `Column1`, `Column2` …
  case anonymous
  /// The name of the column that is its first argument (`bin(date, 7d)` is `date`).
  case ofArgument
  /// A word before it (`strlen_x`); anonymous without a column.
  case prefixed(String)
}

/// What the binder, help and completion know of an aggregate function.
package struct AggregateSignature: Sendable {
  /// How a result is named (LANGUAGE 4.9).
  package enum Naming: Hashable, Sendable {
    /// `prefix_column`; `prefix_` without a column.
    case prefixed(String)
    /// As its argument (`take_any`).
    case ofArgument
    /// `percentile_x_95`: after prefix and column the last argument, dots as `_`.
    case prefixedWithParameter(String)
    /// Several columns: `x` and the rest by their own names (`arg_max`, `arg_min`).
    case extreme
  }

  package var name: String
  package var aliases: [String]
  package var overloads: [FunctionOverload]
  package var naming: Naming
  package var summary: String
  package var example: Example

  package init(
    name: String, aliases: [String] = [], overloads: [FunctionOverload], naming: Naming,
    summary: String, example: Example
  ) {
    self.name = name
    self.aliases = aliases
    self.overloads = overloads
    self.naming = naming
    self.summary = summary
    self.example = example
  }
}
