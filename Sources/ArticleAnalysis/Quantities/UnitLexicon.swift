/// A unit in which amounts are given.
struct MeasureUnit: Sendable {
  enum Kind: Sendable {
    case length, area, volume, weight, speed, information, power, angle, temperature
  }

  /// As it is shown: `Liter`, `Square mile`.
  var name: String
  var kind: Kind
}

/// Units of measure by the words for them.
enum UnitLexicon {
  static let units = PhraseLexicon<MeasureUnit>(entries)

  /// Abbreviations, which only follow digits: `5 km`.
  static let abbreviations = PhraseLexicon<MeasureUnit>(shortEntries)

  /// Whether a word begins the name of a unit.
  static func begins(_ piece: LexicalPiece) -> Bool {
    units.begins(piece) || CurrencyLexicon.names.begins(piece)
  }

  /// Lengths, for which there are areas and volumes too: name, and the words for one and many.
  private static let lengths: [(name: String, words: String)] = [
    ("Meter", "meter metre meters metres"),
    ("Kilometer", "kilometer kilometre kilometers kilometres"),
    ("Centimeter", "centimeter centimetre centimeters centimetres"),
    ("Millimeter", "millimeter millimetre millimeters millimetres"), ("Inch", "inch inches"),
    ("Decimeter", "decimeter decimetre decimeters decimetres"),
    ("Foot", "foot feet"), ("Yard", "yard yards"), ("Mile", "mile miles"),
  ]

  private static let entries: [(phrases: String, value: MeasureUnit)] = {
    var entries: [(phrases: String, value: MeasureUnit)] = []
    func add(_ name: String, _ kind: MeasureUnit.Kind, _ phrases: String) {
      entries.append((phrases, MeasureUnit(name: name, kind: kind)))
    }
    for (name, words) in lengths {
      func all(_ prefix: String) -> String {
        words.split(separator: " ").map { prefix + $0 }.joined(separator: " ")
      }
      add(name, .length, words)
      add("Square " + name.lowercased(), .area, all("square_") + " " + all("sq_"))
      add("Cubic " + name.lowercased(), .volume, all("cubic_"))
    }
    add("Nautical mile", .length, "nautical_mile nautical_miles")
    add("Light year", .length, "light_year light_years")
    add("Acre", .area, "acre acres")
    add("Hectare", .area, "hectare hectares")
    add("Liter", .volume, "liter liters litre litres")
    add("Milliliter", .volume, "milliliter milliliters millilitre millilitres")
    add("Gallon", .volume, "gallon gallons")
    add("Barrel", .volume, "barrel barrels")
    add("Pint", .volume, "pint pints")
    add("Quart", .volume, "quart quarts")
    add("Cup", .volume, "cup cups")
    add("Tablespoon", .volume, "tablespoon tablespoons")
    add("Teaspoon", .volume, "teaspoon teaspoons")
    add("Bushel", .volume, "bushel bushels")
    add("Gram", .weight, "gram grams gramme grammes")
    add("Kilogram", .weight, "kilogram kilograms kilo kilos kilogramme kilogrammes")
    add("Milligram", .weight, "milligram milligrams")
    add("Microgram", .weight, "microgram micrograms")
    add("Ton", .weight, "ton tons tonne tonnes")
    add("Metric ton", .weight, "metric_ton metric_tons metric_tonnes metric_tonne")
    add("Pound", .weight, "pound pounds")
    add("Ounce", .weight, "ounce ounces")
    add("Carat", .weight, "carat carats")
    add("Mile per hour", .speed, "mph")
    add("Kilometer per hour", .speed, "kph")
    add("Knot", .speed, "knots")
    for (name, words) in [
      ("Bit", "bit bits"), ("Byte", "byte bytes"), ("Kilobyte", "kilobyte kilobytes"),
      ("Megabit", "megabit megabits"), ("Megabyte", "megabyte megabytes"),
      ("Gigabyte", "gigabyte gigabytes"), ("Terabyte", "terabyte terabytes"),
    ] where name != "Bit" {
      add(name, .information, words)
    }
    for (name, words) in [
      ("Watt", "watt watts"), ("Kilowatt", "kilowatt kilowatts"),
      ("Megawatt", "megawatt megawatts"), ("Gigawatt", "gigawatt gigawatts"),
      ("Kilowatt hour", "kilowatt_hour kilowatt_hours"), ("Volt", "volt volts"),
      ("Megawatt hour", "megawatt_hour megawatt_hours"), ("Horsepower", "horsepower"),
      ("Calorie", "calorie calories"), ("Joule", "joule joules"),
    ] {
      add(name, .power, words)
    }
    add("Turn", .angle, "turn turns")
    add("Radian", .angle, "radian radians")
    add("C", .temperature, degrees("celsius celcius centigrade centigrate c"))
    add("F", .temperature, degrees("fahrenheit farenheit f"))
    add("K", .temperature, "kelvin kelvins degrees_kelvin")
    add("Degree", .temperature, "degree degrees deg")
    return entries
  }()

