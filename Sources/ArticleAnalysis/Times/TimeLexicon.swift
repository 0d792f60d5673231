/// A unit of the calendar or the clock.
enum TimeUnit: Int, Sendable {
  case second, minute, hour, day, weekend, week, month, quarter, year, decade, century

  /// The letter of a duration, with the number it is multiplied by.
  var designator: (letter: String, isClock: Bool) {
    switch self {
    case .second: return ("S", true)
    case .minute: return ("M", true)
    case .hour: return ("H", true)
    case .day: return ("D", false)
    case .weekend: return ("WE", false)
    case .week: return ("W", false)
    case .month: return ("M", false)
    case .quarter: return ("Q", false)
    case .year: return ("Y", false)
    case .decade: return ("DE", false)
    case .century: return ("CE", false)
    }
  }
}

/// A season, by its TIMEX3 code, and the month in which it begins in the north.
enum Season: String, Sendable {
  case spring = "SP"
  case summer = "SU"
  case fall = "FA"
  case winter = "WI"

  var firstMonth: Int {
    switch self {
    case .spring: return 3
    case .summer: return 6
    case .fall: return 9
    case .winter: return 12
    }
  }
}

/// A part of the day, by its TIMEX3 code.
enum DayPart: String, Sendable {
  case morning = "MO"
  case midday = "MI"
  case afternoon = "AF"
  case evening = "EV"
  case night = "NI"
}

/// What a word says within an expression of time.
enum TimeWord: Sendable {
  /// 1 Monday to 7 Sunday.
  case weekday(Int, isPlural: Bool)
  case month(Int, isAbbreviated: Bool)
  case unit(TimeUnit, isPlural: Bool)
  /// daily, weekly …
  case frequency(TimeUnit)
  case season(Season)
  case dayPart(DayPart, isPlural: Bool)
  case noon, midnight, overnight
  case today, yesterday, tomorrow, tonight
  case this, that, same, last, past, previous, next, coming, following, current, recent, future
  case latest
  case now, soon
  /// recently, previously, formerly …
  case formerly
  case early, late, mid, earlier, later
  case edge
  case ago
  case every
  case fiscal, calendar
  case the, a, of, and, or, to, into
  /// a few, several …
  case few, couple
  /// almost, nearly …
  case hedge
  case more, less, than, at, least, most, up
  case half
  case am, pm
  case zone
  case from, before, after
  case decade(Int)
  /// The first word of a holiday's name.
  case holiday
  case old, times, hence, ahead
}

