import LedeKit

/// The prompt.
package struct Console {
  package init() {}
}
