import ArticleModel

extension QuantityScanner {
  /// The rule with the share of its amounts that are right, on the 525 English specifications of
  /// Recognizers-Text: odd numbers out of context, so that articles fare better.
  static func evidence(_ rule: String) -> Evidence {
    Evidence(rule, confidence: shares[rule] ?? 0.8)
  }

  private static let shares: [String: Double] = [
    "quantity.age": 0.86, "quantity.measure": 0.96, "quantity.money": 0.93,
    "quantity.number": 0.55, "quantity.ordinal": 0.65, "quantity.percent": 0.95,
    "quantity.range": 0.64, "quantity.temperature": 0.95, "quantity.vague": 0.6,
  ]

  /// The amount with what its surroundings say: how exact it is, what it counts, what it is per.
  func quantity(_ match: QuantityMatch) -> Quantity {
    let number = match.value?.description
    var quantity = Quantity(
      range: text(match.start, match.end), sentence: sentence, kind: match.kind,
      value: match.kind == .percentage ? number.map { $0 + "%" } : number,
      evidence: Self.evidence(match.rule))
    quantity.unit = match.unit
    quantity.low = number
    quantity.high = number
    let hedge = hedge(before: match.start)
    switch hedge {
    case .about: quantity.isApproximate = true
    case .atLeast: quantity.high = nil
    case .atMost: quantity.low = nil
    case nil: break
    }
    if let low = lowerEnd(of: match) { quantity.low = low.description }
    if match.value == nil { quantity.isApproximate = true }
    switch match.kind {
    case .number, .numberrange:
      if match.unit == nil, let (range, head) = counted(match) {
        quantity.counted = range
        quantity.unit = head
      } else if match.unit == nil, let value = match.value, value.integer == nil {
        // "a fifth of the mill"
        quantity.counted = countedAfterOf(match.end)
      }
    case .currency, .dimension, .percentage:
      quantity.counted = countedAfterOf(match.end)
    case .ordinal, .age, .temperature: break
    }
    switch match.kind {
    case .currency, .dimension:
      quantity.per =
        rate(after: match.end, counting: quantity.counted) ?? rate(before: match.start)
    case .number where match.unit == "times": break
    case .number, .percentage:
      quantity.per = rate(after: match.end, counting: quantity.counted)
    case .numberrange, .ordinal, .age, .temperature: break
    }
    return quantity
  }

  enum Hedge {
    case about, atLeast, atMost
  }

  /// What stands before an amount: `about`, `more than`, `up to`.
  func hedge(before start: Int) -> Hedge? {
    switch (word(start - 2), word(start - 1)) {
    case (_, .approximately): return .about
    case (.more, .than): return notBefore(start - 3) ? .atMost : .atLeast
    case (.less, .than): return notBefore(start - 3) ? .atLeast : .atMost
    case (.at, .least): return .atLeast
    case (.at, .most), (.up, .to): return .atMost
    case (_, .over), (_, .exceeding): return .atLeast
    case (_, .under): return .atMost
    default: return nil
    }
  }

  private func notBefore(_ index: Int) -> Bool {
    switch word(index) {
    case .no, .not: return true
    default: return false
    }
  }

  /// The first number of `5 to 10 miles` and `between 5 and 10 miles`, where it is the smaller.
  func lowerEnd(of match: QuantityMatch) -> DecimalNumber? {
    let start = match.start
    switch match.kind {
    case .number, .numberrange, .ordinal: return nil
    case .percentage, .currency, .dimension, .age, .temperature: break
    }
    guard start >= 2, let value = match.value else { return nil }
    let isBetween: Bool
    switch word(start - 1) {
    case .to: isBetween = false
    case .and: isBetween = true
    default:
      guard pieces[start - 1].isDash else { return nil }
      isBetween = false
    }
    var low: DecimalNumber?
    // The longest number that ends at the word between: `60 million`, not `million`.
    for first in stride(from: start - 2, through: max(0, start - 5), by: -1) {
      guard !isBetween || word(first - 1) == .between,
        let number = sharingScale(
          lowerNumber(from: first, to: start - 1, below: match), from: first, with: match),
        value.plus(number.negated)?.isPositive == true
      else { continue }
      low = number
    }
    return low
  }

