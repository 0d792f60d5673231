import Columns
import Diagnostics
import QueryExecution
import QueryLanguage
import QueryPlanning
import Testing

/// Every function, operator and aggregate with the values at the edges of its types: an answer, null
/// or an error, in time, and never a trap.
@Suite struct HostileArgumentTests {
  private static let scalars: [String: [String]] = [
    "long": [
      "long(-9223372036854775808)", "9223372036854775807", "-1", "0", "1", "64", "long(null)",
      "1000000000",
    ],
    "int": ["int(2147483647)", "int(-2147483648)", "int(-1)", "int(0)", "int(null)"],
    "real": [
      "real(nan)", "real(inf)", "real(-inf)", "1e308", "-1e308", "1e-320", "0.0", "-0.5",
      "real(null)",
      "9223372036854775808.0",
    ],
    "decimal": [
      "decimal(0)", "decimal(-1)", "decimal(9999999999999999999999999999)",
      "decimal(-9999999999999999999999999999)", "decimal(0.0000000000000000000000000001)",
      "decimal(null)",
    ],
    "bool": ["true", "false", "bool(null)"],
    "datetime": [
      "datetime(0001-01-01)", "datetime(9999-12-31 23:59:59.9999999)", "datetime(2024-02-29)",
      "datetime(null)",
    ],
    "timespan": [
      "timespan(-10675199.02:48:05.4775807)", "timespan(10675199.02:48:05.4775807)", "0s", "-1tick",
      "1d", "timespan(null)",
    ],
    "string": [
      "''", "'a'", "'\\u0301'", "'[{\"a\":[1,2]}]'", "'('", "'2024-02-30'",
      "'99999999999999999999'",
      "'a,b;;'", "'\\0\\U0001F600'", "'yyyyyyyyyyyyyyyyyyyyyyyyyyyyy fffffffff'",
    ],
    "dynamic": [
      "dynamic(null)", "dynamic([])", "dynamic({})", "dynamic([1,'a',null,[2],{'b':1e308}])",
      "dynamic({'a':{'b':[1]}})", "dynamic(-9223372036854775808)", "dynamic('')",
    ],
    "guid": ["guid(74be27de-1e4e-49d9-b579-fe0b331d3642)", "guid(null)"],
  ]

  /// A few million rows would be in time as well, but this machine may be slow.
  private static let options = RunOptions(
    limits: ExecutionLimits(rows: 100_000, bytes: 200_000_000, milliseconds: 20_000))

  struct Declared: Sendable, CustomTestStringConvertible {
    var name: String
    var overloads: [FunctionOverload]
    var isAggregate: Bool
    var testDescription: String { name }
  }

  static let functions: [Declared] =
    FunctionLibrary.standard.scalars.map {
      Declared(name: $0.signature.name, overloads: $0.signature.overloads, isAggregate: false)
    }
    + FunctionLibrary.standard.aggregates.map {
      Declared(name: $0.signature.name, overloads: $0.signature.overloads, isAggregate: true)
    }

  @Test(arguments: functions)
  func atTheEdges(_ declared: Declared) {
    var random = SplitMix(state: UInt64(declared.name.utf8.count))
    var started = 0
    for overload in declared.overloads {
      // Each edge in each place, then a few random ones.
      for round in 0..<24 {
        var count = overload.parameters.count
        if overload.optionalCount > 0 { count -= random.below(overload.optionalCount + 1) }
        let common = random.pick(["long", "real", "string", "timespan", "datetime", "decimal"])
        var arguments = overload.parameters.prefix(count).map {
          Self.value($0.type, common: common, round: round, &random)
        }
        if overload.isVariadic, let last = overload.parameters.last {
          for _ in 0..<random.below(3) {
            arguments.append(Self.value(last.type, common: common, round: round, &random))
          }
        }
        if attempt(Self.query(declared, arguments, overRows: round % 2 == 1)) { started += 1 }
      }
    }
    #expect(started > 0, "no call was understood")
  }

