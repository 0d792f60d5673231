package import ArticleModel
import Glibc

/// The articles of the paths that a person names: files, folders, standard input.
///
/// Making one lists the files, so that ids can be told apart; the files are read only when their
/// articles are asked for, one at a time and in any order, also from several threads.
package struct ArticleCollection: Sendable {
  /// A file to be read, and what its article is called.
  package struct File: Sendable {
    /// As it is shown: `-` for standard input.
    package let path: String
    /// The file's name less the endings of its format and compression, with as much of its folder
    /// as tells it from the other files.
    package let articleID: String
    let location: FilePath
  }

  /// In the order of the paths, those of a folder in name order.
  package let files: [File]

  /// Lists the files under `paths`.
  ///
  /// What cannot be read is reported and left out.
  package init(paths: [String], report: (ReadingDiagnostic) -> Void) {
    var locations: [FilePath] = []
    for path in paths.map({ FilePath($0) }) {
      var status = stat()
      if path.isStandardInput {
        locations.append(path)
      } else if path.withCString({ stat($0, &status) }) != 0 {
        let problem = ReadingFailure.system(errno).problem
        report(ReadingDiagnostic(path: path.string, diagnostic: problem.diagnostic))
      } else if status.st_mode & S_IFMT == S_IFDIR {
        ArticleFolder.list(path, report: report) { locations.append($0) }
      } else {
        locations.append(path)
      }
    }
    let ids = ArticleIdentifiers.ids(for: locations.map(\.string))
    files = zip(locations, ids).map {
      File(path: $0.string, articleID: $1, location: $0)
    }
  }

  /// Reads every article in order.
  ///
  /// Errors that `article` throws end the reading; what is wrong
  /// with one file is reported and costs that file alone.
  package func read<Failure: Error>(
    report: (ReadingDiagnostic) -> Void, article: (Article) throws(Failure) -> Void
  ) throws(Failure) {
    for file in files { try read(file, report: report, article: article) }
  }

  /// Reads the articles of one file.
  package func read<Failure: Error>(
    _ file: File, report: (ReadingDiagnostic) -> Void,
    article: (Article) throws(Failure) -> Void
  ) throws(Failure) {
    func tell(_ problem: ReadingProblem) {
      report(ReadingDiagnostic(path: file.path, diagnostic: problem.diagnostic))
    }
    let bytes: [UInt8]
    do throws(ReadingFailure) {
      bytes = try FileContents.read(file.location)
    } catch {
      tell(error.problem)
      return
    }
    let reader: any ArticleReader
    switch ArticleFormats.guess(fileName: FileName(path: file.path).name) {
    case .reader(let named): reader = named
    case .unsupported(let kind):
      // Its content is a better witness than its name, where that says what it is.
      tell(BinaryFormat.problem(of: bytes) ?? .unsupported(kind: kind))
      return
    case .unknown: reader = PlainTextReader()
    }
    let contents = ArticleFile(path: file.path, articleID: file.articleID, bytes: bytes)
    try reader.read(contents, report: report, article: article)
  }
}
