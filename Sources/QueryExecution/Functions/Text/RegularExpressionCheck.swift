import RegularExpressions

/// Whether a text is a regular expression, told before anything runs.
package enum RegularExpressionCheck {
  /// RE2's reason why it is none; nil where it is one.
  package static func problem(of pattern: String) -> String? {
    do {
      _ = try Array(pattern.utf8).withUnsafeBufferPointer { try RegularExpression.compiled($0) }
      return nil
    } catch let error as ExecutionError {
      if case .badPattern(_, let reason) = error { return reason }
      return nil
    } catch {
      return nil
    }
  }
}
