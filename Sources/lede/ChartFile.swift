import ArgumentParser
import Glibc
import LedeKit

/// The file of `--render-out`, in the form of its ending.
struct ChartFile {
  enum Form: String, CaseIterable {
    case svg, html
  }

  let path: String
  let form: Form

  /// - Throws: `ValidationError` where the name ends in neither `.svg` nor `.html`.
  init(path: String) throws {
    self.path = path
    let ending = path.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
    guard let form = Form(rawValue: ending.lowercased()), path.utf8.count > ending.utf8.count + 1
    else {
      throw ValidationError("--render-out takes a file that ends in .svg or .html, not '\(path)'.")
    }
    self.form = form
  }

  /// Writes a chart; those of a script after its first get a number: `chart-2.svg`.
  ///
  /// - Throws: `ExitStatus.filesFailed` where it cannot be written, which is told.
  func write(_ chart: Chart, number: Int) throws {
    let ending = ".\(path.split(separator: ".").last ?? "")"
    let path = number == 1 ? path : path.dropLast(ending.count) + "-\(number)" + ending
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode_t(0o666))
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    let sink = FileDescriptorSink(descriptor: descriptor, closesAtEnd: true)
    let picture = SVGChart(chart)
    switch form {
    case .svg: sink.write(picture.bytes())
    case .html: sink.write(picture.htmlPage())
    }
    sink.flush()
    if let reason = sink.failure { throw Self.failure(path, reason) }
  }

  private static func failure(_ path: String, _ reason: Int32) -> ExitStatus {
    StandardError.write("lede: '\(path)' cannot be written: \(String(cString: strerror(reason)))\n")
    return .filesFailed
  }
}
