/// Adds up a number in words: groups below a thousand, each with its scale, falling.
struct WordGroups {
  private let reader: NumeralReader
  private var index: Int
  private var total = DecimalNumber(0)
  private var group = 0
  /// The power of ten below which the next words must stay within the group, 3 at its start.
  private var room = 3
  /// The power of the last scale; the next must be smaller.
  private var lastScale = Int.max
  private var isOrdinal = false
  private var hasAny: Bool

  /// Reads from a piece on; `implied` is what "a" says before a scale.
  init(reader: NumeralReader, index: Int, implied: Int = 0) {
    self.reader = reader
    self.index = index
    group = implied
    hasAny = implied > 0
    if implied > 0 { room = 0 }
  }

  func numeral(from start: Int) -> Numeral? {
    guard hasAny, let value = total.plus(DecimalNumber(group)) else { return nil }
    return Numeral(
      value: value, form: isOrdinal ? .ordinal : .cardinal, end: index, hasDigits: false,
      isPlainDigits: false)
  }

  mutating func run() {
    while !isOrdinal, let next = nextWord() {
      guard take(next.word) else { return }
      index = next.index + 1
      hasAny = true
    }
  }

  // MARK: - Implementation

  /// The next number word, past a hyphen or an "and" that joins it.
  private func nextWord() -> (word: NumeralWord, index: Int)? {
    var next = index
    if hasAny, next < reader.pieces.count {
      if reader.pieces[next].isDash, !reader.pieces[next].isSpaced,
        next + 1 < reader.pieces.count, !reader.pieces[next + 1].isSpaced
      {
        next += 1
      } else if case .and? = reader.word(at: next), joins(next + 1) {
        next += 1
      }
    }
    return reader.word(at: next).map { ($0, next) }
  }

  /// Whether "and" joins: only after a hundred or a scale, before something smaller than a hundred.
  private func joins(_ next: Int) -> Bool {
    guard group >= 100 || (lastScale < Int.max && group == 0) else { return false }
    switch reader.word(at: next) {
    case .unit: return !isFraction(next)
    case .tens, .ordinalUnit, .ordinalTens: return true
    default: return false
    }
  }

  /// `one half`, `three quarters`, `two-thirds`.
  private func isFraction(_ index: Int) -> Bool {
    var next = index + 1
    if next < reader.pieces.count, reader.pieces[next].isDash { next += 1 }
    switch reader.word(at: next) {
    case .half, .fraction, .pluralPart: return true
    default: return false
    }
  }

  private mutating func take(_ word: NumeralWord) -> Bool {
    switch word {
    case .unit(let value): return add(value, places: value >= 10 ? 2 : 1)
    case .tens(let value): return add(value, places: 2, leaving: 1)
    case .hundred:
      guard group > 0, group < 100 else { return false }
      group *= 100
      room = 2
      return true
    case .scale(let power):
      guard group > 0, power < lastScale,
        let sum = total.plus(DecimalNumber(group).times(powerOfTen: power))
      else { return false }
      total = sum
      group = 0
      room = 3
      lastScale = power
      return true
    case .ordinalUnit(let value): return finish(add(value, places: value >= 10 ? 2 : 1))
    case .ordinalTens(let value): return finish(add(value, places: 2))
    case .ordinalScale(let power):
      guard group > 0 || !hasAny else { return false }
      let factor = DecimalNumber(max(group, 1))
      guard let sum = total.plus(factor.times(powerOfTen: power)) else { return false }
      total = sum
      group = 0
      return finish(true)
    case .dozen, .vagueScale, .fraction, .pluralPart, .and, .a, .point, .minus, .half: return false
    }
  }

  private mutating func add(_ value: Int, places: Int, leaving: Int = 0) -> Bool {
    guard room >= places else { return false }
    group += value
    room = leaving
    return true
  }

  private mutating func finish(_ wasTaken: Bool) -> Bool {
    if wasTaken { isOrdinal = true }
    return wasTaken
  }
}
