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
    guard let first = bound(at: start) else { return nil }
    // "greater than 10 and less than 20", "more than 20 but no more than 35".
    if joinsBounds(first.number.end), let second = bound(at: first.number.end + 1),
      first.isUpper != second.isUpper
    {
      let (low, high) = first.isUpper ? (second, first) : (first, second)
      if let difference = high.value.plus(low.value.negated), difference.isPositive {
        return made(
          start, second.end, low.value, high.value, low.isClosed ? "[" : "(",
          high.isClosed ? "]" : ")", counting: second.number)
      }
    }
    return first.isUpper
      ? made(
        start, first.end, nil, first.value, "(", first.isClosed ? "]" : ")", counting: first.number)
      : made(
        start, first.end, first.value, nil, first.isClosed ? "[" : "(", ")", counting: first.number)
  }

  /// A number that bounds others from above or below.
  private struct Bound {
    var number: QuantityMatch
    var value: DecimalNumber
    var isUpper: Bool
    /// Whether the number itself is in the range.
    var isClosed: Bool
    var end: Int
  }

  private func bound(at start: Int) -> Bound? {
    guard let comparison = comparison(at: start), let number = bareNumber(at: comparison.end),
      let value = number.value
    else { return nil }
    var bound = Bound(
      number: number, value: value, isUpper: comparison.isUpper, isClosed: comparison.isClosed,
      end: number.end)
    // "more than 5,000 or equal to it"
    if case .or? = word(number.end), case .equal? = word(number.end + 1) {
      bound.isClosed = true
      bound.end = number.end + 2
      if case .to? = word(bound.end) { bound.end += 1 }
    }
    return bound
  }

  private func joinsBounds(_ index: Int) -> Bool {
    if case .and? = word(index) { return true }
    return index < pieces.count && pieces[index].key == Self.but
  }

  private static let but = WordHash.of("but".utf8)

  /// `more than`, `no less than`, `at least`, `up to`, `over`, `less than or equal to`.
  private func comparison(at start: Int) -> (isUpper: Bool, isClosed: Bool, end: Int)? {
    var index = start
    var isNot = false
    switch word(index) {
    case .no, .not:
      isNot = true
      index += 1
    default: break
    }
    var isEqual = false
    // "equal to or less than"
    if case .equal? = word(index), case .to? = word(index + 1), case .or? = word(index + 2) {
      isEqual = true
      index += 3
    }
    let isUpper: Bool
    var isClosed = isNot || isEqual
    switch (word(index), word(index + 1)) {
    case (.more, .than): isUpper = isNot
    case (.less, .than): isUpper = !isNot
    case (.more, .or) where isOrEqual(index + 1): isUpper = isNot
    case (.less, .or) where isOrEqual(index + 1): isUpper = !isNot
    case (.comparative, .than), (.comparative, .or):
      guard let isLarger = Self.larger[pieces[index]] else { return nil }
      if case .or? = word(index + 1), !isOrEqual(index + 1) { return nil }
      isUpper = isLarger == isNot
    case (.at, .least):
      isUpper = false
      isClosed = true
    case (.at, .most), (.up, .to):
      isUpper = true
      isClosed = true
    case (.over, _), (.exceeding, _): return (false, isClosed, index + 1)
    case (.under, _): return (true, isClosed, index + 1)
    default: return nil
    }
    if case .or? = word(index + 1) {
      // "bigger or equal than"
      return (isUpper, true, index + 4)
    }
    index += 2
    // "less than or equal to"
    if isOrEqual(index) { return (isUpper, true, index + 3) }
    return (isUpper, isClosed, index)
  }

  /// `or equal to`, `or equal than`.
  private func isOrEqual(_ index: Int) -> Bool {
    guard case .or? = word(index), case .equal? = word(index + 1) else { return false }
    switch word(index + 2) {
    case .to, .than: return true
    default: return false
    }
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
