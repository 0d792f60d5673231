public import Diagnostics
import QueryLanguage

extension Engine {
  /// A script in the canonical layout, its comments and words as they are; nil where it has errors.
  public func format(_ source: SourceText) -> String? { QueryFormatter.text(source) }
}
