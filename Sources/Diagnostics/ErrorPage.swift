/// What there is to say of an error code to somebody who asks: what it means, the shortest text that
/// causes it, and how it is written right.
package struct ErrorPage: Hashable, Sendable {
  package var code: String
  /// In a sentence or two.
  package var meaning: String
  /// The shortest query that causes it; empty where no short one does.
  package var wrong: String
  package var right: String

  package init(_ code: String, _ meaning: String, wrong: String = "", right: String = "") {
    self.code = code
    self.meaning = meaning
    self.wrong = wrong
    self.right = right
  }
}
