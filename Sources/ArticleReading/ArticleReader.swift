package import ArticleModel
package import Diagnostics

/// Reads one format: bytes in, articles out.
package protocol ArticleReader: Sendable {
  /// The format's name in `articles.format` and `lede formats`.
  var format: String { get }
  /// What `lede formats` says of it in one line.
  var summary: String { get }
  /// The endings of file names that say this format, without the dot, in lower case.
  var endings: [String] { get }
  /// Reads every article in the bytes of one file, in order. What is wrong is reported and the
  /// rest read on.
  func read<Failure: Error>(
    _ file: ArticleFile, report: (ReadingDiagnostic) -> Void,
    article: (Article) throws(Failure) -> Void
  ) throws(Failure)
}

/// A file to be read.
package struct ArticleFile: Sendable {
  /// As given; `-` for standard input.
  package var path: String
  /// What a reader calls the article of a file that holds just one.
  package var articleID: String
  package var bytes: [UInt8]

  package init(path: String, articleID: String, bytes: [UInt8]) {
    self.path = path
    self.articleID = articleID
    self.bytes = bytes
  }
}

/// Something to tell about a file that was read or could not be.
package struct ReadingDiagnostic: Sendable {
  package var path: String
  /// Its range, if any, counts bytes of the file as it lies on disk.
  package var diagnostic: Diagnostic

  package init(path: String, diagnostic: Diagnostic) {
    self.path = path
    self.diagnostic = diagnostic
  }
}
