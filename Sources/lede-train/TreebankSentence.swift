/// A sentence of a treebank: its words with their tags and tree.
struct TreebankSentence: Equatable {
  /// A word as the treebank has it.
  struct Word: Equatable {
    var form: String
    var lemma: String
    /// The universal part of speech.
    var upos: String
    /// The tag of the Penn Treebank.
    var xpos: String
    /// The number of the word that it depends on, counted from 0 in the sentence; nil for the root.
    var head: Int?
    /// The label of the dependency.
    var relation: String
    /// Whether white space follows, inside a sentence or after it.
    var isSpaceAfter: Bool
  }

  var words: [Word] = []
  var id = ""
  var startsDocument = false
  var startsParagraph = false
}
