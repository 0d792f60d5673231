/// Counts of expressions of time.
struct TimeScore: AnalysisScore, Equatable {
  /// Counts of the gold of one type.
  struct ByType: Equatable {
    var gold = 0
    var relaxed = 0
    var value = 0
  }

  var gold = 0
  var found = 0
  /// Pairs that share a character.
  var relaxed = 0
  /// Pairs with the same span.
  var strict = 0
  /// Pairs with the same type.
  var type = 0
  /// Pairs with the same value.
  var value = 0
  /// Pairs with the same span and the same value.
  var strictValue = 0
  /// Pairs that name the same calendar day.
  var day = 0
  /// Expressions of the gold that name a calendar day.
  var goldDays = 0
  /// Expressions found that name a calendar day.
  var foundDays = 0
  var byType: [String: ByType] = [:]

  mutating func add(_ other: TimeScore) {
    gold += other.gold
    found += other.found
    relaxed += other.relaxed
    strict += other.strict
    type += other.type
    value += other.value
    strictValue += other.strictValue
    day += other.day
    goldDays += other.goldDays
    foundDays += other.foundDays
    for (type, counts) in other.byType {
      byType[type, default: ByType()].gold += counts.gold
      byType[type, default: ByType()].relaxed += counts.relaxed
      byType[type, default: ByType()].value += counts.value
    }
  }
}
