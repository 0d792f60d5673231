import ArticleModel

extension QuantityScanner {
  /// Money with its sign or code before it: `$75 million`, `C $ 3`, `USD 200`, `£3bn`.
  func signedMoney(at start: Int) -> QuantityMatch? {
    var index = start
    var name: String
    if let sign = CurrencyLexicon.sign(pieces[index]) {
      name = sign
      index += 1
    } else if index + 1 < pieces.count, pieces[index].kind == .word,
      let dollars = CurrencyLexicon.dollarPrefixes[pieces[index]], isMark(index + 1, "$"),
      !pieces[index + 1].isSpaced || pieces[index].length == 1 || pieces[index].isDotted
    {
      // "a $5 note" is no Australian one.
      if pieces[index + 1].isSpaced, pieces[index].length == 1,
        !pieces[index].isCapitalized, utf8[pieces[index].start] != UInt8(ascii: "c")
      {
        return nil
      }
      name = dollars
      index += 2
    } else if let code = CurrencyLexicon.codes[pieces[index]], index + 1 < pieces.count,
      pieces[index + 1].kind == .digits
    {
      name = code
      index += 1
    } else {
      return nil
    }
    var isNegative = false
    if isMark(index, "-"), index + 1 < pieces.count, !pieces[index + 1].isSpaced {
      isNegative = true
      index += 1
    }
    guard index < pieces.count, pieces[index].kind == .digits || !pieces[index].isSpaced,
      let numeral = numerals.numeral(at: index), numeral.form == .cardinal
    else { return nil }
    var match = QuantityMatch(
      kind: .currency, start: start, end: numeral.end,
      value: isNegative ? numeral.value.negated : numeral.value, unit: name, rule: "quantity.money")
    // `$10 dollars`, `$5 US`
    if let (currency, end) = CurrencyLexicon.names.longest(pieces, at: match.end),
      currency.name.hasSuffix("ollar"), name == "Dollar"
    {
      if currency.name != "Dollar" { match.unit = currency.name }
      match.end = end
    }
    return match
  }

  /// A number with what follows it: a unit, a currency, a share, an age.
  func measured(_ numeral: Numeral, from start: Int) -> QuantityMatch? {
    guard numeral.form == .cardinal else { return nil }
    let end = numeral.end
    func found(
      _ kind: Quantity.Kind, _ end: Int, _ unit: String?, _ rule: String
    ) -> QuantityMatch {
      QuantityMatch(
        kind: kind, start: start, end: end, value: numeral.value, unit: unit, rule: rule)
    }
    if let after = percent(at: end) {
      let isPoints = after < pieces.count && pieces[after].key == Self.points
      return found(
        .percentage, isPoints ? after + 1 : after, isPoints ? "Percentage point" : nil,
        "quantity.percent")
    }
    if let age = age(at: end) { return found(.age, age.end, age.unit, "quantity.age") }
    if end < pieces.count, let sign = CurrencyLexicon.sign(pieces[end]), isCurrencyBehind(end) {
      return found(.currency, end + 1, sign, "quantity.money")
    }
    let unitAt = afterHyphen(end)
    if let money = namedMoney(numeral, at: unitAt, from: start) { return money }
    if let (unit, after) = unit(at: unitAt, afterDigits: numeral.hasDigits) {
      return measure(numeral, unit, from: start, end: after)
    }
    if let meters = joinedMeters(numeral, from: start) { return meters }
    return apposition(numeral, from: start)
  }

  /// The unit of measure that begins at a piece; short forms only behind digits.
  func unit(at index: Int, afterDigits: Bool) -> (unit: MeasureUnit, end: Int)? {
    guard index < pieces.count else { return nil }
    if pieces[index].key == 0xB0, pieces[index].kind == .mark { return degreeSign(at: index) }
    var found = UnitLexicon.units.longest(pieces, at: index)
    if found == nil, afterDigits { found = UnitLexicon.abbreviations.longest(pieces, at: index) }
    guard let (longest, end) = found else { return nil }
    var unit = longest
    if pieces[index].length <= 2, afterDigits {
      // Capitals make other words of them: `10 G`, `5 M`; but `100 MB`.
      if pieces[index].isCapitalized, unit.kind != .information, unit.kind != .power { return nil }
      if unit.kind == .information, !pieces[index].isCapitalized {
        unit.name = unit.name == "Megabyte" ? "Megabit" : unit.name
      }
    }
    if unit.kind == .length, end < pieces.count, pieces[end].kind == .digits,
      !pieces[end].isSpaced, pieces[end].length == 1
    {
      // `km2`, `m3`
      switch utf8[pieces[end].start] {
      case UInt8(ascii: "2"):
        return (MeasureUnit(name: "Square " + unit.name.lowercased(), kind: .area), end + 1)
      case UInt8(ascii: "3"):
        return (MeasureUnit(name: "Cubic " + unit.name.lowercased(), kind: .volume), end + 1)
      default: return nil
      }
    }
    return (unit, end)
  }