  /// The bare number, or the money in the same currency, that stands at a place.
  private func lowerNumber(
    from first: Int, to end: Int, below match: QuantityMatch
  ) -> DecimalNumber? {
    if isChange(first) { return nil }
    if let numeral = numerals.numeral(at: first), numeral.form == .cardinal, numeral.end == end {
      return numeral.value
    }
    // "rose $2 million to $30 million" is no range either.
    guard match.kind == .currency, word(end) != .to, let money = amount(at: first),
      money.kind == .currency, money.unit == match.unit, money.end == end
    else { return nil }
    return money.value
  }

  /// "up $2.80 to $51.15": the first number is what was added.
  private func isChange(_ index: Int) -> Bool {
    let isSigned = index > 0 && CurrencyLexicon.sign(pieces[index - 1]) != nil
    let before = index - (isSigned ? 2 : 1)
    return before >= 0 && Self.changes[pieces[before]] != nil
  }

  private static let changes = WordLexicon<Bool>([
    (
      "up down off by rose fell gained lost climbed dropped jumped slid slipped surged tumbled "
        + "advanced declined rises falls gains climbs drops jumps slips added adding gaining losing "
        + "rising falling",
      true
    )
  ])

  /// "between $5 and $10 million": the first number in the scale that is only said behind the second,
  /// where it is the smaller in that scale too ("from 500,000 to 1 million" shares none).
  private func sharingScale(
    _ low: DecimalNumber?, from first: Int, with match: QuantityMatch
  ) -> DecimalNumber? {
    guard let low, let value = match.value, scale(in: first..<match.start - 1) == nil,
      let scale = scale(in: match.start..<match.end)
    else { return low }
    let scaled = low.times(powerOfTen: scale)
    return value.plus(scaled.negated)?.isPositive == true ? scaled : low
  }

  /// The power of ten that a word among the pieces stands for ("million", "bn").
  private func scale(in pieces: Range<Int>) -> Int? {
    for index in pieces {
      if case .scale(let power)? = numerals.word(at: index) { return power }
      if index > 0, self.pieces[index - 1].kind == .digits, self.pieces[index].kind == .word,
        let power = NumeralLexicon.abbreviatedScales[self.pieces[index]]
      {
        return power
      }
    }
    return nil
  }

  // MARK: - What is counted

  private func counted(_ match: QuantityMatch) -> (TextRange, head: String)? {
    if match.value == nil {
      guard case .of? = word(match.end) else { return nil }
      return counted(after: match.end + 1, isOne: false)
    }
    return counted(after: match.end, isOne: match.value == DecimalNumber(1))
  }

  /// The noun phrase that a number counts: up to three words, the last a plural (after "one", the
  /// first noun).
  func counted(after start: Int, isOne: Bool) -> (TextRange, head: String)? {
    var index = start
    var last: Int?
    while index < pieces.count, index < start + 4 {
      let piece = pieces[index]
      guard piece.kind == .word, index == start || piece.isSpaced, isNounLike(index) else { break }
      if isOne {
        last = index
        break
      }
      if isPlural(piece) {
        last = index
        break
      }
      index += 1
    }
    guard let last else { return nil }
    let range = text(start, last + 1)
    let head = String(decoding: utf8[pieces[last].start..<pieces[last].end], as: UTF8.self)
    return (range, head.lowercased())
  }

  private func isNounLike(_ index: Int) -> Bool {
    guard pieces[index].length > 2 else { return false }
    return words[index] == nil && NumeralLexicon.words[pieces[index]] == nil
  }

  private func isPlural(_ piece: LexicalPiece) -> Bool {
    if QuantityLexicon.irregularPlurals[piece] != nil { return true }
    let bytes = utf8[piece.start..<piece.end]
    guard bytes.last == UInt8(ascii: "s"), bytes.count > 3 else { return false }
    let before = bytes[bytes.endIndex - 2]
    // "glass", "bus", "basis": no plurals.
    return before != UInt8(ascii: "s") && before != UInt8(ascii: "u")
      && before != UInt8(ascii: "i")
  }

