import Calendar
import Columns
import QueryPlanning

/// Of rows grouped by keys and bin, one row a key with arrays along even bins.
///
/// Keys come in order of first appearance. What a bin without rows gets is the default.
final class SeriesOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let types: [ScalarType]
  private let series: SeriesSpecification
  private let axis: SeriesAxis
  private let defaults: [DynamicValue]
  private let run: RunState
  private var output: KeptRows?

  init(
    _ input: any PhysicalOperator, columns: [PlanColumn], _ series: SeriesSpecification,
    axis: SeriesAxis, defaults: [DynamicValue], run: RunState
  ) {
    self.input = input
    types = columns.map(\.type)
    self.series = series
    self.axis = axis
    self.defaults = defaults
    self.run = run
  }

  func next() throws -> Batch? {
    if output == nil { output = try makeAll() }
    return try output?.nextBatch(run)
  }

  // MARK: - Implementation

  private func makeAll() throws -> KeptRows {
    var collected = RowCollector(types: types, keepsLineage: run.options.keepsLineage)
    var held = 0
    while let batch = try input.next()?.compacted() {
      try run.step(batch.count)
      collected.append(columns: batch.columns, count: batch.count, lineage: batch.lineage)
      try run.hold(collected.byteCount - held)
      held = collected.byteCount
    }
    let rows = collected.finish()
    let keys = Array(rows.columns.prefix(series.keyCount))
    var numbering = GroupNumbering(keyCount: keys.count)
    var firstRows: [Int32] = []
    let groups = numbering.number(keys, count: rows.count, newRows: &firstRows)
    let groupCount = rows.count == 0 ? (series.isNonempty ? 1 : 0) : numbering.count
    if keys.isEmpty, rows.count > 0 { firstRows = [0] }
    let bins = axis.positions(rows.columns[series.keyCount])
    let spans = try axis.spans(bins, groups: groups, groupCount: groupCount)
    var arrays = defaults.indices.map { index in
      (0..<groupCount).map { group in
        [DynamicValue](repeating: defaults[index], count: spans[group].count)
      }
    }
    try run.hold(spans.reduce(0) { $0 + $1.count * 32 * (defaults.count + 1) })
    var lineage = LineageSetBuilder()
    lineage.resize(to: groupCount)
    for row in 0..<rows.count {
      if row % 1024 == 0 { try run.step(0) }
      guard let bin = bins[row] else { continue }
      let group = Int(groups[row])
      let place = bin - spans[group].lowerBound
      guard spans[group].contains(bin) else { continue }
      for index in arrays.indices {
        let value = rows.columns[series.keyCount + 1 + index].value(at: row)
        arrays[index][group][place] = DynamicValue(value)
      }
    }
    if run.options.keepsLineage, rows.count > 0 { lineage.add(rows.lineage, groups: groups) }
    let made = arrays.map { ColumnVector.dynamics($0.map { .array($0) }) }
    let times = ColumnVector.dynamics(
      spans.map { span in .array(span.map { axis.value(at: $0) }) })
    let sets: Lineage =
      lineage.hasRows
      ? .sets(lineage.finish(), ColumnSlice((0..<groupCount).map { Int32(truncatingIfNeeded: $0) }))
      : .none
    return KeptRows(
      columns: keys.map { $0.gathered(firstRows) } + made + [times], count: groupCount,
      lineage: sets)
  }
}

/// The bins of a series: where each stands, counted from a start.
struct SeriesAxis {
  private enum Step {
    case long(Int64)
    case real(Double)
    case months(Int)
  }

  /// Bins of one series at most.
  private static let limit = 10_000_000

  private let type: ScalarType
  private let step: Step
  private let origin: ScalarValue
  private var first: Int?
  private var last: Int?

  /// Bounds and step are of the axis's type (a timespan for times), null where there are none; the
  /// end is a bin only where it is included.
  init?(
    type: ScalarType, from: ScalarValue?, to: ScalarValue?, step: ScalarValue, months: Int?,
    includesEnd: Bool
  ) {
    self.type = type
    if let months {
      guard months > 0 else { return nil }
      self.step = .months(months)
    } else if type == .real {
      guard case .real(let size) = step, size > 0, size.isFinite else { return nil }
      self.step = .real(size)
    } else {
      guard let size = step.wholeNumber, size > 0 else { return nil }
      self.step = .long(size)
    }
    let zero: ScalarValue = type == .real ? .real(0) : .long(0)
    origin = months == nil ? from ?? zero : zero
    first = from.flatMap { position(of: $0) }
    last = to.flatMap { position(of: $0) }
    if let to, let bin = last, !includesEnd, let value = scalar(at: bin), value == to {
      // The end is left out: a bin that begins there is none.
      last = bin - 1
    }
  }

