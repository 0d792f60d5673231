/// A file of weights and word lists: named parts of bytes, each with a checksum.
///
/// `LEDEMODL`, the version (1 byte), then the parts in name order: length of the name (1 byte), the
/// name, length of the bytes (8, little endian), their checksum (8), the bytes.
package struct ModelFile: Sendable {
  package static let version = 1
  private static let magic = Array("LEDEMODL".utf8)

  private var sections: [String: ModelBytes] = [:]

  /// A file without parts.
  package init() {}

  /// Finds the parts in a file's bytes and compares them with their checksums.
  package init(_ file: ModelBytes) throws(ModelError) {
    var reader = ModelReader(file)
    guard let magic = reader.bytes(Self.magic.count), magic.elements == Self.magic,
      let found = reader.byte()
    else { throw .notAModelFile }
    guard found == Self.version else {
      throw .version(found: Int(found), expected: Self.version)
    }
    while !reader.isAtEnd {
      guard let length = reader.byte(), let name = reader.bytes(Int(length)),
        let size = reader.integer(), size <= UInt64(Int.max), let checksum = reader.integer(),
        let content = reader.bytes(Int(size))
      else { throw .damaged(section: "index") }
      let title = String(decoding: name.elements, as: UTF8.self)
      guard content.checksum == checksum else { throw .damaged(section: title) }
      sections[title] = content
    }
  }

  /// The names of the parts, sorted.
  package var names: [String] { sections.keys.sorted() }

  /// Adds a part or puts it in the place of another.
  package mutating func set(_ name: String, to bytes: [UInt8]) {
    precondition(name.utf8.count < 256, "a part has a short name")
    sections[name] = ModelBytes(copying: bytes)
  }

  /// The bytes of a part.
  package func section(_ name: String) throws(ModelError) -> ModelBytes {
    guard let bytes = sections[name] else { throw .missing(section: name) }
    return bytes
  }

  /// The file's bytes; equal parts give equal bytes.
  package var bytes: [UInt8] {
    var bytes = Self.magic + [UInt8(Self.version)]
    for (name, content) in sections.sorted(by: { $0.key < $1.key }) {
      bytes.append(UInt8(name.utf8.count))
      bytes.append(contentsOf: name.utf8)
      Self.append(UInt64(content.count), to: &bytes)
      Self.append(content.checksum, to: &bytes)
      bytes.append(contentsOf: content.elements)
    }
    return bytes
  }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
