import CUTF8Proc

/// Unicode's composition of a letter and a mark into one character.
package enum ScalarComposition {
  /// The one character for both, such as `é` for `e` and U+0301; nil where there is none.
  package static func composed(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
    var buffer = [
      utf8proc_int32_t(bitPattern: letter), utf8proc_int32_t(bitPattern: mark), 0,
    ]
    let count = utf8proc_normalize_utf32(
      &buffer, 2, utf8proc_option_t(rawValue: UTF8PROC_COMPOSE.rawValue | UTF8PROC_STABLE.rawValue))
    return count == 1 ? UInt32(bitPattern: buffer[0]) : nil
  }
}
