extension WordTable {
  /// The word in lower case by Unicode's full mapping; ’ becomes ', so that a clitic has one form.
  public static func lowercased(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if word.allSatisfy({ $0 < 0x80 }) {
      return word.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }[...]
    }
    var lower: [UInt8] = []
    for scalar in String(decoding: word, as: UTF8.self).lowercased().unicodeScalars {
      if scalar == "\u{2019}", word.count > 3 {
        lower.append(UInt8(ascii: "'"))
      } else {
        lower.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    return lower[...]
  }
}
