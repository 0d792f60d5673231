/// A stretch of tokens that a match may lie in; only those before `seedEnd` may begin one.
struct Segment {
  var start: Int32
  var seedEnd: Int32
  var end: Int32

  /// The segments for matches that lie within one of these spans, which are in order of their start.
  ///
  /// Where spans overlap, a token begins matches in the one that reaches furthest from there.
  static func within(starts: [Int32], ends: [Int32]) -> [Segment] {
    var result: [Segment] = []
    result.reserveCapacity(starts.count)
    for index in starts.indices {
      let start = starts[index]
      let end = ends[index]
      guard end > start else { continue }
      if let last = result.last {
        if end <= last.end { continue }
        if last.start == start {
          result.removeLast()
        } else {
          result[result.count - 1].seedEnd = min(last.seedEnd, start)
        }
      }
      result.append(Segment(start: start, seedEnd: end, end: end))
    }
    return result
  }

  /// The parts of segments that lie in a range of tokens.
  static func clipped(_ segments: [Segment], to range: Range<Int>) -> [Segment] {
    let lower = Int32(truncatingIfNeeded: range.lowerBound)
    let upper = Int32(truncatingIfNeeded: range.upperBound)
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].end <= lower { low = middle + 1 } else { high = middle }
    }
    var result: [Segment] = []
    while low < segments.count, segments[low].start < upper {
      let segment = segments[low]
      let start = max(segment.start, lower)
      let end = min(segment.end, upper)
      let seedEnd = min(segment.seedEnd, upper)
      if start < seedEnd, start < end {
        result.append(Segment(start: start, seedEnd: seedEnd, end: end))
      }
      low += 1
    }
    return result
  }
}
