/// A command running in a terminal of its own.
package struct PseudoTerminal {
  package init() {}
}
