/// A step of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta, 2011).
package enum Transition: Int, CaseIterable, Sendable {
  /// The next word goes onto the stack.
  case shift
  /// The top of the stack depends on the next word, and leaves.
  case attachLeft
  /// The top of the stack depends on the word below it, and leaves.
  case attachRight
}
