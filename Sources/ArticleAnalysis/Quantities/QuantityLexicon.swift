/// What a word says around an amount.
enum QuantityWord: Hashable, Sendable {
  /// about, some, nearly …
  case approximately
  /// percent
  case percent
  case per
  case old, age, aged
  case times
  /// higher, more, larger …: after "three times".
  case comparative
  case more, less, than, over, under, at, least, most, up, to, no, not, or, equal
  case from, between, and, of, a, every, the
  /// day, hour, share …: what a rate may be of.
  case rate(String)
  /// daily, weekly …
  case frequency(String)
  /// Words before which an amount counts nothing.
  case function
  case minus
  case exceeding
  /// Words that say degrees are of an angle.
  case angle
}

/// The words around amounts.
enum QuantityLexicon {
  static let words = WordLexicon<QuantityWord>([
    ("about around roughly approximately some nearly almost circa estimated", .approximately),
    ("percent pct", .percent), ("per", .per), ("old", .old), ("age", .age), ("aged", .aged),
    ("times", .times),
    (
      "higher lower larger smaller greater bigger faster slower longer shorter cheaper stronger "
        + "heavier deeper wider taller closer richer poorer worse better",
      .comparative
    ),
    ("more", .more), ("less fewer", .less), ("than", .than), ("over above", .over),
    ("under below", .under), ("at", .at), ("least", .least), ("most", .most), ("up", .up),
    ("to through", .to), ("no", .no), ("not", .not), ("or", .or), ("equal equals equaling", .equal),
    ("from", .from), ("between", .between), ("and", .and), ("of", .of), ("a an", .a),
    ("every each", .every), ("the", .the), ("minus negative", .minus),
    ("exceeding exceed exceeds exceeded surpass surpasses surpassed topped topping", .exceeding),
    ("second", .rate("second")), ("millisecond", .rate("millisecond")), ("minute", .rate("minute")),
    ("hour", .rate("hour")), ("day", .rate("day")), ("night", .rate("night")),
    ("week", .rate("week")), ("month", .rate("month")), ("quarter", .rate("quarter")),
    ("year annum", .rate("year")), ("share", .rate("share")), ("person head", .rate("person")),
    ("ton tonne", .rate("ton")), ("barrel", .rate("barrel")), ("gallon", .rate("gallon")),
    ("dozen", .rate("dozen")), ("pound", .rate("pound")), ("ounce", .rate("ounce")),
    ("capita", .rate("capita")), ("kilogram kilo", .rate("kilogram")),
    ("liter litre", .rate("liter")),
    ("hourly", .frequency("hour")), ("daily", .frequency("day")), ("weekly", .frequency("week")),
    ("monthly", .frequency("month")), ("quarterly", .frequency("quarter")),
    ("yearly annual annually", .frequency("year")),
    ("rotate angle turned rotated tilt tilted longitude latitude north south east west", .angle),
    (
      "in on for with by into onto as is are was were be been being has have had will would can "
        + "could may might must should that which who whom this these those it its he she they we "
        + "you i his her their our my your but if when while where because since until after before "
        + "during against among without within across behind toward towards upon via so then there "
        + "here all any both either neither each such one another other do does did said says "
        + "say also only just now later ago earlier out off down back away again still even yet what "
        + "how why whether nor us him them me ahead today yesterday",
      .function
    ),
  ])

  /// Whether a word is one of grammar rather than of content.
  static func isFunction(_ piece: LexicalPiece) -> Bool {
    if case .function? = words[piece] { return true }
    return false
  }

  /// Plural nouns that do not end in s.
  static let irregularPlurals = WordLexicon<Bool>([
    (
      "people men women children police feet teeth mice cattle troops personnel staff media data "
        + "sheep fish deer aircraft spacecraft businessmen policemen servicemen gunmen fishermen "
        + "lawmakers crew criteria phenomena species series",
      true
    )
  ])
}
