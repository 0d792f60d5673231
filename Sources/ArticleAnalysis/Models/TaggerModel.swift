/// What the tagger has learned.
package struct TaggerModel: Sendable {
  /// Classes are pairs of a universal part of speech and a Penn tag, `NOUN NNS`.
  package let tags: LinearModel

  /// The tagger of a model file; nil where the file holds none.
  package init?(of file: ModelFile) throws(ModelError) {
    guard file.names.contains(Self.tagsSection) else { return nil }
    tags = try LinearModel(section: Self.tagsSection, of: file)
  }

  // MARK: - Implementation

  private static let tagsSection = "tagger.tags"
}
