import Columns
import QueryPlanning
import RegularExpressions

/// `indexof` and `indexof_regex`: where a text stands in another, counted in code points.
enum IndexOf {
  static let functions: [ScalarFunction] = [
    ScalarFunction(
      "indexof",
      .taking(
        .text("text"), .text("lookup"), .long("start"), .long("length"), .long("occurrence"),
        optional: 3, giving: .long),
      summary: "The position of a text in another, -1 where it is not there.",
      example: ("print indexof(\"abcdefg\", \"cde\")", "2")
    ) { context, arguments, count in
      let window = Window(arguments)
      return context.mapTextToLong(arguments, count) { text, row in
        arguments[1].withUTF8(row) { lookup in
          let search = ByteSearch(Array(lookup))
          return window.position(in: text, row) { start in
            search.firstIndex(in: text, from: start).map { $0..<$0 + lookup.count }
          }
        }
      }
    },
    ScalarFunction(
      "indexof_regex",
      .taking(
        .text("text"), .pattern("pattern"), .long("start"), .long("length"), .long("occurrence"),
        optional: 3, giving: .long),
      summary: "The position of a regular expression's match, -1 where there is none.",
      example: ("print indexof_regex(\"on 5 May\", \"[0-9]\")", "3")
    ) { context, arguments, count in
      let window = Window(arguments, isOfRegex: true)
      let fixed = try arguments[1].constantPattern()
      return try context.mapTextToLong(arguments, count) { text, row in
        let expression = try fixed ?? arguments[1].withUTF8(row) { try .compiled($0) }
        return window.position(in: text, row) { start in
          expression.firstMatch(in: text, from: start)?[0]
        }
      }
    },
  ]
}

/// The part of a text that is searched, and which hit in it is meant.
private struct Window {
  private let starts: RowReader<Int64>?
  private let lengths: RowReader<Int64>?
  private let occurrences: RowReader<Int64>?
  private let isOfRegex: Bool

  init(_ arguments: [ColumnVector], isOfRegex: Bool = false) {
    self.isOfRegex = isOfRegex
    starts = arguments.count > 2 ? arguments[2].longRows : nil
    lengths = arguments.count > 3 ? arguments[3].longRows : nil
    occurrences = arguments.count > 4 ? arguments[4].longRows : nil
  }

  /// The hit's number of code points from the text's start; -1 without one, nil where the arguments
  /// make no sense.
  ///
  /// A hit must lie in the window whole. After a hit of a text the window begins anew behind its
  /// first character; those of a regular expression do not overlap, and it takes no negative start.
  func position(
    in text: UnsafeBufferPointer<UInt8>, _ row: Int, find: (Int) -> Range<Int>?
  ) -> Int64? {
    guard var start = value(starts, row, 0), let length = value(lengths, row, -1),
      let occurrence = value(occurrences, row, 1), length >= -1, occurrence > 0
    else { return nil }
    if start < 0, isOfRegex { return nil }
    if start < 0 { start = max(0, start &+ Int64(UTF8Scalars.count(text))) }
    var from = UTF8Scalars.offset(ofScalar: Int(start), in: text)
    var left = occurrence
    while let hit = find(from) {
      if length >= 0,
        hit.upperBound > UTF8Scalars.offset(ofScalar: Int(length), in: text, from: from)
      {
        return -1
      }
      left -= 1
      if left == 0 {
        return Int64(UTF8Scalars.count(UnsafeBufferPointer(rebasing: text[..<hit.lowerBound])))
      }
      if isOfRegex, !hit.isEmpty {
        from = hit.upperBound
        continue
      }
      guard hit.lowerBound < text.count else { return -1 }
      from = UTF8Scalars.offset(ofScalar: 1, in: text, from: hit.lowerBound)
    }
    return -1
  }

  private func value(_ rows: RowReader<Int64>?, _ row: Int, _ otherwise: Int64) -> Int64? {
    guard let rows else { return otherwise }
    return rows[row]
  }
}
