import ArticleModel

/// Gives people the titles that stand with their names: before ("Minister Ruiz"), before a comma
/// ("the mayor of Orlo, Ana Ruiz,") and after one ("Ana Ruiz, the mayor of Orlo,").
struct PersonTitles {
  private let tokens: NameTokens
  private let finder: TitleFinder

  init(_ tokens: NameTokens) {
    self.tokens = tokens
    finder = TitleFinder(tokens)
  }

  /// Adds titles to people; a form of address or a title that the name holds is taken off it.
  func add(to names: inout [FoundName]) {
    for index in names.indices where names[index].kind == .person {
      stripTitles(&names[index])
      names[index].titles = titles(of: names[index].tokens)
    }
    share(&names)
  }

  // MARK: - Implementation

  private static let opening: WordClasses = [.title, .role, .titleObject, .titleModifier]

  private func stripTitles(_ name: inout FoundName) {
    var start = name.tokens.start
    while start + 1 < name.tokens.end, tokens.has(start, .address) || isTitle(start, name.tokens) {
      start += 1
    }
    guard start > name.tokens.start else { return }
    name.tokens.start = start
    name.range = tokens.range(name.tokens)
  }

  /// "Minister" of "Minister Ruiz", but not "King" of "King Crossley".
  private func isTitle(_ index: Int, _ name: TokenRange) -> Bool {
    tokens.has(index, .title) && !tokens.has(index, .firstName)
      && tokens.isCapital(index + 1)
      && (tokens.lower(index).last == UInt8(ascii: ".")
        || tokens.has(index, .titleModifier) || name.count > 2)
  }

  private func titles(of name: TokenRange) -> [TokenRange] {
    let sentence = tokens.sentence(of: name.start)
    var titles: [TokenRange] = []
    var start = name.start
    while start > sentence.start, tokens.has(start - 1, .address) { start -= 1 }
    if start > sentence.start, isPartOfTitle(start - 1), let title = finder.title(before: start) {
      titles.append(title)
      start = title.start
    }
    let comma = start - 1
    if comma > sentence.start, tokens.matches(comma, ","), isPhraseEnd(name.end, sentence),
      let title = finder.title(beforeComma: comma)
    {
      titles.append(title)
    }
    if let title = finder.title(after: name.end) { titles.append(title) }
    return titles
  }

  /// Whether a word may end a title: that of "Secretary of State" needs a capital.
  private func isPartOfTitle(_ index: Int) -> Bool {
    tokens.has(index, Self.opening) || tokens.isCapital(index)
  }

  private func isPhraseEnd(_ index: Int, _ sentence: TokenRange) -> Bool {
    index >= sentence.end || tokens.matches(index, ",") || tokens.matches(index, ".")
      || tokens.matches(index, ")")
  }

  /// "Ministers A and B": both are ministers.
  private func share(_ names: inout [FoundName]) {
    for index in names.indices.dropLast() {
      guard let title = names[index].titles.first, finder.isPlural(title),
        title.end <= names[index].tokens.start
      else { continue }
      let next = index + 1
      let gap = names[index].tokens.end
      guard names[next].kind == .person, names[next].titles.isEmpty,
        names[next].tokens.start == gap + 1,
        tokens.matches(gap, "and") || tokens.matches(gap, ",") || tokens.matches(gap, "&")
      else { continue }
      names[next].titles = [title]
    }
  }
}
