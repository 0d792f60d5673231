package import Columns

/// Which overload of a function takes arguments of some types, and what they must become.
package enum OverloadMatch: Hashable, Sendable {
  /// `targets` has for each argument the type to bring it to, nil where it is taken as it is.
  case found(overload: Int, targets: [ScalarType?], result: ScalarType)
  /// No overload takes that many arguments; nil means any number.
  case wrongCount(least: Int, most: Int?)
  /// The first argument that no overload takes there, and what they would take.
  case wrongArgument(index: Int, expected: [ParameterType])
  /// Two arguments that must be of one type and are not.
  case mixedArguments(first: Int, second: Int)
}

/// Chooses the overload that fits with the fewest conversions, the first among equals.
package func resolveOverload(
  _ overloads: [FunctionOverload], argumentTypes types: [ScalarType]
) -> OverloadMatch {
  var best: (cost: Int, match: OverloadMatch)?
  var takesCount: [FunctionOverload] = []
  for (index, overload) in overloads.enumerated() where overload.takes(types.count) {
    takesCount.append(overload)
    guard let fit = fit(overload, types) else { continue }
    if best.map({ fit.cost < $0.cost }) ?? true {
      let match = OverloadMatch.found(overload: index, targets: fit.targets, result: fit.result)
      best = (fit.cost, match)
    }
  }
  if let best { return best.match }
  guard !takesCount.isEmpty else {
    let least = overloads.map { $0.parameters.count - $0.optionalCount }.min() ?? 0
    let most =
      overloads.contains(where: \.isVariadic) ? nil : overloads.map(\.parameters.count).max()
    return .wrongCount(least: least, most: most)
  }
  return whyNothingFits(takesCount, types)
}

/// The type that values of both are brought to where they meet, nil where there is none.
///
/// `int` widens to `long`, `real` and `decimal`, `long` to `real` and `decimal`; a real beside a
/// decimal becomes a decimal; a dynamic value becomes what the other is.
package func commonType(_ a: ScalarType, _ b: ScalarType) -> ScalarType? {
  if a == b || b == .unknown { return a }
  if a == .unknown { return b }
  if a == .dynamic { return b }
  if b == .dynamic { return a }
  guard let rankA = numericRank(a), let rankB = numericRank(b) else { return nil }
  return rankA < rankB ? b : a
}

/// What it costs to bring a value of one type to another without being asked to, nil where that is
/// not done.
package func conversionCost(from: ScalarType, to: ScalarType) -> Int? {
  if from == to || from == .unknown || to == .unknown { return 0 }
  // A number in a dynamic value may have a fraction: integers only where no real will do, and
  // times only where no number will.
  if from == .dynamic {
    switch to {
    case .long: return 11
    case .int: return 12
    case .datetime, .timespan: return 13
    case .bool, .real, .decimal, .string, .dynamic, .guid, .unknown: return 10
    }
  }
  guard let rankFrom = numericRank(from), let rankTo = numericRank(to) else { return nil }
  // Between real and decimal something is lost, so only where nothing else fits (`sqrt(decimal)`).
  if from == .real, to == .decimal { return 6 }
  if from == .decimal, to == .real { return 7 }
  return rankFrom < rankTo ? rankTo - rankFrom : nil
}

extension FunctionOverload {
  func takes(_ count: Int) -> Bool {
    count >= parameters.count - optionalCount && (isVariadic || count <= parameters.count)
  }

  /// The parameter that an argument meets, the last one again for those beyond it.
  func parameter(at index: Int) -> Parameter? {
    index < parameters.count ? parameters[index] : parameters.last
  }
}

// MARK: - Implementation

private func numericRank(_ type: ScalarType) -> Int? {
  switch type {
  case .int: return 0
  case .long: return 1
  case .real: return 2
  case .decimal: return 3
  case .bool, .string, .datetime, .timespan, .dynamic, .guid, .unknown: return nil
  }
}

private func fit(
  _ overload: FunctionOverload, _ types: [ScalarType]
) -> (cost: Int, targets: [ScalarType?], result: ScalarType)? {
  var cost = 0
  var targets: [ScalarType?] = []
  var common = ScalarType.unknown
  for (index, type) in types.enumerated() {
    guard let parameter = overload.parameter(at: index) else { return nil }
    switch parameter.type {
    case .exactly(let wanted):
      guard let step = conversionCost(from: type, to: wanted) else { return nil }
      cost += step
      targets.append(wanted)
    case .text:
      cost += type == .string || type == .unknown ? 0 : 1
      targets.append(.string)
    case .any:
      targets.append(nil)
    case .common:
      guard let wider = commonType(common, type) else { return nil }
      common = wider
      targets.append(.unknown)
    }
  }
  for (index, type) in types.enumerated() where targets[index] == .unknown {
    targets[index] = common
    cost += conversionCost(from: type, to: common) ?? 0
  }
  let result: ScalarType
  switch overload.result {
  case .exactly(let type): result = type
  case .common: result = common
  case .sameAsArgument(let index): result = types.indices.contains(index) ? types[index] : .unknown
  }
  return (cost, targets, result)
}

/// The first argument that stands in the way: one that no overload takes, or two that do not meet.
private func whyNothingFits(
  _ overloads: [FunctionOverload], _ types: [ScalarType]
) -> OverloadMatch {
  var open = overloads
  for (index, type) in types.enumerated() {
    let next = open.filter { overload in
      switch overload.parameter(at: index)?.type {
      case .exactly(let wanted): return conversionCost(from: type, to: wanted) != nil
      case .text, .any, .common: return true
      case nil: return false
      }
    }
    if next.isEmpty {
      var expected: [ParameterType] = []
      for overload in open {
        if let type = overload.parameter(at: index)?.type, !expected.contains(type) {
          expected.append(type)
        }
      }
      return .wrongArgument(index: index, expected: expected)
    }
    open = next
  }
  // Every argument has its place in some overload left, so `common` ones do not meet.
  var first: Int?
  for (index, type) in types.enumerated()
  where open.contains(where: { $0.parameter(at: index)?.type == .common }) {
    guard let known = first else {
      if type != .unknown { first = index }
      continue
    }
    if commonType(types[known], type) == nil {
      return .mixedArguments(first: known, second: index)
    }
  }
  return .wrongArgument(index: 0, expected: [])
}
