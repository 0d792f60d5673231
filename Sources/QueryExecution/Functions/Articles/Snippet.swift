import Columns
import QueryPlanning

/// `snippet`: the words around the first hit.
enum Snippet {
  /// Words before the hit, and after its start.
  private static let before = 8
  private static let after = 16

  static let function = ScalarFunction(
    "snippet",
    .taking(.text("text"), .text("word"), optional: 1, isVariadic: true, giving: .string),
    summary: "The words of a text around the first of some words in it, in one line.",
    example: (
      "print snippet(\"The council met in March, and the pier stays closed.\", \"pier\")",
      "The council met in March, and the pier stays closed."
    )
  ) { context, arguments, count in
    context.mapText(arguments, count) { text, row, bytes in
      let terms = Terms(text)
      var first = 0
      var hits: [Int] = []
      for word in arguments.dropFirst() {
        let phrase = word.withUTF8(row) { TermPhrase($0) }
        if let place = phrase.places(in: terms).first { hits.append(place.lowerBound) }
      }
      if let hit = hits.min() { first = max(0, hit - before) }
      let last = min(terms.count, first + before + after)
      guard first < last else { return }
      var start = terms.ranges[first].lowerBound
      var end = terms.ranges[last - 1].upperBound
      if first == 0 { start = 0 } else { bytes.append(contentsOf: "… ".utf8) }
      if last == terms.count { end = text.count }
      append(UnsafeBufferPointer(rebasing: text[start..<end]), to: &bytes)
      if last < terms.count { bytes.append(contentsOf: " …".utf8) }
    }
  }

  // MARK: - Implementation

  /// The text with every run of blanks and line ends as one blank.
  private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var isBlank = true
    for byte in text {
      if byte <= 0x20 {
        if !isBlank { bytes.append(0x20) }
        isBlank = true
      } else {
        bytes.append(byte)
        isBlank = false
      }
    }
    if isBlank, bytes.last == 0x20 { bytes.removeLast() }
  }
}
