import Columns

/// The smallest or largest integer, date or span of time of each group, one number a group.
final class IntegerExtremeAccumulator: AggregateAccumulator {
  private let type: ScalarType
  private let wantsLargest: Bool
  private var best: [Int64] = []
  /// A byte a group, 1 where it has a value.
  private var isHeld: [UInt8] = []

  init(_ type: ScalarType, wantsLargest: Bool) {
    self.type = type
    self.wantsLargest = wantsLargest
  }

  /// Whether values of that type are kept as integers.
  static func serves(_ type: ScalarType) -> Bool {
    switch type {
    case .int, .long, .datetime, .timespan: return true
    case .bool, .real, .decimal, .string, .dynamic, .guid, .unknown: return false
    }
  }

  var byteCount: Int { best.count * 9 }

  func add(_ arguments: [ColumnVector], _ rows: GroupedRows, _: EvaluationContext) {
    // The worst value there is loses against every other, so that no group needs a first case.
    best.grow(to: rows.groupCount, with: wantsLargest ? .min : .max)
    isHeld.grow(to: rows.groupCount, with: 0)
    let column = arguments[0].flattened()
    if type == .int {
      add(column.ints, column, rows)
    } else {
      add(column.longs, column, rows)
    }
  }

  func finish(groupCount: Int, _: EvaluationContext) -> [ColumnVector] {
    best.grow(to: groupCount, with: 0)
    isHeld.grow(to: groupCount, with: 0)
    let validity = isHeld.contains(0) ? isHeld : nil
    if type == .int {
      return [.ints(best.map { Int32(truncatingIfNeeded: $0) }, validity: validity)]
    }
    return [.longs(best, validity: validity, type: type)]
  }

  // MARK: - Implementation

  private func add<Number: FixedWidthInteger & Sendable>(
    _ values: ColumnSlice<Number>, _ column: ColumnVector, _ rows: GroupedRows
  ) {
    values.withUnsafeBufferPointer { values in
      best.withUnsafeMutableBufferPointer { best in
        isHeld.withUnsafeMutableBufferPointer { isHeld in
          if wantsLargest {
            rows.forEachValue(of: column) { row, group in
              best[group] = max(best[group], Int64(values[row]))
              isHeld[group] = 1
            }
          } else {
            rows.forEachValue(of: column) { row, group in
              best[group] = min(best[group], Int64(values[row]))
              isHeld[group] = 1
            }
          }
        }
      }
    }
  }
}
