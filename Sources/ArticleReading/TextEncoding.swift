/// How the bytes of a file stand for characters.
package enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case latin1 = "ISO-8859-1"
  case windows1252 = "windows-1252"

  /// The encoding of a text file, and how many bytes of byte order mark stand at its head.
  ///
  /// A mark decides. Without one, zero bytes in nearly every second place say UTF-16; bytes that
  /// are UTF-8, or were but for a few, say UTF-8; the rest is Windows-1252 where it uses the bytes
  /// 0x80 to 0x9F, which Latin-1 leaves to control characters, and Latin-1 where it does not.
  /// - Complexity: O(*n*).
  package static func detect(_ bytes: [UInt8]) -> (encoding: TextEncoding, markLength: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if let encoding = utf16WithoutMark(bytes) { return (encoding, 0) }
    return (eightBitEncoding(bytes), 0)
  }

  // MARK: - Implementation

  /// Judged on the head of the file: western text in UTF-16 has a zero in nearly every pair, and
  /// always in the same half of it.
  private static func utf16WithoutMark(_ bytes: [UInt8]) -> TextEncoding? {
    let pairs = min(bytes.count / 2, 8192)
    guard pairs >= 2, bytes.count % 2 == 0 || pairs == 8192 else { return nil }
    var firstZeros = 0
    var secondZeros = 0
    for pair in 0..<pairs {
      if bytes[pair * 2] == 0 { firstZeros += 1 }
      if bytes[pair * 2 + 1] == 0 { secondZeros += 1 }
    }
    if secondZeros * 10 >= pairs * 7, firstZeros * 50 <= pairs { return .utf16LittleEndian }
    if firstZeros * 10 >= pairs * 7, secondZeros * 50 <= pairs { return .utf16BigEndian }
    return nil
  }

  private static func eightBitEncoding(_ bytes: [UInt8]) -> TextEncoding {
    let scan = UTF8Scan(bytes)
    if scan.invalidSequences == 0 { return .utf8 }
    // As much that is whole as is broken: UTF-8 with an accident, for single bytes hardly ever make
    // whole characters by chance. A file cut inside its last character is UTF-8 too, though that
    // may be its only one.
    if scan.witnesses >= scan.invalidSequences { return .utf8 }
    if scan.invalidSequences == 1, scan.endsInsideCharacter { return .utf8 }
    var isWindows = false
    var likely = 0
    var unlikely = 0
    for byte in bytes where byte >= 0x80 {
      switch byte {
      case 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFE, 0xFF: unlikely += 1
      default:
        likely += 1
        if byte < 0xA0 { isWindows = true }
      }
    }
    // Bytes that neither Windows-1252 nor western texts in Latin-1 use say nothing for either.
    if unlikely >= likely { return .utf8 }
    return isWindows ? .windows1252 : .latin1
  }
}
