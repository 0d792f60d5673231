/// Makes texts that no newsroom wrote, the same in every run.
struct HostileTexts {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Pieces of invented articles, marks, other scripts, markup and characters without a shape.
  static let pieces: [String] = [
    "NORHAVN, Sept. 5 (AP) — ", "By Ana Ruiz\n", "\n\n", "\n", "\r\n", " ", "  ", "\t",
    "Mayor Ana Ruiz said on Tuesday that the harbor would close. ",
    "“We lost the road,” she said. ",
    "“It cost 3 million dollars,” Ruiz told reporters", ", adding: ",
    "According to the port authority, ",
    "200 people left in March 2021", ", and ", "the spokesman, who ", "said", " said ",
    " says that ",
    "\"", "\" ", "“", "”", "‘", "’", "'", "''", "``", "`", "„", "«", "»", "›", "(", ")", "[", "]",
    "{",
    "—", "–", "-", "--", "...", ".", ". ", ",", ", ", ":", ";", "?", "! ", "/", "\\", "|", "*", "#",
    "_",
    "Mr. ", "Dr. Osei", "U.S. ", "A.", "B. ", "Inc.", "’s", "n't ", "'ll ", "I ", "we ", "he ",
    "they ",
    "5", "5%", "$5", "US$5 ", "1,000,000", "3.5", ".5", "-3", "1/2", "½", "2021-02-30",
    "31 June 2020",
    "February 29, 2023", "yesterday", "next Monday", "from May 3 to April 1", "the 1990s", "0000",
    "99999-99-99", "25:61 p.m.", "two dozen", "between 9 and 3", "hundreds of thousands of ",
    "million billion trillion ", "99999999999999999999999999999 ", "1e999 ", "IV", "twenty-",
    "hour",
    "-year-old ", "minus 5 degrees Celsius ", "the Norhavn Harbor Council ", "President", "of ",
    "THE HARBOR IS CLOSED", "RUIZ: ", "Q. ", "(Photo by Ana Ruiz/AP)", "<p class=\"x\">", "&nbsp;",
    "# Heading\n", "---\n", "[link](http://a.example/b?c=d&e)", "a@b.example", "http://",
    "@ruiz #port",
    "\u{0}", "\u{1}", "\u{7F}", "\u{85}", "\u{A0}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{200F}",
    "\u{202E}", "\u{2028}", "\u{2066}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}", "\u{10FFFF}",
    "\u{E000}",
    "e\u{301}", "\u{301}\u{302}", "İ", "ı", "ß", "ŒUVRE", "ǅ", "ﬁ", "אמר ראש העיר", "قال الرئيس إن",
    "他说：“我们失去了道路。”", "彼は「道を失った」と述べた", "เขาพูดว่า", "Сказал он. ", "Ζήτω", "👩‍👩‍👧‍👦", "🇳🇴", "𝒜𝓃𝒶",
    "٣٤", "Ⅳ", "²", "Žofia Łuczak sagte: „Ja.“ ", "« Oui », a dit-elle. ",
  ]

  /// Up to `count` pieces after each other, with a few random scalars among them.
  mutating func text(_ count: Int) -> String {
    var text = ""
    for _ in 0..<(1 + below(count)) {
      switch below(20) {
      case 0:
        if let scalar = Unicode.Scalar(UInt32(below(0x11_0000))) {
          text.unicodeScalars.append(scalar)
        }
      case 1:
        let piece = Self.pieces[below(Self.pieces.count)]
        text += String(repeating: piece, count: 1 + below(12))
      default: text += Self.pieces[below(Self.pieces.count)]
      }
    }
    return text
  }

  /// A few pieces that follow each other again and again.
  mutating func pattern() -> String {
    (0...below(3)).map { _ in Self.pieces[below(Self.pieces.count)] }.joined()
  }

  /// SplitMix64.
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }
}
