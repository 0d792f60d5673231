import ArticleModel

/// How the words of a sentence are written.
enum SentenceCasing: UInt8 {
  case normal
  /// A headline with most words capitalised.
  case title
  /// All in capitals.
  case upper

  init(of sentence: TokenRange, _ tokens: NameTokens) {
    var words = 0
    var capitals = 0
    var allCapitals = 0
    for index in sentence.start..<sentence.end {
      switch tokens.shape(index) {
      case .lower:
        if !tokens.has(index, [.function, .particle]) { words += 1 }
      case .capital, .inner:
        words += 1
        capitals += 1
      case .allCapitals:
        words += 1
        capitals += 1
        allCapitals += 1
      case .initial, .number, .mark: break
      }
    }
    // A sentence of many names ends in a period, a headline seldom does.
    let isClosed = sentence.end > sentence.start && tokens.matches(sentence.end - 1, ".")
    if words >= 3, allCapitals * 10 >= words * 8 {
      self = .upper
    } else if words >= 5, capitals * 10 >= words * 7, !isClosed {
      self = .title
    } else {
      self = .normal
    }
  }
}