  /// The bin of each value; nil for null.
  func positions(_ column: ColumnVector) -> [Int?] {
    (0..<column.count).map { row in
      column.isNull(row) ? nil : position(of: column.value(at: row))
    }
  }

  /// For each group its bins.
  func spans(_ bins: [Int?], groups: [Int32], groupCount: Int) throws -> [Range<Int>] {
    var lows = [Int](repeating: .max, count: groupCount)
    var highs = [Int](repeating: .min, count: groupCount)
    for (row, bin) in bins.enumerated() {
      guard let bin else { continue }
      let group = Int(groups[row])
      lows[group] = min(lows[group], bin)
      highs[group] = max(highs[group], bin)
    }
    return try (0..<groupCount).map { group in
      let low = first ?? lows[group]
      let high = last ?? highs[group]
      guard low <= high, low != .max, high != .min else { return 0..<0 }
      let (count, overflow) = high.subtractingReportingOverflow(low)
      guard !overflow, count < Self.limit else {
        throw ExecutionError.limitExceeded(.rows, limit: Self.limit, used: overflow ? .max : count)
      }
      return low..<high + 1
    }
  }

  /// Where a bin begins.
  func value(at bin: Int) -> DynamicValue { scalar(at: bin).map { DynamicValue($0) } ?? .null }

  // MARK: - Implementation

  private func position(of value: ScalarValue) -> Int? {
    switch step {
    case .real(let size):
      guard case .real(let number) = value, case .real(let start) = origin else { return nil }
      return Int(exactly: ((number - start) / size).rounded(.down))
    case .long(let size):
      guard let number = value.wholeNumber, let start = origin.wholeNumber else { return nil }
      let (distance, overflow) = number.subtractingReportingOverflow(start)
      guard !overflow else { return nil }
      let whole = distance / size
      return Int(distance % size < 0 ? whole - 1 : whole)
    case .months(let count):
      guard let ticks = value.wholeNumber else { return nil }
      let month = Self.month(ofTicks: ticks)
      return month >= 0 ? month / count : (month - count + 1) / count
    }
  }

  private func scalar(at bin: Int) -> ScalarValue? {
    switch step {
    case .real(let size):
      guard case .real(let start) = origin else { return nil }
      return .real(start + Double(bin) * size)
    case .long(let size):
      guard let start = origin.wholeNumber else { return nil }
      let (offset, overflow) = Int64(bin).multipliedReportingOverflow(by: size)
      let (sum, overflows) = start.addingReportingOverflow(offset)
      return overflow || overflows ? nil : typed(sum)
    case .months(let count): return Self.ticks(ofMonth: bin * count).map { .datetime($0) }
    }
  }

  private func typed(_ number: Int64) -> ScalarValue {
    switch type {
    case .datetime: return .datetime(number)
    case .timespan: return .timespan(number)
    case .bool, .int, .long, .real, .decimal, .string, .dynamic, .guid, .unknown:
      return .long(number)
    }
  }

  /// Months since January of year 1.
  private static func month(ofTicks ticks: Int64) -> Int {
    let date = CalendarDate(clampingDayNumber: Int(ticks / Ticks.perDay))
    return (date.year - 1) * 12 + date.month - 1
  }

  private static func ticks(ofMonth month: Int) -> Int64? {
    guard month >= 0, month < 9999 * 12,
      let date = CalendarDate(year: month / 12 + 1, month: month % 12 + 1, day: 1)
    else { return nil }
    return Ticks.datetime(date)
  }
}

extension ScalarValue {
  /// The number of an int, long, datetime or timespan.
  fileprivate var wholeNumber: Int64? {
    switch self {
    case .int(let value): return Int64(value)
    case .long(let value), .datetime(let value), .timespan(let value): return value
    case .null, .bool, .real, .decimal, .string, .dynamic, .guid: return nil
    }
  }
}