  private static func value(
    _ type: ParameterType, common: String, round: Int, _ random: inout SplitMix
  ) -> String {
    let name: String
    switch type {
    case .exactly(let scalar): name = scalar.name
    case .common: name = common
    case .text, .any: name = random.pick(["long", "string", "dynamic", "real", "datetime", "bool"])
    }
    let values = scalars[name] ?? ["1"]
    return round < 10 ? values[(round + random.below(2)) % values.count] : random.pick(values)
  }

  /// Functions that are written between their arguments.
  private static func isInfix(_ name: String) -> Bool {
    guard name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x5F || $0 == 0x7E }) else {
      // bin_months, atan2 and such; a sign stands between its arguments.
      return !name.utf8.contains { (0x30...0x39).contains($0) }
    }
    let words: Set<String> = [
      "and", "or", "in", "in~", "between", "has", "has_cs", "has_any", "has_all", "contains",
      "contains_cs", "startswith", "startswith_cs", "endswith", "endswith_cs", "hasprefix",
      "hasprefix_cs", "hassuffix", "hassuffix_cs", "like", "like_cs",
    ]
    return words.contains(name)
  }

  private static func query(_ declared: Declared, _ arguments: [String], overRows: Bool) -> String {
    let list = arguments.joined(separator: ", ")
    if declared.isAggregate {
      // A column that is sometimes the value and sometimes null.
      guard let first = arguments.first else {
        return "range i from 1 to 3 step 1 | summarize \(declared.name)()"
      }
      let rest = ([overRows ? "x" : first] + arguments.dropFirst()).joined(separator: ", ")
      return
        "range i from 1 to 3 step 1 | extend x = \(first) | summarize \(declared.name)(\(rest)) by i % 2"
    }
    if !isInfix(declared.name) {
      let call = "\(declared.name)(\(list))"
      guard overRows, let first = arguments.first else { return "print \(call)" }
      let rows = (["x"] + arguments.dropFirst()).joined(separator: ", ")
      return "range i from 1 to 3 step 1 | extend x = \(first) | project \(declared.name)(\(rows))"
    }
    guard arguments.count > 1 else { return "print \(declared.name)(\(list))" }
    if declared.name.hasSuffix("between"), arguments.count > 2 {
      return "print (\(arguments[0])) \(declared.name) ((\(arguments[1])) .. (\(arguments[2])))"
    }
    if declared.name.hasSuffix("in") || declared.name.hasSuffix("in~")
      || declared.name.hasSuffix("any")
      || declared.name.hasSuffix("all")
    {
      return
        "print (\(arguments[0])) \(declared.name) (\(arguments.dropFirst().joined(separator: ", ")))"
    }
    let left = overRows ? "x" : "(\(arguments[0]))"
    return
      "range i from 1 to 3 step 1 | extend x = \(arguments[0]) | project \(left) \(declared.name) (\(arguments[1]))"
  }

  /// Runs a query if it means anything; whatever it says, it comes back.
  private func attempt(_ query: String) -> Bool {
    var isStarted = false
    let (syntax, mistakes) = Parser.parse(SourceText(name: "test", text: query))
    guard mistakes.allSatisfy({ $0.severity != .error }) else { return false }
    for isOptimized in [true, false] {
      let (script, _) =
        isOptimized
        ? harborPlanner.plan(syntax, session: SessionScope())
        : harborPlanner.plainPlan(syntax, session: SessionScope())
      guard let script else { continue }
      isStarted = true
      do {
        let run = try Executor(tables: HarborTables(), kept: Kept())
          .start(script, options: Self.options)
        _ = try run.query(script.queries.count - 1).materialize()
      } catch let error as ExecutionError {
        if case .limitExceeded(.milliseconds, _, _) = error {
          Issue.record("\(query) took too long")
        }
      } catch {
        Issue.record("\(query): \(error)")
      }
    }
    return isStarted
  }
}

/// Random numbers that are the same in every run.
private struct SplitMix {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }

  mutating func pick(_ values: [String]) -> String { values[below(values.count)] }
}
