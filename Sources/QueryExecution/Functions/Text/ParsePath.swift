import Columns
import QueryPlanning

/// `parse_path`: the parts of a file's path.
enum ParsePath {
  static let function = ScalarFunction(
    "parse_path", .taking(.text("path"), giving: .dynamic),
    summary: "The parts of a file's path as a bag: Scheme, RootPath, Filename, Extension ….",
    example: ("print parse_path(\"/desk/drafts/lede.txt\").Filename", "lede.txt")
  ) { context, arguments, count in
    context.dynamicRows(count, of: arguments) { row in
      arguments[0].withUTF8(row) { parts(of: $0) }
    }
  }

  // MARK: - Implementation

  private typealias Part = Slice<UnsafeBufferPointer<UInt8>>

  /// `scheme://C:\folder\file.ending:stream`, with slashes of either kind; what is missing is "".
  private static func parts(of text: UnsafeBufferPointer<UInt8>) -> DynamicValue {
    var rest = text[...]
    let nothing = rest[rest.startIndex..<rest.startIndex]
    var scheme = nothing
    if let colon = rest.firstIndex(of: colon), colon > 1, colon + 2 < rest.endIndex,
      isSlash(rest[colon + 1]), isSlash(rest[colon + 2])
    {
      scheme = rest[..<colon]
      rest = rest[(colon + 3)...]
    }
    var root = nothing
    // Long paths: \\?\C:\…
    let drive = rest.starts(with: Array(#"\\?\"#.utf8)) ? rest.dropFirst(4) : rest
    if drive.count >= 2, drive[drive.startIndex].isASCIILetter,
      drive[drive.startIndex + 1] == colon
    {
      root = drive.prefix(2)
    }
    let nameStart =
      rest.lastIndex(where: isSlash).map { $0 + 1 } ?? max(rest.startIndex, root.endIndex)
    var name = rest[max(rest.startIndex, min(nameStart, rest.endIndex))...]
    var stream = nothing
    if let mark = name.firstIndex(of: colon) {
      stream = name[(mark + 1)...]
      name = name[..<mark]
    }
    var folder = rest[..<name.startIndex]
    if let last = folder.last, isSlash(last) { folder = folder.dropLast() }
    let folderName = folder.lastIndex(where: isSlash).map { folder[($0 + 1)...] } ?? folder
    let ending = name.lastIndex(of: UInt8(ascii: ".")).map { name[($0 + 1)...] } ?? nothing
    let parts: [(String, Part)] = [
      ("Scheme", scheme), ("RootPath", root), ("DirectoryPath", folder),
      ("DirectoryName", folderName), ("Filename", name), ("Extension", ending),
      ("AlternateDataStreamName", stream),
    ]
    return .bag(
      parts.map { key, value in
        DynamicValue.Property(key: key, value: .string(String(decoding: value, as: UTF8.self)))
      })
  }

  private static let colon = UInt8(ascii: ":")

  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }
}
