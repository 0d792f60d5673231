/// The stored text of an article: its UTF-8, never edited, with code point offsets on demand.
public struct ArticleText: Sendable {
  /// Valid UTF-8.
  public let utf8: [UInt8]
  /// The number of scalars before each block of `blockSize` bytes; empty where every byte is ASCII.
  private let scalarsBeforeBlock: [Int]
  private static let blockSize = 256

  /// - Parameter utf8: must be valid UTF-8; readers replace what is not.
  public init(utf8: [UInt8]) {
    self.utf8 = utf8
    let isASCII = !utf8.contains { $0 >= 0x80 }
    guard !isASCII else {
      scalarsBeforeBlock = []
      return
    }
    var blocks: [Int] = []
    var scalars = 0
    for (offset, byte) in utf8.enumerated() {
      if offset % Self.blockSize == 0 { blocks.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
    }
    scalarsBeforeBlock = blocks
  }

  /// The text of a string.
  public init(_ text: String) { self.init(utf8: Array(text.utf8)) }

  /// The number of Unicode scalars before a UTF-8 offset, which must be a scalar's start or the end.
  /// - Complexity: O(1).
  public func scalarOffset(of offset: Int) -> Int {
    guard !scalarsBeforeBlock.isEmpty else { return offset }
    let block = min(offset / Self.blockSize, scalarsBeforeBlock.count - 1)
    var count = scalarsBeforeBlock[block]
    for byte in utf8[(block * Self.blockSize)..<offset] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The UTF-8 offset of the scalar with that index; past the end, the end.
  /// - Complexity: O(log *n*).
  public func utf8Offset(ofScalar index: Int) -> Int {
    guard !scalarsBeforeBlock.isEmpty else { return min(max(0, index), utf8.count) }
    var low = 0
    var high = scalarsBeforeBlock.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if scalarsBeforeBlock[middle] <= index { low = middle } else { high = middle }
    }
    var count = scalarsBeforeBlock[low]
    var offset = low * Self.blockSize
    while offset < utf8.count {
      if utf8[offset] & 0xC0 != 0x80 {
        if count >= index { return offset }
        count += 1
      }
      offset += 1
    }
    return utf8.count
  }

  /// The words of a range.
  public subscript(_ range: TextRange) -> String {
    String(decoding: utf8[range.start..<range.end], as: UTF8.self)
  }

  /// The words of a range in one line: a line break, with the blanks round it, is one space.
  public func line(_ range: TextRange) -> String {
    guard breaksLine(range) else { return self[range] }
    var line: [UInt8] = []
    line.reserveCapacity(range.count)
    var index = range.start
    while index < range.end {
      let start = index
      while index < range.end, Self.isBlank(utf8[index]) { index += 1 }
      if utf8[start..<index].contains(where: Self.isBreak) {
        line.append(UInt8(ascii: " "))
      } else {
        line.append(contentsOf: utf8[start..<index])
      }
      while index < range.end, !Self.isBlank(utf8[index]) {
        line.append(utf8[index])
        index += 1
      }
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Whether a range goes over the end of a line.
  public func breaksLine(_ range: TextRange) -> Bool {
    utf8[range.start..<range.end].contains(where: Self.isBreak)
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    isBreak(byte) || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// The whole text.
  public var string: String { String(decoding: utf8, as: UTF8.self) }
}
