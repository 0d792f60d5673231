/// What the parser has learned.
package struct ParserModel: Sendable {
  /// Reads sentences from the last word to the first.
  package let backward: TransitionTable
  /// Reads them forward, guided by what `backward` made of them.
  package let forward: TransitionTable
  /// Labels arcs; its classes are the relations, all but "root".
  package let labels: LinearModel
  package let classes: WordClassTable

  /// The parser of a model file; nil where the file holds none.
  package init?(of file: ModelFile) throws(ModelError) {
    guard file.names.contains(Section.forward) else { return nil }
    backward = try TransitionTable(section: Section.backward, of: file)
    forward = try TransitionTable(section: Section.forward, of: file)
    labels = try LinearModel.read(Section.labels, of: file)
    classes = try WordClassTable(section: Section.classes, of: file)
    guard (1..<255).contains(labels.classCount) else { throw .damaged(section: Section.labels) }
  }

  /// The parts of a model file.
  package enum Section {
    package static let backward = "parser.backward"
    package static let forward = "parser.forward"
    package static let labels = "parser.labels"
    package static let classes = "parser.classes"
  }
}
