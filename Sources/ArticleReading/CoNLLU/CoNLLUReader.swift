package import ArticleModel
import Diagnostics

/// Reads a CoNLL-U file (<https://universaldependencies.org/format.html>): tokens, lemmas, tags,
/// heads, sentences and paragraphs are taken as given.
///
/// Each `newdoc` begins an article, and a file without any is one. An article's text is the text
/// of its sentences (see ``CoNLLUDocument``); what stands between two tokens stays text and becomes
/// no token. Empty nodes, FEATS and DEPS are not read. Of MISC, `SpaceAfter=No` and `Span=type:id`
/// are (see ``CoNLLUSpans``).
package struct CoNLLUReader: ArticleReader {
  package init() {}

  package var format: String { "conllu" }
  package var summary: String {
    "CoNLL-U: an article a newdoc; its tokens, sentences, tags and trees are taken as given"
  }
  package var endings: [String] { ["conllu"] }

  package func read<Failure: Error>(
    _ file: ArticleFile, report: (ReadingDiagnostic) -> Void,
    article: (Article) throws(Failure) -> Void
  ) throws(Failure) {
    guard let decoded = TextFile.text(of: file, report: report) else { return }
    var log = CoNLLUProblemLog()
    func tell(_ diagnostics: [Diagnostic]) {
      for diagnostic in diagnostics {
        report(ReadingDiagnostic(path: file.path, diagnostic: diagnostic))
      }
    }
    var sentences = CoNLLUSentences(decoded.utf8)
    var names = DocumentNames(fileID: file.articleID)
    var document: CoNLLUDocument?
    func hand(over document: CoNLLUDocument, isLast: Bool) throws(Failure) {
      let id = names.name(document.start, isLast: isLast, &log)
      tell(log.take())
      var result = document.article(id: id, format: format)
      result.path = file.path
      try article(result)
    }
    while let sentence = sentences.next(&log) {
      if let finished = document, sentence.document != nil {
        document = nil
        try hand(over: finished, isLast: false)
      }
      var current = document ?? CoNLLUDocument(of: decoded.utf8, start: sentence.document)
      // One owner at a time, or each sentence would copy all before it.
      document = nil
      current.add(sentence, &log)
      document = current
      tell(log.take())
    }
    if let document {
      try hand(over: document, isLast: true)
    } else {
      tell(log.take())
      tell([
        Diagnostic(
          code: CoNLLUProblemCode.noSentences.rawValue,
          message: "holds no sentences, as a CoNLL-U file does",
          help: "lines of words have ten fields parted by tabs: ID, FORM, LEMMA, UPOS, XPOS …")
      ])
    }
    tell(log.take() + log.summary)
  }

  /// Gives the documents of a file their ids.
  private struct DocumentNames {
    let fileID: String
    private var count = 0
    private var taken: Set<String> = []

    init(fileID: String) { self.fileID = fileID }

    /// The document's own id; without one, the file's, and its number behind it where the file
    /// holds several.
    mutating func name(
      _ start: CoNLLUSentence.DocumentStart?, isLast: Bool, _ log: inout CoNLLUProblemLog
    ) -> String {
      count += 1
      let isOnly = count == 1 && isLast
      let wanted = start?.id ?? (isOnly ? fileID : "\(fileID)#\(count)")
      var name = wanted
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(wanted)#\(number)"
        number += 1
      }
      if name != wanted, let start {
        log.add(.repeatedDocument(id: wanted, renamed: name), line: start.line)
      }
      return name
    }
  }
}
