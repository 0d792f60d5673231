import Glibc

/// A transcript, or a page whose examples are one, where it lies.
package struct TranscriptFile: Sendable {
  package struct Failure: Error, CustomStringConvertible {
    package var description: String
  }

  package let path: String
  package let transcript: Transcript
  /// The file as it is; a page has more in it than its transcript.
  private let text: String

  /// - Throws: `Failure` where the file cannot be read.
  package init(path: String) throws(Failure) {
    guard let file = fopen(path, "r") else {
      throw Failure(description: "\(path): cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&block, 1, block.count, file)
      guard count > 0 else { break }
      bytes.append(contentsOf: block[..<count])
    }
    let text = String(decoding: bytes, as: UTF8.self)
    self.path = path
    self.text = text
    transcript =
      path.hasSuffix(".md")
      ? DocumentationExamples.transcript(ofMarkdown: text) : Transcript(text)
  }

  /// The transcripts and pages among the paths and in the folders among them, in name order.
  package static func all(in paths: [String]) throws(Failure) -> [TranscriptFile] {
    var files: [TranscriptFile] = []
    for path in paths {
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        for name in names(in: path) where name.hasSuffix(".ledetest") || name.hasSuffix(".md") {
          files.append(try TranscriptFile(path: path + "/" + name))
        }
      } else {
        files.append(try TranscriptFile(path: path))
      }
    }
    return files
  }

  package func run(commandFolder: String) -> (passed: Int, mismatches: [TranscriptRunner.Mismatch])
  {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    var runner = TranscriptRunner(folder: folder, commandFolder: commandFolder)
    let mismatches = runner.run(transcript)
    return (transcript.steps.count - mismatches.count, mismatches)
  }

  /// Writes what was found into the file in place of what was expected.
  package func record(_ mismatches: [TranscriptRunner.Mismatch]) throws(Failure) {
    let text = TranscriptRunner.recorded(text, mismatches)
    guard let file = fopen(path, "w") else {
      throw Failure(description: "\(path): cannot be written: \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    fputs(text, file)
  }

  /// The folder that this program's file lies in.
  package static var folderOfThisProgram: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return "." }
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// The folder in which this build's commands lie, seen from a test: that of the test bundle.
  package static var folderOfTestedPrograms: String {
    for argument in CommandLine.arguments where argument.hasSuffix(".xctest") {
      if let slash = argument.lastIndex(of: "/") { return String(argument[..<slash]) }
    }
    return folderOfThisProgram
  }

  // MARK: - Implementation

  /// The files below a folder, relative to it, in name order.
  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    var entries: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { entries.append(name) }
    }
    closedir(directory)
    var names: [String] = []
    for name in entries.sorted() {
      var status = stat()
      if lstat(folder + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        names += Self.names(in: folder + "/" + name).map { name + "/" + $0 }
      } else {
        names.append(name)
      }
    }
    return names
  }
}
