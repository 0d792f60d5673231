import Columns
import QueryPlanning

/// The string predicates of two sides: `=~`, `contains`, `startswith`, `has` and their kin.
extension TextPredicate {
  static let functions: [ScalarFunction] =
    [
      declare(
        "=~", .equals, isCaseSensitive: false, "Whether both texts are equal, case aside.",
        ("print \"Ruiz\" =~ \"RUIZ\"", "true")),
      declare(
        "!~", .equals, isCaseSensitive: false, isNegated: true,
        "Whether the texts differ, case aside.", ("print \"Ruiz\" !~ \"RUIZ\"", "false")),
    ]
    + family(
      "contains", .contains, "Whether the text contains the other anywhere",
      text: "Ceasefire", part: "FIRE")
    + family(
      "startswith", .startsWith, "Whether the text starts with the other",
      text: "Ceasefire", part: "cease")
    + family(
      "endswith", .endsWith, "Whether the text ends with the other",
      text: "Ceasefire", part: "Fire")
    + family(
      "has", .has, "Whether the other stands in the text as whole terms",
      text: "the road to Ostrava", part: "Road")
    + family(
      "hasprefix", .hasPrefix, "Whether a term of the text starts with the other",
      text: "the road to Ostrava", part: "ost")
    + family(
      "hassuffix", .hasSuffix, "Whether a term of the text ends with the other",
      text: "the road to Ostrava", part: "RAVA")

  // MARK: - Implementation

  /// The predicate with its negation and both with `_cs`, where case counts.
  private static func family(
    _ name: String, _ relation: Relation, _ summary: String, text: String, part: String
  ) -> [ScalarFunction] {
    [(isCaseSensitive: false, isNegated: false), (false, true), (true, false), (true, true)].map {
      isCaseSensitive, isNegated in
      let spelling = (isNegated ? "!" : "") + name + (isCaseSensitive ? "_cs" : "")
      let rest =
        (isNegated ? "; negated" : "") + (isCaseSensitive ? "; case counts." : ", case aside.")
      return declare(
        spelling, relation, isCaseSensitive: isCaseSensitive, isNegated: isNegated, summary + rest,
        (
          "print \"\(text)\" \(spelling) \"\(part)\"",
          isCaseSensitive == isNegated ? "true" : "false"
        ))
    }
  }

  private static func declare(
    _ name: String, _ relation: Relation, isCaseSensitive: Bool, isNegated: Bool = false,
    _ summary: String, _ example: (query: String, answer: String)
  ) -> ScalarFunction {
    ScalarFunction(
      name, .taking(.text("text"), .text("other"), giving: .bool), summary: summary,
      example: example
    ) { context, arguments, count in
      var ready: (pattern: [UInt8], predicate: TextPredicate)?
      return context.mapTextToBool(arguments, count) { text, row in
        arguments[1].withUTF8(row) { pattern in
          if ready.map({ !pattern.elementsEqual($0.pattern) }) ?? true {
            let predicate = TextPredicate(relation, pattern, isCaseSensitive: isCaseSensitive)
            ready = (Array(pattern), predicate)
          }
          return (ready?.predicate.matches(text) ?? false) != isNegated
        }
      }
    }
  }
}
