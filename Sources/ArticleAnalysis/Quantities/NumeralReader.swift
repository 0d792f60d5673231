/// A number as it stands in a text.
struct Numeral {
  enum Form {
    case cardinal, ordinal
    /// Dozens, thousands of …: no number is said.
    case vague
  }

  var value: DecimalNumber
  var form: Form
  /// The index of the piece after it.
  var end: Int
  /// Whether digits are in it.
  var hasDigits: Bool
  /// Whether it is one piece of digits without a comma, such as a year is.
  var isPlainDigits: Bool
}

/// Reads numbers in digits and words from pieces: `60,000`, `180 thousand`, `2 1/2`, `twenty-one`,
/// `a hundred and five`, `3.5m`, `two thirds`, `21st`, `thirty-first`.
struct NumeralReader {
  let utf8: [UInt8]
  let pieces: [LexicalPiece]

  /// The number that begins at a piece.
  func numeral(at index: Int) -> Numeral? {
    guard index < pieces.count else { return nil }
    switch pieces[index].kind {
    case .digits: return inDigits(at: index)
    case .word: return inWords(at: index)
    case .mark: return fractionSign(at: index)
    }
  }

  func word(at index: Int) -> NumeralWord? {
    index >= 0 && index < pieces.count ? NumeralLexicon.words[pieces[index]] : nil
  }

  // MARK: - Digits

  private func inDigits(at index: Int) -> Numeral? {
    let piece = pieces[index]
    guard let value = DecimalNumber(digits: utf8[piece.start..<piece.end]) else { return nil }
    var numeral = Numeral(
      value: value, form: .cardinal, end: index + 1, hasDigits: true, isPlainDigits: true)
    for byte in utf8[piece.start..<piece.end] where byte &- 0x30 >= 10 {
      numeral.isPlainDigits = false
      break
    }
    guard index + 1 < pieces.count else { return numeral }
    if !pieces[index + 1].isSpaced, isOrdinalEnding(pieces[index + 1]) {
      numeral.form = .ordinal
      numeral.end += 1
      numeral.isPlainDigits = false
      return numeral
    }
    if let (whole, end) = spacedGroups(from: index) {
      numeral.value = whole
      numeral.end = end
      numeral.isPlainDigits = false
    } else if let (part, end) = slashFraction(after: index), let sum = part {
      // `2 1/2`, or `1/4` on its own.
      numeral.value = sum
      numeral.end = end
      numeral.isPlainDigits = false
    } else if let part = fractionSign(at: index + 1), let sum = value.plus(part.value) {
      numeral.value = sum
      numeral.end = part.end
      numeral.isPlainDigits = false
    }
    return withFraction(withScales(numeral))
  }

  /// `40 000`, `1 234 567`: groups of three behind a space.
  private func spacedGroups(from index: Int) -> (DecimalNumber, end: Int)? {
    guard pieces[index].length <= 3 else { return nil }
    var end = index + 1
    // Bounded, so that a table of numbers is not read again from each of them.
    while end < pieces.count, end < index + 6, pieces[end].kind == .digits, pieces[end].isSpaced,
      pieces[end].length >= 3, isGroup(pieces[end]),
      end + 1 >= pieces.count || !pieces[end + 1].isMark("/") || pieces[end + 1].isSpaced
    {
      end += 1
      if pieces[end - 1].length > 3 { break }
    }
    guard end > index + 1 else { return nil }
    return DecimalNumber(digits: utf8[pieces[index].start..<pieces[end - 1].end]).map { ($0, end) }
  }

  /// Three digits, or three with decimals.
  private func isGroup(_ piece: LexicalPiece) -> Bool {
    let bytes = utf8[piece.start..<piece.end]
    guard bytes.prefix(3).allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
    return piece.length == 3 || bytes[bytes.startIndex + 3] == UInt8(ascii: ".")
  }

  /// `/4` after a number, or ` 1/2` after a whole one.
  private func slashFraction(after index: Int) -> (DecimalNumber?, end: Int)? {
    func quotient(_ top: Int, isLast: Bool) -> DecimalNumber? {
      guard top + 2 < pieces.count, pieces[top + 1].isMark("/"), !pieces[top + 1].isSpaced,
        pieces[top + 2].kind == .digits, !pieces[top + 2].isSpaced, pieces[top].length <= 3,
        pieces[top + 2].length <= 3,
        // `5/17/2018` is a date.
        top + 3 >= pieces.count || !pieces[top + 3].isMark("/"),
        let a = DecimalNumber(digits: utf8[pieces[top].start..<pieces[top].end]),
        let b = DecimalNumber(digits: utf8[pieces[top + 2].start..<pieces[top + 2].end])
      else { return nil }
      return a.divided(by: b)
    }
    if index + 1 < pieces.count, pieces[index + 1].kind == .digits, pieces[index + 1].isSpaced,
      let part = quotient(index + 1, isLast: true),
      let whole = DecimalNumber(digits: utf8[pieces[index].start..<pieces[index].end])
    {
      return (whole.plus(part), index + 4)
    }
    if let part = quotient(index, isLast: true) { return (part, index + 3) }
    return nil
  }

