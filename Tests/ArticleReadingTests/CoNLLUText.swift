import ArticleModel
import Diagnostics

@testable import ArticleReading

/// CoNLL-U as tests write it: fields parted by bars and blanks, those left out unknown.
///
/// `1 | We | we | PRON | PRP | 3 | nsubj | Span=a:1` has the fields ID, FORM, LEMMA, UPOS, XPOS,
/// HEAD, DEPREL, MISC; other lines stay as they are.
struct CoNLLUText {
  let text: String

  init(_ short: String) {
    var lines: [String] = []
    for line in short.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.contains("|"), line.first != "#" else {
        lines.append(String(line))
        continue
      }
      var fields = line.split(separator: "|", omittingEmptySubsequences: false).map { field in
        String(field.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      while fields.count < 8 { fields.append("_") }
      fields.insert("_", at: 5)
      fields.insert("_", at: 8)
      // A bar inside MISC is written as "&".
      lines.append(fields.joined(separator: "\t").replacing("&", with: "|"))
    }
    text = lines.joined(separator: "\n")
  }

  struct Outcome {
    var articles: [Article] = []
    /// `L0868 line 3`, and what is only counted as it is told.
    var problems: [String] = []
    var messages: [String] = []
  }

  /// What the reader makes of it.
  func read() -> Outcome { Self.read(Array(text.utf8)) }

  static func read(_ bytes: [UInt8]) -> Outcome {
    var outcome = Outcome()
    let file = ArticleFile(path: "quay.conllu", articleID: "quay", bytes: bytes)
    CoNLLUReader().read(
      file,
      report: { told in
        let message = told.diagnostic.message
        outcome.messages.append(message)
        let place = message.split(separator: ":").first.map { String($0) } ?? ""
        outcome.problems.append(
          "\(told.diagnostic.code) \(place.hasPrefix("line ") ? place : message)")
      },
      article: { outcome.articles.append($0) })
    return outcome
  }
}

extension Article {
  /// The tokens as `word/pos/tag/lemma/head/relation`, the head as a word, `=` for a root; nothing
  /// where unknown.
  var tokenTexts: [String] {
    guard let given else { return [] }
    return given.tokens.enumerated().map { index, token in
      let head = Int(token.head)
      return [
        given.words[token.word],
        token.givenLabel == .none ? token.partOfSpeech.label : given.words[token.givenLabel],
        given.words[token.tag], given.words[token.lemma],
        head < 0 ? "" : head == index ? "=" : given.words[given.tokens[head].word],
        given.words[token.relation],
      ].joined(separator: "/")
    }
  }

  /// The text at each token's place.
  var tokenPlaces: [String] { given?.tokens.map { text[$0.range] } ?? [] }
  var sentenceTexts: [String] { given?.sentences.map { text[$0.range] } ?? [] }
  var paragraphTexts: [String] { given?.paragraphs.map { text[$0] } ?? [] }

  /// The spans as `type:id word word … word`.
  var spanTexts: [String] {
    guard let given else { return [] }
    return given.spans.map { span in
      let parts = span.tokens.map { tokens in
        (tokens.start..<tokens.end).map { given.words[given.tokens[$0].word] }
          .joined(separator: " ")
      }
      return "\(span.type):\(span.id) \(parts.joined(separator: " … "))"
    }
  }
}
