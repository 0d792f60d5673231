package import ArticleModel
import Calendar
package import Columns

/// The rows of one layer over all articles, and the ways of making columns of them.
package struct Layer<Row: Sendable>: Sendable {
  /// One row where it stands.
  package struct Place {
    package let articleIndex: Int
    package let article: AnnotatedArticle
    package let index: Int
    package let row: Row
  }

  let rows: @Sendable (AnnotatedArticle) -> [Row]

  package func count(in corpus: AnnotatedCorpus) -> Int {
    corpus.articles.reduce(0) { $0 + rows($1).count }
  }

  /// The row number of each article's first row.
  func starts(in articles: [AnnotatedArticle]) -> [Int] {
    var next = 0
    return articles.map { article in
      defer { next += rows(article).count }
      return next
    }
  }

  func forEach(in corpus: AnnotatedCorpus, _ body: (Place) -> Void) {
    for (articleIndex, article) in corpus.articles.enumerated() {
      for (index, row) in rows(article).enumerated() {
        body(Place(articleIndex: articleIndex, article: article, index: index, row: row))
      }
    }
  }

  // MARK: - Columns

  func numbers(
    _ corpus: AnnotatedCorpus, _ value: (Place) -> Int?
  ) -> ColumnVector {
    var values: [Int64] = []
    var validity: [UInt8] = []
    forEach(in: corpus) { place in
      let number = value(place)
      values.append(Int64(number ?? 0))
      validity.append(number == nil ? 0 : 1)
    }
    return .longs(values, validity: validity.contains(0) ? validity : nil)
  }

  func truths(_ corpus: AnnotatedCorpus, _ value: (Place) -> Bool) -> ColumnVector {
    var values: [UInt8] = []
    forEach(in: corpus) { values.append(value($0) ? 1 : 0) }
    return .bools(values)
  }

  func reals(_ corpus: AnnotatedCorpus, _ value: (Place) -> Double) -> ColumnVector {
    var values: [Double] = []
    forEach(in: corpus) { values.append(value($0)) }
    return .reals(values)
  }

  /// Midnight UTC of each day.
  func days(_ corpus: AnnotatedCorpus, _ value: (Place) -> CalendarDate?)
    -> ColumnVector
  {
    instants(corpus) { place in
      value(place).map { Instant(ticks: Int64($0.dayNumber) * Instant.ticksPerDay) }
    }
  }

  func instants(_ corpus: AnnotatedCorpus, _ value: (Place) -> Instant?) -> ColumnVector {
    var values: [Int64] = []
    var validity: [UInt8] = []
    forEach(in: corpus) { place in
      let instant = value(place)
      values.append(instant?.ticks ?? 0)
      validity.append(instant == nil ? 0 : 1)
    }
    return .longs(values, validity: validity.contains(0) ? validity : nil, type: .datetime)
  }

  func decimals(_ corpus: AnnotatedCorpus, _ value: (Place) -> DecimalValue?) -> ColumnVector {
    var values: [DecimalValue] = []
    var validity: [UInt8] = []
    forEach(in: corpus) { place in
      let number = value(place)
      values.append(number ?? DecimalValue(mantissa: 0, scale: 0))
      validity.append(number == nil ? 0 : 1)
    }
    return .decimals(values, validity: validity.contains(0) ? validity : nil)
  }

  func dynamics(_ corpus: AnnotatedCorpus, _ value: (Place) -> DynamicValue) -> ColumnVector {
    var values: [DynamicValue] = []
    forEach(in: corpus) { values.append(value($0)) }
    return .dynamics(values)
  }

  /// Strings of which many are equal: each is kept once.
  ///
  /// Nil is "".
  func names(_ corpus: AnnotatedCorpus, _ value: (Place) -> String?) -> ColumnVector {
    var ids: [Int32] = []
    var known: [String: Int32] = [:]
    var strings: [String] = []
    forEach(in: corpus) { place in
      let string = value(place) ?? ""
      if let id = known[string] {
        ids.append(id)
      } else {
        let id = Int32(truncatingIfNeeded: strings.count)
        known[string] = id
        strings.append(string)
        ids.append(id)
      }
    }
    return .strings(ids, in: StringDictionary(strings, isUnique: true))
  }

  /// Words of the articles' tables: each is kept once over all articles.
  func words(_ corpus: AnnotatedCorpus, _ value: (Place) -> WordID) -> ColumnVector {
    var table = WordTable()
    var ids: [Int32] = []
    var mapping: [Int32] = []
    var articleIndex = -1
    forEach(in: corpus) { place in
      if place.articleIndex != articleIndex {
        articleIndex = place.articleIndex
        mapping = Array(repeating: -1, count: place.article.words.count)
      }
      let word = value(place)
      if mapping[Int(word.index)] < 0 {
        mapping[Int(word.index)] =
          Int32(truncatingIfNeeded: table.intern(place.article.words.utf8(word)).index)
      }
      ids.append(mapping[Int(word.index)])
    }
    let entries = (0..<table.count).map { Int(table.offsets[$0])..<Int(table.offsets[$0 + 1]) }
    return .strings(
      ids, in: StringDictionary(bytes: table.bytes, entries: entries, isUnique: true))
  }

  /// Slices of the articles' texts, each in one line; nil is "".
  func slices(_ corpus: AnnotatedCorpus, _ value: (Place) -> TextRange?) -> ColumnVector {
    var entries: [Range<Int>] = []
    var breaksLine = false
    forEach(in: corpus) { place in
      let start = corpus.textStarts[place.articleIndex]
      let range = value(place)
      breaksLine = breaksLine || range.map { place.article.text.breaksLine($0) } ?? false
      entries.append(range.map { start + $0.start..<start + $0.end } ?? 0..<0)
    }
    if breaksLine {
      return strings(corpus) { place in value(place).map { place.article.text.line($0) } }
    }
    let ids = entries.indices.map { Int32(truncatingIfNeeded: $0) }
    return .strings(ids, in: StringDictionary(bytes: corpus.textHeap, entries: entries))
  }

  /// Strings made for each row.
  func strings(_ corpus: AnnotatedCorpus, _ value: (Place) -> String?) -> ColumnVector {
    var builder = StringColumnBuilder()
    forEach(in: corpus) { builder.append(value($0) ?? "") }
    return builder.finish()
  }

  /// Row numbers of another table, whose rows are shown by `names`.
  func references(
    _ corpus: AnnotatedCorpus, to table: CorpusTable.Identifier, _ value: (Place) -> Int?
  ) -> ColumnVector {
    let dictionary = table.rowNames(in: corpus)
    let absent = dictionary.absentRow ?? 0
    var ids: [Int32] = []
    forEach(in: corpus) { place in
      ids.append(value(place).map { Int32(truncatingIfNeeded: $0) } ?? absent)
    }
    return .strings(ids, in: dictionary)
  }
}

