/// Headlines made of first sentences, so that a model meets names where every word has a capital.
extension EntityDocument {
  /// How a headline writes its words.
  enum HeadlineCase { case title, upper }

  /// The document below a headline that is its first sentence in other letters; itself where that
  /// is no sentence of three to twenty-five words.
  func withHeadline(_ casing: HeadlineCase) -> EntityDocument {
    let scalars = Array(text.unicodeScalars)
    guard let end = Self.firstSentence(of: scalars) else { return self }
    var headline = scalars[..<end].map { casing == .upper ? Self.upper($0) : $0 }
    if casing == .title {
      var start = 0
      for index in 0...end where index == end || scalars[index] == " " {
        let word = String(String.UnicodeScalarView(scalars[start..<index]))
        if start < index, !Self.smallWords.contains(word) {
          headline[start] = Self.upper(scalars[start])
        }
        start = index + 1
      }
    }
    var document = self
    let shift = end + 2
    document.text = String(String.UnicodeScalarView(headline)) + "\n\n" + text
    document.names =
      names.filter { $0.end <= end }
      + names.map { Name(start: $0.start + shift, end: $0.end + shift, kind: $0.kind) }
    return document
  }

  // MARK: - Implementation

  private static let smallWords: Set<String> = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
  ]

  /// Only what stays one scalar.
  private static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let upper = scalar.properties.uppercaseMapping.unicodeScalars
    return upper.count == 1 ? upper.first ?? scalar : scalar
  }

  /// Where the first sentence ends, its period not counted.
  private static func firstSentence(of scalars: [Unicode.Scalar]) -> Int? {
    var words = 1
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\n" { return nil }
      if scalar == " " { words += 1 }
      if words > 25 { return nil }
      if scalar == ".", index + 1 == scalars.count || scalars[index + 1].properties.isWhitespace {
        return words >= 3 ? index : nil
      }
    }
    return nil
  }
}
