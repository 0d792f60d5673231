package import ArticleModel

/// A candidate as training sees it: places in the text, and features.
package struct AttributionExample {
  /// The word that reports; nil for a quotation without one.
  package var cue: TextRange?
  package var source: TextRange?
  package var content: [TextRange]
  package var features: [FeatureHash]

  /// Calls `body` with every candidate of an article whose layers before attribution are made.
  package static func forEach(
    in article: AnnotatedArticle, cues: LearnedCues, _ body: (AttributionExample) -> Void
  ) {
    let reader = ClauseReader(of: article)
    let drafts = AttributionCollector.drafts(of: article, reader)
    let lister = CandidateLister(
      article: article, reader: reader, drafts: drafts, cues: cues)
    var pair: [FeatureHash] = []
    lister.forEachCue { cue in
      for content in cue.contents.indices {
        for source in cue.sources.indices {
          guard lister.pairFeatures(cue, source, content, into: &pair) else { continue }
          body(
            AttributionExample(
              cue: cue.cueHead < 0 ? nil : reader.tokens[cue.cueHead].range,
              source: cue.sources[source].range.map { reader.textRange($0) },
              content: cue.contents[content].parts.map { reader.textRange($0) },
              features: cue.cueFeatures + cue.sourceFeatures[source]
                + cue.contentFeatures[content] + pair))
        }
      }
    }
  }
}
