import ArticleModel

extension QuantityScanner {
  /// A range of bare numbers: `between 5 and 10`, `20-30`, `more than 200`, `up to 700`.
  ///
  /// Amounts with units are no such ranges; they carry their ends in `low` and `high`.
  func range(at index: Int) -> (quantity: Quantity, end: Int)? {
    guard index < pieces.count, !isTaken[index] else { return nil }
    return twoEnds(at: index) ?? oneEnd(at: index) ?? orMore(at: index)
  }

  // MARK: - Implementation

  private func bareNumber(at index: Int) -> QuantityMatch? {
    guard let match = amount(at: index), match.kind == .number, match.unit == nil,
      match.value != nil, !isTaken[match.start..<match.end].contains(true)
    else { return nil }
    return match
  }

  private func twoEnds(at start: Int) -> (quantity: Quantity, end: Int)? {
    var index = start
    var isBetween = false
    switch word(index) {
    case .from: index += 1
    case .between:
      index += 1
      isBetween = true
    default: break
    }
    guard let low = bareNumber(at: index), low.end < pieces.count else { return nil }
    var next = low.end
    switch word(next) {
    case .to where !isBetween: next += 1
    case .and where isBetween: next += 1
    default:
      guard pieces[next].isDash || pieces[next].isMark("~"), !isBetween, index == start,
        next + 1 < pieces.count, pieces[next + 1].kind == .digits
      else { return nil }
      next += 1
    }
    guard let high = bareNumber(at: next), let a = low.value, let b = high.value,
      let difference = b.plus(a.negated), difference.isPositive
    else { return nil }
    return made(start, high.end, a, b, "[", ")", counting: high)
  }

  private func oneEnd(at start: Int) -> (quantity: Quantity, end: Int)? {
    var index = start
    var isNot = false
    switch word(index) {
    case .no, .not:
      isNot = true
      index += 1
    default: break
    }
    let isUpper: Bool
    var isClosed = isNot
    switch (word(index), word(index + 1)) {
    case (.more, .than):
      isUpper = isNot
      index += 2
    case (.less, .than):
      isUpper = !isNot
      index += 2
    case (.comparative, .than) where Self.larger[pieces[index]] != nil:
      isUpper = Self.larger[pieces[index]] == false
      index += 2
    case (.at, .least):
      isUpper = false
      isClosed = true
      index += 2
    case (.at, .most), (.up, .to):
      isUpper = true
      isClosed = true
      index += 2
    case (.over, _), (.exceeding, _):
      isUpper = false
      index += 1
    case (.under, _):
      isUpper = true
      index += 1
    default: return nil
    }
    guard let match = bareNumber(at: index), let value = match.value else { return nil }
    if isUpper {
      return made(start, match.end, nil, value, "(", isClosed ? "]" : ")", counting: match)
    }
    return made(start, match.end, value, nil, isClosed ? "[" : "(", ")", counting: match)
  }

  private static let larger = WordLexicon<Bool>([
    ("larger greater bigger higher", true), ("smaller lower", false),
  ])

  /// `10 or more`, `500 or less`, `equal to 20`.
  private func orMore(at start: Int) -> (quantity: Quantity, end: Int)? {
    if case .equal? = word(start) {
      var index = start + 1
      if case .to? = word(index) { index += 1 }
      guard let match = bareNumber(at: index), let value = match.value else { return nil }
      return made(start, match.end, value, value, "[", "]", counting: match)
    }
    guard let match = bareNumber(at: start), let value = match.value,
      case .or? = word(match.end)
    else { return nil }
    let end = match.end + 2
    switch word(match.end + 1) {
    case .more, .over: return made(start, end, value, nil, "[", ")", counting: match)
    case .less, .under: return made(start, end, nil, value, "(", "]", counting: match)
    case .comparative:
      guard let isLarger = Self.larger[pieces[match.end + 1]] else { return nil }
      return isLarger
        ? made(start, end, value, nil, "[", ")", counting: match)
        : made(start, end, nil, value, "(", "]", counting: match)
    default: return nil
    }
  }

  private func made(
    _ start: Int, _ end: Int, _ low: DecimalNumber?, _ high: DecimalNumber?, _ open: String,
    _ close: String, counting last: QuantityMatch
  ) -> (quantity: Quantity, end: Int) {
    var quantity = quantity(last)
    quantity.kind = .numberrange
    quantity.range = text(start, end)
    quantity.low = low?.description
    quantity.high = high?.description
    quantity.value = open + (quantity.low ?? "") + "," + (quantity.high ?? "") + close
    quantity.evidence = Self.evidence("quantity.range")
    return (quantity, end)
  }
}
