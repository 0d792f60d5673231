/// Reads sentences from CoNLL-U, the files of Universal Dependencies
/// (https://universaldependencies.org/format.html).
///
/// A range of words that is written as one ("1-2 don't") gives its words, of which only the last
/// may be followed by a space. Empty nodes ("8.1") are left out.
struct TreebankReader {
  private var sentences: [TreebankSentence] = []
  private var sentence = TreebankSentence()
  private var isDocumentNext = true
  private var isParagraphNext = true
  /// The last word of a range, and whether a space follows it.
  private var range: (last: Int, isSpaceAfter: Bool)?

  /// The sentences of a file's text.
  static func sentences(of text: String, path: String) throws(TrainingError) -> [TreebankSentence] {
    var reader = TreebankReader()
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == "\r" ? line.dropLast() : line
      guard reader.read(line) else { throw .line(path: path, number: number, text: String(line)) }
    }
    guard reader.endSentence() else { throw .line(path: path, number: number, text: "") }
    return reader.sentences
  }

  // MARK: - Implementation

  /// False where the line is none of CoNLL-U.
  private mutating func read(_ line: Substring) -> Bool {
    if line.isEmpty { return endSentence() }
    if line.first == "#" {
      comment(line)
      return true
    }
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 10 else { return false }
    let isSpaceAfter = !fields[9].split(separator: "|").contains("SpaceAfter=No")
    if fields[0].contains(".") { return true }
    let ends = fields[0].split(separator: "-")
    if ends.count == 2 {
      guard let last = Int(ends[1]) else { return false }
      range = (last, isSpaceAfter)
      return true
    }
    guard Int(fields[0]) == sentence.words.count + 1, let head = Int(fields[6]), head >= 0 else {
      return false
    }
    var word = TreebankSentence.Word(
      form: String(fields[1]), lemma: String(fields[2]), upos: String(fields[3]),
      xpos: String(fields[4]), head: head == 0 ? nil : head - 1, relation: String(fields[7]),
      isSpaceAfter: isSpaceAfter)
    if let range {
      let isLast = sentence.words.count + 1 == range.last
      word.isSpaceAfter = isLast && range.isSpaceAfter
      if isLast { self.range = nil }
    }
    sentence.words.append(word)
    return true
  }

  private mutating func comment(_ line: Substring) {
    let text = line.dropFirst().drop { $0 == " " }
    if text.hasPrefix("newdoc") {
      isDocumentNext = true
      isParagraphNext = true
    } else if text.hasPrefix("newpar") {
      isParagraphNext = true
    } else if text.hasPrefix("sent_id = ") {
      sentence.id = String(text.dropFirst("sent_id = ".count))
    }
  }

  /// False where a head lies outside the sentence.
  private mutating func endSentence() -> Bool {
    defer {
      sentence = TreebankSentence()
      range = nil
    }
    guard !sentence.words.isEmpty else { return true }
    let count = sentence.words.count
    guard sentence.words.allSatisfy({ $0.head.map { $0 < count } ?? true }) else { return false }
    sentence.startsDocument = isDocumentNext
    sentence.startsParagraph = isParagraphNext
    isDocumentNext = false
    isParagraphNext = false
    sentences.append(sentence)
    return true
  }
}
