import Columns
import Glibc
import Synchronization

/// The offsets from UTC of one time zone, as the system's database has them (RFC 8536).
struct TimeZoneRules: Sendable {
  /// Moments at which the offset changes, seconds since 1970, ascending.
  private let transitions: [Int64]
  /// The offset in seconds from each transition on.
  private let offsets: [Int64]
  /// The offset before the first transition.
  private let firstOffset: Int64
  /// What holds after the last transition.
  private let later: RecurringOffsets?

  /// The rules of a zone, read or kept from before; nil where the database has no such zone.
  static func named(_ name: String) -> TimeZoneRules? {
    if let known = kept.withLock({ $0[name] }) { return known }
    guard let made = TimeZoneRules(name: name) else { return nil }
    kept.withLock { kept in
      // There are some six hundred names; a query has few of them.
      if kept.count >= 64 { kept.removeAll() }
      kept[name] = made
    }
    return made
  }

  private init?(name: String) {
    // Names lead to files below one folder and nowhere else.
    let isPlain = name.utf8.allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
    }
    guard isPlain, !name.isEmpty, !name.utf8.starts(with: "/".utf8), name.utf8.count < 100,
      let bytes = TimeZoneRules.file("/usr/share/zoneinfo/\(name)")
    else { return nil }
    self.init(bytes)
  }

  /// The content of a file of the database; nil where it is none.
  init?(_ bytes: [UInt8]) {
    var reader = BigEndianReader(bytes)
    guard let first = TimeZoneHeader(&reader) else { return nil }
    // The second part has times of 64 bits.
    reader.position += first.length(timeSize: 4)
    guard let header = TimeZoneHeader(&reader),
      reader.position + header.length(timeSize: 8) <= bytes.count
    else { return nil }
    let times = (0..<header.timeCount).map { _ in reader.next(8) }
    let kinds = (0..<header.timeCount).map { _ in Int(reader.next(1)) }
    let kindOffsets = (0..<header.kindCount).map { _ in
      let offset = Int64(Int32(truncatingIfNeeded: reader.next(4)))
      reader.position += 2
      return offset
    }
    guard kinds.allSatisfy(kindOffsets.indices.contains), let initial = kindOffsets.first else {
      return nil
    }
    reader.position += header.restLength(timeSize: 8)
    transitions = times
    offsets = kinds.map { kindOffsets[$0] }
    firstOffset = initial
    let footer = bytes[min(reader.position, bytes.count)...].filter { $0 != 0x0a }
    later = footer.withUnsafeBufferPointer { RecurringOffsets($0) }
  }

  /// The offset at a moment, both in ticks.
  func offset(atUTC ticks: Int64) -> Int64 {
    offset(atSecond: TimeZoneRules.seconds(ticks)) * Ticks.perSecond
  }

  /// The offset when the clocks show a time.
  ///
  /// A time that the clocks skip is read with the offset after the change, one that they show twice
  /// with the later one (standard time).
  func offset(atLocal ticks: Int64) -> Int64 {
    let local = TimeZoneRules.seconds(ticks)
    // No zone has ever been a day away from UTC.
    let early = offset(atSecond: local - 86_400)
    let late = offset(atSecond: local + 86_400)
    let isLate = offset(atSecond: local - late) == late
    let isEarly = offset(atSecond: local - early) == early
    return (isEarly && !isLate ? early : late) * Ticks.perSecond
  }

  // MARK: - Implementation

  private static let kept = Mutex<[String: TimeZoneRules]>([:])

  private func offset(atSecond second: Int64) -> Int64 {
    if let last = transitions.last, second >= last {
      return later?.offset(atSecond: second) ?? offsets.last ?? firstOffset
    }
    if transitions.isEmpty { return later?.offset(atSecond: second) ?? firstOffset }
    // The last transition at or before the second.
    var (low, high) = (0, transitions.count)
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= second { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? firstOffset : offsets[low - 1]
  }

  private static func seconds(_ ticks: Int64) -> Int64 {
    // Rounded down: datetimes are never negative.
    ticks / Ticks.perSecond - Ticks.unixEpoch / Ticks.perSecond
  }

  private static func file(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var content: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 8_192)
    while content.count < 1_000_000 {
      let count = read(descriptor, &block, block.count)
      guard count > 0 else { return count == 0 ? content : nil }
      content += block[..<count]
    }
    return nil
  }
}

/// The counts at the head of each part of a time zone file.
private struct TimeZoneHeader {
  let timeCount: Int
  let kindCount: Int
  private let nameLength: Int
  private let leapCount: Int
  private let standardCount: Int
  private let universalCount: Int

  init?(_ reader: inout BigEndianReader) {
    guard reader.take(Array("TZif".utf8)) else { return nil }
    reader.position += 16
    universalCount = Int(reader.next(4))
    standardCount = Int(reader.next(4))
    leapCount = Int(reader.next(4))
    timeCount = Int(reader.next(4))
    kindCount = Int(reader.next(4))
    nameLength = Int(reader.next(4))
  }

  /// Bytes of what follows the header.
  func length(timeSize: Int) -> Int {
    timeCount * (timeSize + 1) + kindCount * 6 + restLength(timeSize: timeSize)
  }

  /// Bytes behind the kinds of time.
  func restLength(timeSize: Int) -> Int {
    nameLength + leapCount * (timeSize + 4) + standardCount + universalCount
  }
}

/// Reads whole numbers, most significant byte first; past the end come zeros.
private struct BigEndianReader {
  private let bytes: [UInt8]
  var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next(_ count: Int) -> Int64 {
    var value: UInt64 = 0
    for index in position..<position + count {
      value = value << 8 | UInt64(index < bytes.count ? bytes[index] : 0)
    }
    position += count
    return Int64(bitPattern: value)
  }

  mutating func take(_ expected: [UInt8]) -> Bool {
    guard position + expected.count <= bytes.count,
      bytes[position..<position + expected.count].elementsEqual(expected)
    else { return false }
    position += expected.count
    return true
  }
}
