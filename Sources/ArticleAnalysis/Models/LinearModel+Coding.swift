/// The form of a model in a file: the table as it is used, or only the weights that are not zero where
/// that is much shorter.
///
/// The bits of the row number, and 0x80 for a whole table (1 byte), the number of classes (2 bytes, little endian), the unit (4
/// bytes, a float), the labels joined by line feeds behind their length (8 bytes), then the table, or for each
/// row that has weights, in ascending order: the distance from the row before (7 bits a byte, low
/// ones first), the number of weights (1 byte), and for each its class and itself (1 byte each).
extension LinearModel {
  /// Reads the model from a part of a model file.
  package static func read(
    _ name: String, of file: ModelFile
  ) throws(ModelError) -> LinearModel {
    var reader = ModelReader(try file.section(name))
    guard let first = reader.byte(), first & 0x7F <= 24, let low = reader.byte(),
      let high = reader.byte(),
      let unit = reader.bytes(4), let length = reader.integer(), length <= 1 << 20,
      let names = reader.bytes(Int(length))
    else { throw .damaged(section: name) }
    let text = names.elements
    let labels =
      text.isEmpty
      ? []
      : text.split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    guard labels.count == Int(low) | Int(high) << 8, labels.count <= 256 else {
      throw .damaged(section: name)
    }
    let rows = reader.rest()
    let bits = Int(first & 0x7F)
    let scale = unit.withBytes {
      Float(bitPattern: UInt32(littleEndian: $0.loadUnaligned(as: UInt32.self)))
    }
    if first & 0x80 != 0 {
      guard let model = LinearModel(labels: labels, bits: bits, unit: scale, table: rows) else {
        throw .damaged(section: name)
      }
      return model
    }
    return try LinearModel(labels: labels, bits: bits, unit: scale) {
      (weights) throws(ModelError) in
      let isWhole = rows.withBytes { Self.decode($0, into: weights, classCount: labels.count) }
      guard isWhole else { throw .damaged(section: name) }
    }
  }

  /// The model as a part of a model file.
  package var encoded: [UInt8] {
    let table = rowCount * stride
    let rows = encodedRows(limit: table - table / 4)
    var bytes = [UInt8(bits) | (rows == nil ? 0x80 : 0)]
    bytes += [UInt8(classCount & 0xFF), UInt8(classCount >> 8)]
    withUnsafeBytes(of: unit.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    let names = Array(labels.joined(separator: "\n").utf8)
    withUnsafeBytes(of: UInt64(names.count).littleEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: names)
    if let rows { return bytes + rows }
    for index in 0..<rowCount { bytes += row(index).map { UInt8(bitPattern: $0) } }
    return bytes
  }

  // MARK: - Implementation

  /// The rows with weights; nil where they take more than `limit` bytes.
  private func encodedRows(limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var previous = 0
    for index in 0..<rowCount {
      let row = row(index)
      let classes = (0..<classCount).filter { row[$0] != 0 }
      guard !classes.isEmpty else { continue }
      var distance = index - previous
      previous = index
      while distance >= 0x80 {
        bytes.append(UInt8(distance & 0x7F) | 0x80)
        distance >>= 7
      }
      bytes.append(UInt8(distance))
      bytes.append(UInt8(classes.count - 1))
      for label in classes {
        bytes.append(UInt8(label))
        bytes.append(UInt8(bitPattern: row[label]))
      }
      if bytes.count > limit { return nil }
    }
    return bytes
  }

  /// False where the bytes are not such rows.
  private static func decode(
    _ bytes: UnsafeRawBufferPointer, into weights: UnsafeMutableBufferPointer<Int8>,
    classCount: Int
  ) -> Bool {
    let stride = stride(classCount: classCount)
    var row = 0
    var offset = 0
    while offset < bytes.count {
      var distance = 0
      var shift = 0
      while true {
        guard offset < bytes.count, shift < 35 else { return false }
        let byte = Int(bytes[offset])
        offset += 1
        distance |= (byte & 0x7F) << shift
        if byte < 0x80 { break }
        shift += 7
      }
      row += distance
      guard offset < bytes.count, (row + 1) * stride <= weights.count else { return false }
      let count = Int(bytes[offset]) + 1
      offset += 1
      guard offset + 2 * count <= bytes.count else { return false }
      for _ in 0..<count {
        let label = Int(bytes[offset])
        guard label < classCount else { return false }
        weights[row * stride + label] = Int8(bitPattern: bytes[offset + 1])
        offset += 2
      }
    }
    return true
  }
}
