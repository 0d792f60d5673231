/// Currencies by their names, codes and signs.
enum CurrencyLexicon {
  /// A currency, and whether it is a hundredth of another.
  struct Currency: Sendable {
    var name: String
    var isHundredth = false
    /// The power of ten that a code such as MEUR carries.
    var power = 0
  }

  /// Names as they follow an amount, and codes: `australian dollars`, `euros`, `USD`.
  static let names = PhraseLexicon<Currency>(entries)

  /// Codes and letters that stand right before a `$`: `US$`, `C $`.
  static let dollarPrefixes = WordLexicon<String>([
    ("us usd", "United States dollar"), ("c ca can cad", "Canadian dollar"),
    ("a au aud", "Australian dollar"), ("nz nzd", "New Zealand dollar"),
    ("hk hkd", "Hong Kong dollar"), ("s sg sgd", "Singapore dollar"),
    ("nt twd", "New Taiwan dollar"), ("mex mx", "Mexican peso"), ("r", "Brazilian real"),
  ])

  /// Signs before or behind an amount, by their scalar.
  static func sign(_ piece: LexicalPiece) -> String? {
    guard piece.kind == .mark else { return nil }
    switch piece.key {
    case 0x24: return "Dollar"
    case 0xA3: return "Pound"
    case 0x20AC: return "Euro"
    case 0xA5: return "Japanese yen"
    case 0x20B9: return "Indian rupee"
    case 0x20A9: return "South Korean won"
    case 0x20AA: return "Israeli new shekel"
    case 0x20BD: return "Russian ruble"
    case 0x20BA: return "Turkish lira"
    case 0x20A6: return "Nigerian naira"
    case 0x20B1: return "Philippine peso"
    case 0x20AB: return "Vietnamese dong"
    case 0x20B4: return "Ukrainian hryvnia"
    case 0x20A1: return "Costa Rican colón"
    case 0x20BE: return "Georgian lari"
    case 0x20AD: return "Lao kip"
    case 0x20BF: return "Bitcoin"
    case 0xA2: return "Cent"
    default: return nil
    }
  }

  /// Codes that may stand before an amount, as `USD 200` and `EUR125`.
  static let codes = WordLexicon<String>([
    ("usd", "United States dollar"), ("eur", "Euro"), ("gbp", "British pound"),
    ("jpy", "Japanese yen"), ("cny rmb", "Chinese yuan"), ("inr", "Indian rupee"),
    ("rs", "Indian rupee"), ("aud", "Australian dollar"), ("cad", "Canadian dollar"),
    ("nzd", "New Zealand dollar"), ("chf", "Swiss franc"), ("hkd", "Hong Kong dollar"),
    ("sgd", "Singapore dollar"), ("sek", "Swedish krona"), ("nok", "Norwegian krone"),
    ("dkk", "Danish krone"), ("mxn", "Mexican peso"), ("brl", "Brazilian real"),
    ("zar", "South African rand"), ("rub", "Russian ruble"), ("krw", "South Korean won"),
    ("try", "Turkish lira"), ("ils nis", "Israeli new shekel"), ("pln", "Polish złoty"),
    ("czk", "Czech koruna"), ("huf", "Hungarian forint"), ("thb", "Thai baht"),
    ("dm", "German mark"), ("dlrs dollar", "Dollar"),
  ])

