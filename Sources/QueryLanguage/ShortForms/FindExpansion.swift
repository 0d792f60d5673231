import Diagnostics

/// Turns the words of a `find` into a pipeline over articles.
struct FindExpansion {
  /// The rows whose `text` is tested: of articles, or of a part of them.
  private enum Place {
    case articles, paragraphs, sentences

    /// How a column of the article is written there.
    func article(_ column: String) -> String {
      self == .articles ? column : "article.\(column)"
    }
  }

  private(set) var mistake: String?
  private var terms: [String] = []

  /// The pipeline; the newest articles first, with the words around the first hit.
  mutating func pipeline(_ query: FindQuery) -> String {
    let condition = condition(query, in: .articles)
    let words = terms.map { Self.literal($0) }
    let snippet = words.isEmpty ? "text" : "text, \(words.joined(separator: ", "))"
    return "articles | where \(condition) | extend snippet = snippet(\(snippet))"
      + " | project id, published, publisher, headline, snippet | sort by published desc"
  }

  // MARK: - Implementation

  private mutating func condition(_ query: FindQuery, in place: Place) -> String {
    switch query {
    case .term(let word):
      note(word)
      return Self.test(word)
    case .exact(let word):
      note(word)
      return "text has_cs \(Self.literal(word))"
    case .atLeast(let count, let word):
      note(word)
      return "array_length(extract_all(@\"(?i)(\(Self.pattern(word)))\", text)) >= \(count)"
    case .field(let field, let value): return condition(field, value, in: place)
    case .and(let parts): return joined(parts, "and", in: place)
    case .or(let parts): return joined(parts, "or", in: place)
    case .not(let inner):
      // What is left out is nothing to show.
      let known = terms
      defer { terms = known }
      return "not(\(condition(inner, in: place)))"
    case .near(let left, let right, let distance, let isOrdered, let isNegated):
      return near(left, right, distance, isOrdered, isNegated, in: place)
    case .together(let left, let right, let unit):
      return together(left, right, unit, in: place)
    }
  }

  private mutating func joined(
    _ parts: [FindQuery], _ word: String, in place: Place
  ) -> String {
    let texts = parts.map { condition($0, in: place) }
    return "(\(texts.joined(separator: " \(word) ")))"
  }

  private mutating func together(
    _ left: FindQuery, _ right: FindQuery, _ unit: FindUnit, in place: Place
  ) -> String {
    let inner: Place = unit == .sentence ? .sentences : .paragraphs
    // What is in one sentence already, or in one paragraph of a paragraph, is together.
    if place == inner || place == .sentences {
      return joined([left, right], "and", in: place)
    }
    let both = "\(condition(left, in: inner)) and \(condition(right, in: inner))"
    let table = inner == .sentences ? "sentences" : "paragraphs"
    let key = place == .articles ? "article.id" : "paragraph.id"
    return "id in (\(table) | where \(both) | project \(key))"
  }

  /// Closeness of words; of what is made of several, that of its parts.
  private mutating func near(
    _ left: FindQuery, _ right: FindQuery, _ distance: Int, _ isOrdered: Bool, _ isNegated: Bool,
    in place: Place
  ) -> String {
    if case .term(let first) = left, case .term(let second) = right {
      note(first)
      let function = isNegated ? "apart" : "near"
      if !isNegated { note(second) }
      let order = isOrdered ? ", true" : ""
      return
        "\(function)(text, \(Self.literal(first)), \(Self.literal(second)), \(distance)\(order))"
    }
    for (whole, isLeft) in [(left, true), (right, false)] {
      func pair(_ part: FindQuery) -> FindQuery {
        .near(
          isLeft ? part : left, isLeft ? right : part, distance: distance, isOrdered: isOrdered,
          isNegated: isNegated)
      }
      switch whole {
      case .or(let parts): return joined(parts.map(pair), isNegated ? "and" : "or", in: place)
      case .and(let parts): return joined(parts.map(pair), "and", in: place)
      case .near(let a, let b, _, _, _):
        return joined([whole, .or([pair(a), pair(b)])], "and", in: place)
      case .exact(let word), .atLeast(_, let word):
        return joined([whole, pair(.term(word))], "and", in: place)
      case .term: continue
      case .field, .not, .together:
        mistake = mistake ?? "a connector of closeness takes words and phrases"
        return "false"
      }
    }
    return "false"
  }

