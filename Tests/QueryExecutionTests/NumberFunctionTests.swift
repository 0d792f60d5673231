import Columns
import QueryPlanning
import Testing

@testable import QueryExecution

struct NumberFunctionTests {
  @Test(arguments: [
    FunctionCase("bin", 17, 5, gives: "15"),
    FunctionCase("bin", -17, 5, gives: "-20"),
    FunctionCase("bin", 17, 1, gives: "17"),
    FunctionCase("bin", 17, 0, gives: "null"),
    FunctionCase("bin", 17, -5, gives: "null"),
    FunctionCase("bin", .int(17), .int(5), gives: "15"),
    FunctionCase("bin", 17.5, 5, gives: "15.0"),
    FunctionCase("bin", 4.5, 0.0, gives: "null"),
    FunctionCase("bin", .long(.min), 10, gives: "null"),
    FunctionCase("bin", .long(.max), 1_000_000, gives: "9223372036854000000"),
    FunctionCase("bin", .null(.long), 5, gives: "null"),
    FunctionCase("bin", decimal("17.55"), decimal("0.5"), gives: "17.5"),
    FunctionCase(
      "bin", datetime("2024-03-05 14:30"), timespan("1d"), gives: "2024-03-05T00:00:00.0000000Z"),
    FunctionCase(
      "bin", datetime("2024-03-05 14:30"), timespan("7d"), gives: "2024-03-04T00:00:00.0000000Z"),
    FunctionCase("bin", timespan("-1h"), timespan("1d"), gives: "-1.00:00:00"),
    FunctionCase("floor", 2.7, gives: "2.0"),
    FunctionCase("floor", 7, gives: "7"),
    FunctionCase("bin_at", 6.5, 2.5, 7.0, gives: "4.5"),
    FunctionCase("bin_at", timespan("1h"), timespan("1d"), timespan("12h"), gives: "-12:00:00"),
    FunctionCase(
      "bin_at", datetime("2017-05-15 10:20"), timespan("1d"), datetime("1970-01-01 12:00"),
      gives: "2017-05-14T12:00:00.0000000Z"),
    FunctionCase("bin_months", datetime("2024-05-17"), 3, gives: "2024-04-01T00:00:00.0000000Z"),
    FunctionCase("bin_months", datetime("2024-05-17"), 12, gives: "2024-01-01T00:00:00.0000000Z"),
    FunctionCase("bin_months", datetime("2024-05-17"), 0, gives: "null"),
    FunctionCase("round", 2.98765, 3, gives: "2.988"),
    FunctionCase("round", 2.15, 1, gives: "2.2"),
    FunctionCase("round", 2.15, gives: "2.0"),
    FunctionCase("round", -50.55, gives: "-51.0"),
    FunctionCase("round", 0.5, gives: "1.0"),
    FunctionCase("round", 1234.5, -2, gives: "1200.0"),
    FunctionCase("round", 1250, -2, gives: "1300"),
    FunctionCase("round", 17, gives: "17"),
    FunctionCase("round", decimal("2.345"), 2, gives: "2.35"),
    FunctionCase("round", decimal("-2.345"), 2, gives: "-2.35"),
    FunctionCase("round", .real(.infinity), 2, gives: "Infinity"),
    FunctionCase("round", 1.5, .long(.max), gives: "1.5"),
    FunctionCase("round", 15, .long(.min), gives: "0"),
    FunctionCase("ceiling", 1.1, gives: "2.0"),
    FunctionCase("ceiling", -1.1, gives: "-1.0"),
    FunctionCase("ceiling", decimal("1.1"), gives: "2"),
    FunctionCase("abs", -3, gives: "3"),
    FunctionCase("abs", .int(-3), gives: "3"),
    FunctionCase("abs", .long(.min), gives: "null"),
    FunctionCase("abs", timespan("-1h"), gives: "01:00:00"),
    FunctionCase("sign", -11.2, gives: "-1.0"),
    FunctionCase("sign", 0, gives: "0"),
    FunctionCase("sqrt", -1, gives: "null"),
    FunctionCase("log", -1, gives: "null"),
    FunctionCase("log", 0, gives: "-Infinity"),
    FunctionCase("pow", -8, 0.5, gives: "null"),
    FunctionCase("pow", 2, 3, gives: "8.0"),
    FunctionCase("exp", .null(.real), gives: "null"),
    FunctionCase("isnan", .real(.nan), gives: "true"),
    FunctionCase("isinf", 1, gives: "false"),
    FunctionCase("isfinite", .real(.infinity), gives: "false"),
    FunctionCase("max_of", 2, 3.5, 1, gives: "3.5"),
    FunctionCase("min_of", .null(.long), 3, 2, gives: "2"),
    FunctionCase("max_of", .null(.long), .null(.long), gives: "null"),
    FunctionCase("max_of", "Ana", "Éva", "Bo", gives: "Éva"),
    FunctionCase("coalesce", .null(.long), 3, gives: "3"),
    FunctionCase("coalesce", "", "x", gives: "x"),
    FunctionCase("coalesce", "", "", gives: ""),
  ])
  func gives(_ example: FunctionCase) throws {
    #expect(text(try callList(example.function, example.arguments)) == example.expected)
  }