extension Layer {
  /// `id`, the columns that every row standing in an article has.
  func identifier() -> CorpusColumn {
    CorpusColumn("id", .long, "The row's number in its table, from 1.") { corpus in
      .longs((0..<count(in: corpus)).map { Int64($0) + 1 })
    }
  }

  /// `article`, `span_start`, `span_end`, `how` and `confidence`.
  func origin(
    span: @escaping @Sendable (Place) -> TextRange,
    evidence: @escaping @Sendable (Place) -> Evidence
  ) -> [CorpusColumn] {
    [
      CorpusColumn("article", .string, "The article it stands in.", reference: .articles) {
        references($0, to: .articles) { $0.articleIndex }
      },
      CorpusColumn("span_start", .long, "Where it starts, in code points of the article's text.") {
        numbers($0) { $0.article.text.scalarOffset(of: span($0).start) }
      },
      CorpusColumn("span_end", .long, "Where it ends, in code points; not included.") {
        numbers($0) { $0.article.text.scalarOffset(of: span($0).end) }
      },
      CorpusColumn("how", .string, "The rule or model that found it, 'given' or 'user'.") {
        names($0) { evidence($0).how }
      },
      CorpusColumn("confidence", .real, "The share of such rows that are right, 0 to 1.") {
        reals($0) { evidence($0).confidence }
      },
    ]
  }

