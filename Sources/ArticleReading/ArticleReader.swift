package import ArticleModel
package import Diagnostics

/// Reads one format: bytes in, articles out.
package protocol ArticleReader: Sendable {
  /// The format's name in `articles.format` and `lede formats`.
  var format: String { get }
  /// Reads every article in the bytes of one file, in order. What is wrong is reported and the
  /// rest read on.
  func read(
    _ file: ArticleFile, report: (ReadingDiagnostic) -> Void, article: (Article) throws -> Void
  ) throws
}

/// A file to be read.
package struct ArticleFile: Sendable {
  /// As given; `-` for standard input.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
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
