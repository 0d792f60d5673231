/// The formats that can be read, and which of them a file is in.
package enum ArticleFormats {
  /// One reader a format, in the order of `lede formats`.
  package static let readers: [any ArticleReader] = [
    PlainTextReader(), MarkdownReader(), CoNLLUReader(),
  ]

  /// What a file's name says of it.
  enum Guess {
    case reader(any ArticleReader)
    /// A known kind of file for which there is no reader, with what people call it.
    case unsupported(String)
    case unknown
  }

  /// What the ending of a file's name says; upper and lower case alike.
  static func guess(fileName: String) -> Guess {
    guard let ending = FileName(fileName).ending else { return .unknown }
    for reader in readers where reader.endings.contains(ending) { return .reader(reader) }
    if let kind = unsupportedKinds[ending] { return .unsupported(kind) }
    return .unknown
  }

  /// Kinds of file that hold articles in other formats, by ending.
  private static let unsupportedKinds: [String: String] = [
    "html": "a web page", "htm": "a web page", "xhtml": "a web page", "xml": "an XML file",
    "nitf": "an NITF file", "rss": "a feed", "atom": "a feed", "sgm": "an SGML file",
    "sgml": "an SGML file", "json": "a JSON file", "jsonl": "a file of JSON lines",
    "ndjson": "a file of JSON lines", "csv": "a table", "tsv": "a table", "warc": "a web archive",
    "zip": "a zip archive", "tar": "a tar archive", "gz": "a gzip file", "bz2": "a bzip2 file",
    "xz": "an xz file", "zst": "a Zstandard file", "pdf": "a PDF document",
    "doc": "a Word document", "docx": "a Word document", "odt": "an OpenDocument text",
    "rtf": "an RTF document", "epub": "an e-book",
  ]

  /// Endings that a file's name loses when it becomes an article's id.
  static func isFormatEnding(_ ending: String) -> Bool {
    readers.contains { $0.endings.contains(ending) } || unsupportedKinds[ending] != nil
  }
}
