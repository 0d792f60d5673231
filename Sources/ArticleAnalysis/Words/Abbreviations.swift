/// Abbreviations of English news text, by whether a sentence may end with them.
///
/// Keys are in lower case and without the last period.
enum Abbreviations {
  /// Stand before a name or number, so that no sentence ends here.
  static let beforeName: Set<String> = [
    "mr", "mrs", "ms", "mx", "dr", "prof", "gen", "lt", "col", "capt", "cmdr", "sgt", "cpl", "maj",
    "brig", "adm", "sen", "sens", "rep", "reps", "gov", "govs", "pres", "supt", "hon", "rev", "fr",
    "msgr", "messrs", "mme", "mlle", "st", "ste", "mt", "ft", "asst", "dep", "atty", "amb", "det",
    "insp", "vs", "v", "no", "nos", "fig", "vol", "ch", "art", "pp", "approx", "est", "cf", "e.g",
    "i.e", "viz", "al", "lt.-gen", "maj.-gen", "pvt", "cllr", "sr.", "fr.", "sec",
  ]

  /// May stand at the end of a sentence or inside it.
  static let anywhere: Set<String> = [
    "jr", "sr", "inc", "corp", "co", "ltd", "llc", "plc", "bros", "etc", "dept", "univ", "assn",
    "ave", "blvd", "rd", "hwy", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep",
    "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "ala", "ariz",
    "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md",
    "mass", "mich", "minn", "miss", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "vt",
    "va", "wash", "wis", "wyo", "ext", "min", "max", "avg", "ed", "eds", "esq", "ph.d", "bn", "mln",
  ]

  /// Month, weekday and state forms that are words as well; taken as abbreviations only when they
  /// begin with a capital.
  static let onlyCapitalized: Set<String> = [
    "mar", "apr", "jun", "jul", "sep", "dec", "mon", "wed", "sat", "sun", "thu", "fri", "tue",
    "ill",
    "ind", "miss", "mass", "wash", "ore", "la", "pa", "del", "ark", "co", "gen", "rep", "reps",
    "no",
    "art", "dep", "ed", "min", "max", "est", "fig", "ext", "al", "ch", "col", "ga", "md", "va",
    "st",
    "mt", "ft", "hon", "pres", "sec", "adm", "det", "va", "v", "rev", "fr", "insp", "conn", "minn",
    "tenn", "tex", "vt", "neb", "nev", "ky", "ala", "maj", "capt", "brig", "amb", "mont", "kan",
  ]

  static func isAbbreviation(_ lower: String, capitalized: Bool) -> Bool {
    guard beforeName.contains(lower) || anywhere.contains(lower) else { return false }
    if lower == "no" || lower == "al" || lower == "v" || lower == "co" { return capitalized }
    return capitalized || !onlyCapitalized.contains(lower)
  }
}
