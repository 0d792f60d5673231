import ArticleModel
import Testing

@testable import ArticleReading

@Suite struct CoNLLUReaderTests {
  private static let ferry = CoNLLUText(
    """
    # newdoc id = ferry-1
    # meta::title = The ferry is late
    # meta::author = Ana Ruiz; Per Holm
    # meta::dateCreated = 2024-03-05
    # newpar
    # sent_id = 1
    # text = "We don't know," Ruiz said.
    1 | " | " | PUNCT | `` | 5 | punct | SpaceAfter=No
    2 | We | we | PRON | PRP | 5 | nsubj
    3-4 | don't | _ | _ | _ | _ | _
    3 | do | do | AUX | VBP | 5 | aux
    4 | n't | not | PART | RB | 5 | advmod
    5 | know | know | VERB | VB | 9 | ccomp | SpaceAfter=No
    6 | , | , | PUNCT | , | 5 | punct | SpaceAfter=No
    7 | " | " | PUNCT | '' | 5 | punct
    8 | Ruiz | Ruiz | PROPN | NNP | 9 | nsubj
    9 | said | say | VERB | VBD | 0 | root | SpaceAfter=No
    10 | . | . | PUNCT | . | 9 | punct

    # text = She left.
    1 | She | she | PRON | PRP | 2 | nsubj:outer
    2 | left | leave | VERB | VBD | 0 | root | SpaceAfter=No
    3 | . | . | PUNCT | . | 2 | punct

    # newpar id = p2
    # text = Rain.
    1 | Rain | rain | NOUN | NN | 0 | root | SpaceAfter=No
    2 | . | . | PUNCT | . | 1 | punct

    # newdoc id = ferry-2
    # text = Wind.
    1 | Wind | wind | NOUN | NN | 0 | root | SpaceAfter=No
    2 | . | . | PUNCT | . | 1 | punct
    """)

