import ArticleModel

/// Parts a run of capitalised words into titles and names, and votes for the kind of each by its
/// words.
struct NameParser {
  let tokens: NameTokens
  let titles: TitleFinder
  private(set) var candidates: [NameCandidate] = []

  init(_ tokens: NameTokens) {
    self.tokens = tokens
    titles = TitleFinder(tokens)
  }

  /// Points that settle the kind whatever the context.
  static let certain = 20

  mutating func parse(_ run: TokenRange, isInitial: Bool) {
    var start = run.start
    for index in run.start...run.end {
      let isBreak =
        index == run.end || isCalendar(index, run) || tokens.has(index, .term) && isTerm(index, run)
      guard isBreak else { continue }
      if start < index { parseSegment(start, index, isInitial: isInitial && start == run.start) }
      start = index + 1
    }
  }

  // MARK: - Implementation

  private func isCalendar(_ index: Int, _ run: TokenRange) -> Bool {
    guard tokens.has(index, .calendar) else { return false }
    // "April Ruiz", "Jan Orlo", "Black Friday" stay whole.
    if index + 1 < run.end, tokens.has(index, .firstName),
      !tokens.has(index + 1, .calendar)
    {
      return false
    }
    return !(index + 1 < run.end && tokens.has(index + 1, .otherHead))
  }

  private func isTerm(_ index: Int, _ run: TokenRange) -> Bool {
    if tokens.has(index, [.title, .titleModifier]) { return false }
    if run.count == 1 { return true }
    return tokens.shape(index) == .allCapitals
      || tokens.shape(index) == .initial && tokens.lower(index).last != UInt8(ascii: ".")
  }

  private mutating func parseSegment(_ first: Int, _ last: Int, isInitial: Bool) {
    var start = first
    var end = last
    // No name ends in a small word or begins with one.
    while start < end,
      tokens.shape(end - 1) == .mark || tokens.matches(end - 1, "of")
        || tokens.matches(end - 1, "and")
    {
      end -= 1
    }
    while start < end, tokens.shape(start) == .mark { start += 1 }
    if start + 1 < end, isInitial || tokens.has(start, .function), tokens.matches(start, "the") {
      start += 1
    }
    guard start < end else { return }
    if let (phraseEnd, entry) = tokens.longestPhrase(at: start, before: end, Self.known),
      phraseEnd == end, emitKnown(TokenRange(start, end), entry)
    {
      return
    }
    if parseAddress(start, end) || parseTitle(start, end) { return }
    if end - start == 1 {
      emitSingle(start, isInitial: isInitial)
      return
    }
    parseSeveral(start, end, isInitial: isInitial)
  }

  static let known: WordClasses = [.country, .region, .city, .demonym, .group, .organization]

  /// Emits a name that the lexicon knows; false where its writing speaks against it.
  private mutating func emitKnown(_ range: TokenRange, _ entry: NameLexicon.Entry) -> Bool {
    let classes = entry.classes
    let isShort = range.count == 1
    if isShort {
      // "us", "who" and "it" are names in capitals only.
      let isAcronym =
        tokens.lower(range.start).count <= 4
        && !classes.isDisjoint(with: [.country, .organization, .region])
      if isAcronym,
        classes.contains(.common) || tokens.has(range.start, .function)
          || tokens.matches(range.start, "us"),
        tokens.shape(range.start) != .allCapitals
      {
        return false
      }
      if classes.contains(.common), classes.isDisjoint(with: [.country, .demonym, .group]) {
        // "Target", "Visa", "Apple": only as an unknown name.
        return false
      }
    }
    var candidate = NameCandidate(tokens: range)
    candidate.canonical = entry.canonical
    candidate.how = "name.gazetteer"
    if !classes.isDisjoint(with: .people) {
      candidate.kind = .group
      candidate.form = .demonym
      candidate.votes.group = Self.certain
    } else if !classes.isDisjoint(with: .country) {
      candidate.votes.place = Self.certain
    } else if classes.contains(.organization) {
      candidate.votes.organization = isShort && classes.isDisjoint(with: .place) ? 12 : Self.certain
      if !classes.isDisjoint(with: .place) {
        candidate.votes.organization = 6
        candidate.votes.place = 6
      }
    } else if classes.contains(.region) {
      candidate.votes.place = 14
    } else {
      candidate.votes.place = classes.isDisjoint(with: .firstName) ? 7 : 3
      if !classes.isDisjoint(with: .firstName) { candidate.votes.person = 2 }
      if range.count > 1 { candidate.votes.place += 6 }
    }
    candidates.append(candidate)
    return true
  }

