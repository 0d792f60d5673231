package import ArticleModel
import Calendar

/// Says when words were said, where the text does: the one day named beside source and cue.
///
/// "On Wednesday, … Ruiz said that …": the time stands in the cue's sentence, outside the content.
/// A stretch of days, or two days that differ, says nothing; then the day stays unknown.
/// - Complexity: O(*n*) in the number of quotations and times.
package struct QuotationDates: AnalysisComponent {
  package init() {}

  package func annotate(_ article: inout AnnotatedArticle) {
    var timesOfSentence: [Int: [TimeExpression]] = [:]
    for time in article.timeExpressions {
      // More than a few times in one sentence say nothing of one cue.
      if timesOfSentence[time.sentence, default: []].count < 8 {
        timesOfSentence[time.sentence, default: []].append(time)
      }
    }
    guard !timesOfSentence.isEmpty else { return }
    for index in article.quotations.indices {
      let quotation = article.quotations[index]
      guard let cue = quotation.cue.first,
        let sentence = sentence(at: cue.start, in: article.sentences),
        let times = timesOfSentence[sentence]
      else { continue }
      var day: CalendarDate?
      var isClear = true
      for time in times where !quotation.content.contains(where: { $0.overlaps(time.range) }) {
        guard time.kind == .date || time.kind == .time, let from = time.from, from == time.to else {
          continue
        }
        if let day, day != from { isClear = false }
        day = from
      }
      if isClear, let day { article.quotations[index].saidOn = day }
    }
  }

  /// The sentence that holds an offset, by binary search.
  private func sentence(at offset: Int, in sentences: [Sentence]) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].range.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].range.contains(offset) ? low : nil
  }
}
