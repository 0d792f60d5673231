extension AnnotatedArticle {
  /// The authors' names that the source states or, where it states none, those of the byline in
  /// the text.
  ///
  /// Of `By Ana Ruiz and Per Holm, Crime Correspondent` the names alone. After a comma a name
  /// counts only where analysis finds a person, as outlets and posts stand there too.
  public var authors: [String] {
    guard article.authors.isEmpty, let byline = parts.byline, byline.count <= 300 else {
      return article.authors
    }
    var authors: [String] = []
    for (index, part) in bylineParts(byline).enumerated() {
      for range in names(in: part) where isAuthor(range, isFirst: index == 0) {
        authors.append(text[range])
      }
    }
    return authors
  }

  // MARK: - Implementation

  /// What stands after "By", parted at commas and bars.
  private func bylineParts(_ byline: TextRange) -> [TextRange] {
    let utf8 = text.utf8
    guard byline.end <= utf8.count, byline.count > 3,
      utf8[byline.start] | 0x20 == UInt8(ascii: "b"),
      utf8[byline.start + 1] | 0x20 == UInt8(ascii: "y"),
      utf8[byline.start + 2] == 0x20 || utf8[byline.start + 2] == UInt8(ascii: ":")
    else { return [] }
    var parts: [TextRange] = []
    var start = byline.start + 3
    for offset in start...byline.end {
      guard
        offset == byline.end || utf8[offset] == UInt8(ascii: ",")
          || utf8[offset] == UInt8(ascii: "|")
      else { continue }
      parts.append(TextRange(start, offset))
      start = offset + 1
    }
    return parts
  }

  /// The words between "and" and "&", without the blanks around them.
  private func names(in part: TextRange) -> [TextRange] {
    var names: [TextRange] = []
    var name: TextRange?
    for word in words(in: part) {
      if text[word] == "and" || text[word] == "&" {
        if let name { names.append(name) }
        name = nil
      } else {
        name = TextRange(name?.start ?? word.start, word.end)
      }
    }
    if let name { names.append(name) }
    return names
  }

  private func words(in range: TextRange) -> [TextRange] {
    text.utf8[range.start..<range.end].split { $0 == 0x20 || $0 == 0x09 }
      .map { TextRange($0.startIndex, $0.endIndex) }
  }

  private func isAuthor(_ range: TextRange, isFirst: Bool) -> Bool {
    let words = words(in: range)
    guard (2...5).contains(words.count), let last = words.last, !Self.posts.contains(text[last])
    else { return false }
    for word in words {
      let first = text.utf8[word.start]
      guard 0x41...0x5A ~= first || first >= 0x80 || Self.particles.contains(text[word]) else {
        return false
      }
    }
    var kinds: Set<Entity.Kind> = []
    for mention in mentions where mention.range.overlaps(range) {
      if entities.indices.contains(mention.entity) { kinds.insert(entities[mention.entity].kind) }
    }
    return kinds.contains(.person) || (isFirst && !kinds.contains(.organization))
  }

  /// What the last word of a post, an outlet or a team is.
  private static let posts: Set<String> = [
    "Correspondent", "Correspondents", "Editor", "Editors", "Reporter", "Reporters", "Writer",
    "Writers", "Staff", "Desk", "Bureau", "Agency", "Agencies", "Press", "News", "Service",
    "Services", "Team", "Times", "Post", "Board", "Columnist", "Analyst", "Contributor",
  ]

  private static let particles: Set<String> = [
    "de", "del", "della", "di", "da", "dos", "du", "van", "von", "der", "den", "ter", "la", "le",
    "el", "al", "bin", "ibn", "y", "zu",
  ]
}
