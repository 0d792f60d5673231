import ArticleModel

/// The words of a text as attributions are compared in them.
///
/// A word is a run of letters and digits, with inner apostrophes. Marks and blanks belong to none, so
/// that neither the edges of a span nor marks inside it matter.
struct ScoredWords {
  /// Where the words stand, in order.
  private let words: [CodePointRange]
  /// The word at each code point, -1 where there is none.
  private let wordAt: [Int32]
  /// Per word: whether it begins inside double quotation marks.
  private let isQuoted: [Bool]
  /// Per word: whether a line end stands before it.
  private let followsLineEnd: [Bool]

  init(_ text: ArticleText) {
    let scalars = Array(text.string.unicodeScalars)
    let quotes = QuotedStretches(scalars)
    var words: [CodePointRange] = []
    var wordAt = Array(repeating: Int32(-1), count: scalars.count)
    var isQuoted: [Bool] = []
    var followsLineEnd: [Bool] = []
    var hasLineEnd = false
    var index = 0
    while index < scalars.count {
      guard Self.isWordScalar(scalars[index]) else {
        if scalars[index] == "\n" { hasLineEnd = true }
        index += 1
        continue
      }
      let end = Self.endOfWord(at: index, in: scalars)
      for position in index..<end { wordAt[position] = Int32(words.count) }
      words.append(CodePointRange(index, end))
      isQuoted.append(quotes.contains(index))
      followsLineEnd.append(hasLineEnd)
      hasLineEnd = false
      index = end
    }
    self.words = words
    self.wordAt = wordAt
    self.isQuoted = isQuoted
    self.followsLineEnd = followsLineEnd
  }

  /// The words that the spans touch.
  func words(in spans: [CodePointRange]) -> WordSet {
    var numbers: [Int32] = []
    for span in spans {
      for position in max(0, span.start)..<max(0, span.start, min(span.end, wordAt.count))
      where wordAt[position] >= 0 && wordAt[position] != numbers.last {
        numbers.append(wordAt[position])
      }
    }
    return WordSet(numbers)
  }

  /// The unbroken runs of a set of words; a line end breaks one.
  func runs(of words: WordSet) -> [WordRun] {
    var runs: [WordRun] = []
    for word in words.numbers {
      if let last = runs.last, word == last.last + 1, !followsLineEnd[Int(word)] {
        runs[runs.count - 1].last = word
      } else {
        runs.append(WordRun(first: word, last: word))
      }
    }
    return runs
  }

  /// Direct where all words stand in quotation marks, indirect where none does.
  func kind(of words: WordSet) -> Quotation.Kind {
    let inside = words.numbers.count { isQuoted[Int($0)] }
    return inside == words.count ? .direct : inside > 0 ? .mixed : .indirect
  }

  // MARK: - Implementation

  private static func endOfWord(at start: Int, in scalars: [Unicode.Scalar]) -> Int {
    var end = start
    while true {
      while end < scalars.count, isWordScalar(scalars[end]) { end += 1 }
      guard end + 1 < scalars.count, scalars[end] == "'" || scalars[end] == "\u{2019}",
        isWordScalar(scalars[end + 1])
      else { return end }
      end += 1
    }
  }

  /// Letters and whatever stands for a number.
  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return UInt8(ascii: scalar) &- 0x30 < 10 || (UInt8(ascii: scalar) | 0x20) &- 0x61 < 26
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return scalar.properties.numericType != nil
    }
  }
}

/// A run of neighbouring words.
struct WordRun: Hashable {
  var first: Int32
  /// Included.
  var last: Int32
}

/// A set of words of one text, by number.
struct WordSet: Equatable {
  /// Ascending, each once.
  let numbers: [Int32]

  init(_ numbers: [Int32]) {
    var sorted: [Int32] = []
    for number in numbers.sorted() where number != sorted.last { sorted.append(number) }
    self.numbers = sorted
  }

  var count: Int { numbers.count }
  var isEmpty: Bool { numbers.isEmpty }

  /// How many words both hold.
  func shared(with other: WordSet) -> Int {
    var count = 0
    var i = 0
    var j = 0
    while i < numbers.count, j < other.numbers.count {
      if numbers[i] == other.numbers[j] {
        count += 1
        i += 1
        j += 1
      } else if numbers[i] < other.numbers[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }

  func union(_ other: WordSet) -> WordSet { WordSet(numbers + other.numbers) }
}
