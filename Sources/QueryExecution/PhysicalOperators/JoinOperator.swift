import Columns
import Diagnostics
import QueryPlanning

/// Puts together the rows of two inputs whose keys are alike.
///
/// Takes in the right input at the first call, numbers its keys and chains the rows of each; then
/// each batch of the left input looks its keys up. Pairs come in the order of the left rows and, for
/// each, of the right ones; right rows without a partner come last. A null key has no partner.
final class JoinOperator: PhysicalOperator {
  private let left: any PhysicalOperator
  private let right: any PhysicalOperator
  private let join: JoinSpecification
  private let leftKeys: [Expression]
  private let rightKeys: [Expression]
  private let leftTypes: [ScalarType]
  private let rightTypes: [ScalarType]
  private let run: RunState
  private var context: EvaluationContext

  private var build: JoinBuild?
  /// The left batch whose pairs are being made, and how far they are.
  private var probe: Probe?
  private var leftIsAtEnd = false
  private var rest: KeptRows?
  private var droppedCount = 0

  init(
    _ left: any PhysicalOperator, _ right: any PhysicalOperator, _ join: JoinSpecification,
    leftKeys: [Expression], rightKeys: [Expression], leftTypes: [ScalarType],
    rightTypes: [ScalarType], context: EvaluationContext, run: RunState
  ) {
    self.left = left
    self.right = right
    self.join = join
    self.leftKeys = leftKeys
    self.rightKeys = rightKeys
    self.leftTypes = leftTypes
    self.rightTypes = rightTypes
    self.context = context
    self.run = run
  }

  func next() throws -> Batch? {
    if build == nil {
      build = try JoinBuild(
        right, keys: rightKeys, types: rightTypes, needsMissing: join.kind.keepsLeft, &context, run)
    }
    switch join.kind {
    case .rightSemi, .rightAnti:
      if !leftIsAtEnd { try markAll() }
    case .leftSemi, .leftAnti: return try nextOfLeft()
    case .inner, .innerUnique, .leftOuter, .rightOuter, .fullOuter:
      while !leftIsAtEnd {
        if let batch = try nextPairs() { return batch }
      }
    }
    return try nextOfRest()
  }

  // MARK: - Implementation

  private struct Probe {
    let batch: Batch
    let groups: [Int32]
    /// The left row at work, and the place of its next partner.
    var row = 0
    var partner = 0
  }

  /// The groups of the next left batch; nil at the end.
  private func nextGroups() throws -> (Batch, [Int32])? {
    guard let batch = try left.next()?.compacted() else {
      leftIsAtEnd = true
      if join.tellsOfDropped, droppedCount > 0 {
        run.warnings.add(.rowsLeftOutOfJoin(droppedCount), at: context.range)
      }
      return nil
    }
    try run.step(batch.count)
    context.selection = nil
    let keys = try leftKeys.map {
      try $0.evaluate(batch.columns, count: batch.count, &context)
    }
    return (batch, build?.find(keys, count: batch.count) ?? [])
  }

  private func markAll() throws {
    while let (_, groups) = try nextGroups() { build?.mark(groups) }
  }

  /// Left rows with a partner, or without.
  private func nextOfLeft() throws -> Batch? {
    guard let (batch, groups) = try nextGroups() else { return nil }
    let wantsPartner = join.kind == .leftSemi
    let mask = groups.map { group -> UInt8 in (group >= 0) == wantsPartner ? 1 : 0 }
    let count = mask.withUnsafeBufferPointer { countOnes($0) }
    return Batch(
      columns: batch.columns, count: batch.count, selection: ColumnSlice(mask),
      selectedCount: count, lineage: batch.lineage)
  }