  /// "Mr Orlo", "Sir Jan Orlo".
  private mutating func parseAddress(_ start: Int, _ end: Int) -> Bool {
    guard let index = (start..<end).first(where: { tokens.has($0, .address) }) else { return false }
    guard
      index == start || tokens.has(index - 1, .title)
        || tokens.lower(index).last == UInt8(ascii: ".")
    else { return false }
    if index > start { parseSegment(start, index, isInitial: false) }
    var first = index + 1
    while first < end, tokens.has(first, [.address, .title]) { first += 1 }
    guard first < end else { return index > start }
    emitPerson(first, end, title: nil, how: "name.address")
    return true
  }

  /// "British Foreign Secretary Ana Ruiz": what stands before, the title, the name.
  private mutating func parseTitle(_ start: Int, _ end: Int) -> Bool {
    guard var head = titleHead(start, end) else {
      return false
    }
    let titleStart = titles.start(ofTitleWithHeadAt: head, notBefore: start)
    while head + 1 < end, tokens.has(head + 1, .title) || tokens.matches(head + 1, "general") {
      // "President King": the last word may be the name itself.
      if head + 2 == end, !tokens.has(head + 1, .titleModifier),
        !tokens.matches(head + 1, "minister"),
        !tokens.matches(head + 1, "president"), !tokens.matches(head + 1, "chief")
      {
        break
      }
      head += 1
    }
    var titleEnd = titles.endOfObject(after: head + 1, before: end)
    if titleEnd == head + 1, head + 1 < end, tokens.matches(head + 1, "of") {
      titleEnd = end
    }
    if titleStart > start { parseSegment(start, titleStart, isInitial: false) }
    let title = TokenRange(titleStart, titleEnd)
    emitPlaces(in: title)
    if titleEnd < end { emitPerson(titleEnd, end, title: title, how: "name.title") }
    return true
  }

  /// The last of several heads that a name follows: "Chief Election Commissioner Ana Ruiz".
  private func titleHead(_ start: Int, _ end: Int) -> Int? {
    guard let first = (start..<end).first(where: { isTitleHead($0, start, end) }) else {
      return nil
    }
    var head = first
    for index in (first + 1)..<max(first + 1, min(end - 1, first + 4))
    where isTitleHead(index, start, end) && !tokens.has(index, .firstName) {
      // Only modifiers may stand between.
      guard (head + 1..<index).allSatisfy({ tokens.has($0, [.titleModifier, .common]) }) else {
        break
      }
      head = index
    }
    return head
  }

  private func isTitleHead(_ index: Int, _ start: Int, _ end: Int) -> Bool {
    guard tokens.has(index, .title) || isCapitalRole(index, start, end) else { return false }
    // "Stephen King", "Justice Department", "General Motors".
    if index > start, tokens.has(index - 1, .firstName),
      !tokens.has(index - 1, [.titleModifier, .country])
    {
      return false
    }
    if end - start == 1 { return true }
    let isLast = index + 1 == end
    if !isLast, tokens.has(end - 1, [.organizationHead, .companyEnding, .otherHead]),
      !tokens.has(end - 2, .firstName), !tokens.has(end - 1, [.title, .firstName])
    {
      return false
    }
    if !isLast, tokens.has(end - 1, .placeHead), !tokens.has(end - 2, .firstName) { return false }
    if isLast, tokens.has(index, .organizationHead) { return false }
    return true
  }

  /// "Conductor Ana Ruiz": a role with a capital before a name.
  private func isCapitalRole(_ index: Int, _ start: Int, _ end: Int) -> Bool {
    guard tokens.has(index, .role), !tokens.has(index, .firstName), index + 2 < end else {
      return false
    }
    if index > start, !tokens.has(index - 1, [.titleModifier, .demonym, .group, .country]) {
      return false
    }
    return tokens.has(index + 1, .firstName) || !tokens.has(index + 1, .common)
  }

  /// Countries and their adjectives inside a title are mentions of their own.
  private mutating func emitPlaces(in title: TokenRange) {
    var index = title.start
    while index < title.end {
      if tokens.isCapital(index),
        let (end, entry) = tokens.longestPhrase(
          at: index, before: title.end, [.country, .demonym, .region, .city]),
        !tokens.has(index, .common) || tokens.shape(index) == .allCapitals,
        emitKnown(TokenRange(index, end), entry)
      {
        index = end
      } else {
        index += 1
      }
    }
  }