  private mutating func condition(
    _ field: FindField, _ value: String, in place: Place
  ) -> String {
    let text = Self.literal(value)
    switch field {
    case .headline: return "\(place.article("headline")) has \(text)"
    case .publisher: return "\(place.article("publisher")) has \(text)"
    case .section: return "\(place.article("section")) has \(text)"
    case .author: return "tostring(\(place.article("authors"))) has \(text)"
    case .language: return "\(place.article("language")) =~ \(text)"
    case .speaker:
      return "\(place.article("id")) in (quotes | where speaker has \(text) or source has \(text)"
        + " | project article.id)"
    case .after, .before, .during:
      guard let (start, end) = Self.period(value) else {
        mistake = mistake ?? "'\(value)' is no date: write 2024, 2024-03 or 2024-03-05"
        return "false"
      }
      let published = place.article("published")
      switch field {
      case .after: return "\(published) >= datetime(\(start))"
      case .before: return "\(published) < datetime(\(start))"
      default: return "(\(published) >= datetime(\(start)) and \(published) < datetime(\(end)))"
      }
    }
  }

  private mutating func note(_ term: String) {
    if terms.count < 8, !terms.contains(term) { terms.append(term) }
  }

  /// A test of `text` for a word, its beginning, a pattern or a phrase.
  private static func test(_ word: String) -> String {
    let bytes = Array(word.utf8)
    if let last = bytes.last, last == UInt8(ascii: "*") || last == UInt8(ascii: "!") {
      let stem = String(word.dropLast())
      if !stem.contains(where: { "*?!".contains($0) }), !stem.isEmpty {
        return "text hasprefix \(literal(stem))"
      }
    }
    if word.contains("*") || word.contains("?") {
      return "text matches regex @\"(?i)\(pattern(word))\""
    }
    return "text has \(literal(word))"
  }

  /// A regular expression for a word with `*`, `!` and `?`.
  private static func pattern(_ word: String) -> String {
    var result = #"\b"#
    for scalar in word.unicodeScalars {
      switch scalar {
      case "*", "!": result += #"\w*"#
      case "?": result += #"\w"#
      case " ": result += #"\s+"#
      case "\"": break
      default:
        let isPlain = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        if !isPlain, scalar.isASCII { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return result + #"\b"#
  }

  private static func literal(_ text: String) -> String { StringLiteral.encode(text) }

  /// The days of `2024`, `2024-03`, `2024-03-05`: the first, and the first that is no more of it.
  private static func period(_ text: String) -> (String, String)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(parts.count), let year = parts[0], (1...9998).contains(year) else {
      return nil
    }
    func padded(_ number: Int, _ width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let start = padded(year, 4)
    if parts.count == 1 { return ("\(start)-01-01", "\(padded(year + 1, 4))-01-01") }
    guard let month = parts[1], (1...12).contains(month) else { return nil }
    let next = month == 12 ? "\(padded(year + 1, 4))-01" : "\(start)-\(padded(month + 1))"
    if parts.count == 2 { return ("\(start)-\(padded(month))-01", "\(next)-01") }
    guard let day = parts[2], day >= 1, day <= daysIn(month, year) else { return nil }
    let isLast = day == daysIn(month, year)
    let after = isLast ? "\(next)-01" : "\(start)-\(padded(month))-\(padded(day + 1))"
    return ("\(start)-\(padded(month))-\(padded(day))", after)
  }

  private static func daysIn(_ month: Int, _ year: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

extension Parser {
  /// `find ::= "find" words`, to the next bar or semicolon.
  mutating func parseFindWords() -> String? {
    advance()
    let start = current.range.start
    let end = endOfWords(from: start)
    readRaw(to: end)
    var parser = FindQueryParser(source.bytes[start..<end])
    guard let query = parser.parse() else {
      if let (error, range) = parser.mistake { report(error, range, wantsMore: false) }
      isRecovering = false
      return "articles | take 0"
    }
    var expansion = FindExpansion()
    let pipeline = expansion.pipeline(query)
    if let mistake = expansion.mistake {
      report(.wrongFind(mistake), SourceRange(start, max(start, lastNonBlank(before: end))))
      isRecovering = false
    }
    return pipeline
  }

  private func lastNonBlank(before end: Int) -> Int {
    var end = end
    while end > 0, source.bytes[end - 1] <= 0x20 { end -= 1 }
    return end
  }
}