  @Test func binsOfManyRowsAgreeWithDivision() throws {
    var values: [Int64] = [.min, .min + 1, -1, 0, 1, .max - 1, .max]
    var state: UInt64 = 88_172_645_463_325_252
    for _ in 0..<2000 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      values.append(Int64(bitPattern: state) >> Int64(state % 63))
    }
    let bin = try #require(FunctionLibrary.standard.scalars.first { $0.signature.name == "bin" })
    for step in [1, 2, 3, 7, 10, 1_000_000, 864_000_000_000, Int64.max] {
      var context = EvaluationContext()
      let found = try bin.kernels[0](
        &context, [.longs(values), .constant(.long(step), count: values.count)], values.count)
      for (row, value) in values.enumerated() {
        let expected = Bin.floor(value, step: step).map { ScalarValue.long($0) } ?? .null(.long)
        #expect(found.value(at: row) == expected, "bin(\(value), \(step))")
      }
    }
  }
}

struct ConversionFunctionTests {
  @Test(arguments: [
    FunctionCase("tostring", 1.0, gives: "1.0"),
    FunctionCase("tostring", .null(.long), gives: ""),
    FunctionCase("tostring", .bool(true), gives: "true"),
    FunctionCase("tostring", json(#"{"a":[1,"x"]}"#), gives: #"{"a":[1,"x"]}"#),
    FunctionCase("tostring", json(#""x""#), gives: "x"),
    FunctionCase("toint", 2.9, gives: "2"),
    FunctionCase("toint", "x", gives: "null"),
    FunctionCase("toint", 3_000_000_000, gives: "null"),
    FunctionCase("tolong", "0xff", gives: "255"),
    FunctionCase("tolong", "", gives: "null"),
    FunctionCase("tolong", json("12"), gives: "12"),
    FunctionCase("toreal", "1e3", gives: "1000.0"),
    FunctionCase("todouble", .bool(true), gives: "1.0"),
    FunctionCase("todecimal", "1.20", gives: "1.20"),
    FunctionCase("tobool", "False", gives: "false"),
    FunctionCase(
      "toguid", "74be27de1e4e-49d9-b579-fe0b331d3642", gives: "74be27de-1e4e-49d9-b579-fe0b331d3642"
    ),
    FunctionCase(
      "toguid", "74be27de-1e4e-49d9-b579-fe0b331d3642 and more",
      gives: "74be27de-1e4e-49d9-b579-fe0b331d3642"),
    FunctionCase("toguid", "74be27de-1e4e-49d9-b579-fe0b331d364", gives: "null"),
    FunctionCase("toguid", 7, gives: "null"),
    FunctionCase(
      "dynamic_to_json", json(#"{"b":[{"z":1,"y":2}],"a":"x"}"#),
      gives: #"{"a":"x","b":[{"y":2,"z":1}]}"#),
    FunctionCase("dynamic_to_json", timespan("1d"), gives: "1.00:00:00"),
    FunctionCase("around", 5, .long(.min), .long(.max), gives: "false"),
    FunctionCase("around", 5, 6, -1, gives: "false"),
    FunctionCase("around", .real(.nan), 1.0, 1.0, gives: "false"),
    FunctionCase(
      "around", datetime("2024-03-05"), datetime("2024-03-07"), timespan("2d"), gives: "true"),
    FunctionCase("around", 5, .null(.long), 1, gives: "null"),
    FunctionCase("tobool", 7, gives: "true"),
    FunctionCase("tobool", "maybe", gives: "null"),
    FunctionCase("todatetime", "14:30 5 Mar 2024", gives: "2024-03-05T14:30:00.0000000Z"),
    FunctionCase("todatetime", "someday", gives: "null"),
    FunctionCase("totimespan", "1.5h", gives: "01:30:00"),
    FunctionCase("parse_json", "[1, 2", gives: "[1, 2"),
    FunctionCase("parse_json", "", gives: "null"),
    FunctionCase("parse_json", #"{"a": 1}"#, gives: #"{"a":1}"#),
    FunctionCase("todynamic", json("[1]"), gives: "[1]"),
    FunctionCase("gettype", json("1"), gives: "int"),
    FunctionCase("gettype", json("{}"), gives: "dictionary"),
    FunctionCase("gettype", json("null"), gives: "null"),
    FunctionCase("gettype", 1.5, gives: "real"),
    FunctionCase("isnull", .null(.long), gives: "true"),
    FunctionCase("isnull", "", gives: "false"),
    FunctionCase("isnotnull", 1, gives: "true"),
    FunctionCase("isempty", .null(.long), gives: "true"),
    FunctionCase("isempty", json(#""""#), gives: "true"),
    FunctionCase("isnotempty", json("[]"), gives: "true"),
  ])
  func gives(_ example: FunctionCase) throws {
    #expect(text(try callList(example.function, example.arguments)) == example.expected)
  }
}
