import ArticleReading
package import Diagnostics

extension GoldProblem {
  /// What a person is told.
  var diagnostic: Diagnostic {
    switch self {
    case .notJSON(let column):
      return Self.error(
        .notJSON, "is not JSON from column \(column) on",
        help: "each line is one JSON object, such as {\"id\": \"a\", \"text\": \"…\"}")
    case .notObject(let found):
      return Self.error(
        .notJSON, "is \(found), not an object",
        help: "each line is one JSON object, such as {\"id\": \"a\", \"text\": \"…\"}")
    case .missing(let key, let needed):
      return Self.error(.missing, "has no '\(key)'", help: "'\(key)' is \(needed)")
    case .wrongType(let key, let expected, let found):
      return Self.error(.wrongType, "'\(key)' is \(found), not \(expected)")
    case .unknownValue(let key, let value, let known):
      let near = spellingSuggestions(for: value, among: known, limit: 1).first
      return Self.error(
        .unknownValue, "'\(key)' is '\(value)'",
        help: near.map { "did you mean '\($0)'?" }
          ?? "it is one of \(known.joined(separator: ", "))")
    case .notSpan(let key):
      return Self.error(
        .notSpan, "'\(key)' is no span",
        help: "a span is [start, end] in code points, the end not included, as [0, 5]")
    case .spanBeyondText(let key, let end, let length):
      return Self.error(
        .spanBeyondText, "'\(key)' ends at \(end), and the text has \(length) code points",
        help: "offsets count code points (not bytes) from the start of the text")
    case .wrongDate(let key, let error):
      return Self.error(.wrongDate, "'\(key)': \(error.message)", help: error.help)
    case .missingText(let path, let reason):
      return Self.error(
        .missingText, "has no 'text', and its file \(path) \(reason)",
        help: "the text stands in the line as 'text', or in text/ID.txt beside the gold")
    case .unreadable(let diagnostic):
      return diagnostic
    case .empty:
      return Self.error(
        .empty, "holds no article", help: "each line of gold is one article as a JSON object")
    case .notTreebank:
      return Self.error(
        .notTreebank, "holds no sentence in CoNLL-U",
        help: "a treebank is a .conllu file: ten fields a word, parted by tabs")
    case .unknownField(let name, let known):
      let near = spellingSuggestions(for: name, among: known, limit: 1).first
      let fields = known.isEmpty ? "none" : known.joined(separator: ", ")
      return Self.error(
        .unknownField, "no article has a field '\(name)' to group by",
        help: near.map { "did you mean '\($0)'?" } ?? "fields with a text: \(fields)")
    }
  }

  private static func error(
    _ code: GoldProblemCode, _ message: String, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(code: code.rawValue, message: message, help: help)
  }
}

extension GoldProblemCode {
  /// What `.help` and the code say.
  package var page: ErrorPage {
    ErrorPage(rawValue, meaning)
  }

  private var meaning: String {
    switch self {
    case .notJSON:
      return "A line of gold is not one JSON object. Empty lines are passed over."
    case .missing:
      return "A part of a line of gold that scoring needs is not there."
    case .wrongType:
      return "A part of a line of gold is something else than it should be, such as a number "
        + "where a text is needed."
    case .unknownValue:
      return "A part of a line of gold has one of a few values, and this is none of them."
    case .notSpan:
      return "A span is [start, end] or {\"start\": …, \"end\": …}: two whole numbers, the first "
        + "not below 0 and not above the second."
    case .spanBeyondText:
      return "A span ends behind the end of its text, so the offsets count something else than "
        + "the code points of this text, or belong to another one."
    case .wrongDate:
      return "The publication date of an article is none that can be read. Days are written "
        + "2023-12-07, moments 2023-12-07T10:00Z."
    case .missingText:
      return "Gold needs the text that it annotates: in the line as \"text\", or in the file "
        + "text/ID.txt beside the gold."
    case .empty:
      return "The gold holds no article, so there is nothing to score."
    case .unknownField:
      return "--by groups articles by a field of their lines of gold, such as \"publisher\", and "
        + "no line has this one; 'month' is made from the date."
    case .notTreebank:
      return
        "Gold of the kind 'treebank' is a CoNLL-U file, and this one holds no sentence of that "
        + "form."
    }
  }
}
