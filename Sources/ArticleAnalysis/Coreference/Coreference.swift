package import ArticleModel

/// Links titles ("the mayor") and pronouns to the people of the article, quotations to their
/// speakers, and the first person inside quotation marks to the speaker of the quotation.
///
/// Reads names, titles and quotations. Goes through the article once, in order: whoever was named
/// last, as a subject, and fits in gender and number, is meant; where nobody clearly does, the
/// pronoun stays unlinked. An unnamed source stays without a speaker.
/// - Complexity: O(*n*) in the number of tokens; candidates are the last few people.
package struct Coreference: AnalysisComponent {
  package init() {}

  package func annotate(_ article: inout AnnotatedArticle) {
    let tokens = NameTokens(article)
    let speakers = SpeakerLinker(tokens)
    // Speakers by name first: "he" in a quotation is not its speaker.
    for index in article.quotations.indices where article.quotations[index].speaker == nil {
      article.quotations[index].speaker = speakers.speaker(
        of: article.quotations[index], mentions: article.mentions, entities: article.entities)
    }
    var reading = CoreferenceReading(article: article, tokens: tokens, speakers: speakers)
    reading.read()
    article.mentions = reading.mentions.sorted {
      ($0.range, $0.entity) < ($1.range, $1.entity)
    }
    article.quotations = reading.quotations
  }
}
