import Columns
import QueryPlanning

/// Numbers as people read them: `format_bytes`, `format_number`, `tohex`.
enum NumberFormat {
  static let functions: [ScalarFunction] = [
    ScalarFunction(
      "format_bytes",
      .taking(.real("size"), .long("digits"), .text("unit"), optional: 2, giving: .string),
      summary: "A number of bytes with its unit: Bytes, KB, MB, GB, TB, PB or EB.",
      example: ("print format_bytes(1500000, 1)", "1.4 MB"), kernel: formatBytes),
    ScalarFunction(
      "format_number", .taking(.decimal("number"), .long("digits"), optional: 1, giving: .string),
      summary: "The number with commas between thousands and so many digits after the point.",
      example: ("print format_number(1234567.891, 2)", "1,234,567.89"), kernel: formatNumber),
    ScalarFunction(
      FunctionSignature(
        name: "tohex",
        overloads: [
          .taking(.int("value"), .long("length"), optional: 1, giving: .string),
          .taking(.long("value"), .long("length"), optional: 1, giving: .string),
        ],
        summary: "The whole number in base 16, with zeros before it up to a length.",
        example: Example("print tohex(255, 4)", "00ff")),
      kernels: [
        { context, arguments, count in
          let values = arguments[0].intRows
          return hexadecimal(context, arguments, count) { row in
            values[row].map { UInt64(UInt32(bitPattern: $0)) }
          }
        },
        { context, arguments, count in
          let values = arguments[0].longRows
          return hexadecimal(context, arguments, count) { row in
            values[row].map { UInt64(bitPattern: $0) }
          }
        },
      ]),
  ]

  // MARK: - Implementation

  private static let units = ["Bytes", "KB", "MB", "GB", "TB", "PB", "EB"]

  private static let formatBytes: ScalarFunction.Kernel = { context, arguments, count in
    let sizes = arguments[0].realRows
    let digits = arguments.count > 1 ? arguments[1].longRows : nil
    return try context.textRows(count, of: arguments) { row, bytes in
      guard let size = sizes[row], size.isFinite else { return }
      var scaled = size
      var unit = 0
      if arguments.count > 2, let wanted = try unitNumber(arguments[2], row) {
        unit = wanted
        for _ in 0..<wanted { scaled /= 1024 }
      } else {
        while abs(scaled) >= 1024, unit < units.count - 1 {
          scaled /= 1024
          unit += 1
        }
      }
      let places = Int(min(max(0, digits.map { $0[row] ?? 0 } ?? 0), 15))
      append(scaled, places, groupsThousands: false, to: &bytes)
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: units[unit].utf8)
    }
  }

  /// Nil for "", which leaves the choice to the number.
  private static func unitNumber(_ column: ColumnVector, _ row: Int) throws -> Int? {
    let name = column.withUTF8(row) { String(decoding: $0, as: UTF8.self) }
    if name.isEmpty { return nil }
    let wanted = name.lowercased()
    guard let index = units.firstIndex(where: { $0.lowercased() == wanted }) else {
      throw ExecutionError.badArgument(
        function: "format_bytes",
        reason: "there is no unit '\(name)'; known are \(units.joined(separator: ", "))")
    }
    return index
  }

  private static func append(
    _ value: Double, _ places: Int, groupsThousands: Bool, to bytes: inout [UInt8]
  ) {
    guard let number = DecimalText.parse(RealText.string(value)) else {
      RealText.append(value, to: &bytes)
      return
    }
    append(number, places, groupsThousands: groupsThousands, isPadded: false, to: &bytes)
  }

  private static let formatNumber: ScalarFunction.Kernel = { context, arguments, count in
    let numbers = arguments[0].decimalRows
    let digits = arguments.count > 1 ? arguments[1].longRows : nil
    return context.textRows(count, of: arguments) { row, bytes in
      guard let number = numbers[row], let places = digits.map({ $0[row] }) ?? 0 else { return }
      append(
        number, Int(min(max(0, places), 15)), groupsThousands: true, isPadded: true, to: &bytes)
    }
  }

  /// Rounded half to even; padded with zeros up to `places`, or without zeros at the end.
  private static func append(
    _ number: DecimalValue, _ places: Int, groupsThousands: Bool, isPadded: Bool,
    to bytes: inout [UInt8]
  ) {
    guard let rounded = number.rounded(toScale: places) else {
      DecimalText.append(number, to: &bytes)
      return
    }
    let shown = isPadded ? rounded : rounded.normalized
    var digits = Array(String(shown.mantissa.magnitude).utf8)
    if digits.count <= shown.scale {
      digits.insert(
        contentsOf: repeatElement(UInt8(ascii: "0"), count: shown.scale + 1 - digits.count), at: 0)
    }
    if shown.mantissa < 0 { bytes.append(UInt8(ascii: "-")) }
    let whole = digits.count - shown.scale
    for (index, digit) in digits[..<whole].enumerated() {
      if groupsThousands, index > 0, (whole - index) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(digit)
    }
    let zeros = isPadded ? places - shown.scale : 0
    guard shown.scale + zeros > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(contentsOf: digits[whole...])
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, zeros)))
  }

  private static func hexadecimal(
    _ context: EvaluationContext, _ arguments: [ColumnVector], _ count: Int,
    _ bits: (Int) -> UInt64?
  ) -> ColumnVector {
    let lengths = arguments.count > 1 ? arguments[1].longRows : nil
    return context.textRows(count, of: arguments) { row, bytes in
      guard let value = bits(row), let length = lengths.map({ $0[row] }) ?? 1 else { return }
      let needed = max(1, (64 - value.leadingZeroBitCount + 3) / 4)
      let shown = max(needed, Int(min(max(1, length), 16)))
      for place in stride(from: shown - 1, through: 0, by: -1) {
        let digit = UInt8(truncatingIfNeeded: value >> UInt64(place * 4) & 15)
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}
