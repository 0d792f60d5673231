import Columns
import QueryPlanning

/// Texts put together: `strcat`, `strcat_delim`, `strcat_array`, `strrep`.
enum Concatenation {
  static let functions: [ScalarFunction] = [
    ScalarFunction(
      "strcat", .taking(.text("text"), isVariadic: true, giving: .string),
      summary: "The texts of all arguments, one after the other.",
      example: ("print strcat(\"page \", 12)", "page 12")
    ) { context, arguments, count in
      context.textRows(count, of: arguments) { row, bytes in
        for argument in arguments { argument.appendText(row, to: &bytes) }
      }
    },
    ScalarFunction(
      "strcat_delim",
      .taking(.text("delimiter"), .text("text"), isVariadic: true, giving: .string),
      summary: "The texts of the arguments after the first, with the first between them.",
      example: ("print strcat_delim(\", \", \"Ruiz\", \"Okafor\", 3)", "Ruiz, Okafor, 3")
    ) { context, arguments, count in
      context.textRows(count, of: arguments) { row, bytes in
        for (index, argument) in arguments.dropFirst().enumerated() {
          if index > 0 { arguments[0].appendText(row, to: &bytes) }
          argument.appendText(row, to: &bytes)
        }
      }
    },
    ScalarFunction(
      "strcat_array", aliases: ["array_strcat"],
      .taking(.dynamic("array"), .text("delimiter"), giving: .string),
      summary: "The elements of an array as one text, with the delimiter between them.",
      example: ("print strcat_array(dynamic([\"a\", 2]), \"-\")", "a-2")
    ) { context, arguments, count in
      let arrays = arguments[0].dynamicRows
      return context.textRows(count, of: arguments) { row, bytes in
        guard case .array(let members)? = arrays[row] else { return }
        for (index, member) in members.enumerated() {
          if index > 0 { arguments[1].appendText(row, to: &bytes) }
          DynamicText.append(member, to: &bytes)
        }
      }
    },
    ScalarFunction(
      "strrep",
      .taking(.text("text"), .long("count"), .text("delimiter"), optional: 1, giving: .string),
      summary: "The text so many times, with the delimiter between them.",
      example: ("print strrep(\"ab\", 3, \"-\")", "ab-ab-ab"), kernel: repetition),
  ]

  // MARK: - Implementation

  /// A row's text may grow to this; a longer one is refused rather than filling the memory.
  private static let byteLimit = 16_000_000

  private static let repetition: ScalarFunction.Kernel = { context, arguments, count in
    let repeats = arguments[1].longRows
    let cancellation = context.cancellation
    return try context.textRows(count, of: arguments) { row, bytes in
      let repeats = Int(max(0, repeats[row] ?? 0))
      let length = arguments[0].withUTF8(row) { $0.count }
      let gap = arguments.count > 2 ? arguments[2].withUTF8(row) { $0.count } : 0
      guard length + gap > 0, repeats > 0 else { return }
      // Told before the memory is filled.
      let (whole, isOver) = (length + gap).multipliedReportingOverflow(by: repeats)
      guard !isOver, whole - gap <= byteLimit else {
        throw ExecutionError.badArgument(
          function: "strrep", reason: "the text would be longer than 16 million bytes")
      }
      for index in 0..<repeats {
        if index > 0, gap > 0 { arguments[2].appendText(row, to: &bytes) }
        arguments[0].appendText(row, to: &bytes)
        if index % 1024 == 0 { try cancellation.check() }
      }
    }
  }
}

extension ColumnVector {
  /// Appends the text of a row of a string column.
  func appendText(_ row: Int, to bytes: inout [UInt8]) {
    withUTF8(row) { bytes.append(contentsOf: $0) }
  }
}
