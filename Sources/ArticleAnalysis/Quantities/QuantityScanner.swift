import ArticleModel

/// An amount among the pieces of a sentence, before what surrounds it is looked at.
struct QuantityMatch {
  var kind: Quantity.Kind
  /// Indices of the first piece and of the one after the last.
  var start: Int
  var end: Int
  /// Nil for "dozens" and the like.
  var value: DecimalNumber?
  var unit: String?
  /// The lower end where a range leads to the amount: `5 to 10 miles`.
  var low: DecimalNumber?
  var rule: String
}

/// Goes over the pieces of one sentence and reads the amounts in them, from left to right.
struct QuantityScanner {
  let utf8: [UInt8]
  let pieces: [LexicalPiece]
  /// Per piece: whether it belongs to a time or a name.
  let isTaken: [Bool]
  let words: [QuantityWord?]
  let numerals: NumeralReader
  let sentence: Int

  init(utf8: [UInt8], pieces: [LexicalPiece], isTaken: [Bool], sentence: Int) {
    self.utf8 = utf8
    self.pieces = pieces
    self.isTaken = isTaken
    self.sentence = sentence
    words = pieces.map { QuantityLexicon.words[$0] }
    numerals = NumeralReader(utf8: utf8, pieces: pieces)
  }

  /// Whether an amount may begin with a piece; most sentences have none.
  static func mayBegin(_ piece: LexicalPiece) -> Bool {
    switch piece.kind {
    case .digits: return true
    case .mark:
      return CurrencyLexicon.sign(piece) != nil || (0xBC...0xBE).contains(piece.key)
        || (0x2150...0x215E).contains(piece.key)
    case .word:
      switch NumeralLexicon.words[piece] {
      case .unit, .tens, .hundred, .scale, .dozen, .vagueScale, .ordinalUnit, .ordinalTens,
        .ordinalScale, .half:
        return true
      case .fraction, .pluralPart, .and, .a, .point, .minus, nil: return false
      }
    }
  }

  func scan(_ report: (Quantity) -> Void) {
    var index = 0
    /// What the number before counted.
    var counted: (range: TextRange, unit: String?)?
    /// The last amount of money.
    var money: QuantityMatch?
    while index < pieces.count {
      if let found = tally(at: index) ?? range(at: index) {
        report(found.quantity)
        if let range = found.quantity.counted { counted = (range, found.quantity.unit) }
        index = max(found.end, index + 1)
      } else if var match = amount(at: index), !isTaken[match.start] {
        if let money, isCompared(match, with: money) {
          match.kind = .currency
          match.unit = money.unit
          match.rule = money.rule
        }
        if match.kind == .currency { money = match }
        if let high = upperEnd(after: match) {
          index = high
          continue
        }
        var quantity = quantity(match)
        if quantity.counted == nil, match.unit == nil, let counted, comparesBack(match) {
          quantity.counted = counted.range
          quantity.unit = counted.unit
        }
        if let range = quantity.counted { counted = (range, quantity.unit) }
        report(quantity)
        index = match.end
      } else {
        index += 1
      }
    }
  }

  /// "$5.1 billion from 4.8 billion", "3 mln dlrs vs 2 mln": money whose currency is said before.
  private func isCompared(_ match: QuantityMatch, with money: QuantityMatch) -> Bool {
    guard match.kind == .number, match.unit == nil, match.value != nil,
      match.start <= money.end + (endsInScale(match.end) ? 2 : 1) * Self.comparedWithin,
      match.start > money.end,
      Self.comparisons[pieces[match.start - 1]] != nil,
      counted(after: match.end, isOne: false) == nil,
      pieces[match.start].kind == .digits
    else { return false }
    // Only a number of the same make is money too: in millions, or with decimals.
    return endsInScale(match.end)
      || !endsInScale(money.end)
        && utf8[pieces[match.start].start..<pieces[match.start].end]
          .contains(UInt8(ascii: "."))
  }

  private func endsInScale(_ end: Int) -> Bool {
    for index in max(0, end - 2)..<end {
      if case .scale? = numerals.word(at: index) { return true }
      if NumeralLexicon.abbreviatedScales[pieces[index]] != nil { return true }
    }
    return false
  }

