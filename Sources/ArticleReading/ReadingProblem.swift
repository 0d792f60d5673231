package import Diagnostics

/// What can be wrong with a path or a file, as data; the words are in ``diagnostic``.
enum ReadingProblem: Hashable {
  /// `lede nowhere.txt`
  case unreadable(reason: String)
  /// `lede empty-folder/`
  case folderWithoutArticles
  /// `lede photo.png`
  case binary(kind: String)
  /// A text in UTF-32
  case unreadEncoding(name: String)
  /// `lede page.html`
  case unsupported(kind: String)
  /// `lede empty.txt`
  case empty
  /// `lede loop/`, where `loop/again` links to `loop`
  case folderLoop
  /// A file beyond what offsets count.
  case tooLarge
  case replacedBytes(count: Int, first: Int, encoding: TextEncoding)
  case zeroBytes(count: Int, first: Int)
  /// Files in folders that are in no format known, by ending.
  case skipped(count: Int, endings: [String])
  case frontMatterWithoutEnd(SourceRange)
  case frontMatterDate(PublicationTimeError, SourceRange)
  /// `lede blanks.txt`
  case blank
  /// `lede a.txt a.txt`
  case repeated
  /// `lede folder/a.txt folder`
  case repeatedInFolder(count: Int)
}

extension ReadingProblem {
  /// What a person is told.
  var diagnostic: Diagnostic {
    switch self {
    case .unreadable(let reason):
      return Diagnostic(
        code: ReadingProblemCode.unreadable.rawValue, message: "cannot be read: \(reason)")
    case .folderWithoutArticles:
      return Diagnostic(
        code: ReadingProblemCode.folderWithoutArticles.rawValue,
        message: "the folder holds no articles",
        help: "articles are files that end in \(Self.knownEndings)")
    case .binary(let kind):
      return Diagnostic(code: ReadingProblemCode.binary.rawValue, message: "is \(kind), not text")
    case .unreadEncoding(let name):
      return Diagnostic(
        code: ReadingProblemCode.binary.rawValue,
        message: "is a text in \(name), which is not read",
        help: "save it as UTF-8")
    case .unsupported(let kind):
      return Diagnostic(
        code: ReadingProblemCode.unsupported.rawValue, message: "is \(kind), which is not read yet",
        help: "articles are files that end in \(Self.knownEndings)")
    case .empty:
      return Diagnostic(
        code: ReadingProblemCode.empty.rawValue, severity: .warning, message: "the file is empty")
    case .blank:
      return Diagnostic(
        code: ReadingProblemCode.empty.rawValue, severity: .warning,
        message: "the file holds nothing but blanks")
    case .repeated:
      return Diagnostic(
        code: ReadingProblemCode.repeated.rawValue, severity: .warning,
        message: "was named before and is read once")
    case .repeatedInFolder(let count):
      return Diagnostic(
        code: ReadingProblemCode.repeated.rawValue, severity: .warning,
        message: count == 1
          ? "1 file in it was named before and is read once"
          : "\(count) files in it were named before and are read once")
    case .folderLoop:
      return Diagnostic(
        code: ReadingProblemCode.folderLoop.rawValue, severity: .warning,
        message: "the folder links back to one that holds it, and is left out")
    case .tooLarge:
      return Diagnostic(
        code: ReadingProblemCode.tooLarge.rawValue,
        message: "is larger than 2 gigabytes, the most that is read")
    case .replacedBytes(let count, let first, let encoding):
      let what =
        count == 1
        ? "1 place is not \(encoding.rawValue) and was"
        : "\(count) places are not \(encoding.rawValue) and were"
      return Diagnostic(
        code: ReadingProblemCode.replacedBytes.rawValue, severity: .warning,
        message: "\(what) replaced by U+FFFD; the first is at byte \(first)",
        range: SourceRange(first, first + 1))
    case .zeroBytes(let count, let first):
      return Diagnostic(
        code: ReadingProblemCode.zeroBytes.rawValue, severity: .warning,
        message: "holds \(count) zero byte\(count == 1 ? "" : "s"); the first is at byte \(first)",
        range: SourceRange(first, first + 1))
    case .skipped(let count, let endings):
      let kinds = endings.isEmpty ? "" : " (\(endings.joined(separator: ", ")))"
      return Diagnostic(
        code: ReadingProblemCode.skipped.rawValue, severity: .note,
        message: "\(count) file\(count == 1 ? "" : "s") of unknown kind skipped\(kinds)")
    case .frontMatterWithoutEnd(let range):
      return Diagnostic(
        code: ReadingProblemCode.frontMatterWithoutEnd.rawValue, severity: .warning,
        message: "the front matter that begins with '---' has no closing '---' and is read as text",
        range: range)
    case .frontMatterDate(let error, let range):
      return Diagnostic(
        code: ReadingProblemCode.frontMatterDate.rawValue, severity: .warning,
        message: error.message, range: range, help: error.help)
    }
  }

  private static var knownEndings: String {
    ArticleFormats.readers.flatMap(\.endings).map { "." + $0 }.joined(separator: ", ")
  }
}

extension PublicationTimeError {
  /// What is wrong, in one line.
  package var message: String {
    switch self {
    case .malformed(let text): return "'\(text)' is not a date"
    case .noSuchDay(let text): return "there is no day '\(text)'"
    case .noSuchTime(let text): return "there is no time '\(text)'"
    case .missingZone(let text, _): return "'\(text)' has a time of day but no zone"
    }
  }

  /// What would be right.
  package var help: String {
    switch self {
    case .malformed, .noSuchDay, .noSuchTime:
      return "write a day as 2023-12-07 or a moment as 2023-12-07T10:00Z"
    case .missingZone(let text, _): return "write '\(text)Z' for UTC, or its offset, as in +02:00"
    }
  }

  /// The error of an option such as `--date`.
  package var diagnostic: Diagnostic {
    Diagnostic(code: ReadingProblemCode.optionDate.rawValue, message: message, help: help)
  }
}
