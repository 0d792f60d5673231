import ArticleModel

/// Cuts a stretch of text into pieces, in one pass.
enum PieceLexer {
  /// The pieces of `range`, added to `pieces` after it is emptied.
  static func lex(_ utf8: [UInt8], _ range: TextRange, into pieces: inout [LexicalPiece]) {
    pieces.removeAll(keepingCapacity: true)
    utf8.withUnsafeBufferPointer { bytes in
      var state = State(bytes: bytes, end: min(range.end, bytes.count))
      var offset = max(0, range.start)
      while offset < state.end {
        offset = state.piece(at: offset, into: &pieces)
      }
    }
  }

  // MARK: - Implementation

  private struct State {
    let bytes: UnsafeBufferPointer<UInt8>
    let end: Int
    var isSpaced = true

    init(bytes: UnsafeBufferPointer<UInt8>, end: Int) {
      self.bytes = bytes
      self.end = end
    }

    /// Adds the piece at `offset`, or passes white space; returns where it ends.
    mutating func piece(at offset: Int, into pieces: inout [LexicalPiece]) -> Int {
      let byte = bytes[offset]
      if byte <= 0x20 {
        isSpaced = true
        return offset + 1
      }
      if isDigit(byte) { return number(at: offset, into: &pieces) }
      if isASCIILetter(byte) { return word(at: offset, into: &pieces) }
      if byte < 0x80 { return mark(UInt32(byte), at: offset, length: 1, into: &pieces) }
      let (scalar, length) = scalar(at: offset)
      if isMark(scalar) {
        if scalar == 0xA0 || scalar == 0x202F || scalar == 0x2009 {
          isSpaced = true
          return offset + length
        }
        return mark(scalar, at: offset, length: length, into: &pieces)
      }
      return word(at: offset, into: &pieces)
    }

    private mutating func mark(
      _ scalar: UInt32, at offset: Int, length: Int, into pieces: inout [LexicalPiece]
    ) -> Int {
      add(.mark, offset, offset + length, key: UInt64(scalar), into: &pieces)
      return offset + length
    }

    private mutating func word(at start: Int, into pieces: inout [LexicalPiece]) -> Int {
      var hash = WordHash()
      var offset = start
      while offset < end {
        let byte = bytes[offset]
        if isASCIILetter(byte) {
          hash.add(byte)
          offset += 1
        } else if byte >= 0x80 {
          let (scalar, length) = scalar(at: offset)
          if isMark(scalar) { break }
          for index in offset..<(offset + length) { hash.add(bytes[index]) }
          offset += length
        } else {
          break
        }
      }
      var isDotted = false
      // `a.m.`, `U.S.`: single letters, each with its point.
      if offset == start + 1, bytes[start] < 0x80 {
        while offset + 1 < end, bytes[offset] == 0x2E, isASCIILetter(bytes[offset + 1]),
          offset + 2 >= end || !isASCIILetter(bytes[offset + 2])
        {
          hash.add(bytes[offset + 1])
          offset += 2
          isDotted = true
        }
        if isDotted, offset < end, bytes[offset] == 0x2E { offset += 1 }
      }
      add(.word, start, offset, key: hash.value, isDotted: isDotted, into: &pieces)
      return offset
    }

    /// Digits with commas between groups of three and a decimal point.
    private mutating func number(at start: Int, into pieces: inout [LexicalPiece]) -> Int {
      var offset = digitsEnd(from: start)
      if offset - start <= 3 {
        while offset + 3 < end, bytes[offset] == 0x2C, digitsEnd(from: offset + 1) == offset + 4 {
          offset += 4
        }
        // Past the last three digits the text may end.
        if offset + 3 == end - 1, bytes[offset] == 0x2C, digitsEnd(from: offset + 1) == end {
          offset = end
        }
      }
      if offset + 1 < end, bytes[offset] == 0x2E, isDigit(bytes[offset + 1]) {
        let fraction = digitsEnd(from: offset + 1)
        // `3.11.2004` is a date and `1.2.3` a version.
        let isChain =
          fraction + 1 < end && bytes[fraction] == 0x2E && isDigit(bytes[fraction + 1])
        let isChained = start >= 2 && bytes[start - 1] == 0x2E && isDigit(bytes[start - 2])
        if !isChain, !isChained { offset = fraction }
      }
      add(.digits, start, offset, key: 0, into: &pieces)
      return offset
    }

    private mutating func add(
      _ kind: LexicalPiece.Kind, _ start: Int, _ end: Int, key: UInt64, isDotted: Bool = false,
      into pieces: inout [LexicalPiece]
    ) {
      pieces.append(
        LexicalPiece(
          kind: kind, start: start, end: end, key: key, isSpaced: isSpaced,
          isCapitalized: bytes[start] &- 0x41 < 26, isDotted: isDotted))
      isSpaced = false
    }

    private func digitsEnd(from offset: Int) -> Int {
      var offset = offset
      while offset < end, isDigit(bytes[offset]) { offset += 1 }
      return offset
    }

    private func scalar(at offset: Int) -> (scalar: UInt32, length: Int) {
      let first = UInt32(bytes[offset])
      func tail(_ index: Int) -> UInt32 {
        offset + index < bytes.count ? UInt32(bytes[offset + index]) & 0x3F : 0
      }
      if first < 0xC0 { return (0xFFFD, 1) }
      if first < 0xE0 { return ((first & 0x1F) << 6 | tail(1), min(2, end - offset)) }
      if first < 0xF0 {
        return ((first & 0xF) << 12 | tail(1) << 6 | tail(2), min(3, end - offset))
      }
      return (
        (first & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), min(4, end - offset)
      )
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    private func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// Punctuation, signs of currency and the like; all else beyond ASCII counts as a letter.
    private func isMark(_ scalar: UInt32) -> Bool {
      switch scalar {
      case 0xAA, 0xB5, 0xBA: return false
      case 0x80...0xBF, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3000...0x303F, 0xFF00...0xFF0F: return true
      default: return false
      }
    }
  }
}