  // MARK: - Implementation

  private static let points = WordHash.of("points".utf8)
  private static let cent = WordHash.of("cent".utf8)
  private static let percentage = WordHash.of("percentage".utf8)
  private static let years = WordHash.of("years".utf8)

  private func percent(at index: Int) -> Int? {
    if isMark(index, "%") { return index + 1 }
    let next = afterHyphen(index)
    if case .percent? = word(next) { return next + 1 }
    if case .per? = word(next), next + 1 < pieces.count, pieces[next + 1].key == Self.cent {
      return next + 2
    }
    if next + 1 < pieces.count, pieces[next].key == Self.percentage,
      pieces[next + 1].key == Self.points
    {
      return next + 1
    }
    return nil
  }

  private func isCurrencyBehind(_ index: Int) -> Bool {
    // In `10 $ 30`, the sign may belong to what follows; in `5 £3 tickets` it does.
    guard index + 1 < pieces.count, pieces[index + 1].kind == .digits else { return true }
    return pieces[index + 1].isSpaced && !(pieces[index].isSpaced && !pieces[index + 1].isSpaced)
  }

  /// `420 million Finnish markka`, `three dollars and 50 cents`, `50 cents`.
  private func namedMoney(_ numeral: Numeral, at index: Int, from start: Int) -> QuantityMatch? {
    let named = CurrencyLexicon.names.longest(pieces, at: index)
    // In `3 USD50 cards` the code belongs to what follows.
    if let named, named.end < pieces.count, pieces[named.end].kind == .digits,
      !pieces[named.end].isSpaced
    {
      return nil
    }
    guard let (currency, after) = named else {
      guard numeral.end > 0, index < pieces.count, isPoundsOfMoney(numeral, index) else {
        return nil
      }
      return QuantityMatch(
        kind: .currency, start: start, end: index + 1, value: numeral.value, unit: "Pound",
        rule: "quantity.money")
    }
    var match = QuantityMatch(
      kind: .currency, start: start, end: after, value: numeral.value, unit: currency.name,
      rule: "quantity.money")
    guard !currency.isHundredth else { return match }
    if currency.power > 0 {
      match.value = numeral.value.times(powerOfTen: currency.power)
      return match
    }
    // `50 million USD`, but also `75 USD million`.
    if case .scale(let power)? = numerals.word(at: after) {
      match.value = numeral.value.times(powerOfTen: power)
      match.end = after + 1
      return match
    }
    var next = after
    if case .and? = word(next) { next += 1 }
    if let small = numerals.numeral(at: next), small.form == .cardinal,
      let (part, end) = CurrencyLexicon.names.longest(pieces, at: small.end), part.isHundredth,
      let sum = numeral.value.plus(small.value.times(powerOfTen: -2))
    {
      match.value = sum
      match.end = end
    } else if let cents = centsAtEnd(next),
      let sum = numeral.value.plus(cents.value.times(powerOfTen: -2))
    {
      match.value = sum
      match.end = cents.end
    }
    return match
  }

  /// The bare cents of `15 dollars 50`, where nothing follows that they might count.
  private func centsAtEnd(_ index: Int) -> Numeral? {
    guard let cents = numerals.numeral(at: index), cents.form == .cardinal,
      let count = cents.value.integer, (1...99).contains(count),
      cents.end >= pieces.count || pieces[cents.end].kind == .mark
    else { return nil }
    return cents
  }

  /// Millions of pounds are money, some pounds a weight.
  private func isPoundsOfMoney(_ numeral: Numeral, _ index: Int) -> Bool {
    guard let (unit, _) = UnitLexicon.units.longest(pieces, at: index), unit.name == "Pound",
      numeral.end > 0, case .scale(let power)? = numerals.word(at: numeral.end - 1)
    else { return false }
    return power >= 6
  }

  private func measure(
    _ numeral: Numeral, _ unit: MeasureUnit, from start: Int, end: Int
  ) -> QuantityMatch? {
    var match = QuantityMatch(
      kind: .dimension, start: start, end: end, value: numeral.value, unit: unit.name,
      rule: "quantity.measure")
    switch unit.kind {
    case .temperature:
      if unit.name == "Degree", words.contains(.angle) { return match }
      match.kind = .temperature
      match.rule = "quantity.temperature"
    case .length:
      if let (name, after) = speed(unit, at: end) {
        match.unit = name
        match.end = after
      } else if unit.name == "Foot" {
        addInches(to: &match)
      }
    case .area, .volume, .weight, .speed, .information, .power, .angle: break
    }
    return match
  }

