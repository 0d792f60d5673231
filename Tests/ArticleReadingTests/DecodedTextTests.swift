import Testing

@testable import ArticleReading

@Suite struct DecodedTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var id: String
    var bytes: [UInt8]
    var text: String
    var encoding: TextEncoding
    var replacements = 0
    var first: Int?
    var testDescription: String { id }
  }

  static func utf16(_ text: String, little: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return little ? pair.reversed() : pair
    }
  }

  static let cases: [Case] = [
    Case(
      id: "ascii", bytes: Array("The road is lost.\n".utf8), text: "The road is lost.\n",
      encoding: .utf8),
    Case(
      id: "utf-8", bytes: Array("Žofia paid €5 — “now”.".utf8), text: "Žofia paid €5 — “now”.",
      encoding: .utf8),
    Case(
      id: "utf-8 with mark", bytes: [0xEF, 0xBB, 0xBF] + Array("Été".utf8), text: "Été",
      encoding: .utf8),
    Case(
      id: "utf-8 with one bad byte", bytes: Array("“Go” ".utf8) + [0xFF] + Array(" he said".utf8),
      text: "“Go” \u{FFFD} he said", encoding: .utf8, replacements: 1, first: 9),
    Case(
      id: "utf-8 cut inside a character", bytes: Array("The end ".utf8) + [0xE2, 0x80],
      text: "The end \u{FFFD}", encoding: .utf8, replacements: 1, first: 8),
    Case(
      id: "bytes that mean nothing anywhere", bytes: [0xFF] + Array("lone".utf8) + [0xFE],
      text: "\u{FFFD}lone\u{FFFD}", encoding: .utf8, replacements: 2, first: 0),
    Case(
      id: "latin-1", bytes: Array("caf".utf8) + [0xE9] + Array(" au lait".utf8),
      text: "café au lait", encoding: .latin1),
    Case(
      id: "windows-1252",
      bytes: [0x93] + Array("Caf".utf8) + [0xE9, 0x94, 0x20, 0x96, 0x20, 0x80] + Array("5".utf8),
      text: "“Café” – €5", encoding: .windows1252),
    Case(
      id: "one curly apostrophe in a long windows-1252 text",
      bytes: Array(String(repeating: "The boats stay in. ", count: 400).utf8)
        + Array("It".utf8) + [0x92] + Array("s over.".utf8),
      text: String(repeating: "The boats stay in. ", count: 400) + "It’s over.",
      encoding: .windows1252),
    Case(
      id: "an accented capital before a closing mark", bytes: [0x93, 0x43, 0x41, 0x46, 0xC9, 0x94],
      text: "“CAFÉ”", encoding: .windows1252),
    Case(
      id: "utf-8 with one whole and one stray character",
      bytes: Array("It’s over ".utf8) + [0x92] + Array(" he said".utf8),
      text: "It’s over \u{FFFD} he said", encoding: .utf8, replacements: 1, first: 12),
    Case(
      id: "windows-1252 with a hole", bytes: [0x93, 0x41, 0x81, 0x94], text: "“A\u{FFFD}”",
      encoding: .windows1252, replacements: 1, first: 2),
    Case(
      id: "utf-16 le with mark", bytes: [0xFF, 0xFE] + utf16("Zoë 😀", little: true), text: "Zoë 😀",
      encoding: .utf16LittleEndian),
    Case(
      id: "utf-16 be with mark", bytes: [0xFE, 0xFF] + utf16("Zoë 😀", little: false), text: "Zoë 😀",
      encoding: .utf16BigEndian),
    Case(
      id: "utf-16 le without mark", bytes: utf16("A plain line.\r\n", little: true),
      text: "A plain line.\r\n", encoding: .utf16LittleEndian),
    Case(
      id: "utf-16 be without mark", bytes: utf16("A plain line.\r\n", little: false),
      text: "A plain line.\r\n", encoding: .utf16BigEndian),
    Case(
      id: "utf-16 with half a pair and half a unit",
      bytes: [0xFF, 0xFE, 0x41, 0x00, 0x3D, 0xD8, 0x42, 0x00, 0x43],
      text: "A\u{FFFD}B\u{FFFD}", encoding: .utf16LittleEndian, replacements: 2, first: 4),
    Case(
      id: "line ends stay", bytes: Array("a\r\nb\rc\n".utf8), text: "a\r\nb\rc\n", encoding: .utf8),
    Case(
      id: "surrogates and overlong forms are no UTF-8",
      bytes: Array("é é é é é é é é".utf8) + [0xED, 0xA0, 0x80, 0xC0, 0xAF, 0xF5],
      text: "é é é é é é é é" + String(repeating: "\u{FFFD}", count: 6),
      encoding: .utf8, replacements: 6, first: 23),
  ]

  @Test(arguments: cases) func decodes(_ example: Case) {
    let text = DecodedText(example.bytes)
    #expect(String(decoding: text.utf8, as: UTF8.self) == example.text)
    #expect(text.encoding == example.encoding)
    #expect(text.replacements == example.replacements)
    #expect(text.firstReplacement == example.first)
  }

  /// A word of the text in its place of a longer one: how rare such characters are decides nothing.
  @Test(arguments: [1000, 100, 10], [TextEncoding.utf8, .latin1, .windows1252])
  func rareCharactersTellTheEncoding(_ length: Int, _ encoding: TextEncoding) {
    let plain = Array(String(repeating: "harbor news ", count: length / 12 + 1).utf8)
    let marks: [(bytes: [UInt8], text: String)]
    switch encoding {
    case .latin1: marks = [([0xE9], "é"), ([0xA3], "£"), ([0xF1], "ñ")]
    case .windows1252:
      marks = [([0x93], "“"), ([0x94], "”"), ([0x92], "’"), ([0x97], "—"), ([0xC9, 0x94], "É”")]
    default: marks = ["“", "”", "’", "—", "é"].map { (Array($0.utf8), $0) }
    }
    var bytes: [UInt8] = []
    var expected = ""
    for index in 0..<20 {
      let mark = marks[index % marks.count]
      let filler = plain.prefix(length - 1)
      bytes += filler + mark.bytes
      expected += String(decoding: filler, as: UTF8.self) + mark.text
    }
    let text = DecodedText(bytes)
    #expect(text.encoding == encoding)
    #expect(text.replacements == 0)
    #expect(String(decoding: text.utf8, as: UTF8.self) == expected)

    guard encoding == .utf8 else { return }
    let half = bytes.count / 2
    let damaged = DecodedText(bytes.prefix(length - 1) + [0x92] + bytes[(length - 1)...])
    #expect(damaged.encoding == .utf8)
    #expect(damaged.replacements == 1)
    // The last character is the two bytes of 'é', the first of the half the start of a dash.
    #expect(DecodedText(Array(bytes.dropLast())).encoding == .utf8)
    #expect(DecodedText(Array(bytes.dropLast())).replacements == 1)
    #expect(DecodedText(Array(bytes.prefix(half))).encoding == .utf8)
  }

  /// The standard library replaces as the Unicode Standard recommends, and so do we.
  @Test func repairsAsTheStandardLibraryDoes() {
    var state: UInt64 = 42
    for length in 0..<400 {
      let bytes = (0..<length).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let pick = UInt8(truncatingIfNeeded: state >> 33)
        return pick % 3 == 0 ? 0xE2 : pick % 3 == 1 ? 0x80 | pick >> 2 : pick
      }
      let repaired = UTF8Scan.repaired(bytes, from: 0)
      #expect(repaired == Array(String(decoding: bytes, as: UTF8.self).utf8))
      #expect(UTF8Scan(repaired).invalidSequences == 0)
    }
  }

  @Test(arguments: [
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00] as [UInt8], "a PNG image"),
    ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG image"),
    (Array("%PDF-1.7\n".utf8), "a PDF document"),
    ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1], "a program (ELF)"),
    ((0...255).map { UInt8($0) }, "a binary file"),
    (Array("RIFF and raff were their names.".utf8), nil),
    (Array("BZh stands for nothing.".utf8), nil),
    (Array(String(repeating: "A long plain text. ", count: 20).utf8) + [0], nil),
    (utf16("A plain line.", little: true), nil),
  ])
  func tellsBinaryFiles(_ bytes: [UInt8], _ name: String?) {
    #expect(BinaryFormat.name(of: bytes) == name)
  }
}