  /// The next pairs of the left batch at work, or nil at its end.
  private func nextPairs() throws -> Batch? {
    if probe == nil {
      guard let (batch, groups) = try nextGroups() else { return nil }
      if join.kind == .rightOuter || join.kind == .fullOuter { build?.mark(groups) }
      probe = Probe(batch: batch, groups: groups)
    }
    guard var work = probe, let build else { return nil }
    probe = nil
    if work.row == 0, work.partner == 0, join.kind != .innerUnique,
      let partners = build.singlePartners(of: work.groups)
    {
      try run.step(partners.count)
      return singlePairs(work.batch, partners, build)
    }
    var leftRows: [Int32] = []
    var rightRows: [Int32] = []
    leftRows.reserveCapacity(work.groups.count)
    rightRows.reserveCapacity(work.groups.count)
    let limit = max(run.options.batchSize, 1)
    let keepsAlone = join.kind == .leftOuter || join.kind == .fullOuter
    var made = 0
    while work.row < work.groups.count {
      if made >= limit { break }
      let group = work.groups[work.row]
      let row = Int32(truncatingIfNeeded: work.row)
      if group < 0 {
        if keepsAlone {
          leftRows.append(row)
          rightRows.append(-1)
          made += 1
        }
        work.row += 1
        continue
      }
      if join.kind == .innerUnique, work.partner == 0, build.isSeen(group) {
        droppedCount += 1
        work.row += 1
        continue
      }
      let partners = build.partners(of: group)
      let end = min(partners.count, work.partner + limit - made)
      for index in work.partner..<end {
        leftRows.append(row)
        rightRows.append(partners[partners.startIndex + index])
      }
      made += end - work.partner
      if end == partners.count {
        work.row += 1
        work.partner = 0
      } else {
        work.partner = end
      }
    }
    if work.row < work.groups.count { probe = work }
    try run.step(made)
    return pairs(work.batch, leftRows, build, rightRows)
  }

  /// Where each left row has one partner or none: what has none is kept beside nothing, or dropped.
  private func singlePairs(_ batch: Batch, _ partners: [Int32], _ build: JoinBuild) -> Batch {
    if join.kind.keepsLeft || !partners.contains(where: { $0 < 0 }) {
      return pairs(batch, nil, build, partners)
    }
    var leftRows: [Int32] = []
    var rightRows: [Int32] = []
    leftRows.reserveCapacity(partners.count)
    rightRows.reserveCapacity(partners.count)
    for row in partners.indices where partners[row] >= 0 {
      leftRows.append(Int32(truncatingIfNeeded: row))
      rightRows.append(partners[row])
    }
    return pairs(batch, leftRows, build, rightRows)
  }

  /// The rows side by side; all left rows where none are given.
  private func pairs(
    _ batch: Batch, _ leftRows: [Int32]?, _ build: JoinBuild, _ rightRows: [Int32]
  ) -> Batch {
    let leftColumns =
      leftRows.map { rows in batch.columns.map { $0.gathered(rows) } } ?? batch.columns
    let missing = Int32(truncatingIfNeeded: build.rows.count)
    let hasMissing = join.kind.keepsLeft && rightRows.contains(-1)
    let places = hasMissing ? rightRows.map { $0 < 0 ? missing : $0 } : rightRows
    let rightColumns = build.columns.map { $0.gathered(places) }
    var lineage = Lineage.none
    if run.options.keepsLineage {
      let ofLeft = leftRows.map { batch.lineage.gathered($0) } ?? batch.lineage
      lineage = ofLeft.joined(with: build.rows.lineage.gathered(rightRows))
    }
    return Batch(columns: leftColumns + rightColumns, count: rightRows.count, lineage: lineage)
  }

  /// The right rows that found no partner, or for a semi join those that did.
  private func nextOfRest() throws -> Batch? {
    guard let build else { return nil }
    if rest == nil {
      let wantsPartner: Bool
      switch join.kind {
      case .rightSemi: wantsPartner = true
      case .rightAnti, .rightOuter, .fullOuter: wantsPartner = false
      case .inner, .innerUnique, .leftOuter, .leftSemi, .leftAnti: return nil
      }
      let rows = build.rows(partnered: wantsPartner)
      let columns = build.columns.map { $0.gathered(rows) }
      var nulls: [ColumnVector] = []
      if !join.kind.isOfRight { nulls = leftTypes.map { .nulls($0, count: rows.count) } }
      rest = KeptRows(
        columns: nulls.map { $0.flattened() } + columns, count: rows.count,
        lineage: build.rows.lineage.gathered(rows))
    }
    return try rest?.nextBatch(run)
  }
}

extension JoinSpecification.Kind {
  /// Whether left rows without a partner come out beside nothing.
  fileprivate var keepsLeft: Bool { self == .leftOuter || self == .fullOuter }
}
