package import ArticleModel

/// Parts the text of every paragraph into words and marks.
///
/// Follows the Penn Treebank where it agrees with Universal Dependencies: punctuation stands alone,
/// English clitics are split off (`Ruiz` `'s`, `do` `n't`, `we` `'re`, `can` `not`), abbreviations
/// keep their period (`Mr.`, `U.S.`, also at the end of a sentence, where no second period
/// follows), currency signs are parted from amounts (`$` `5`, `US$` `5`), numbers keep their
/// commas, points and sign (`1,000.5`, `-3`), a run of periods and `--`, `''` and two backquotes are one
/// mark. A word with inner hyphens is one token (`war-torn`, `2020-21`), as in the Penn Treebank;
/// a slash between words parts them. White space is never part of a token, and no token crosses a
/// paragraph's end. Tokens carry no sentence yet: see ``SentenceSplitter``.
/// - Complexity: O(*n*) in the UTF-8 length.
package struct Tokenizer: AnalysisComponent {
  package let needsEnglish = false

  package init() {}

  package var makes: WordLayers { .tokens }

  package func annotate(_ article: inout AnnotatedArticle) {
    let paragraphs = article.paragraphs
    // Offsets of tokens are 32 bits wide.
    guard article.text.utf8.count < Int(Int32.max) else { return }
    var tokens: [Token] = []
    tokens.reserveCapacity(article.text.utf8.count / 5)
    var words = WordTable()
    var lowerForms: [WordID] = []
    let utf8 = article.text.utf8
    utf8.withUnsafeBufferPointer { buffer in
      var scanner = TokenScanner(ScalarReader(bytes: buffer))
      for paragraph in paragraphs {
        scanner.start(at: paragraph.range.start, end: min(paragraph.range.end, buffer.count))
        while let range = scanner.next() {
          let word = words.intern(utf8[range.start..<range.end])
          let lower: WordID
          if Int(word.index) < lowerForms.count, lowerForms[Int(word.index)] != .none {
            lower = lowerForms[Int(word.index)]
          } else {
            lower = words.intern(Self.lowercased(utf8[range.start..<range.end]))
            while lowerForms.count < words.count { lowerForms.append(.none) }
            lowerForms[Int(word.index)] = lower
          }
          tokens.append(
            Token(start: range.start, end: range.end, sentence: 0, word: word, lower: lower))
        }
      }
    }
    article.tokens = tokens
    article.words = words
    article.isQuoted = Array(repeating: false, count: tokens.count)
  }

  /// The tokens of a text by itself.
  package static func words(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      var scanner = TokenScanner(ScalarReader(bytes: buffer))
      scanner.start(at: 0, end: buffer.count)
      var words: [String] = []
      while let range = scanner.next() {
        words.append(String(decoding: buffer[range.start..<range.end], as: UTF8.self))
      }
      return words
    }
  }

  /// The word in lower case by Unicode's full mapping; ’ becomes ', so that a clitic has one form.
  package static func lowercased(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    WordTable.lowercased(word)
  }
}
