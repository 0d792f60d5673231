import Columns
import Testing

@testable import QueryExecution

struct DynamicFunctionTests {
  @Test(arguments: [
    FunctionCase("array_length", json("[1,2,3]"), gives: "3"),
    FunctionCase("array_length", json("[]"), gives: "0"),
    FunctionCase("array_length", json("{}"), gives: "null"),
    FunctionCase("array_concat", json("[1]"), json("[2,[3]]"), gives: "[1,2,[3]]"),
    FunctionCase("array_concat", json("1"), gives: "null"),
    FunctionCase("array_slice", json("[1,2,3,4,5]"), 1, 2, gives: "[2,3]"),
    FunctionCase("array_slice", json("[1,2,3,4,5]"), 2, -1, gives: "[3,4,5]"),
    FunctionCase("array_slice", json("[1,2,3,4,5]"), -3, -2, gives: "[3,4]"),
    FunctionCase("array_slice", json("[1,2,3]"), 2, 1, gives: "[]"),
    FunctionCase("array_slice", json("[1,2,3]"), .long(.min), .long(.max), gives: "[1,2,3]"),
    FunctionCase("array_index_of", json(#"["a","b","a"]"#), "a", gives: "0"),
    FunctionCase("array_index_of", json(#"["a","b","a"]"#), "a", 1, gives: "2"),
    FunctionCase("array_index_of", json(#"["a","b","a"]"#), "a", 0, -1, 2, gives: "2"),
    FunctionCase("array_index_of", json("[1,2.0]"), 2, gives: "1"),
    FunctionCase("array_index_of", json("[1,2]"), 7, gives: "-1"),
    FunctionCase("array_index_of", json("[1,2]"), 1, .long(.max), .long(.max), gives: "-1"),
    FunctionCase("array_reverse", json("[1,[2,3]]"), gives: "[[2,3],1]"),
    FunctionCase("array_sum", json("[1,2.5,null]"), gives: "3.5"),
    FunctionCase("array_sum", json(#"[1,"x"]"#), gives: "null"),
    FunctionCase(
      "array_sort_asc", json(#"["b",3,null,"a",1.5]"#), gives: #"[1.5,3,"a","b",null]"#),
    FunctionCase(
      "array_sort_desc", json(#"["b",3,null,"a",1.5]"#), gives: #"[3,1.5,"b","a",null]"#),
    FunctionCase("array_sort_asc", json("[2,null,1]"), .bool(false), gives: "[null,1,2]"),
    FunctionCase("zip", json("[1,2]"), json("[3]"), gives: "[[1,3],[2,null]]"),
    FunctionCase("pack_array", 1, "a", .null(.long), .bool(true), gives: #"[1,"a",null,true]"#),
    FunctionCase("pack_array", gives: "[]"),
    FunctionCase("repeat", "a", 2, gives: #"["a","a"]"#),
    FunctionCase("repeat", 1, -1, gives: "null"),
    FunctionCase("bag_pack", "a", 1, "", 2, "b", json("[1]"), gives: #"{"a":1,"b":[1]}"#),
    FunctionCase("pack", "a", 1, "a", 2, gives: #"{"a":2}"#),
    FunctionCase("bag_keys", json(#"{"b":1,"a":{"c":2}}"#), gives: #"["b","a"]"#),
    FunctionCase("bag_keys", json("[1]"), gives: "null"),
    FunctionCase("bag_has_key", json(#"{"a":{"b":1}}"#), "a", gives: "true"),
    FunctionCase("bag_has_key", json(#"{"a":{"b":1}}"#), "$.a.b", gives: "true"),
    FunctionCase("bag_has_key", json(#"{"a":{"b":1}}"#), "$.b", gives: "false"),
    FunctionCase(
      "bag_merge", json(#"{"a":1}"#), .null(.dynamic), json(#"{"a":2,"b":3}"#),
      gives: #"{"a":1,"b":3}"#),
    FunctionCase(
      "bag_remove_keys", json(#"{"a":{"b":1,"c":2},"d":3}"#), json(#"["$.a.b","d"]"#),
      gives: #"{"a":{"c":2}}"#),
    FunctionCase("set_has_element", json("[1,2]"), 2.0, gives: "true"),
    FunctionCase("set_has_element", json(#"["a"]"#), "b", gives: "false"),
    FunctionCase("set_union", json("[1,2,1]"), json("[3,2]"), gives: "[1,2,3]"),
    FunctionCase("set_intersect", json("[1,2,3]"), json("[3,1]"), gives: "[1,3]"),
    FunctionCase("set_difference", json("[1,2,3]"), json("[3]"), json("[1]"), gives: "[2]"),
    FunctionCase("jaccard_index", json("[1,2]"), json("[2,3,4]"), gives: "0.25"),
    FunctionCase("strcat_array", json("[1,2]"), "->", gives: "1->2"),
    FunctionCase("range", 1, 8, 3, gives: "[1,4,7]"),
    FunctionCase("range", 3, 1, gives: "[]"),
    FunctionCase("range", 3, 1, -1, gives: "[3,2,1]"),
    FunctionCase("range", 1, 2, 0.5, gives: "[1.0,1.5,2.0]"),
    FunctionCase("range", .long(.max), .long(.max), gives: "[9223372036854775807]"),
    FunctionCase(
      "range", timespan("1h"), timespan("3h"), gives: #"["01:00:00","02:00:00","03:00:00"]"#),
    FunctionCase(
      "array_sort_asc", json(#"[true,"b",2,[1],"a",1]"#), gives: #"[1,2,"a","b",true,[1]]"#),
    FunctionCase(
      "array_sort_desc", json("[1,3,2]"), json(#"["a","c","b"]"#), json("[1]"),
      gives: #"[[3,2,1],["c","b","a"],null]"#),
    FunctionCase(
      "array_sort_asc", json("[2,null]"), json("[5,6]"), .bool(false), gives: "[[null,2],[6,5]]"),
    FunctionCase("array_rotate_left", json("[1,2,3,4]"), 5, gives: "[2,3,4,1]"),
    FunctionCase("array_rotate_left", json("[1,2,3,4]"), -1, gives: "[4,1,2,3]"),
    FunctionCase("array_rotate_right", json("[1,2,3]"), .long(.min), gives: "[3,1,2]"),
    FunctionCase("array_rotate_left", json("[]"), 3, gives: "[]"),
    FunctionCase("array_rotate_left", json("7"), 3, gives: "null"),
    FunctionCase("array_shift_left", json(#"["a","b"]"#), 1, gives: #"["b",""]"#),
    FunctionCase("array_shift_right", json("[1,2]"), .long(.max), 0, gives: "[0,0]"),
    FunctionCase("array_shift_right", json("[1,2]"), -1, gives: "[2,null]"),
    FunctionCase("array_split", json("[1,2,3]"), -1, gives: "[[1,2],[3]]"),
    FunctionCase("array_split", json("[1,2,3]"), json("[2,0]"), gives: "[[],[1,2],[3]]"),
    FunctionCase("array_split", json("[1,2,3]"), .long(.min), gives: "[[],[1,2,3]]"),
    FunctionCase("array_split", json("[1]"), json(#"["x"]"#), gives: "null"),
    FunctionCase(
      "array_iff", json(#"[1,0,"x",null,true]"#), "y", json("[1,2]"),
      gives: #"["y",2,null,null,"y"]"#),
    FunctionCase("array_iff", json("[false,false]"), 1, json("[7]"), gives: "[7,null]"),
    FunctionCase("extract_json", "$.a[1]['b c']", #"{"a":[0,{"b c":1.5}]}"#, gives: "1.5"),
    FunctionCase("extract_json", "$", "[1, 2]", gives: "[1,2]"),
    FunctionCase("extract_json", "$.a[-1]", #"{"a":[1,2]}"#, gives: "2"),
    FunctionCase("extract_json", "$.a..b", "{}", gives: ""),
    FunctionCase("extract_json", "$.a", "no JSON", gives: ""),
    FunctionCase("bag_has_key", json(#"{"a b":{"c":null}}"#), "$['a b'].c", gives: "true"),
    FunctionCase(
      "bag_remove_keys", json(#"{"$":1,"a":2}"#), json(#"["$"]"#), gives: #"{"$":1,"a":2}"#),
  ])
  func gives(_ example: FunctionCase) throws {
    #expect(text(try callList(example.function, example.arguments)) == example.expected)
  }

  @Test func longArraysAreRefusedOrCut() throws {
    #expect(throws: ExecutionError.self) { try call("repeat", 0, .long(.max)) }
    for end in [ScalarValue.long(.max), .real(1e300)] {
      let array = try call("range", 1, end, end == .long(.max) ? 1 : 1.0)
      #expect(text(try call("array_length", array)) == "1048576")
    }
  }
}
