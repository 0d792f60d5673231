import Columns
import QueryPlanning

/// `parse_csv`: the values of one line of comma-separated values (RFC 4180).
enum ParseCSV {
  static let function = ScalarFunction(
    "parse_csv", .taking(.text("text"), giving: .dynamic),
    summary: "The values of the first record of comma-separated text, as an array of texts.",
    example: ("print parse_csv('Ruiz,\"mayor, retired\",61')", #"["Ruiz","mayor, retired","61"]"#)
  ) { context, arguments, count in
    context.dynamicRows(count, of: arguments) { row in
      arguments[0].withUTF8(row) { .array(firstRecord($0)) }
    }
  }

  // MARK: - Implementation

  /// In quotation marks commas and line ends belong to the value, and two marks are one.
  private static func firstRecord(_ text: UnsafeBufferPointer<UInt8>) -> [DynamicValue] {
    var values: [DynamicValue] = []
    var field: [UInt8] = []
    var index = 0
    var isQuoted = false
    scan: while index < text.count {
      let byte = text[index]
      index += 1
      if isQuoted {
        if byte != mark {
          field.append(byte)
        } else if index < text.count, text[index] == mark {
          field.append(mark)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case mark where field.isEmpty: isQuoted = true
      case UInt8(ascii: ","):
        values.append(.string(String(decoding: field, as: UTF8.self)))
        field.removeAll(keepingCapacity: true)
      case 0x0a, 0x0d: break scan
      default: field.append(byte)
      }
    }
    values.append(.string(String(decoding: field, as: UTF8.self)))
    return values
  }

  private static let mark = UInt8(ascii: "\"")
}