/// The words of time.
enum TimeLexicon {
  static let words = WordLexicon<TimeWord>([
    ("monday", .weekday(1, isPlural: false)), ("tuesday", .weekday(2, isPlural: false)),
    ("wednesday", .weekday(3, isPlural: false)), ("thursday", .weekday(4, isPlural: false)),
    ("friday", .weekday(5, isPlural: false)), ("saturday", .weekday(6, isPlural: false)),
    ("sunday", .weekday(7, isPlural: false)),
    ("mon", .weekday(1, isPlural: false)), ("tue tues", .weekday(2, isPlural: false)),
    ("wed", .weekday(3, isPlural: false)), ("thu thur thurs", .weekday(4, isPlural: false)),
    ("fri", .weekday(5, isPlural: false)), ("sat", .weekday(6, isPlural: false)),
    ("sun", .weekday(7, isPlural: false)),
    ("mondays", .weekday(1, isPlural: true)), ("tuesdays", .weekday(2, isPlural: true)),
    ("wednesdays", .weekday(3, isPlural: true)), ("thursdays", .weekday(4, isPlural: true)),
    ("fridays", .weekday(5, isPlural: true)), ("saturdays", .weekday(6, isPlural: true)),
    ("sundays", .weekday(7, isPlural: true)),
    ("january", .month(1, isAbbreviated: false)), ("february", .month(2, isAbbreviated: false)),
    ("march", .month(3, isAbbreviated: false)), ("april", .month(4, isAbbreviated: false)),
    ("may", .month(5, isAbbreviated: false)), ("june", .month(6, isAbbreviated: false)),
    ("july", .month(7, isAbbreviated: false)), ("august", .month(8, isAbbreviated: false)),
    ("september", .month(9, isAbbreviated: false)), ("october", .month(10, isAbbreviated: false)),
    ("november", .month(11, isAbbreviated: false)), ("december", .month(12, isAbbreviated: false)),
    ("jan", .month(1, isAbbreviated: true)), ("feb", .month(2, isAbbreviated: true)),
    ("mar", .month(3, isAbbreviated: true)), ("apr", .month(4, isAbbreviated: true)),
    ("jun", .month(6, isAbbreviated: true)), ("jul", .month(7, isAbbreviated: true)),
    ("aug", .month(8, isAbbreviated: true)), ("sep sept", .month(9, isAbbreviated: true)),
    ("oct", .month(10, isAbbreviated: true)), ("nov", .month(11, isAbbreviated: true)),
    ("dec", .month(12, isAbbreviated: true)),
    ("second", .unit(.second, isPlural: false)), ("seconds", .unit(.second, isPlural: true)),
    ("minute min", .unit(.minute, isPlural: false)),
    ("minutes mins", .unit(.minute, isPlural: true)),
    ("hour", .unit(.hour, isPlural: false)), ("hours hrs", .unit(.hour, isPlural: true)),
    ("day", .unit(.day, isPlural: false)), ("days", .unit(.day, isPlural: true)),
    ("week", .unit(.week, isPlural: false)), ("weeks", .unit(.week, isPlural: true)),
    ("weekend", .unit(.weekend, isPlural: false)), ("weekends", .unit(.weekend, isPlural: true)),
    ("month", .unit(.month, isPlural: false)), ("months", .unit(.month, isPlural: true)),
    ("quarter", .unit(.quarter, isPlural: false)), ("quarters", .unit(.quarter, isPlural: true)),
    ("year", .unit(.year, isPlural: false)), ("years yrs", .unit(.year, isPlural: true)),
    ("decade", .unit(.decade, isPlural: false)), ("decades", .unit(.decade, isPlural: true)),
    ("century", .unit(.century, isPlural: false)), ("centuries", .unit(.century, isPlural: true)),
    ("hourly", .frequency(.hour)), ("daily", .frequency(.day)), ("nightly", .frequency(.day)),
    ("weekly", .frequency(.week)), ("monthly", .frequency(.month)),
    ("yearly annually", .frequency(.year)),
    ("spring", .season(.spring)), ("summer", .season(.summer)), ("fall autumn", .season(.fall)),
    ("winter", .season(.winter)),
    ("morning", .dayPart(.morning, isPlural: false)),
    ("mornings", .dayPart(.morning, isPlural: true)),
    ("lunchtime", .dayPart(.midday, isPlural: false)),
    ("afternoon", .dayPart(.afternoon, isPlural: false)),
    ("afternoons", .dayPart(.afternoon, isPlural: true)),
    ("evening", .dayPart(.evening, isPlural: false)),
    ("evenings", .dayPart(.evening, isPlural: true)),
    ("night", .dayPart(.night, isPlural: false)), ("nights", .dayPart(.night, isPlural: true)),
    ("noon midday", .noon), ("midnight", .midnight), ("overnight", .overnight),
    ("today", .today), ("yesterday", .yesterday), ("tomorrow", .tomorrow), ("tonight", .tonight),
    ("this these", .this), ("that those", .that), ("same", .same), ("last", .last), ("past", .past),
    ("previous preceding prior", .previous), ("next", .next), ("coming upcoming", .coming),
    ("following ensuing", .following), ("current", .current), ("recent", .recent),
    ("future", .future), ("latest", .latest),
    ("now currently nowadays presently", .now), ("soon", .soon),
    ("recently lately", .formerly),
    ("early", .early), ("late", .late), ("mid middle", .mid), ("earlier", .earlier),
    ("later", .later), ("end beginning start", .edge), ("ago", .ago), ("every each", .every),
    ("fiscal", .fiscal), ("calendar", .calendar),
    ("the", .the), ("a an", .a), ("of", .of), ("and", .and), ("or", .or), ("to", .to),
    ("in", .into),
    ("few several many some", .few), ("couple", .couple),
    ("almost nearly barely", .hedge), ("more", .more),
    ("less", .less), ("than", .than), ("at", .at), ("least", .least), ("most", .most), ("up", .up),
    ("half", .half), ("am", .am), ("pm", .pm),
    ("gmt utc est edt cst cdt mst mdt pst pdt bst cet", .zone),
    ("from", .from), ("before", .before), ("after", .after),
    ("twenties", .decade(2)), ("thirties", .decade(3)), ("forties", .decade(4)),
    ("fifties", .decade(5)), ("sixties", .decade(6)), ("seventies", .decade(7)),
    ("eighties", .decade(8)), ("nineties", .decade(9)),
    (Holiday.firstWords, .holiday), ("old", .old), ("hence", .hence), ("ahead", .ahead),
    ("times", .times),
  ])
}
