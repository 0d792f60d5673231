import Columns
import QueryPlanning

/// Spans: places in articles as values, their words, and how two of them lie.
///
/// Where a span is taken, a reference to a row that stands in an article (`sentence`, `paragraph`,
/// `article`) is taken too.
enum Spans {
  static let functions: [ScalarFunction] =
    [span, textOf, spanOf, articleOf, sentenceOf, wordsBetween]
    + [
      relation(
        "overlaps", "Whether two spans share a character.",
        example: ("print overlaps(span(a1, 0, 10), span(a1, 9, 20))", "true")
      ) { $0.start < $1.end && $1.start < $0.end },
      relation(
        "inside", "Whether the first span lies within the second.",
        example: ("print inside(span(a1, 2, 8), span(a1, 0, 10))", "true")
      ) { $1.start <= $0.start && $0.end <= $1.end },
      relation(
        "covers", "Whether the first span has the whole second in it.",
        example: ("print covers(span(a1, 0, 10), span(a1, 2, 8))", "true")
      ) { $0.start <= $1.start && $1.end <= $0.end },
      relation(
        "precedes", "Whether the first span ends before the second begins.",
        example: ("print precedes(span(a1, 0, 10), span(a1, 10, 12))", "true")
      ) { $0.end <= $1.start },
    ]

  // MARK: - Implementation