  @Test func takesWhatTheFileStates() throws {
    let outcome = Self.ferry.read()
    #expect(outcome.problems == [])
    #expect(outcome.articles.map(\.id) == ["ferry-1", "ferry-2"])
    let article = try #require(outcome.articles.first)
    #expect(article.text.string == "\"We don't know,\" Ruiz said. She left.\n\nRain.")
    #expect(article.sentenceTexts == ["\"We don't know,\" Ruiz said.", "She left.", "Rain."])
    #expect(
      article.paragraphTexts == ["\"We don't know,\" Ruiz said. She left.", "Rain."])
    #expect(article.tokenPlaces.prefix(5) == ["\"", "We", "do", "n't", "know"])
    #expect(
      article.tokenTexts[2...4] == [
        "do/AUX/VBP/do/know/aux", "n't/PART/RB/not/know/advmod", "know/VERB/VB/know/said/ccomp",
      ])
    #expect(article.tokenTexts[10] == "She/PRON/PRP/she/left/nsubj:outer")
    #expect(
      article.given?.layers == [
        .sentences, .tokens, .partsOfSpeech, .tags, .lemmas, .trees,
      ])
    #expect(article.headline?.value == "The ferry is late")
    #expect(article.authors == ["Ana Ruiz", "Per Holm"])
    #expect(article.published?.description == "2024-03-05")
    #expect(outcome.articles.last?.headline == nil)
    #expect(article.format == "conllu")
    #expect(article.path == "quay.conllu")
  }

  @Test func aFileWithoutNewdocIsOneArticle() {
    let outcome = CoNLLUText("1 | Wind\n\n# newpar\n1 | Rain").read()
    #expect(outcome.articles.map(\.id) == ["quay"])
    #expect(outcome.articles.map(\.text.string) == ["Wind\n\nRain"])
    #expect(outcome.articles[0].given?.layers == [.sentences, .tokens])
    #expect(outcome.problems == [])
  }

  @Test func documentsWithoutIDAreNumbered() {
    let outcome = CoNLLUText(
      "1 | a\n\n# newdoc\n1 | b\n\n# newdoc id = x\n1 | c\n\n# newdoc id = x\n1 | d"
    ).read()
    #expect(outcome.articles.map(\.id) == ["quay#1", "quay#2", "x", "x#2"])
    #expect(outcome.problems == ["L0867 line 9"])
    #expect(CoNLLUText("# newdoc\n1 | a").read().articles.map(\.id) == ["quay"])
  }

  @Test func commentsMayStandApartFromTheirSentence() {
    let outcome = CoNLLUText(
      "# newdoc id = x\n# meta::dateCreated = 2024-03\n\n# sent_id = 1\n1 | a\n\n# newpar\n\n1 | b"
    ).read()
    #expect(outcome.articles.map(\.id) == ["x"])
    #expect(outcome.articles.map(\.paragraphTexts) == [["a", "b"]])
    #expect(outcome.articles.map(\.published) == [nil])
    #expect(outcome.problems == [])
  }

  /// Between tokens of a sentence without `# text`, and between sentences.
  @Test func blanksAreWhereTheFileHasThem() {
    let outcome = CoNLLUText(
      """
      1 | «
      2-3 | du | _ | _ | _ | _ | _ | SpaceAfter=No
      2 | de | _ | _ | _ | _ | _ | SpaceAfter=No
      3 | le
      4 | port | _ | _ | _ | _ | _ | SpaceAfter=No

      # text =  et
      1 | et

      # text = là
      1 | là | _ | _ | _ | _ | _ | SpaceAfter=No

      # text =
      1 | !
      """
    ).read()
    #expect(outcome.articles.map(\.text.string) == ["« duport et là!"])
    #expect(outcome.problems == [])
  }

  @Test func wordsOfAMultiwordTokenShareItsPlaceWhereTheirFormsDoNotJoin() throws {
    let article = try #require(
      CoNLLUText(
        """
        # text = Hinter'm Deich vom Amt
        1-2 | Hinter'm | _ | _ | _ | _ | _
        1 | Hinter | hinter | ADP | APPR | 3 | case
        2 | 'm | der | DET | ART | 3 | det
        3 | Deich | Deich | NOUN | NN | 0 | root
        4-5 | vom | _ | _ | _ | _ | _
        4 | von | von | ADP | APPR | 6 | case
        5 | dem | der | DET | ART | 6 | det
        6 | Amt | Amt | NOUN | NN | 3 | nmod
        """
      ).read().articles.first)
    #expect(article.tokenPlaces == ["Hinter", "'m", "Deich", "vom", "vom", "Amt"])
    #expect(article.tokenTexts[3] == "von/ADP/APPR/von/Amt/case")
  }

  @Test func otherTagSetsAreKept() throws {
    let article = try #require(
      CoNLLUText(
        """
        1 | Fergen | Ferge | subst | subst:mask:be | 0 | root
        2 | . | $. | $. | _ | 1 | punct
        3 | gikk | gå | VERB | verb:pret | 1 | conj
        4 | _ | _ | SYM | _ | _ | _
        """
      ).read().articles.first)
    #expect(
      article.tokenTexts == [
        "Fergen/subst/subst:mask:be/Ferge/=/root", "./$.//$./Fergen/punct",
        "gikk/VERB/verb:pret/gå/Fergen/conj", "_/SYM//_//",
      ])
    // Marks are marks to the rules, whatever they are called.
    #expect(article.given?.tokens[1].partOfSpeech == .punctuation)
    #expect(article.given?.tokens[0].partOfSpeech == .unknown)
  }

  @Test func spansAreGathered() throws {
    let outcome = CoNLLUText(
      """
      1 | The | _ | _ | _ | _ | _ | Span=place:1,scene:a:b
      2-3 | harbor's | _ | _ | _ | _ | _ | Span=place:1&SpaceAfter=No
      2 | harbor | _ | _ | _ | _ | _ | Gloss=x&Span=metaphor:7
      3 | 's
      4 | teeth | _ | _ | _ | _ | _ | Span=metaphor:7,scene:a:b

      1 | It | _ | _ | _ | _ | _ | Span=scene:a:b
      2 | bit | _ | _ | _ | _ | _ | Span=idiom
      3 | back | _ | _ | _ | _ | _ | Span=idiom
      4 | at | _ | _ | _ | _ | _ | Span=:3
      5 | us | _ | _ | _ | _ | _ | Span=idiom,metaphor:8

      # newdoc
      1 | it | _ | _ | _ | _ | _ | Span=place:1
      """
    ).read()
    let first = try #require(outcome.articles.first)
    #expect(
      first.spanTexts == [
        "place:1 The harbor 's", "scene:a:b The … teeth It", "metaphor:7 harbor … teeth",
        "idiom: bit back", "idiom: us", "metaphor:8 us",
      ])
    #expect(outcome.articles.last?.spanTexts == ["place:1 it"])
    #expect(first.given?.spans.allSatisfy { $0.evidence == .given } == true)
    #expect(
      outcome.problems == [
        "L0870 line 8", "L0870 line 9", "L0870 line 10",
        "L0870 1 more like it, the last in line 11",
      ])
  }

  @Test func emptyNodesAndOtherFieldsAreNotRead() throws {
    let article = try #require(
      CoNLLUText("1 | Ana | _ | _ | _ | 0\n1.1 | went\n2 | home | _ | _ | _ | 1").read()
        .articles.first)
    #expect(article.text.string == "Ana home")
    #expect(article.tokenTexts == ["Ana////=/", "home////Ana/"])
  }

  /// The same two words, whatever the lines end with.
  @Test(arguments: ["bom", "crlf", "cr", "no end", "blanks", "utf-16"])
  func linesEndInAnyWay(_ form: String) {
    let plain = CoNLLUText("# text = Wind blows\n1 | Wind\n2 | blows\n\n").text
    let bytes: [UInt8]
    switch form {
    case "bom": bytes = [0xEF, 0xBB, 0xBF] + Array(plain.utf8)
    case "crlf": bytes = Array(plain.replacing("\n", with: "\r\n").utf8)
    case "cr": bytes = Array(plain.replacing("\n", with: "\r").utf8)
    case "no end": bytes = Array(plain.utf8.dropLast(2))
    case "blanks":
      bytes = Array("  \n\n\(plain) \t\n\n".replacing("\t_\n", with: "\t_  \n").utf8)
    default: bytes = [0xFF, 0xFE] + plain.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    let outcome = CoNLLUText.read(bytes)
    #expect(outcome.articles.map(\.text.string) == ["Wind blows"])
    #expect(outcome.articles.map(\.tokenPlaces) == [["Wind", "blows"]])
    #expect(outcome.problems == [])
  }
}
