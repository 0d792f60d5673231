import ArticleModel

/// The forms of verbs that an article's Penn Treebank tags stand for.
struct VerbTags {
  enum Form { case modal, past, present, base, gerund, participle }

  private var forms: [WordID: Form] = [:]

  init(_ words: WordTable) {
    let tags: [(PennTag, Form)] = [
      (.modal, .modal), (.past, .past), (.third, .present), (.present, .present), (.base, .base),
      (.ing, .gerund), (.participle, .participle),
    ]
    for (tag, form) in tags {
      if let id = words.find(tag.rawValue) { forms[id] = form }
    }
  }

  /// The form of a verb with that tag; nil for what is no verb.
  subscript(tag: WordID) -> Form? { forms[tag] }
}
