import ArticleModel

/// What the `# meta::` comments of a document plainly say of the article: its title, its authors
/// and when it was published.
struct CoNLLUMetadata {
  private var title: String?
  private var authors: [String] = []
  private var published: PublicationTime?

  mutating func take(_ entry: CoNLLUSentence.Metadata, _ log: inout CoNLLUProblemLog) {
    guard !entry.value.isEmpty, entry.value != "_" else { return }
    switch entry.key {
    case "title": title = title ?? entry.value
    case "author", "authors":
      authors += entry.value.split(separator: ";").map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }.filter { !$0.isEmpty && !authors.contains($0) }
    case "dateCreated", "datePublished", "published":
      published = published ?? time(entry, &log)
    default: break
    }
  }

  func apply(to article: inout Article) {
    article.headline = title.map { Article.Stated($0) }
    article.authors = authors
    article.published = published
  }

  // MARK: - Implementation

  private func time(
    _ entry: CoNLLUSentence.Metadata, _ log: inout CoNLLUProblemLog
  ) -> PublicationTime? {
    // A year or month alone is a date, and no day is made of it.
    if entry.value.utf8.count < 8, entry.value.utf8.allSatisfy({ Self.isOfYearAndMonth($0) }) {
      return nil
    }
    do throws(PublicationTimeError) {
      return try PublicationTime(parsing: entry.value)
    } catch {
      // A time of day in no known zone still says the day.
      if case .missingZone(_, let day) = error { return .day(day) }
      log.add(.date(error), line: entry.line)
      return nil
    }
  }

  private static func isOfYearAndMonth(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || byte == UInt8(ascii: "-")
  }
}
