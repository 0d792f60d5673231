/// Where a query is asked, as messages that say what to do about a limit or a parameter must know.
package enum Surroundings: Sendable {
  /// From a program that uses the library.
  case library
  /// From the command line, with its options.
  case commandLine
  /// At the prompt, with its commands.
  case prompt
}