  private static func degrees(_ scales: String) -> String {
    scales.split(separator: " ").flatMap { scale -> [String] in
      let all = ["degree_", "degrees_", "deg_"].map { $0 + scale }
      return scale.utf8.count > 1 ? all + [String(scale)] : all
    }.joined(separator: " ")
  }

  private static let shortEntries: [(phrases: String, value: MeasureUnit)] = [
    ("m", MeasureUnit(name: "Meter", kind: .length)),
    ("km kms", MeasureUnit(name: "Kilometer", kind: .length)),
    ("cm", MeasureUnit(name: "Centimeter", kind: .length)),
    ("mm", MeasureUnit(name: "Millimeter", kind: .length)),
    ("dm", MeasureUnit(name: "Decimeter", kind: .length)),
    ("ft", MeasureUnit(name: "Foot", kind: .length)),
    ("yd yds", MeasureUnit(name: "Yard", kind: .length)),
    ("mi", MeasureUnit(name: "Mile", kind: .length)),
    ("sq_ft", MeasureUnit(name: "Square foot", kind: .area)),
    ("sq_km", MeasureUnit(name: "Square kilometer", kind: .area)),
    ("sq_m", MeasureUnit(name: "Square meter", kind: .area)),
    ("ha", MeasureUnit(name: "Hectare", kind: .area)),
    ("l", MeasureUnit(name: "Liter", kind: .volume)),
    ("ml", MeasureUnit(name: "Milliliter", kind: .volume)),
    ("g", MeasureUnit(name: "Gram", kind: .weight)),
    ("kg kgs", MeasureUnit(name: "Kilogram", kind: .weight)),
    ("mg", MeasureUnit(name: "Milligram", kind: .weight)),
    ("mcg μg µg", MeasureUnit(name: "Microgram", kind: .weight)),
    ("lb lbs", MeasureUnit(name: "Pound", kind: .weight)),
    ("oz", MeasureUnit(name: "Ounce", kind: .weight)),
    ("kb", MeasureUnit(name: "Kilobyte", kind: .information)),
    ("mb", MeasureUnit(name: "Megabyte", kind: .information)),
    ("gb", MeasureUnit(name: "Gigabyte", kind: .information)),
    ("tb", MeasureUnit(name: "Terabyte", kind: .information)),
    ("kw", MeasureUnit(name: "Kilowatt", kind: .power)),
    ("mw", MeasureUnit(name: "Megawatt", kind: .power)),
    ("gw", MeasureUnit(name: "Gigawatt", kind: .power)),
    ("kwh", MeasureUnit(name: "Kilowatt hour", kind: .power)),
    ("hp", MeasureUnit(name: "Horsepower", kind: .power)),
    ("rad", MeasureUnit(name: "Radian", kind: .angle)),
  ]
}
