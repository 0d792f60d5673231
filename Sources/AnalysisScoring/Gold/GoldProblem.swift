import ArticleReading
import Diagnostics

/// What can be wrong with gold, as data; the words are in ``diagnostic``.
enum GoldProblem: Error, Hashable {
  /// `{"id": "a", "text": "…"`
  case notJSON(column: Int)
  /// `["a", "b"]`
  case notObject(found: String)
  /// `{"text": "…"}`
  case missing(key: String, needed: String)
  /// `{"id": 7}`
  case wrongType(key: String, expected: String, found: String)
  /// `"scope": "money"`
  case unknownValue(key: String, value: String, known: [String])
  /// `[9, 4]`, `["1", 2]`, `[3]`
  case notSpan(key: String)
  /// `[0, 5000]` in a text of 80 code points
  case spanBeyondText(key: String, end: Int, length: Int)
  /// `"dct": "last week"`
  case wrongDate(key: String, PublicationTimeError)
  /// `"text"` is not there, and neither is the file that would hold it.
  case missingText(path: String, reason: String)
  /// The gold file itself.
  case unreadable(Diagnostic)
  /// A file without a line.
  case empty
  /// `lede evaluate treebank gold.jsonl`
  case notTreebank
  /// `--by publishr`
  case unknownField(name: String, known: [String])
}

/// The stable codes of what can be wrong with gold, each with its page.
///
/// A code is added at the end of its hundred and never used for anything else.
package enum GoldProblemCode: String, CaseIterable, Sendable {
  case notJSON = "L0901"
  case missing = "L0902"
  case wrongType = "L0903"
  case unknownValue = "L0904"
  case notSpan = "L0905"
  case spanBeyondText = "L0906"
  case wrongDate = "L0907"
  case missingText = "L0908"
  case empty = "L0909"
  case unknownField = "L0910"
  case notTreebank = "L0911"
}