  /// How many pieces after money what it is compared with stands at most.
  private static let comparedWithin = 6
  private static let comparisons = WordLexicon<Bool>([("vs versus from against with to", true)])
  private static let directions = WordLexicon<Bool>([("down up", true)])

  /// "down from 140,000": the number before it counts the same.
  private func comparesBack(_ match: QuantityMatch) -> Bool {
    switch match.kind {
    case .number, .numberrange: break
    case .ordinal, .percentage, .currency, .dimension, .age, .temperature: return false
    }
    guard match.start >= 2, case .from? = word(match.start - 1) else { return false }
    return Self.directions[pieces[match.start - 2]] != nil
  }

  /// The amount that begins at a piece: a number with its unit, if it has one.
  func amount(at index: Int) -> QuantityMatch? {
    guard index < pieces.count, !isTaken[index] else { return nil }
    if let money = signedMoney(at: index) { return money }
    let (numberAt, isNegative) = afterMinus(index)
    guard let numeral = number(at: numberAt) else { return nil }
    var match = measured(numeral, from: index) ?? plain(numeral, from: index)
    if isNegative, let value = match?.value { match?.value = value.negated }
    return match
  }

  /// Where the second number of `5 to 10 miles` begins, which has the unit of both.
  private func upperEnd(after match: QuantityMatch) -> Int? {
    let isMoney = match.kind == .currency
    guard isMoney || match.kind == .number && match.unit == nil, match.end < pieces.count else {
      return nil
    }
    switch word(match.end) {
    case .to where !isMoney: break
    case .and where word(match.start - 1) == .between: break
    default: guard pieces[match.end].isDash else { return nil }
    }
    guard let high = amount(at: match.end + 1), lowerEnd(of: high) != nil else { return nil }
    return match.end + 1
  }

  // MARK: - Looking at pieces

  func word(_ index: Int) -> QuantityWord? {
    index >= 0 && index < words.count ? words[index] : nil
  }

  func isMark(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    index >= 0 && index < pieces.count && pieces[index].isMark(scalar)
  }

  /// Past a hyphen without spaces around it.
  func afterHyphen(_ index: Int) -> Int {
    guard index + 1 < pieces.count, pieces[index].isDash, !pieces[index].isSpaced,
      !pieces[index + 1].isSpaced
    else { return index }
    return index + 1
  }

  func text(_ start: Int, _ end: Int) -> TextRange {
    TextRange(pieces[start].start, pieces[end - 1].end)
  }

  // MARK: - Numbers

  /// Past a minus sign or the word, which no word or number precedes.
  private func afterMinus(_ index: Int) -> (Int, isNegative: Bool) {
    let next = index + 1
    guard next < pieces.count else { return (index, false) }
    if case .minus? = word(index) { return (next, true) }
    let piece = pieces[index]
    guard piece.isMark("-") || piece.isMark("\u{2212}"), piece.isSpaced || index == 0,
      pieces[next].kind == .digits, !pieces[next].isSpaced,
      index == 0 || pieces[index - 1].kind != .digits
    else { return (index, false) }
    return (next, true)
  }

  /// A number that is no part of a name, code or version.
  private func number(at index: Int) -> Numeral? {
    guard index < pieces.count else { return nil }
    if isMark(index, "."), index + 1 < pieces.count, pieces[index].isSpaced,
      pieces[index + 1].kind == .digits, !pieces[index + 1].isSpaced,
      let numeral = numerals.numeral(at: index + 1), numeral.end == index + 2
    {
      var numeral = numeral
      numeral.value = numeral.value.times(powerOfTen: -pieces[index + 1].length)
      numeral.isPlainDigits = false
      return numeral
    }
    guard let numeral = numerals.numeral(at: index), !isPartOfName(index, numeral) else {
      return nil
    }
    return numeral
  }

  /// `Boeing 747`, but not `In 5 towns`.
  private func isModel(_ index: Int, _ numeral: Numeral) -> Bool {
    guard index > 0, pieces[index].isSpaced, numeral.isPlainDigits else { return false }
    let before = pieces[index - 1]
    return before.kind == .word && before.isCapitalized && words[index - 1] == nil
      && CurrencyLexicon.codes[before] == nil && NumeralLexicon.words[before] == nil
      && counted(after: numeral.end, isOne: false) == nil
  }

