package import ArticleModel

/// Finds expressions of time and says what they mean, as TIMEX3 values and days.
///
/// Relative times are read against the local day of publication, weekdays looking back as news
/// does; without a publication date they stay, unresolved. Needs sentences; tags and trees tell which
/// weekdays are to come.
package struct TimeFinder: AnalysisComponent {
  package init() {}

  package func annotate(_ article: inout AnnotatedArticle) {
    let utf8 = article.text.utf8
    var context = TimeContext(published: article.article.published?.date)
    var pieces: [LexicalPiece] = []
    var found: [TimeExpression] = []
    var names = RangeCursor(
      article.mentions.lazy.filter { $0.form == .name }.map { Self.nameRange($0, utf8) })
    var people = RangeCursor(
      article.mentions.filter {
        $0.form == .name && article.entities[$0.entity].kind == .person
      }.map(\.range))
    let tense = ClauseTense(article)
    for (index, sentence) in article.sentences.enumerated() {
      PieceLexer.lex(utf8, sentence.range, into: &pieces)
      var scanner = TimeScanner(
        utf8: utf8, pieces: pieces, context: context, sentence: index, tense: tense)
      scanner.scan { match in
        guard match.end > match.start else { return }
        let range = TextRange(pieces[match.start].start, pieces[match.end - 1].end)
        // `April Ruiz`, `the Friday Club`; `Ms. May`
        if names.holdsInside(range) || people.holds(range) { return }
        let isResolved = match.value.value != nil
        found.append(
          TimeExpression(
            range: range, sentence: index, kind: match.value.kind, value: match.value.value,
            from: match.value.from, to: match.value.to,
            evidence: Evidence(match.rule, confidence: isResolved ? match.confidence : 0.8)))
      }
      context = scanner.context
    }
    article.timeExpressions = found
  }

  // MARK: - Implementation

  /// A name without the weekday that a full name took in: "Ana Maria Ruiz Friday opened …".
  private static func nameRange(_ mention: Mention, _ utf8: [UInt8]) -> TextRange {
    let range = mention.range
    let name = utf8[range.start..<range.end]
    guard let space = name.lastIndex(of: 0x20), name[..<space].contains(0x20),
      case .weekday(_, isPlural: false)? = TimeLexicon.words[word: name[(space + 1)...]]
    else { return range }
    return TextRange(range.start, space)
  }
}
