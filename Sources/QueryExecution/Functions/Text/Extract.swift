import Columns
import QueryPlanning
import RegularExpressions

/// What a regular expression's groups match: `extract` and `extract_all`.
enum Extract {
  static let functions: [ScalarFunction] = [
    ScalarFunction(
      "extract", .taking(.pattern("pattern"), .long("group"), .text("text"), giving: .string),
      summary: "What a group of the first match is (0 is the whole match); empty without one.",
      example: ("print extract(\"([A-Z][a-z]+) said\", 1, \"It's over, Ruiz said.\")", "Ruiz")
    ) { context, arguments, count in
      let fixed = try arguments[0].constantPattern()
      let groups = arguments[1].longRows
      let cancellation = context.cancellation
      return try context.mapText([arguments[2], arguments[0], arguments[1]], count) {
        text, row, bytes in
        try cancellation.check()
        let expression = try fixed ?? arguments[0].withUTF8(row) { try .compiled($0) }
        guard let group = groups[row], group >= 0, group <= Int64(expression.groupCount),
          let match = expression.firstMatch(in: text), let range = match[Int(group)]
        else { return }
        bytes.append(contentsOf: text[range])
      }
    },
    ScalarFunction(
      "extract_all", .taking(.pattern("pattern"), .text("text"), giving: .dynamic),
      .taking(.pattern("pattern"), .dynamic("groups"), .text("text"), giving: .dynamic),
      summary: "What the groups of all matches are, as an array; null without a match.",
      example: ("print extract_all(\"([0-9]+)\", \"12 of 40\")", "[\"12\",\"40\"]")
    ) { context, arguments, count in
      let fixed = try arguments[0].constantPattern()
      let groups = arguments.count > 2 ? arguments[1].dynamicRows : nil
      let texts = arguments[arguments.count - 1]
      let cancellation = context.cancellation
      return try context.dynamicRows(count, of: arguments) { row in
        try cancellation.check()
        let expression = try fixed ?? arguments[0].withUTF8(row) { try .compiled($0) }
        let wanted = groupNumbers(groups?[row], of: expression)
        var found: [DynamicValue] = []
        try texts.withUTF8(row) { text in
          try expression.forEachMatch(in: text, cancellation: cancellation) { match in
            let parts = wanted.map { group in
              DynamicValue.string(
                match[group].map { String(decoding: text[$0], as: UTF8.self) } ?? "")
            }
            found.append(parts.count == 1 ? parts[0] : .array(parts))
            return true
          }
        }
        return found.isEmpty ? .null : .array(found)
      }
    },
  ]

  // MARK: - Implementation

  /// The groups asked for by number or name, those that the pattern has; without a list all of them, or the whole
  /// match where it has none.
  private static func groupNumbers(
    _ asked: DynamicValue?, of expression: RegularExpression
  ) -> [Int] {
    if case .array(let members)? = asked {
      let known = 0...expression.groupCount
      return members.compactMap { member in
        switch member {
        case .long(let number): return Int(exactly: number)
        case .string(let name): return expression.group(named: name)
        case .null, .bool, .real, .datetime, .timespan, .array, .bag: return nil
        }
      }.filter { known.contains($0) }
    }
    return expression.groupCount == 0 ? [0] : Array(1...expression.groupCount)
  }
}