  private static let entries: [(phrases: String, value: Currency)] = {
    var entries: [(phrases: String, value: Currency)] = []
    func add(_ name: String, _ phrases: String, isHundredth: Bool = false) {
      entries.append((phrases, Currency(name: name, isHundredth: isHundredth)))
    }
    func each(_ adjectives: String, _ nouns: String) -> String {
      adjectives.split(separator: " ").flatMap { adjective in
        nouns.split(separator: " ").map { adjective + "_" + $0 }
      }.joined(separator: " ")
    }
    let dollar = "dollar dollars"
    add("Dollar", "dollar dollars dlr dlrs")
    add("United States dollar", each("us american united_states usa", dollar) + " usd buck bucks")
    add("Canadian dollar", each("canadian", dollar) + " cad")
    add("Australian dollar", each("australian aussie", dollar) + " aud")
    add("New Zealand dollar", each("new_zealand", dollar) + " nzd")
    add("Hong Kong dollar", each("hong_kong", dollar) + " hkd")
    add("Singapore dollar", each("singapore singaporean", dollar) + " sgd")
    add("New Taiwan dollar", each("taiwan new_taiwan", dollar) + " twd")
    add("Cent", "cent cents cts", isHundredth: true)
    add("Euro", "euro euros eur")
    add("British pound", each("british", "pound pounds") + " pound_sterling pounds_sterling gbp")
    add("Egyptian pound", each("egyptian", "pound pounds"))
    add("Lebanese pound", each("lebanese", "pound pounds lira lire"))
    add("Pence", "pence pennies penny", isHundredth: true)
    add("Japanese yen", "yen japanese_yen jpy")
    add("Chinese yuan", "yuan yuans renminbi rmb chinese_yuan kuai cny")
    add("Indian rupee", each("indian", "rupee rupees") + " inr")
    add("Pakistani rupee", each("pakistani pakistan", "rupee rupees"))
    add("Sri Lankan rupee", each("sri_lankan", "rupee rupees"))
    add("Rupee", "rupee rupees")
    add("Swiss franc", each("swiss", "franc francs") + " chf")
    add("French franc", each("french", "franc francs"))
    add("Belgian franc", each("belgian", "franc francs"))
    add("Franc", "franc francs")
    add("Mexican peso", each("mexican", "peso pesos") + " mxn")
    add("Argentine peso", each("argentine argentinian", "peso pesos"))
    add("Chilean peso", each("chilean", "peso pesos"))
    add("Colombian peso", each("colombian", "peso pesos"))
    add("Philippine peso", each("philippine", "peso pesos"))
    add("Cuban peso", each("cuban", "peso pesos"))
    add("Peso", "peso pesos")
    add("Peseta", "peseta pesetas")
    add("Finnish markka", "markka finnish_markka finnish_mark finnish_marks")
    add("German mark", each("german west_german deutsche", "mark marks") + " deutschemarks")
    add("Mark", "marks")
    add("Netherlands guilder", each("dutch", "guilder guilders"))
    add("Guilder", "guilder guilders")
    add("Italian lira", each("italian", "lira lire"))
    add("Turkish lira", each("turkish", "lira lire liras") + " try")
    add("Lira", "lira lire")
    add("Swedish krona", each("swedish", "krona kronor kroner crown crowns") + " sek")
    add("Norwegian krone", each("norwegian", "krone kroner crown crowns") + " nok")
    add("Danish krone", each("danish", "krone kroner crown crowns") + " dkk")
    add("Krona", "krona kronor")
    add("Crown", "crowns")
    add("Krone", "krone kroner")
    add("Czech koruna", "koruna koruny czech_crowns czech_koruna")
    add(
      "Russian ruble",
      each("russian", "ruble rubles rouble roubles") + " ruble rubles rouble roubles")
    add("Brazilian real", "reais brazilian_real brazilian_reais brazilian_reals")
    add("South African rand", "rand rands south_african_rand")
    add("South Korean won", "south_korean_won korean_won")
    add("Israeli new shekel", "shekel shekels nis")
    add("Polish złoty", "zloty zlotys złoty złotys")
    add("Hungarian forint", "forint forints")
    add("Thai baht", "baht thai_baht")
    add("Saudi riyal", each("saudi", "riyal riyals"))
    add("Riyal", "riyal riyals")
    add("Dinar", "dinar dinars")
    add("Dirham", "dirham dirhams")
    add("Indonesian rupiah", "rupiah rupiahs")
    add("Malaysian ringgit", "ringgit ringgits")
    add("Vietnamese dong", "vietnamese_dong")
    add("Ukrainian hryvnia", "hryvnia hryvnias")
    add("Nigerian naira", "naira")
    add("Kenyan shilling", each("kenyan kenya", "shilling shillings"))
    add("Bitcoin", "bitcoin bitcoins")
    add("Satoshi", "satoshi satoshis")
    for (code, name) in [
      ("eur", "Euro"), ("usd", "United States dollar"), ("gbp", "British pound"),
      ("aud", "Australian dollar"), ("cad", "Canadian dollar"), ("chf", "Swiss franc"),
      ("sek", "Swedish krona"), ("nok", "Norwegian krone"), ("dkk", "Danish krone"),
    ] {
      entries.append(("m" + code, Currency(name: name, power: 6)))
    }
    for (code, name) in [
      ("sek", "Swedish krona"), ("nok", "Norwegian krone"), ("dkk", "Danish krone"),
      ("krw", "South Korean won"), ("zar", "South African rand"), ("brl", "Brazilian real"),
      ("rub", "Russian ruble"), ("pln", "Polish złoty"), ("czk", "Czech koruna"),
      ("huf", "Hungarian forint"), ("hkd", "Hong Kong dollar"), ("sgd", "Singapore dollar"),
    ] {
      add(name, code)
    }
    add("Austrian schilling", "schilling schillings austrian_schillings")
    return entries
  }()
}
