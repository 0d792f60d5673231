import Columns
import QueryPlanning

/// A fleet among planets: tables with a reference, an alias, a view and all types.
struct ToyCatalog: Catalog {
  static let ships = TableID(0)
  static let planets = TableID(1)

  let tables: [CatalogTable] = [
    CatalogTable(
      name: "ships", summary: "one row a ship",
      columns: [
        CatalogColumn("name", .string, "what it is called"),
        CatalogColumn("crew", .long, "how many people"),
        CatalogColumn("decks", .int, "how many decks"),
        CatalogColumn("mass", .real, "in tonnes"),
        CatalogColumn("price", .decimal, "what it cost"),
        CatalogColumn("launched", .datetime, "when it first left", alias: "date"),
        CatalogColumn("flight", .timespan, "how long it flew"),
        CatalogColumn("armed", .bool, "whether it has guns"),
        CatalogColumn("log", .dynamic, "what happened"),
        CatalogColumn("home", .string, "the planet it belongs to", reference: planets),
      ]),
    CatalogTable(
      name: "planets", summary: "one row a planet",
      columns: [
        CatalogColumn("name", .string, "what it is called"),
        CatalogColumn("moons", .long, "how many moons"),
        CatalogColumn("climate", .string, "what it is like"),
        CatalogColumn("founded", .datetime, "when people came"),
        CatalogColumn("capital", .string, "the ship that governs it", reference: ships),
      ]),
    CatalogTable(
      name: "warships", summary: "the ships that are armed", columns: [],
      definition: "ships | where armed"),
  ]

  let functions: [FunctionSignature]
  let aggregates: [AggregateSignature]

  init() {
    functions = Self.scalarFunctions
    aggregates = Self.aggregateFunctions
  }

  private static func function(
    _ name: String, _ overloads: [FunctionOverload], naming: ResultNaming = .anonymous,
    isPure: Bool = true
  ) -> FunctionSignature {
    FunctionSignature(
      name: name, overloads: overloads, naming: naming, summary: "The \(name) of it.",
      example: Example("print 1", "1"), isPure: isPure)
  }

  private static func overload(
    _ parameters: [ParameterType], optional: Int = 0, variadic: Bool = false,
    _ result: ResultType
  ) -> FunctionOverload {
    FunctionOverload(
      parameters.enumerated().map { Parameter("argument\($0)", $1) }, optional: optional,
      isVariadic: variadic, result: result)
  }

  private static func same(_ types: [ScalarType]) -> [FunctionOverload] {
    types.map { overload([.exactly($0), .exactly($0)], .exactly($0)) }
  }

