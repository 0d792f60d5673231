import Diagnostics

/// A search as news archives take it: words, phrases, connectors and filters.
///
/// Precedence, the tightest first, as in Nexis: `or`; `w/n`, `pre/n`, `near/n` and `not w/n`, the
/// smaller n first; `w/s`; `w/p`; `and`, also between two words side by side; `not`.
indirect enum FindQuery {
  /// A word, which may end in `*` or `!` or hold `?`, or a phrase.
  case term(String)
  /// `caps(WORD)`: in just these letters.
  case exact(String)
  /// `atleast3(word)`.
  case atLeast(Int, String)
  /// `headline:x`.
  case field(FindField, String)
  case and([FindQuery])
  case or([FindQuery])
  case not(FindQuery)
  /// Within so many words; in that order, or not within them.
  case near(FindQuery, FindQuery, distance: Int, isOrdered: Bool, isNegated: Bool)
  /// In one sentence, or one paragraph.
  case together(FindQuery, FindQuery, FindUnit)

  /// Whether it asks for a field, which is another thing than a word.
  var isField: Bool {
    if case .field = self { return true }
    return false
  }
}

enum FindUnit { case sentence, paragraph }

/// What `name:value` may ask for.
enum FindField: String, CaseIterable {
  case headline, speaker, publisher, section, author, language, after, before, during

  /// The field of that name; `source` and `lang` are taken too.
  init?(name: String) {
    switch name.lowercased() {
    case "source", "outlet": self = .publisher
    case "lang": self = .language
    case "title": self = .headline
    case "byline", "authors": self = .author
    default: self.init(rawValue: name.lowercased())
    }
  }
}
