/// A path as the system knows it: bytes, which need not be UTF-8.
struct FilePath: Hashable, Sendable {
  /// Without the zero at the end.
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
  init(_ path: String) { bytes = Array(path.utf8) }

  /// As it is shown.
  var string: String { String(decoding: bytes, as: UTF8.self) }
  var isStandardInput: Bool { bytes == [UInt8(ascii: "-")] }

  func appending(_ name: [UInt8]) -> FilePath {
    let slash = UInt8(ascii: "/")
    return FilePath(bytes.last == slash ? bytes + name : bytes + [slash] + name)
  }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBytes { buffer in
      // Never empty: the zero is there.
      let pointer = buffer.assumingMemoryBound(to: CChar.self).baseAddress
      return pointer.map(body) ?? body([0])
    }
  }
}