  private func isPartOfName(_ index: Int, _ numeral: Numeral) -> Bool {
    let piece = pieces[index]
    if index > 0 {
      let before = pieces[index - 1]
      if piece.kind == .digits {
        // `F16`, `COVID-19`, `/123`
        if !piece.isSpaced {
          if before.kind == .word, CurrencyLexicon.codes[before] == nil { return true }
          if before.isMark("/") || before.isMark("#") || before.isMark("_") { return true }
          if before.isMark("."), index > 1, !before.isSpaced { return true }
          if before.isDash, !before.isSpaced, index > 1, pieces[index - 2].kind == .word,
            // `5k-20k` is a range.
            index < 3 || pieces[index - 3].kind != .digits || pieces[index - 2].isSpaced
          {
            return true
          }
        }
        if isModel(index, numeral) { return true }
        // `Boeing 747-400`
        if before.isDash, !before.isSpaced, !piece.isSpaced, index > 1,
          let first = numerals.numeral(at: index - 2), first.end == index - 1,
          isModel(index - 2, first)
        {
          return true
        }
      } else if piece.isCapitalized, before.kind == .word {
        // "the Big Three"
        return before.isCapitalized || numeral.end - index == 1
      }
    }
    // `747s`, `13F`, `24703L202`: letters joined behind that are no unit.
    if numeral.hasDigits, numeral.end < pieces.count, pieces[numeral.end].kind == .word,
      !pieces[numeral.end].isSpaced, unit(at: numeral.end, afterDigits: true) == nil,
      CurrencyLexicon.codes[pieces[numeral.end]] == nil
    {
      return true
    }
    // `3B` is a name unless money is told: `$3B`, `3B yen`.
    if numeral.hasDigits, isBigLetter(numeral.end - 1),
      index == 0 || CurrencyLexicon.sign(pieces[index - 1]) == nil,
      CurrencyLexicon.names.longest(pieces, at: numeral.end) == nil
    {
      return true
    }
    // Telephone numbers and the like.
    if numeral.isPlainDigits, numeral.end + 2 < pieces.count, pieces[numeral.end].isDash,
      !pieces[numeral.end].isSpaced, pieces[numeral.end + 1].kind == .digits,
      pieces[numeral.end + 2].isDash, !pieces[numeral.end + 2].isSpaced,
      numeral.end + 3 < pieces.count, pieces[numeral.end + 3].kind == .digits
    {
      return true
    }
    return false
  }

  /// Whether a piece is the letter of billions or trillions.
  private func isBigLetter(_ index: Int) -> Bool {
    let piece = pieces[index]
    return piece.kind == .word && piece.length == 1 && piece.isCapitalized
      && (NumeralLexicon.abbreviatedScales[piece] ?? 0) >= 9
  }

  private func plain(_ numeral: Numeral, from start: Int) -> QuantityMatch? {
    switch numeral.form {
    case .vague:
      return QuantityMatch(
        kind: .number, start: start, end: numeral.end, value: nil, rule: "quantity.vague")
    case .ordinal:
      return QuantityMatch(
        kind: .ordinal, start: start, end: numeral.end, value: numeral.value,
        rule: "quantity.ordinal")
    case .cardinal:
      if isPronoun(numeral, at: start) { return nil }
      var end = numeral.end
      var unit: String?
      if case .times? = word(end) {
        end += 1
        unit = "times"
        if case .comparative? = word(end) { end += 1 }
        if case .more? = word(end) { end += 1 }
      }
      return QuantityMatch(
        kind: .number, start: start, end: end, value: numeral.value, unit: unit,
        rule: unit == nil ? "quantity.number" : "quantity.times")
    }
  }

  private static let beforePronoun = WordLexicon<Bool>([
    ("this that which any each another such other either neither", true)
  ])

  /// "one" that stands for a person or thing.
  private func isPronoun(_ numeral: Numeral, at index: Int) -> Bool {
    guard !numeral.hasDigits, numeral.end == index + 1, numeral.value == DecimalNumber(1) else {
      return false
    }
    if index > 0 {
      switch word(index - 1) {
      case .no, .every, .the, .from: return true
      case .function: if Self.beforePronoun[pieces[index - 1]] != nil { return true }
      default: break
      }
    }
    if case .times? = word(index + 1) { return false }
    return counted(after: index + 1, isOne: true) == nil
  }
}
