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
  /// What cannot be read is reported and left out; with `once`, so is a file that is listed
  /// already, whatever the path that leads to it.
  package init(paths: [String], once: Bool = false, report: (ReadingDiagnostic) -> Void) {
    var locations: [FilePath] = []
    var known: Set<FileIdentity> = []
    for path in paths.map({ FilePath($0) }) {
      let before = locations.count
      var isFolder = false
      defer {
        let repeats = once ? Self.dropRepeats(in: &locations, from: before, &known) : 0
        if repeats > 0 {
          let problem: ReadingProblem = isFolder ? .repeatedInFolder(count: repeats) : .repeated
          report(ReadingDiagnostic(path: path.string, diagnostic: problem.diagnostic))
        }
      }
      var status = stat()
      if path.isStandardInput {
        locations.append(path)
      } else if path.withCString({ stat($0, &status) }) != 0 {
        let problem = ReadingFailure.system(errno).problem
        report(ReadingDiagnostic(path: path.string, diagnostic: problem.diagnostic))
      } else if status.st_mode & S_IFMT == S_IFDIR {
        isFolder = true
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

  /// What is to be told of the paths that are not there or cannot be reached.
  package static func missingPaths(_ paths: [String]) -> [ReadingDiagnostic] {
    paths.map { FilePath($0) }.compactMap { path in
      var status = stat()
      guard !path.isStandardInput, path.withCString({ stat($0, &status) }) != 0 else { return nil }
      let problem = ReadingFailure.system(errno).problem
      return ReadingDiagnostic(path: path.string, diagnostic: problem.diagnostic)
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

  // MARK: - Implementation

  /// Drops the files from `start` on that are known; returns how many.
  private static func dropRepeats(
    in locations: inout [FilePath], from start: Int, _ known: inout Set<FileIdentity>
  ) -> Int {
    let listed = locations[start...]
    locations.removeSubrange(start...)
    for location in listed {
      if let identity = FileIdentity(location), !known.insert(identity).inserted { continue }
      locations.append(location)
    }
    return listed.count - (locations.count - start)
  }
}
