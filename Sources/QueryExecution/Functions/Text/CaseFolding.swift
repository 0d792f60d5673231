import CUTF8Proc
import Columns

/// Unicode simple case folding (CaseFolding.txt, statuses C and S): one code point for one.
enum CaseFolding {
  static func fold(_ scalar: UInt32) -> UInt32 {
    if scalar < UInt32(table.count) { return table[Int(scalar)] }
    return foldBySequence(scalar)
  }

  /// Appends the text, folded.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) {
    folded.reserveCapacity(folded.count + text.count)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        folded.append(byte.asciiLowercased)
        index += 1
        continue
      }
      let (scalar, length) = UTF8Scalars.decode(text, at: index)
      let changed = fold(scalar)
      if changed == scalar {
        for position in index..<index + length { folded.append(text[position]) }
      } else {
        UTF8Scalars.append(changed, to: &folded)
      }
      index += length
    }
  }

  static func folded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    append(text, to: &result)
    return result
  }

  // MARK: - Implementation

  /// Latin, Greek, Cyrillic and Armenian: what nearly all text with case is written in.
  private static let table: [UInt32] = (0..<0x590).map { foldBySequence($0) }

  /// The library folds fully (ß to ss); where that makes more than one code point, the simple
  /// folding is the lower-case letter (ẞ to ß), or the letter itself.
  private static func foldBySequence(_ scalar: UInt32) -> UInt32 {
    guard scalar <= 0x10ffff, !(0xd800..<0xe000).contains(scalar) else { return scalar }
    switch scalar {
    case 0x130: return 0x130
    // Status S, and no lower-case letters.
    case 0x1fd3: return 0x390
    case 0x1fe3: return 0x3b0
    case 0xfb05: return 0xfb06
    default: break
    }
    var sequence: (utf8proc_int32_t, utf8proc_int32_t, utf8proc_int32_t, utf8proc_int32_t) =
      (0, 0, 0, 0)
    var lastClass: Int32 = 0
    let code = utf8proc_int32_t(bitPattern: scalar)
    let count = withUnsafeMutableBytes(of: &sequence) { buffer in
      utf8proc_decompose_char(
        code, buffer.baseAddress?.assumingMemoryBound(to: utf8proc_int32_t.self), 4,
        UTF8PROC_CASEFOLD, &lastClass)
    }
    let folded = count == 1 ? sequence.0 : utf8proc_tolower(code)
    return folded > 0 ? UInt32(bitPattern: folded) : scalar
  }
}
