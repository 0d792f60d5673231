/// What follows `.read`: a path, which may hold blanks, and then parameters as `name=value`.
struct ScriptArguments {
  let path: String
  private(set) var parameters: [String: String] = [:]

  init(_ text: String) {
    let words = Self.words(in: text)
    // The first word belongs to the path, whatever it looks like.
    var first = words.count
    while first > 1, Self.parameter(words[first - 1]) != nil { first -= 1 }
    path = first > 0 ? String(text[..<words[first - 1].endIndex]) : text
    for word in words[first...] {
      guard let (name, value) = Self.parameter(word) else { continue }
      parameters[name] = value
    }
  }

  // MARK: - Implementation

  /// The parts between blanks; a part in quotation marks holds its blanks.
  private static func words(in text: String) -> [Substring] {
    var words: [Substring] = []
    var start: String.Index?
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
        continue
      }
      if character == " " || character == "\t" {
        if let first = start { words.append(text[first..<index]) }
        start = nil
        continue
      }
      if start == nil { start = index }
      // An apostrophe inside a word opens nothing.
      let isAtStart = start == index || text[text.index(before: index)] == "="
      if character == "\"" || character == "'", isAtStart { quote = character }
    }
    if let first = start { words.append(text[first...]) }
    return words
  }

  /// `topic=ports`, `topic="two words"`; nil for everything else.
  private static func parameter(_ word: Substring) -> (name: String, value: String)? {
    guard let equals = word.firstIndex(of: "=") else { return nil }
    let name = word[..<equals]
    guard let first = name.first, first.isLetter || first == "_",
      name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else { return nil }
    return (String(name), CommandLineWords.path(String(word[word.index(after: equals)...])))
  }
}