  private static let scalarFunctions: [FunctionSignature] = {
    let number = overload([.exactly(.real)], .exactly(.real))
    var result: [FunctionSignature] = []
    for name in ["==", "!=", "<", "<=", ">", ">="] {
      result.append(function(name, [overload([.common, .common], .exactly(.bool))]))
    }
    for name in ["=~", "!~", "has", "!has", "contains", "!contains", "startswith"] {
      result.append(function(name, [overload([.text, .text], .exactly(.bool))]))
    }
    let regex = FunctionOverload(
      [Parameter("text", .text), Parameter("regex", .exactly(.string), isConstant: true)],
      result: .exactly(.bool))
    result.append(function("matches regex", [regex]))
    for name in ["and", "or"] {
      result.append(
        function(name, [overload([.exactly(.bool), .exactly(.bool)], .exactly(.bool))]))
    }
    let shift = overload([.exactly(.datetime), .exactly(.timespan)], .exactly(.datetime))
    let between = overload([.exactly(.datetime), .exactly(.datetime)], .exactly(.timespan))
    let negation = [ScalarType.long, .real, .decimal, .timespan].map {
      overload([.exactly($0)], .exactly($0))
    }
    result.append(function("+", same([.long, .real, .decimal, .timespan]) + [shift]))
    result.append(
      function("-", same([.long, .real, .decimal, .timespan]) + [shift, between] + negation))
    for name in ["*", "/", "%"] { result.append(function(name, same([.long, .real, .decimal]))) }
    for name in ["between", "!between"] {
      result.append(
        function(
          name,
          [
            overload([.common, .common, .common], .exactly(.bool)),
            overload(
              [.exactly(.datetime), .exactly(.datetime), .exactly(.timespan)], .exactly(.bool)),
          ]))
    }
    for name in ["in", "!in", "in~", "!in~", "has_any", "has_all"] {
      result.append(function(name, [overload([.any, .any], variadic: true, .exactly(.bool))]))
    }
    let boolText = overload([.any], .exactly(.bool))
    for name in ["isnull", "isnotnull", "isempty"] { result.append(function(name, [boolText])) }
    result.append(
      function("iff", [overload([.exactly(.bool), .common, .common], .common)]))
    result.append(
      function(
        "case", [overload([.exactly(.bool), .any, .any], variadic: true, .sameAsArgument(1))]))
    result.append(function("coalesce", [overload([.common, .common], variadic: true, .common)]))
    result.append(
      function("strlen", [overload([.text], .exactly(.long))], naming: .prefixed("strlen")))
    result.append(
      function("tolower", [overload([.text], .exactly(.string))]))
    result.append(function("strcat", [overload([.text], variadic: true, .exactly(.string))]))
    result.append(
      function("tostring", [overload([.text], .exactly(.string))], naming: .ofArgument))
    result.append(function("tolong", [overload([.any], .exactly(.long))], naming: .ofArgument))
    result.append(function("sqrt", [number], naming: .ofArgument))
    result.append(
      function(
        "round", [overload([.exactly(.real), .exactly(.long)], optional: 1, .exactly(.real))],
        naming: .ofArgument))
    result.append(
      function(
        "bin",
        same([.long, .real, .timespan]) + [shift], naming: .ofArgument))
    result.append(
      function(
        "bin_months", [overload([.exactly(.datetime), .exactly(.long)], .exactly(.datetime))],
        naming: .ofArgument))
    result.append(
      function("ago", [overload([.exactly(.timespan)], .exactly(.datetime))], isPure: false))
    result.append(
      function("ago_months", [overload([.exactly(.long)], .exactly(.datetime))], isPure: false))
    result.append(function("now", [overload([], .exactly(.datetime))], isPure: false))
    result.append(
      function("bag_pack", [overload([.any], variadic: true, .exactly(.dynamic))]))
    result.append(
      function("parse_json", [overload([.text], .exactly(.dynamic))], naming: .ofArgument))
    return result
  }()

  private static func aggregate(
    _ name: String, _ overloads: [FunctionOverload], _ naming: AggregateSignature.Naming
  ) -> AggregateSignature {
    AggregateSignature(
      name: name, overloads: overloads, naming: naming, summary: "The \(name) of a group.",
      example: Example("print 1", "1"))
  }

  private static let aggregateFunctions: [AggregateSignature] = {
    let sums = [ScalarType.long, .real, .decimal, .timespan].map {
      overload([.exactly($0)], .exactly($0))
    }
    let any = overload([.any], .sameAsArgument(0))
    let condition = overload([.exactly(.bool)], .exactly(.long))
    let percentile = [
      overload([.exactly(.long), .exactly(.real)], .exactly(.long)),
      overload([.exactly(.real), .exactly(.real)], .exactly(.real)),
    ]
    return [
      aggregate("count", [overload([.any], optional: 1, .exactly(.long))], .prefixed("count")),
      aggregate("countif", [condition], .prefixed("countif")),
      aggregate("sum", sums, .prefixed("sum")),
      aggregate("avg", [overload([.exactly(.real)], .exactly(.real))], .prefixed("avg")),
      aggregate("min", [any], .prefixed("min")),
      aggregate("max", [any], .prefixed("max")),
      aggregate("dcount", [overload([.any], .exactly(.long))], .prefixed("dcount")),
      aggregate("make_list", [overload([.any], .exactly(.dynamic))], .prefixed("list")),
      aggregate("make_set", [overload([.any], .exactly(.dynamic))], .prefixed("set")),
      aggregate("percentile", percentile, .prefixedWithParameter("percentile")),
      aggregate(
        "arg_max", [overload([.any, .any], optional: 1, variadic: true, .sameAsArgument(0))],
        .extreme),
      aggregate("take_any", [any], .ofArgument),
    ]
  }()
}