  /// `miles an hour`, `meters per second`, `km/h`.
  private func speed(_ unit: MeasureUnit, at index: Int) -> (name: String, end: Int)? {
    switch word(index) {
    case .per, .a: break
    default:
      guard isMark(index, "/"), !pieces[index].isSpaced else { return nil }
    }
    switch word(index + 1) {
    case .rate("hour"), .rate("second"), .rate("minute"), .rate("millisecond"):
      guard case .rate(let time)? = word(index + 1) else { return nil }
      return (unit.name + " per " + time, index + 2)
    default:
      guard isMark(index, "/"), index + 1 < pieces.count, !pieces[index + 1].isSpaced else {
        return nil
      }
      switch Self.shortTimes[pieces[index + 1]] {
      case nil: return nil
      case let time?: return (unit.name + " per " + time, index + 2)
      }
    }
  }

  private static let shortTimes = WordLexicon<String>([
    ("h hr", "hour"), ("s sec", "second"), ("ms", "millisecond"), ("min", "minute"),
  ])

  /// `5 feet 2 inches`, `5 ft 2 in`, as feet.
  private func addInches(to match: inout QuantityMatch) {
    var next = match.end
    if case .and? = word(next) { next += 1 }
    guard let inches = numerals.numeral(at: next), inches.form == .cardinal,
      inches.end < pieces.count, Self.inches[pieces[inches.end]] != nil,
      let part = inches.value.divided(by: DecimalNumber(12)), let sum = match.value?.plus(part)
    else { return }
    match.value = sum
    match.end = inches.end + 1
  }

  private static let inches = WordLexicon<Bool>([("inch inches in", true)])

  private func degreeSign(at index: Int) -> (unit: MeasureUnit, end: Int)? {
    let next = index + 1
    if next < pieces.count, pieces[next].kind == .word, pieces[next].length == 1,
      !pieces[next].isSpaced
    {
      switch utf8[pieces[next].start] {
      case UInt8(ascii: "C"): return (MeasureUnit(name: "C", kind: .temperature), next + 1)
      case UInt8(ascii: "F"): return (MeasureUnit(name: "F", kind: .temperature), next + 1)
      default: return nil
      }
    }
    return (MeasureUnit(name: "Degree", kind: .temperature), next)
  }

  /// `3m` counts millions before a noun and meters elsewhere.
  private func joinedMeters(_ numeral: Numeral, from start: Int) -> QuantityMatch? {
    let last = pieces[numeral.end - 1]
    guard numeral.hasDigits, last.kind == .word, last.length == 1,
      utf8[last.start] == UInt8(ascii: "m"), counted(after: numeral.end, isOne: false) == nil
    else { return nil }
    return QuantityMatch(
      kind: .dimension, start: start, end: numeral.end,
      value: numeral.value.times(powerOfTen: -6), unit: "Meter", rule: "quantity.measure")
  }

  /// `five years old`, `90-day-old`, `years of age`.
  private func age(at index: Int) -> (unit: String, end: Int)? {
    let unitAt = afterHyphen(index)
    guard unitAt < pieces.count, let unit = Self.ageUnits[pieces[unitAt]] else { return nil }
    let next = afterHyphen(unitAt + 1)
    if case .old? = word(next) { return (unit, next + 1) }
    if next + 1 < pieces.count, case .of? = word(next), case .age? = word(next + 1) {
      return (unit, next + 2)
    }
    return nil
  }

  private static let ageUnits = WordLexicon<String>([
    ("year years yr yrs", "Year"), ("month months", "Month"), ("week weeks", "Week"),
    ("day days", "Day"),
  ])

  /// `aged 45`, `Ana Ruiz, 45, said`.
  private func apposition(_ numeral: Numeral, from start: Int) -> QuantityMatch? {
    guard numeral.isPlainDigits, numeral.end == start + 1, let age = numeral.value.integer,
      (1...115).contains(age), start > 0
    else { return nil }
    let isAged: Bool
    switch word(start - 1) {
    case .aged: isAged = true
    case .age: isAged = true
    default:
      isAged =
        start > 1 && isMark(start - 1, ",") && pieces[start - 2].isCapitalized
        && pieces[start - 2].kind == .word && isMark(numeral.end, ",")
        && (start == 2 || pieces[start - 3].kind == .word && pieces[start - 3].isCapitalized)
    }
    guard isAged else { return nil }
    return QuantityMatch(
      kind: .age, start: start, end: numeral.end, value: numeral.value, unit: "Year",
      rule: "quantity.age-apposition")
  }
}
