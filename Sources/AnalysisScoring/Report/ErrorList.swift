import ArticleModel
import Columns

/// One place where what was found differs from the gold.
struct ScoringError: Sendable {
  /// What sort of error it is: `missed person`, `wrong value`.
  var category: String
  /// The article's id.
  var article: String
  /// Where in it, in code points.
  var offset: Int
  /// How bad it is among errors of its kind; the worse come first.
  var weight: Int
  /// What is to be seen: `gold`, `found` and the like, each with its text.
  var details: [(label: String, text: String)]
}

/// The errors of a run by kind, the commonest kind first.
struct ErrorList: Sendable {
  /// The most kinds that people are shown; the rarer ones are counted together.
  private static let kindLimit = 30

  private var errors: [ScoringError] = []

  mutating func append(_ error: ScoringError) { errors.append(error) }

  /// Each kind with all its errors, the worst first, else in the order of the articles.
  private var kinds: [(category: String, errors: [ScoringError])] {
    var byCategory: [String: [ScoringError]] = [:]
    for error in errors { byCategory[error.category, default: []].append(error) }
    return byCategory.map { category, errors in
      let order = errors.indices.sorted {
        (-errors[$0].weight, $0) < (-errors[$1].weight, $1)
      }
      return (category, order.map { errors[$0] })
    }.sorted { ($1.errors.count, $0.category) < ($0.errors.count, $1.category) }
  }

  /// For people: each kind with its number and `limit` examples.
  func text(limit: Int) -> String {
    var text = ""
    let kinds = kinds
    for (category, errors) in kinds.prefix(Self.kindLimit) {
      let shown = errors.prefix(limit)
      text += "\n=== \(category): \(errors.count)\n"
      for error in shown {
        text += "\n- \(error.article) @\(error.offset)\n"
        for (label, detail) in error.details {
          let blanks = String(repeating: " ", count: max(0, 5 - label.utf8.count))
          text += "  \(label)\(blanks)  \(detail)\n"
        }
      }
    }
    let rest = kinds.dropFirst(Self.kindLimit)
    if !rest.isEmpty {
      text +=
        "\n=== of \(rest.count.counted("other kind")): \(rest.reduce(0) { $0 + $1.errors.count })\n"
    }
    return text
  }

  /// For programs: the same.
  func json(limit: Int) -> DynamicValue {
    .array(
      kinds.map { category, errors in
        .bag([
          .init("kind", category), .init("count", errors.count),
          .init("examples", .array(errors.prefix(limit).map(Self.json))),
        ])
      })
  }

  private static func json(_ error: ScoringError) -> DynamicValue {
    .bag(
      [.init("article", error.article), .init("offset", error.offset)]
        + error.details.map { .init($0.label, $0.text) })
  }
}
