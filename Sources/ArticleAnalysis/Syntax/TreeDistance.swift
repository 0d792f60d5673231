/// Distances between words as parts of features.
enum TreeDistance {
  /// The exact number up to 5, then wider and wider steps.
  @inline(__always)
  static func step(_ distance: Int) -> UInt64 {
    distance < 6
      ? UInt64(max(0, distance)) : distance < 8 ? 6 : distance < 11 ? 7 : distance < 16 ? 8 : 9
  }
}