  private func fractionSign(at index: Int) -> Numeral? {
    guard index < pieces.count, pieces[index].kind == .mark else { return nil }
    let parts: (Int, Int)
    switch pieces[index].key {
    case 0xBC: parts = (1, 4)
    case 0xBD: parts = (1, 2)
    case 0xBE: parts = (3, 4)
    case 0x2153: parts = (1, 3)
    case 0x2154: parts = (2, 3)
    case 0x2155: parts = (1, 5)
    case 0x2159: parts = (1, 6)
    case 0x215B: parts = (1, 8)
    case 0x215C: parts = (3, 8)
    case 0x215D: parts = (5, 8)
    case 0x215E: parts = (7, 8)
    default: return nil
    }
    guard let value = DecimalNumber(parts.0).divided(by: DecimalNumber(parts.1)) else { return nil }
    return withScales(
      Numeral(
        value: value, form: .cardinal, end: index + 1, hasDigits: true, isPlainDigits: false))
  }

  private func isOrdinalEnding(_ piece: LexicalPiece) -> Bool {
    guard piece.kind == .word, piece.length == 2 else { return false }
    switch (utf8[piece.start] | 0x20, utf8[piece.start + 1] | 0x20) {
    case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68): return true
    default: return false
    }
  }

  /// `million` and the like behind a number, and `m`, `bn`, `k` joined to its digits.
  private func withScales(_ numeral: Numeral) -> Numeral {
    var numeral = numeral
    while numeral.end < pieces.count {
      let piece = pieces[numeral.end]
      var isJoined = false
      var index = numeral.end
      if piece.isDash, !piece.isSpaced, index + 1 < pieces.count, !pieces[index + 1].isSpaced {
        // `a 300-million pound plan`
        index += 1
        isJoined = true
      }
      switch word(at: index) {
      case .scale(let power): numeral.value = numeral.value.times(powerOfTen: power)
      case .hundred: numeral.value = numeral.value.times(powerOfTen: 2)
      case .dozen(isPlural: _):
        guard let product = numeral.value.times(DecimalNumber(12)) else { return numeral }
        numeral.value = product
      default:
        // A letter alone must be joined to digits: `3m`, but `3 bn`, `one mln`, `300-mln`.
        let scale = pieces[index]
        guard scale.length > 1 || numeral.hasDigits && !isJoined && !scale.isSpaced,
          let power = NumeralLexicon.abbreviatedScales[scale]
        else { return numeral }
        numeral.value = numeral.value.times(powerOfTen: power)
      }
      numeral.end = index + 1
      numeral.isPlainDigits = false
    }
    return numeral
  }

  // MARK: - Words

  private func inWords(at index: Int) -> Numeral? {
    guard let first = word(at: index) else { return nil }
    switch first {
    case .and, .point, .minus, .pluralPart: return nil
    case .a: return afterArticle(at: index)
    case .half: return half(at: index)
    case .fraction(let part):
      // `quarter million`
      guard case .scale? = word(at: index + 1),
        let value = DecimalNumber(1).divided(by: DecimalNumber(part))
      else { return nil }
      return withScales(
        Numeral(
          value: value, form: .cardinal, end: index + 1, hasDigits: false, isPlainDigits: false))
    case .dozen(isPlural: true), .vagueScale:
      return Numeral(
        value: DecimalNumber(0), form: .vague, end: index + 1, hasDigits: false,
        isPlainDigits: false)
    case .dozen(isPlural: false), .hundred, .scale:
      return nil
    case .unit, .tens, .ordinalUnit, .ordinalTens, .ordinalScale: break
    }
    var reader = WordGroups(reader: self, index: index)
    reader.run()
    guard var numeral = reader.numeral(from: index) else { return nil }
    if numeral.form == .cardinal { numeral = withFraction(withPoint(withScales(numeral))) }
    return numeral
  }

  /// `a hundred`, `a dozen`, `a quarter million`, `a million and a half`.
  private func afterArticle(at index: Int) -> Numeral? {
    guard let next = word(at: index + 1) else { return nil }
    switch next {
    case .hundred, .scale, .dozen(isPlural: false):
      var reader = WordGroups(reader: self, index: index + 1, implied: 1)
      reader.run()
      return reader.numeral(from: index).map { withFraction(withScales($0)) }
    case .fraction(let part):
      // `a quarter million`; `a quarter of` is told from the time by what follows.
      if case .scale? = word(at: index + 2), let value = DecimalNumber(1).divided(by: .init(part)) {
        return withScales(
          Numeral(
            value: value, form: .cardinal, end: index + 2, hasDigits: false, isPlainDigits: false))
      }
      guard isOf(index + 2) else { return nil }
      return DecimalNumber(1).divided(by: DecimalNumber(part)).map {
        Numeral(value: $0, form: .cardinal, end: index + 2, hasDigits: false, isPlainDigits: false)
      }
    case .ordinalUnit(let part) where part > 2 && isOf(index + 2):
      return DecimalNumber(1).divided(by: DecimalNumber(part)).map {
        Numeral(value: $0, form: .cardinal, end: index + 2, hasDigits: false, isPlainDigits: false)
      }
    case .unit, .tens, .vagueScale, .ordinalUnit, .ordinalTens, .ordinalScale, .pluralPart, .and,
      .a, .point, .minus, .half, .dozen(isPlural: true):
      return nil
    }
  }

  /// `half a million`, `half of`, `half the`.
  private func half(at index: Int) -> Numeral? {
    guard let value = DecimalNumber(5).divided(by: DecimalNumber(10)) else { return nil }
    var numeral = Numeral(
      value: value, form: .cardinal, end: index + 1, hasDigits: false, isPlainDigits: false)
    if case .a? = word(at: index + 1) {
      switch word(at: index + 2) {
      case .hundred, .scale, .dozen(isPlural: false):
        numeral.end = index + 2
        return withScales(numeral)
      default: return nil
      }
    }
    if case .scale? = word(at: index + 1) { return withScales(numeral) }
    return isOf(index + 1) || isShared(index + 1) ? numeral : nil
  }

  /// `half the town`, `half its fleet`.
  private func isShared(_ index: Int) -> Bool {
    index < pieces.count && Self.determiners[pieces[index]] != nil
  }

  private static let determiners = WordLexicon<Bool>([("the its their his her our", true)])

  private func isOf(_ index: Int) -> Bool {
    index < pieces.count && pieces[index].kind == .word && pieces[index].key == Self.of
  }

  private static let of = WordHash.of("of".utf8)

  /// `two point five`.
  private func withPoint(_ numeral: Numeral) -> Numeral {
    guard case .point? = word(at: numeral.end) else { return numeral }
    var numeral = numeral
    var index = numeral.end + 1
    var place = -1
    while true {
      guard case .unit(let digit)? = word(at: index), digit < 10,
        let sum = numeral.value.plus(DecimalNumber(digit).times(powerOfTen: place))
      else { break }
      numeral.value = sum
      numeral.end = index + 1
      index += 1
      place -= 1
    }
    return place < -1 ? withScales(numeral) : numeral
  }

  /// `two and a half`, `two thirds`, `two-thirds`, `three quarters`.
  private func withFraction(_ numeral: Numeral) -> Numeral {
    var numeral = numeral
    var index = numeral.end
    if case .and? = word(at: index), case .a? = word(at: index + 1) {
      let part: Int
      switch word(at: index + 2) {
      case .half: part = 2
      // "a billion and a quarter million" adds a quarter of a million.
      case .fraction(let count):
        if case .scale? = word(at: index + 3), let rest = afterArticle(at: index + 1),
          let sum = numeral.value.plus(rest.value)
        {
          numeral.value = sum
          numeral.end = rest.end
          return numeral
        }
        part = count
      case .ordinalUnit(let count) where count > 2: part = count
      default: return numeral
      }
      // "a million and a half" adds half a million.
      var scale = 0
      if case .scale(let power)? = word(at: numeral.end - 1) { scale = power }
      guard let share = DecimalNumber(1).divided(by: DecimalNumber(part)),
        let sum = numeral.value.plus(share.times(powerOfTen: scale))
      else { return numeral }
      numeral.value = sum
      numeral.end = index + 3
      return withScales(numeral)
    }
    if let sum = withPart(numeral) { return sum }
    if index < pieces.count, pieces[index].isDash, !pieces[index].isSpaced { index += 1 }
    let part: Int
    switch word(at: index) {
    case .pluralPart(let count): part = count
    case .ordinalUnit(let count)
    where numeral.value.integer == 1 && count > 2 && !numeral.hasDigits:
      part = count
    case .fraction(let count) where numeral.value.integer == 1 && isOf(index + 1): part = count
    default: return numeral
    }
    guard let value = numeral.value.divided(by: DecimalNumber(part)) else { return numeral }
    numeral.value = value
    numeral.end = index + 1
    return withScales(numeral)
  }

  /// `twenty and three fifths`, `five billion and three quarters`: the part is one of the scale.
  private func withPart(_ numeral: Numeral) -> Numeral? {
    guard !numeral.hasDigits, case .and? = word(at: numeral.end),
      case .unit(let top)? = word(at: numeral.end + 1), top > 0
    else { return nil }
    var index = numeral.end + 2
    if index < pieces.count, pieces[index].isDash, !pieces[index].isSpaced { index += 1 }
    let part: Int
    switch word(at: index) {
    case .pluralPart(let count): part = count
    case .half where top == 1: part = 2
    case .fraction(let count) where top == 1: part = count
    case .ordinalUnit(let count) where top == 1 && count > 2: part = count
    default: return nil
    }
    var scale = 0
    if case .scale(let power)? = word(at: numeral.end - 1) { scale = power }
    guard let share = DecimalNumber(top).divided(by: DecimalNumber(part)),
      let sum = numeral.value.plus(share.times(powerOfTen: scale))
    else { return nil }
    var numeral = numeral
    numeral.value = sum
    numeral.end = index + 1
    return numeral
  }
}
