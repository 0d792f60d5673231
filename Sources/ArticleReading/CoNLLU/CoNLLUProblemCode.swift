package import Diagnostics

/// The stable codes of what can be wrong in a CoNLL-U file, each with its page.
package enum CoNLLUProblemCode: String, CaseIterable, Sendable {
  case noSentences = "L0860"
  case notAWord = "L0861"
  case fields = "L0862"
  case identifier = "L0863"
  case missingBlankLine = "L0864"
  case noWords = "L0865"
  case emptyDocument = "L0866"
  case repeatedDocument = "L0867"
  case head = "L0868"
  case textMismatch = "L0869"
  case span = "L0870"
}

extension CoNLLUProblemCode {
  /// What `.help` and the code say.
  package var page: ErrorPage {
    switch self {
    case .noSentences:
      return ErrorPage(
        rawValue,
        "The CoNLL-U file holds no sentence: no line with the fields of a word.")
    case .notAWord:
      return ErrorPage(
        rawValue,
        "The line is neither empty, nor a comment that begins with '#', nor the ten fields of a "
          + "word, parted by tabs.")
    case .fields:
      return ErrorPage(
        rawValue,
        "A word's line has ten fields: ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, "
          + "MISC. An underscore stands for what is not known. FORM is always there.")
    case .identifier:
      return ErrorPage(
        rawValue,
        "The words of a sentence are numbered 1, 2, 3 …; '3-4' stands before the two words of a "
          + "multiword token, and '3.1' is an empty node. Heads are found by these numbers.")
    case .missingBlankLine:
      return ErrorPage(
        rawValue,
        "An empty line ends a sentence. Where words begin again at 1, or 'sent_id', 'text', "
          + "'newpar' or 'newdoc' stands among them, the line is missing, and a new sentence "
          + "begins.")
    case .noWords:
      return ErrorPage(
        rawValue, "The comments of a sentence are followed by an empty line and not by its words.")
    case .emptyDocument:
      return ErrorPage(
        rawValue, "A 'newdoc' comment begins a document of which no sentence follows.")
    case .repeatedDocument:
      return ErrorPage(
        rawValue,
        "Ids tell the articles of a corpus apart, so a second document of an id has a number "
          + "after it.")
    case .head:
      return ErrorPage(
        rawValue,
        "HEAD is the number of another word of the sentence, 0 for its root, or an underscore; "
          + "and heads lead to a root, never in a circle. What does not is taken as unknown; the "
          + "word and its relation stay.")
    case .textMismatch:
      return ErrorPage(
        rawValue,
        "Words are looked for in the '# text' of their sentence, in order. One that is not there "
          + "stands for what lies between the words before and after it that are; where nothing "
          + "lies there, it shares the place of the word before. Where many words in a row are not "
          + "found, they and all after them follow the text. Neither the text nor a word is lost.")
    case .span:
      return ErrorPage(
        rawValue,
        "Spans are written 'Span=type:id' in MISC, on each of their words; several are parted by "
          + "commas. Without an id, words of a type that follow each other are one span.")
    }
  }
}
