/// Tells files that are no text from those that are.
enum BinaryFormat {
  /// What people call the kind of file, or nil where the bytes may be text.
  ///
  /// The signature decides where there is one; otherwise a file is binary when more than one in a
  /// hundred of its first bytes are control characters that no text uses (a text with a stray zero
  /// byte stays a text), unless it is UTF-16.
  static func name(of bytes: [UInt8]) -> String? {
    let sample = bytes.prefix(sampleSize)
    let controls = sample.count { isControl($0) }
    for (signature, offset, name) in signatures
    where bytes.count >= offset + signature.count
      && bytes[offset..<(offset + signature.count)].elementsEqual(signature)
    {
      // An article may begin with the word RIFF; a recording has control characters as well.
      if controls > 0 || !signature.allSatisfy({ 0x20..<0x7F ~= $0 }) || signature.count >= 5 {
        return name
      }
    }
    switch TextEncoding.detect(Array(bytes.prefix(sampleSize))).encoding {
    case .utf16LittleEndian, .utf16BigEndian: return nil
    case .utf8, .latin1, .windows1252: break
    }
    return controls * 100 > sample.count ? "a binary file" : nil
  }

  /// What keeps a file of these bytes from being read, or nil where they may be text.
  static func problem(of bytes: [UInt8]) -> ReadingProblem? {
    name(of: bytes).map { $0 == utf32 ? .unreadEncoding(name: "UTF-32") : .binary(kind: $0) }
  }

  // MARK: - Implementation

  private static let utf32 = "a text in UTF-32"

  private static let sampleSize = 1 << 16

  private static func isControl(_ byte: UInt8) -> Bool {
    // Tab, the line and page ends, and escape (terminal logs) occur in texts.
    byte < 0x20 && !(0x09...0x0D ~= byte) && byte != 0x1B
  }

  private static let signatures: [(bytes: [UInt8], offset: Int, name: String)] = [
    (Array("SQLite format 3\0".utf8), 0, "an SQLite database"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, "a PNG image"),
    ([0xFF, 0xD8, 0xFF], 0, "a JPEG image"),
    (Array("GIF87a".utf8), 0, "a GIF image"),
    (Array("GIF89a".utf8), 0, "a GIF image"),
    (Array("WEBP".utf8), 8, "a WebP image"),
    ([0x49, 0x49, 0x2A, 0x00], 0, "a TIFF image"),
    ([0x4D, 0x4D, 0x00, 0x2A], 0, "a TIFF image"),
    ([0x50, 0x4B, 0x03, 0x04], 0, "a zip archive (or a document kept as one, such as .docx)"),
    ([0x50, 0x4B, 0x05, 0x06], 0, "an empty zip archive"),
    (Array("%PDF-".utf8), 0, "a PDF document"),
    ([0x7F, 0x45, 0x4C, 0x46], 0, "a program (ELF)"),
    ([0x1F, 0x8B], 0, "a gzip file"),
    (Array("BZh".utf8), 0, "a bzip2 file"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], 0, "an xz file"),
    ([0x28, 0xB5, 0x2F, 0xFD], 0, "a Zstandard file"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, "a 7z archive"),
    (Array("Rar!".utf8), 0, "a RAR archive"),
    (Array("ustar".utf8), 257, "a tar archive"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, "an old Office document"),
    (Array("{\\rtf".utf8), 0, "an RTF document"),
    (Array("OggS".utf8), 0, "an Ogg recording"),
    (Array("fLaC".utf8), 0, "a FLAC recording"),
    (Array("ID3".utf8), 0, "an MP3 recording"),
    (Array("RIFF".utf8), 0, "a RIFF recording"),
    (Array("ftyp".utf8), 4, "a video (MP4)"),
    ([0x00, 0x61, 0x73, 0x6D], 0, "a WebAssembly program"),
    (Array("wOFF".utf8), 0, "a font"),
    (Array("wOF2".utf8), 0, "a font"),
    ([0xFF, 0xFE, 0x00, 0x00], 0, utf32),
    ([0x00, 0x00, 0xFE, 0xFF], 0, utf32),
  ]
}
