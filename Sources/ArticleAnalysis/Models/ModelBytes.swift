/// Bytes of a model that many parts share without a copy: those in the program itself, or a file's.
package struct ModelBytes: Sendable {
  // Never written after the start, and kept alive by `owner`: hence safe to share.
  private nonisolated(unsafe) let start: UnsafeRawPointer
  package let count: Int
  private let owner: Owner?

  /// Bytes that live as long as the program does.
  package init(forever start: UnsafeRawPointer, count: Int) {
    self.start = start
    self.count = count
    owner = nil
  }

  /// A copy of these bytes.
  package init(copying bytes: [UInt8]) {
    let owner = Owner(bytes)
    start = UnsafeRawPointer(owner.memory)
    count = bytes.count
    self.owner = owner
  }

  private init(start: UnsafeRawPointer, count: Int, owner: Owner?) {
    self.start = start
    self.count = count
    self.owner = owner
  }

  /// The bytes as an array.
  package var elements: [UInt8] { Array(UnsafeRawBufferPointer(start: start, count: count)) }

  /// Calls `body` with the bytes, which must not be kept beyond it.
  package func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The bytes from one offset to another.
  package func slice(_ offset: Int, _ count: Int) -> ModelBytes {
    precondition(offset >= 0 && count >= 0 && count <= self.count - offset, "a part of the bytes")
    return ModelBytes(start: start + offset, count: count, owner: owner)
  }

  /// A number that changes where a byte does (FNV-1a over words of eight bytes).
  package var checksum: UInt64 {
    withBytes { bytes in
      var sum: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
      var offset = 0
      while offset + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        sum = (sum ^ UInt64(littleEndian: word)) &* 0x100_0000_01B3
        sum ^= sum >> 29
        offset += 8
      }
      for byte in bytes[offset...] { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return sum
    }
  }

  private final class Owner: Sendable {
    nonisolated(unsafe) let memory: UnsafeMutableRawPointer

    init(_ bytes: [UInt8]) {
      memory = .allocate(byteCount: max(1, bytes.count), alignment: 16)
      bytes.withUnsafeBytes { source in
        if let base = source.baseAddress { memory.copyMemory(from: base, byteCount: source.count) }
      }
    }

    deinit { memory.deallocate() }
  }
}

/// Reads a model's bytes one after the other; nil at the end.
package struct ModelReader {
  private let all: ModelBytes
  private var offset = 0

  package init(_ bytes: ModelBytes) { all = bytes }

  package var isAtEnd: Bool { offset == all.count }

  package mutating func byte() -> UInt8? { bytes(1).map { $0.withBytes { $0[0] } } }

  package mutating func bytes(_ count: Int) -> ModelBytes? {
    guard count >= 0, count <= all.count - offset else { return nil }
    defer { offset += count }
    return all.slice(offset, count)
  }

  /// All that is left.
  package mutating func rest() -> ModelBytes {
    defer { offset = all.count }
    return all.slice(offset, all.count - offset)
  }

  /// Eight bytes, little endian.
  package mutating func integer() -> UInt64? {
    bytes(8).map { bytes in
      bytes.withBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
    }
  }
}
