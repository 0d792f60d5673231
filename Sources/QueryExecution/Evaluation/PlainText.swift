import Columns

/// A column that refers to rows as the text of their names, which refers to nothing.
///
/// Two rows of one name are alike then, as they are to whoever compares them with text.
enum PlainText {
  static let kernel: ScalarFunction.Kernel = { context, arguments, count in
    context.mapToString(arguments[0], count: count) { text, bytes in
      bytes.append(contentsOf: text)
    }
  }
}