  mutating func emitPerson(_ start: Int, _ end: Int, title: TokenRange?, how: String) {
    var candidate = NameCandidate(tokens: TokenRange(start, end))
    candidate.votes.person = Self.certain
    candidate.how = how
    if let title { candidate.titles.append(title) }
    candidates.append(candidate)
  }

  private mutating func emitSingle(_ index: Int, isInitial: Bool) {
    let classes = tokens.classes(index)
    guard tokens.isCapital(index), tokens.shape(index) != .initial else { return }
    guard
      classes.isDisjoint(with: [.calendar, .term, .titleModifier])
        || !classes.isDisjoint(with: .firstName)
    else { return }
    if !classes.isDisjoint(with: [.role, .kin, .title, .address]) { return }
    var candidate = NameCandidate(tokens: TokenRange(index, index + 1))
    candidate.isDoubtful = isInitial || classes.contains(.common)
    switch tokens.shape(index) {
    case .allCapitals:
      if classes.contains(.common), tokens.lower(index).count > 4 { return }
      if isRoadNumber(index) {
        // "the A27"
        guard tokens.matches(index - 1, "the") else { return }
        candidate.votes.place = 8
        candidate.how = "name.road"
        candidate.isDoubtful = false
        break
      }
      candidate.votes.organization = 4
      candidate.isDoubtful = false
      candidate.how = "name.acronym"
    case .inner:
      candidate.votes.organization = 3
    case .capital:
      if !classes.isDisjoint(with: .firstName) {
        candidate.votes.person = 3
        candidate.how = "name.first-name"
      }
      if classes.contains(.organization) { candidate.votes.organization += 1 }
      voteByEnding(&candidate)
    case .lower, .initial, .number, .mark: return
    }
    candidates.append(candidate)
  }

  /// A letter and a number of at most four digits.
  private func isRoadNumber(_ index: Int) -> Bool {
    let word = tokens.lower(index)
    guard (2...5).contains(word.count), let first = word.first, first.isASCIILowercase else {
      return false
    }
    return word.dropFirst().allSatisfy(\.isASCIIDigit)
  }

  private func voteByEnding(_ candidate: inout NameCandidate) {
    let word = tokens.lower(candidate.tokens.start)
    guard word.count >= 6 else { return }
    for ending in Self.placeEndings where word.suffix(ending.count).elementsEqual(ending) {
      candidate.votes.place += 2
    }
    for ending in Self.groupEndings where word.suffix(ending.count).elementsEqual(ending) {
      candidate.votes.group += 2
    }
    for ending in Self.companyEndings where word.suffix(ending.count).elementsEqual(ending) {
      candidate.votes.organization += 2
    }
  }

  private static let placeEndings = [
    "stan", "burg", "burgh", "ville", "town", "shire", "abad", "pur", "land", "grad", "polis",
    "bury", "mouth", "stadt", "ingen", "heim",
  ].map { Array($0.utf8) }
  private static let groupEndings = ["ists", "ians", "ites"].map { Array($0.utf8) }
  private static let companyEndings = ["corp", "soft", "tech", "bank", "com", "mart", "media"].map {
    Array($0.utf8)
  }

  /// A segment of several words that hold no title.
  private mutating func parseSeveral(_ start: Int, _ end: Int, isInitial: Bool) {
    let last = tokens.classes(end - 1)
    let isFirstName = !tokens.classes(start).isDisjoint(with: .firstName)
    let hasObject = (start..<end).first { tokens.matches($0, "of") || tokens.matches($0, "for") }
    var candidate = NameCandidate(tokens: TokenRange(start, end))
    if let object = hasObject, object > start, object + 1 < end {
      parseObject(&candidate, object)
      return
    }
    if isFirstName, end - start <= 3, isWeakHead(end - 1) || last.isDisjoint(with: Self.heads) {
      emitPerson(start, end, title: nil, how: "name.first-name")
      return
    }
    if last.contains(.companyEnding) {
      candidate.votes.organization = Self.certain
      candidate.how = "name.company"
    } else if isBroadcaster(start) {
      candidate.votes.organization = 10
      candidate.how = "name.organization-head"
    } else if last.contains(.organizationHead) {
      candidate.votes.organization = 10
      candidate.how = "name.organization-head"
      if last.contains(.placeHead) { candidate.votes.place = 8 }
      if last.contains(.otherHead) { candidate.votes.other = 8 }
    } else if last.contains(.placeHead) {
      candidate.votes.place = 10
      candidate.how = "name.place-head"
    } else if last.contains(.otherHead) {
      candidate.votes.other = 10
      candidate.how = "name.other-head"
    } else if tokens.has(start, .placeOpener), !tokens.has(start, .otherOpener) {
      candidate.votes.place = 6
      candidate.how = "name.place-head"
    } else if tokens.has(start, .direction) {
      candidate.votes.place = 6
      candidate.how = "name.place-head"
    } else if tokens.has(start, .otherOpener) {
      candidate.votes.other = 8
      candidate.how = "name.other-head"
    } else if let (phraseEnd, entry) = tokens.longestPhrase(at: start, before: end, Self.known),
      phraseEnd < end,
      splits(entry, rest: end - phraseEnd), emitKnown(TokenRange(start, phraseEnd), entry)
    {
      parseSegment(phraseEnd, end, isInitial: false)
      return
    } else if isFirstName {
      candidate.votes.person = 8
      candidate.how = "name.first-name"
    } else {
      voteUnknown(&candidate)
      candidate.isDoubtful = isInitial && tokens.has(start, .common)
    }
    candidates.append(candidate)
  }