  /// `sentence`, as a reference to the row there.
  func sentence(_ index: @escaping @Sendable (Place) -> Int) -> CorpusColumn {
    CorpusColumn("sentence", .string, "The sentence it stands in.", reference: .sentences) {
      let starts = $0.starts[CorpusTable.Identifier.sentences.rawValue]
      return references($0, to: .sentences) { starts[$0.articleIndex] + index($0) }
    }
  }
}

/// The layers of the article model.
package enum Layers {
  package static let articles = Layer<AnnotatedArticle> { [$0] }
  package static let paragraphs = Layer<Paragraph> { $0.paragraphs }
  package static let sentences = Layer<Sentence> { $0.sentences }
  package static let tokens = Layer<Token> { $0.tokens }
  package static let mentions = Layer<Mention> { $0.mentions }
  package static let quotations = Layer<Quotation> { $0.quotations }
  package static let timeExpressions = Layer<TimeExpression> { $0.timeExpressions }
  package static let quantities = Layer<Quantity> { $0.quantities }
  package static let events = Layer<Event> { $0.events }
}

extension CorpusTable.Identifier {
  /// What rows of the table are called where another column refers to them: names and titles; the
  /// words of tokens; the number of what has no name.
  package func rowNames(in corpus: AnnotatedCorpus) -> StringDictionary {
    switch self {
    case .articles:
      return StringDictionary(
        rowsOf: rawValue, names: corpus.articles.map { corpus.title(of: $0) })
    case .entities:
      return StringDictionary(
        rowsOf: rawValue, names: corpus.entities.members.map(\.entity.name))
    case .tokens:
      return StringDictionary(
        rowsOf: rawValue,
        names: corpus.articles.flatMap { article in
          article.tokens.map { article.words[$0.word] }
        })
    case .paragraphs, .sentences, .mentions, .quotes, .dates, .quantities, .events:
      return StringDictionary(
        rowsOf: rawValue, names: (0..<rowCount(in: corpus)).map { String($0 + 1) })
    }
  }

  /// The row number of each article's first row.
  func starts(in articles: [AnnotatedArticle]) -> [Int] {
    switch self {
    case .articles: return Layers.articles.starts(in: articles)
    case .entities: return []
    case .paragraphs: return Layers.paragraphs.starts(in: articles)
    case .sentences: return Layers.sentences.starts(in: articles)
    case .tokens: return Layers.tokens.starts(in: articles)
    case .mentions: return Layers.mentions.starts(in: articles)
    case .quotes: return Layers.quotations.starts(in: articles)
    case .dates: return Layers.timeExpressions.starts(in: articles)
    case .quantities: return Layers.quantities.starts(in: articles)
    case .events: return Layers.events.starts(in: articles)
    }
  }

  package func rowCount(in corpus: AnnotatedCorpus) -> Int {
    switch self {
    case .articles: return corpus.articles.count
    case .entities: return corpus.entities.members.count
    case .paragraphs: return Layers.paragraphs.count(in: corpus)
    case .sentences: return Layers.sentences.count(in: corpus)
    case .tokens: return Layers.tokens.count(in: corpus)
    case .mentions: return Layers.mentions.count(in: corpus)
    case .quotes: return Layers.quotations.count(in: corpus)
    case .dates: return Layers.timeExpressions.count(in: corpus)
    case .quantities: return Layers.quantities.count(in: corpus)
    case .events: return Layers.events.count(in: corpus)
    }
  }
}
