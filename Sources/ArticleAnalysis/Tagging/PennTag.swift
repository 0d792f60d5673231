/// The tags of the Penn Treebank that rules ask for; `none` stands for the others.
enum PennTag: String, CaseIterable {
  case none = ""
  case determiner = "DT", pronoun = "PRP", possessive = "PRP$", preposition = "IN", to = "TO"
  case coordination = "CC", modal = "MD", adverb = "RB", adjective = "JJ", number = "CD"
  case noun = "NN", nouns = "NNS", name = "NNP", names = "NNPS", existential = "EX"
  case base = "VB", past = "VBD", participle = "VBN", ing = "VBG", present = "VBP", third = "VBZ"
  case whDeterminer = "WDT", whPronoun = "WP", whPossessive = "WP$", whAdverb = "WRB"
  case possessiveEnding = "POS", period = ".", comma = ",", colon = ":", openQuote = "``"
  case closeQuote = "''", openBracket = "-LRB-", closeBracket = "-RRB-", dollar = "$"
  case symbol = "SYM"
}
