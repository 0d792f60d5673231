package import Columns
import Diagnostics
package import QueryPlanning
package import TokenPatterns

/// The tokens behind the tables, as patterns look for them and as their matches are shown.
package protocol PatternTokens: TokenSource {
  /// The tokens that a row of a table stands over; nil where it stands in no article.
  func tokens(of row: RowReference) -> Range<Int>?
  /// The tokens of the article that a token stands in.
  func article(of token: Int) -> Range<Int>
  /// Appends the text from the first to the last token, in one line.
  func appendText(of tokens: Range<Int>, to bytes: inout [UInt8])
  /// The place of tokens as a value: article, start and end.
  func span(of tokens: Range<Int>) -> DynamicValue
  /// A text cut into tokens as articles are.
  func words(in text: String) -> [String]
}

extension PatternSearch {
  /// A search as a query asks for it.
  init(_ match: MatchSpecification, in tokens: any PatternTokens, _ context: EvaluationContext) {
    let cancellation = context.cancellation
    self.init(
      in: tokens,
      context: PatternContext(
        lists: match.lists, words: { tokens.words(in: $0) },
        foldingAccents: { Fold.folded($0) }),
      options: PatternOptions(strategy: match.strategy, allowsOverlap: match.allowsOverlap),
      checkCancellation: { try cancellation.check() })
  }

  /// Runs a search; what goes wrong with the pattern is told at the operator.
  static func told<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let failure as PatternFailure {
      throw ExecutionError.badArgument(
        function: "match", reason: failure.diagnostics.first?.message ?? "the pattern cannot be run"
      )
    } catch let limit as PatternLimitExceeded {
      throw ExecutionError.badArgument(
        function: "match",
        reason: "the pattern takes more than \(limit.limit) \(limit.kind.rawValue)")
    }
  }
}

extension MatchSpecification {
  /// The pattern, within its span where it names one.
  var boundedPattern: TokenPatternSyntax {
    guard let within else { return pattern }
    let root = PatternNode(
      .filter(
        pattern.root, .within, isNegated: false,
        PatternNode(.span(SpanTest(name: within), .whole), pattern.root.range)),
      pattern.root.range)
    return TokenPatternSyntax(strategy: pattern.strategy, root: root)
  }
}