  private static let span = ScalarFunction(
    "span", .taking(.any("article"), .long("start"), .long("end"), giving: .dynamic),
    summary: "A place in an article: its id, and code points, the end not included.",
    example: ("print span(a12, 345, 380)", #"{"article":"a12","start":345,"end":380}"#)
  ) { context, arguments, count in
    let (starts, ends) = (arguments[1].longRows, arguments[2].longRows)
    return context.dynamicRows(count, of: arguments) { row in
      guard let start = starts[row], let end = ends[row], start <= end,
        let article = articleName(arguments[0], row, context)
      else { return .null }
      return value(article: article, start: start, end: end)
    }
  }

  private static let textOf = ScalarFunction(
    "text_of", .taking(.any("span"), giving: .string),
    summary: "The words of a span, or of a row that a column refers to.",
    example: Example(
      "print text_of(span(\"000_f15de2f0a942f458\", 15, 29))", "Antony Blinken",
      needsArticles: true)
  ) { context, arguments, count in
    context.textRows(count, of: arguments) { row, bytes in
      guard let articles = context.articles, let place = place(arguments[0], row, context) else {
        return
      }
      articles.appendText(of: place, to: &bytes)
    }
  }

  private static let spanOf = ScalarFunction(
    "span_of", .taking(.any("row"), optional: 1, giving: .dynamic),
    summary:
      "Where a row that a column refers to stands; without an argument, where this row does.",
    example: Example(
      "sentences | where id == 3 | project start = span_of().start", "29", needsArticles: true)
  ) { context, arguments, count in
    context.dynamicRows(count, of: arguments) { row in
      guard let articles = context.articles, let place = place(arguments[0], row, context),
        let article = articles.articleName(place.article)
      else { return .null }
      return value(article: article, start: Int64(place.start), end: Int64(place.end))
    }
  }

  private static let articleOf = ScalarFunction(
    "article_of", .taking(.any("span"), giving: .string), resultTable: "articles",
    summary: "The article that a span stands in; a dot leads on from it.",
    example: Example(
      "print article_of(span(\"000_f15de2f0a942f458\", 0, 9)).language", "en", needsArticles: true)
  ) { context, arguments, count in
    containers(.article, of: arguments[0], count, context)
  }

  private static let sentenceOf = ScalarFunction(
    "sentence_of", .taking(.any("span"), giving: .string), resultTable: "sentences",
    summary: "The sentence in which a span begins; a dot leads on from it.",
    example: Example(
      "print sentence_of(span(\"000_f15de2f0a942f458\", 742, 746)).id", "7", needsArticles: true)
  ) { context, arguments, count in
    containers(.sentence, of: arguments[0], count, context)
  }

  private static let wordsBetween = ScalarFunction(
    "words_between", .taking(.any("first"), .any("second"), giving: .long),
    summary: "The words between two spans of an article, punctuation not counted.",
    example: Example(
      "let a = \"000_f15de2f0a942f458\"; print words_between(span(a, 742, 746), span(a, 862, 866))",
      "20", needsArticles: true)
  ) { context, arguments, count in
    var bytes: [UInt8] = []
    return context.rows(count, of: arguments, as: .long) { row -> Int64? in
      guard let articles = context.articles, let first = place(arguments[0], row, context),
        let second = place(arguments[1], row, context), first.article == second.article
      else { return nil }
      let (start, end) = (min(first.end, second.end), max(first.start, second.start))
      guard start < end else { return 0 }
      bytes.removeAll(keepingCapacity: true)
      articles.appendText(
        of: ArticleSpan(article: first.article, start: start, end: end), to: &bytes)
      return bytes.withUnsafeBufferPointer { Int64(TextMeasures.countWords($0)) }
    }
  }

  /// How two spans lie to each other; false where they stand in different articles.
  private static func relation(
    _ name: String, _ summary: String, example: (query: String, answer: String),
    _ test: @escaping @Sendable ((start: Int64, end: Int64), (start: Int64, end: Int64)) -> Bool
  ) -> ScalarFunction {
    ScalarFunction(
      name, .taking(.any("first"), .any("second"), giving: .bool), summary: summary,
      example: example
    ) { context, arguments, count in
      context.boolRows(count, of: arguments) { row in
        guard let first = bounds(arguments[0], row, context),
          let second = bounds(arguments[1], row, context)
        else { return nil }
        return first.article == second.article
          && test((first.start, first.end), (second.start, second.end))
      }
    }
  }

  private static func value(article: String, start: Int64, end: Int64) -> DynamicValue {
    .bag([
      .init(key: "article", value: .string(article)), .init(key: "start", value: .long(start)),
      .init(key: "end", value: .long(end)),
    ])
  }

  /// The row that a reference refers to; nil where the column refers to none.
  static func reference(_ column: ColumnVector, _ row: Int) -> RowReference? {
    guard case .string(let ids, let dictionary) = column.storage, let table = dictionary.table
    else {
      return nil
    }
    let id = ids[column.isConstant ? 0 : row]
    guard id >= 0, id != dictionary.absentRow else { return nil }
    return RowReference(table: TableID(table), row: Int(id))
  }

  /// The id of the article that a reference or a text names.
  private static func articleName(
    _ column: ColumnVector, _ row: Int, _ context: EvaluationContext
  ) -> String? {
    if let reference = reference(column, row) {
      return context.articles.flatMap { articles in
        articles.span(of: reference).flatMap { articles.articleName($0.article) }
      }
    }
    guard !column.isNull(row) else { return nil }
    let name: String
    if case .dynamic(.string(let text)) = column.value(at: row) {
      name = text
    } else if column.type == .string {
      name = column.withUTF8(row) { String(decoding: $0, as: UTF8.self) }
    } else {
      return nil
    }
    return name.isEmpty ? nil : name
  }

  /// A span as it is written, whether or not there is such an article.
  private static func bounds(
    _ column: ColumnVector, _ row: Int, _ context: EvaluationContext
  ) -> (article: String, start: Int64, end: Int64)? {
    if let reference = reference(column, row) {
      guard let articles = context.articles, let place = articles.span(of: reference),
        let name = articles.articleName(place.article)
      else { return nil }
      return (name, Int64(place.start), Int64(place.end))
    }
    guard column.type == .dynamic, !column.isNull(row),
      case .dynamic(.bag(let members)) = column.value(at: row)
    else { return nil }
    var article: String?
    var (start, end): (Int64?, Int64?)
    for member in members {
      switch (member.key, member.value) {
      case ("article", .string(let name)): article = name
      case ("start", .long(let offset)): start = offset
      case ("end", .long(let offset)): end = offset
      default: break
      }
    }
    guard let article, let start, let end else { return nil }
    return (article, start, end)
  }

  /// The place in an article of the corpus.
  private static func place(
    _ column: ColumnVector, _ row: Int, _ context: EvaluationContext
  ) -> ArticleSpan? {
    guard let articles = context.articles else { return nil }
    if let reference = reference(column, row) { return articles.span(of: reference) }
    guard let (name, start, end) = bounds(column, row, context), start >= 0, start <= end,
      let article = articles.article(named: name)
    else { return nil }
    return ArticleSpan(article: article, start: Int(start), end: Int(end))
  }

  private static func containers(
    _ unit: SpanUnit, of column: ColumnVector, _ count: Int, _ context: EvaluationContext
  ) -> ColumnVector {
    guard let articles = context.articles, let table = articles.columns(of: unit)?.table else {
      return .constant(.string(""), count: count)
    }
    let names = articles.rowNames(of: table)
    let absent = names.absentRow ?? -1
    let made = (0..<(column.isConstant ? min(1, count) : count)).map { row -> Int32 in
      guard context.isSelected(row) || column.isConstant, let place = place(column, row, context),
        let found = articles.container(of: place, unit: unit)
      else { return absent }
      return Int32(truncatingIfNeeded: found.row)
    }
    guard column.isConstant else { return .strings(made, in: names) }
    return ColumnVector(
      type: .string, count: count, storage: .string(ColumnSlice(made), names), validity: nil,
      isConstant: true)
  }
}
