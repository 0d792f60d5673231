import ArticleModel
import Calendar
import Columns

extension CorpusTable {
  static let entities = CorpusTable(
    identifier: .entities, name: "entities",
    summary: "One row a person, organization or place of the corpus.",
    otherNames: ["entity", "names"],
    columns: [
      CorpusColumn("id", .long, "The row's number in its table, from 1.") {
        .longs($0.entities.members.indices.map { Int64($0) + 1 })
      },
      CorpusColumn("name", .string, "The fullest form of the name.") {
        .strings(
          $0.entities.members.indices.map { Int32(truncatingIfNeeded: $0) },
          in: CorpusTable.Identifier.entities.rowNames(in: $0))
      },
      CorpusColumn(
        "kind", .string, "person, organization, place, group or other.",
        values: Entity.Kind.allCases.map(\.rawValue)
      ) {
        strings($0) { $0.entity.kind.rawValue }
      },
      CorpusColumn("titles", .dynamic, "Titles and roles stated with the name.") {
        arrays($0) { $0.entity.titles }
      },
      CorpusColumn("aliases", .dynamic, "Other forms of the name.") {
        arrays($0) { $0.entity.aliases }
      },
      CorpusColumn("mention_count", .long, "Mentions in all articles.") {
        .longs($0.entities.members.map { Int64($0.mentionCount) })
      },
      CorpusColumn("article_count", .long, "Articles that mention it.") {
        .longs($0.entities.members.map { Int64($0.articles.count) })
      },
      CorpusColumn("first_published", .datetime, "The day of the first article that does.") {
        days($0) { $0.firstPublished }
      },
      CorpusColumn("last_published", .datetime, "The day of the last article that does.") {
        days($0) { $0.lastPublished }
      },
      CorpusColumn("how", .string, "The rule or model that found it, 'given' or 'user'.") {
        strings($0) { $0.entity.evidence.how }
      },
      CorpusColumn("confidence", .real, "The share of such rows that are right, 0 to 1.") {
        .reals($0.entities.members.map { $0.entity.evidence.confidence })
      },
    ],
    rowCount: { $0.entities.members.count })

  // MARK: - Implementation

  private static func strings(
    _ corpus: AnnotatedCorpus, _ value: (CorpusEntities.Member) -> String
  ) -> ColumnVector {
    var builder = StringColumnBuilder()
    for member in corpus.entities.members { builder.append(value(member)) }
    return builder.finish()
  }

  private static func arrays(
    _ corpus: AnnotatedCorpus, _ value: (CorpusEntities.Member) -> [String]
  ) -> ColumnVector {
    .dynamics(
      corpus.entities.members.map { member in .array(value(member).map { .string($0) }) })
  }

  private static func days(
    _ corpus: AnnotatedCorpus, _ value: (CorpusEntities.Member) -> CalendarDate?
  ) -> ColumnVector {
    let days = corpus.entities.members.map { value($0)?.dayNumber }
    let validity: [UInt8] = days.map { $0 == nil ? 0 : 1 }
    return .longs(
      days.map { Int64($0 ?? 0) * Instant.ticksPerDay },
      validity: validity.contains(0) ? validity : nil, type: .datetime)
  }
}