  /// "Radio Orlo", "Air Kenn".
  private func isBroadcaster(_ index: Int) -> Bool {
    tokens.matches(index, "radio") || tokens.matches(index, "air") || tokens.matches(index, "fc")
      || tokens.matches(index, "channel") || tokens.matches(index, "banco")
  }

  private static let heads: WordClasses = [
    .organizationHead, .placeHead, .otherHead, .companyEnding,
  ]

  /// Whether a known name at the beginning stands apart from the words after it.
  private func splits(_ entry: NameLexicon.Entry, rest: Int) -> Bool {
    if !entry.classes.isDisjoint(with: [.demonym, .group, .country]) { return true }
    return false
  }

  /// Heads that are surnames too: "Ana Park".
  private func isWeakHead(_ index: Int) -> Bool {
    guard index - 1 >= 0, tokens.has(index - 1, .firstName) else { return false }
    let surnames: [StaticString] = [
      "hill", "hills", "park", "lake", "rivers", "woods", "forest", "church", "banks", "fields",
      "castle", "brook", "hall", "day", "chambers", "major", "post", "law", "close", "lane", "pond",
      "gates", "tower", "cave", "garden", "drive", "page", "watch", "union", "beach", "camp",
      "west",
      "bay", "street", "house", "field", "farm", "war", "cup", "store", "wing", "guard", "works",
    ]
    return surnames.contains { tokens.matches(index, $0) }
  }

  /// "Ministry of Labor", "Gulf of Orlo", "Battle of Kenn", and "Ruiz of Orlo", which is two names.
  private mutating func parseObject(_ candidate: inout NameCandidate, _ object: Int) {
    let before = tokens.classes(object - 1)
    if !before.isDisjoint(with: [.organizationOpener, .organizationHead]) {
      candidate.votes.organization = 12
      candidate.how = "name.organization-head"
      candidates.append(candidate)
    } else if !before.isDisjoint(with: [.placeOpener, .placeHead]) {
      candidate.votes.place = 12
      candidate.how = "name.place-head"
      candidates.append(candidate)
    } else if !before.isDisjoint(with: [.otherOpener, .otherHead]) {
      candidate.votes.other = 12
      candidate.how = "name.other-head"
      candidates.append(candidate)
    } else {
      parseSegment(candidate.tokens.start, object, isInitial: false)
      var rest = object + 1
      if tokens.matches(rest, "the") { rest += 1 }
      parseSegment(rest, candidate.tokens.end, isInitial: false)
    }
  }

  private func voteUnknown(_ candidate: inout NameCandidate) {
    let range = candidate.tokens
    candidate.how = "name.shape"
    let hasCity = (range.start..<range.end).contains {
      tokens.has($0, .city) && !tokens.has($0, .firstName)
    }
    let hasCommon = (range.start..<range.end).contains {
      tokens.has($0, .common) && !tokens.has($0, .firstName)
    }
    let isSigned = (range.start..<range.end).contains { tokens.shape($0) == .initial }
    let hasAcronym = (range.start..<range.end).contains { tokens.shape($0) == .allCapitals }
    if tokens.has(range.start, .city), range.count == 2 { candidate.votes.organization += 2 }
    if hasAcronym { candidate.votes.organization += 3 }
    if isSigned, !hasAcronym { candidate.votes.person += 6 }
    if range.count <= 3, !hasCommon, !hasAcronym { candidate.votes.person += hasCity ? 1 : 4 }
    if hasCommon { candidate.votes.organization += 2 }
    if range.count > 4 { candidate.votes.organization += 2 }
  }
}
