/// What a word says within a number in words.
enum NumeralWord: Hashable, Sendable {
  /// zero to nineteen
  case unit(Int)
  /// twenty to ninety
  case tens(Int)
  case hundred
  /// A power of ten: 3 for thousand, 6 for million …
  case scale(Int)
  /// twelve; also "dozens", which says no number
  case dozen(isPlural: Bool)
  /// hundreds, thousands …: no number on their own.
  case vagueScale(Int)
  /// first to nineteenth
  case ordinalUnit(Int)
  /// twentieth to ninetieth
  case ordinalTens(Int)
  /// hundredth, thousandth …
  case ordinalScale(Int)
  /// halves and quarters
  case fraction(Int)
  /// thirds, fifths …: only ever the name of a part.
  case pluralPart(Int)
  case and, a, point, minus, half
}

/// Number words of English.
enum NumeralLexicon {
  static let words = WordLexicon<NumeralWord>(entries)

  /// Short scales written behind digits: `3m`, `3bn`, `10k`.
  static let abbreviatedScales = WordLexicon<Int>([
    ("k", 3), ("m mn mln mio mil", 6), ("b bn bln", 9), ("t tn trn tln", 12),
  ])

  private static let entries: [(words: String, value: NumeralWord)] = {
    var entries: [(words: String, value: NumeralWord)] = [
      ("hundred", .hundred), ("thousand", .scale(3)), ("million", .scale(6)),
      ("billion", .scale(9)), ("trillion", .scale(12)), ("quadrillion", .scale(15)),
      ("lakh", .scale(5)), ("crore", .scale(7)), ("dozen", .dozen(isPlural: false)),
      ("dozens", .dozen(isPlural: true)), ("hundreds", .vagueScale(2)),
      ("thousands", .vagueScale(3)), ("millions", .vagueScale(6)), ("billions", .vagueScale(9)),
      ("trillions", .vagueScale(12)), ("hundredth", .ordinalScale(2)),
      ("thousandth", .ordinalScale(3)), ("millionth", .ordinalScale(6)),
      ("billionth", .ordinalScale(9)), ("trillionth", .ordinalScale(12)),
      ("hundredths", .pluralPart(100)), ("thousandths", .pluralPart(1000)),
      ("halves", .pluralPart(2)), ("quarter", .fraction(4)), ("quarters", .pluralPart(4)),
      ("and", .and), ("a an", .a), ("point", .point), ("minus negative", .minus), ("half", .half),
    ]
    let units = [
      "zero nought naught", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
      "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen",
    ]
    let ordinals = [
      "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
      "ninth nineth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
      "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ]
    let parts = [
      "thirds", "fourths", "fifths", "sixths", "sevenths", "eighths", "ninths", "tenths",
    ]
    let tens = [
      "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]
    let ordinalTens = [
      "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth",
      "ninetieth",
    ]
    for (value, word) in units.enumerated() { entries.append((word, .unit(value))) }
    for (value, word) in ordinals.enumerated() { entries.append((word, .ordinalUnit(value))) }
    for (value, word) in parts.enumerated() { entries.append((word, .pluralPart(value + 3))) }
    for (value, word) in tens.enumerated() { entries.append((word, .tens(value * 10 + 20))) }
    for (value, word) in ordinalTens.enumerated() {
      entries.append((word, .ordinalTens(value * 10 + 20)))
    }
    return entries
  }()
}