  /// `fuel` in `60,000 liters of fuel`.
  private func countedAfterOf(_ index: Int) -> TextRange? {
    guard case .of? = word(index) else { return nil }
    if let range = possessed(index + 1) { return range }
    var start = index + 1
    switch word(start) {
    case .the, .a: start += 1
    default: break
    }
    var end = start
    while end < pieces.count, end < start + 3, pieces[end].kind == .word, pieces[end].isSpaced,
      isNounLike(end), end == start || isPlural(pieces[end])
    {
      end += 1
    }
    return end > start ? text(start, end) : nil
  }

  /// `the city's drinking water`: an owner, and what is owned.
  private func possessed(_ start: Int) -> TextRange? {
    var owner = start
    switch word(start) {
    case .the, .a: owner += 1
    default: break
    }
    let limit = min(pieces.count, owner + 3)
    while owner < limit, pieces[owner].kind == .word, owner + 2 < pieces.count {
      let mark = owner + 1
      if pieces[mark].isApostrophe, !pieces[mark].isSpaced {
        let hasS = !pieces[mark + 1].isSpaced && pieces[mark + 1].length == 1
        var end = hasS ? mark + 2 : mark + 1
        let first = end
        while end < pieces.count, end < first + 3, pieces[end].kind == .word,
          pieces[end].isSpaced, isNounLike(end), end == first || isModifier(pieces[end - 1])
        {
          end += 1
        }
        return end > first ? text(start, end) : nil
      }
      guard isNounLike(owner), pieces[mark].kind == .word else { return nil }
      owner = mark
    }
    return nil
  }

  /// Whether a word by its ending stands before a noun: `drinking`, `annual`.
  private func isModifier(_ piece: LexicalPiece) -> Bool {
    let bytes = utf8[piece.start..<piece.end]
    let endings: [StaticString] = ["ing", "al", "ic", "ive", "ary", "ous", "able", "ful"]
    return endings.contains { ending in
      bytes.count > ending.utf8CodeUnitCount
        && ending.withUTF8Buffer { bytes.suffix($0.count).elementsEqual($0) }
    }
  }

  // MARK: - Rates

  /// What an amount is per, from what follows it or what it counts: `a day`, `per hour`, `/month`,
  /// and, within the clause, `… every day`.
  private func rate(after start: Int, counting counted: TextRange?) -> String? {
    if let near = nearRate(start) { return near }
    var index = start
    if let counted {
      while index < pieces.count, pieces[index].start < counted.end { index += 1 }
      if let near = nearRate(index) { return near }
    }
    while index < pieces.count, index < start + 16 {
      let piece = pieces[index]
      if piece.kind == .digits || (piece.kind == .mark && !piece.isDash) { return nil }
      switch (word(index), word(index + 1)) {
      case (.every, .rate(let unit)), (.per, .rate(let unit)): return unit
      default: index += 1
      }
    }
    return nil
  }

  private func nearRate(_ index: Int) -> String? {
    let next: Int
    switch word(index) {
    case .a, .per, .every: next = index + 1
    case .frequency(let unit)?:
      return index + 1 < pieces.count && isNounLike(index + 1) ? nil : unit
    default:
      if isMark(index, "/"), !pieces[index].isSpaced {
        next = index + 1
      } else if afterHyphen(index) > index, case .a? = word(afterHyphen(index)) {
        // `$70-a-share`
        next = afterHyphen(afterHyphen(index) + 1)
      } else {
        return nil
      }
    }
    guard case .rate(let unit)? = word(next) else { return nil }
    // "£3 million a year earlier": a time.
    if next + 1 < pieces.count, Self.comparedTimes[pieces[next + 1]] != nil { return nil }
    return unit
  }

  /// `a daily amount …, 180 thousand liters`.
  private func rate(before start: Int) -> String? {
    var index = start - 1
    while index >= 0, index >= start - 10 {
      if isMark(index, ".") || isMark(index, ";") { return nil }
      if case .frequency(let unit)? = word(index), index + 1 < pieces.count,
        Self.amountNouns[pieces[index + 1]] != nil
      {
        return unit
      }
      index -= 1
    }
    return nil
  }

  private static let comparedTimes = WordLexicon<Bool>([
    ("earlier ago later before after previously", true)
  ])

  private static let amountNouns = WordLexicon<Bool>([
    (
      "amount amounts average rate output production volume quota dose limit total supply supplies "
        + "consumption intake allowance quantity sales fee cost wage pay salary income need needs",
      true
    )
  ])
}
